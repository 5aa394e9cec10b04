"""What is said of a gift that didn't come through Stripe, typed or as the row of a file."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminDateInput

from ...actions.admin.of_action import refuse_the_future
from ...actions.typed_dates import refuse_odd_years
from ...supporters.fields import CommentField, NameField
from ..amounts import money
from ..models import CURRENCY_CHOICES, Fund
from ..offline_gifts import Told

#: In whole units of any currency: more is a slip.
MOST = 10**12
DAYS = ["%Y-%m-%d", "%d.%m.%Y"]


class GiftForm(forms.Form):
    """One gift to a fund. ``is_public`` only where there is a name."""

    on = forms.DateField(
        label=gettext_lazy("Date"),
        widget=AdminDateInput,
        input_formats=DAYS,
        validators=[refuse_odd_years],
    )
    amount = forms.CharField(label=gettext_lazy("Amount"), max_length=20)
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=CURRENCY_CHOICES)
    first_name = NameField(label=gettext_lazy("First name"), max_length=60, required=False)
    last_name = NameField(label=gettext_lazy("Last name"), max_length=60, required=False)
    is_public = forms.BooleanField(
        label=gettext_lazy("The donor agreed to be named on the page"), required=False
    )
    note = CommentField(
        label=gettext_lazy("Note"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("For you alone: how it came, the number of the statement."),
    )

    def clean_on(self):
        return refuse_the_future(self.cleaned_data["on"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_public") and not (cleaned["first_name"] or cleaned.get("last_name")):
            self.add_error("is_public", _("There is no name that could be shown."))
        if {"amount", "currency"} <= cleaned.keys():
            try:
                cleaned["amount"] = self.parsed(cleaned["amount"], cleaned["currency"])
            except ValidationError as error:
                self.add_error("amount", error)
        return cleaned

    def parsed(self, typed: str, currency: str) -> int:
        """An amount in minor units. Raises ``ValidationError``."""
        try:
            amount = money.parse(typed, currency, get_language() or "en")
        except ValueError:
            raise ValidationError(_("Please enter an amount in figures."), code="amount") from None
        if not 0 < amount <= MOST * money.per_unit(currency):
            raise ValidationError(_("That can’t be an amount."), code="limits")
        return amount

    def told(self, origin: str) -> Told:
        """The gift, once the form is valid."""
        names = (*("amount", "currency", "on"), *("first_name", "last_name", "is_public", "note"))
        return Told(**{name: self.cleaned_data[name] for name in names}, origin=origin)


class TypedGiftForm(GiftForm):
    """The same in the browser; ``key`` makes a second press the same gift."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, fund: Fund, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4
        own = [row.currency for row in fund.currencies.all()] or [fund.goal_currency]
        others = [pair for pair in CURRENCY_CHOICES if pair[0] not in own]
        self.fields["currency"].choices = [*((code, code) for code in own), *others]
