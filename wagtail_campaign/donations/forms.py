"""What a donor fills in before paying: how much, how often, in which currency, and who."""

from copy import deepcopy

from django import forms
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from ..actions.asks import Ask
from ..actions.forms import ActionForm, display_field, text
from ..supporters.fields import NameField
from . import reminding
from .amounts import money
from .amounts.offers import INTERVALS, Offer, first_for


def amount_name(currency: str, interval: str) -> str:
    """The name of the field with the amounts offered in a currency: "amount_EUR_month"."""
    return f"amount_{currency}_{interval or 'once'}"


class DonationForm(ActionForm):
    """The form of one fund. Each currency and frequency has a field with its amounts, of which that
    counts which belongs to what is chosen; an amount of one's own goes before it.

    In ``cleaned_data``: ``amount`` and ``added`` in minor units, ``currency`` and ``interval``;
    ``reminder`` is the id of the words that were ticked for one, or "". With ``initial`` (see
    ``prefilled``) what is chosen goes before a draft in the browser.
    """

    interval = forms.ChoiceField(
        label=gettext_lazy("How often"), widget=forms.RadioSelect, required=False
    )
    currency = forms.ChoiceField(
        label=gettext_lazy("Currency"), widget=forms.RadioSelect, required=False
    )
    other = forms.CharField(
        label=gettext_lazy("Another amount"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    covers_fees = forms.BooleanField(
        label=gettext_lazy("I add what the payment costs, so that my whole gift arrives."),
        required=False,
        help_text=gettext_lazy("You see it as a line of its own before you pay."),
    )
    display = display_field(pgettext_lazy("how a donor is shown", "Not at all"))

    ORDER = ("first_name", "last_name", "email", "country", "dedication", "comment")
    #: Those that differ from form to form; the others are shared by the forms of all funds that ask
    #: the same, in all languages at once.
    OF_FUND = ("interval", "currency", "other")

    def __init__(self, data=None, *, offers: tuple[Offer, ...], asks_fees: bool, **kwargs):
        self.offers, self.asks_fees = offers, asks_fees
        dedication = kwargs["asks"].get("dedication", Ask.OFF)
        kwargs["asks"] = {n: a for n, a in kwargs["asks"].items() if n != "dedication"}
        super().__init__(data, **kwargs)
        self._add_dedication(dedication)
        self.fields |= {name: deepcopy(self.fields[name]) for name in self.OF_FUND}
        self._add_amounts()
        # As they stand in the form, so that errors are told in that order.
        amounts = [name for name in self.fields if name.startswith("amount_")]
        self.order_fields(["interval", "currency", *amounts, "other", "covers_fees", *self.ORDER])
        for name in self.gift if self.initial else ():
            self.fields[name].widget.attrs["data-campaign-chosen"] = ""

    @property
    def gift(self) -> list[str]:
        """The names of the fields that say what is given."""
        return [name for name in self.fields if name in self.OF_FUND or name.startswith("amount_")]

    @classmethod
    def adapt(cls, fields):
        fields["email"].help_text = gettext_lazy("For the confirmation of your gift.")
        if "comment" in fields:
            fields["comment"].label = gettext_lazy("Message to us")

    def _add_dedication(self, asked: str) -> None:
        if asked != Ask.OFF:
            self.fields["dedication"] = NameField(
                label=gettext_lazy("Dedication"),
                max_length=120,
                required=asked == Ask.REQUIRED,
                widget=text("off"),
                help_text=gettext_lazy("“In memory of …”. It is shown with your name."),
                error_messages={"address": gettext_lazy("Please write it without a web address.")},
            )

    def _add_amounts(self) -> None:
        first = first_for(self.offers, get_language() or "")
        intervals = [interval for interval, amounts in first.amounts]
        self.fields["interval"].choices = [(i, INTERVALS[i]) for i in intervals]
        self.fields["currency"].choices = [(o.currency, o.currency) for o in self.offers]
        self.fields["currency"].initial = first.currency
        if not self.asks_fees:
            del self.fields["covers_fees"]
        for offer in self.offers:
            for interval, amounts in offer.amounts:
                said = [(a, money.say(a, offer.currency, get_language())) for a in amounts]
                name = amount_name(offer.currency, interval)
                self.fields[name] = forms.TypedChoiceField(
                    label=f"{INTERVALS[interval]}, {offer.currency}",
                    choices=said,
                    coerce=int,
                    empty_value=None,
                    required=False,
                    widget=forms.RadioSelect,
                )
                self.fields[name].when = {"currency": offer.currency, "interval": interval}

    @property
    def groups(self) -> list[tuple]:
        """For each currency its box and the fields with its amounts: (box, [(interval, field)])."""
        boxes = list(self["currency"]) if len(self.offers) > 1 else [None]
        return [
            (box, [(i, self[amount_name(offer.currency, i)]) for i, _amounts in offer.amounts])
            for box, offer in zip(boxes, self.offers, strict=True)
        ]

    def clean(self):
        # No consent: it is in force without paying.
        reminder = self.cleaned_data.pop(f"consent_{reminding.PURPOSE}", "")
        cleaned = super().clean()
        cleaned["reminder"] = reminder
        currency = cleaned.get("currency") or self.fields["currency"].initial
        interval = cleaned.get("interval") or ""
        offer = next((o for o in self.offers if o.currency == currency), self.offers[0])
        cleaned |= {"currency": offer.currency, "interval": interval, "added": 0}
        amount = self._amount(cleaned, offer, interval)
        if amount is not None:
            cleaned["amount"] = amount
            if cleaned.get("covers_fees"):
                cleaned["added"] = offer.fees_on(amount)
        return cleaned

    def _amount(self, cleaned, offer: Offer, interval: str) -> int | None:
        typed, language = cleaned.get("other", "").strip(), get_language()
        chosen = cleaned.get(amount_name(offer.currency, interval))
        if not typed:
            if chosen is None:
                self.add_error("other", _("Please choose an amount, or enter one."))
            return chosen
        try:
            amount = money.parse(typed, offer.currency, language)
        except ValueError:
            example = money.say(offer.minimum * 20, offer.currency, language)
            said = _("Please enter an amount like this: %(example)s")
            self.add_error("other", said % {"example": example})
            return None
        if not offer.minimum <= amount <= offer.maximum:
            self.add_error("other", self._limits(offer, amount, language))
            return None
        return amount

    def _limits(self, offer: Offer, amount: int, language: str) -> str:
        if amount < offer.minimum:
            said, limit = _("The least that can be given here is %(limit)s."), offer.minimum
        else:
            said = _("The most that can be given here is %(limit)s. Write to us to give more.")
            limit = offer.maximum
        return said % {"limit": money.say(limit, offer.currency, language)}
