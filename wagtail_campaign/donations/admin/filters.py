"""How the lists of donations and of recurring gifts are narrowed down."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ...actions.admin.filters import DaysFilter, RecordFilterSet
from ...sharing.sources import WRITTEN
from .. import permissions
from ..amounts.offers import INTERVALS
from ..logs import MONEY, WAYS
from ..models import CURRENCY_CHOICES, Donation
from ..money_back.refunds import Dispute, FraudWarning
from ..recurring import RecurringDonation
from ..states import DonationState, RecurringState

ONCE = "once"
ODD, WARNED, DISPUTED = "1", "warned", "disputed"
TO_LOOK_AT = [
    (ODD, _("What Stripe says doesn’t fit")),
    (WARNED, _("The card’s bank warned of fraud")),
    (DISPUTED, _("The donor’s bank disputes it")),
]


class _OfFund(RecordFilterSet):
    """What both lists can be narrowed down by."""

    fund = django_filters.ChoiceFilter(label=_("Fund"), widget=forms.Select)
    currency = django_filters.ChoiceFilter(
        label=_("Currency"), choices=CURRENCY_CHOICES, widget=forms.Select
    )
    interval = django_filters.ChoiceFilter(
        label=_("How often"),
        choices=[(code or ONCE, label) for code, label in INTERVALS.items()],
        widget=forms.RadioSelect,
        method="given_every",
    )
    created_at = DaysFilter(_("Begun"))
    money = django_filters.ChoiceFilter(
        label=_("Money"), choices=MONEY, widget=forms.RadioSelect, method="of_money"
    )

    personal = permissions.PERSONAL

    def actions_of_user(self):
        return permissions.funds_of(self.request.user)

    def given_every(self, queryset, name, value):
        """Once, or each month or year."""
        return queryset.filter(interval="" if value == ONCE else value)

    def of_money(self, queryset, name, value):
        """Real money, or that of a test key."""
        return queryset.filter(livemode=value == "live")

    def funds(self):
        """The funds that the list may be about: the chosen one, or all of the user's."""
        chosen = self.form.cleaned_data.get("fund") if self.is_valid() else ""
        funds = self.actions_of_user()
        return funds.filter(pk=chosen) if chosen else funds


class DonationFilterSet(_OfFund):
    """Fund, state, currency, how often, source, language, days, which money, which way, what
    doesn't fit; and whether to show who gave."""

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=DonationState.choices, widget=forms.RadioSelect
    )
    source = django_filters.CharFilter(
        label=pgettext_lazy("signature", "Source"),
        help_text=_("The word behind ?via= in the address."),
        method="brought_by",
    )
    way = django_filters.ChoiceFilter(
        label=_("Way"), choices=WAYS, widget=forms.RadioSelect, method="by_way"
    )
    odd = django_filters.ChoiceFilter(
        label=_("To look at"), choices=TO_LOOK_AT, widget=forms.RadioSelect, method="not_fitting"
    )

    order = (
        *("fund", "state", "currency", "interval", "way", "source", "language"),
        *("created_at", "money", "odd", "people"),
    )

    class Meta:
        model = Donation
        fields = []

    def brought_by(self, queryset, name, value):
        """By a source. What could be none finds nothing."""
        return queryset.filter(source=value) if WRITTEN.fullmatch(value) else queryset.none()

    def by_way(self, queryset, name, value):
        """Through Stripe, or not."""
        return queryset.filter(is_offline=value == "offline")

    def not_fitting(self, queryset, name, value):
        """What Stripe says and isn't what was asked for; and what a bank says against it."""
        if value == WARNED:
            return queryset.filter(pk__in=FraudWarning.objects.values("donation"))
        if value == DISPUTED:
            return queryset.filter(pk__in=Dispute.objects.values("donation"))
        return queryset.exclude(oddity="")

    def for_log(self):
        said = super().for_log()
        if not WRITTEN.fullmatch(said.get("source", "")):
            # Whatever was typed there is kept in no log.
            said.pop("source", None)
        return said

    def donations(self):
        """The donations that the user may list, by these filters; none by odd ones."""
        donations = permissions.donations_of(self.request.user)
        return self.filter_queryset(donations) if self.is_valid() else donations.none()


class RecurringFilterSet(_OfFund):
    """Fund, state, currency, how often, language, days and which money; and who gives."""

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=RecurringState.choices, widget=forms.RadioSelect
    )
    interval = django_filters.ChoiceFilter(
        label=_("How often"),
        choices=[(code, label) for code, label in INTERVALS.items() if code],
        widget=forms.RadioSelect,
    )

    order = ("fund", "state", "currency", "interval", "language", "created_at", "money", "people")

    class Meta:
        model = RecurringDonation
        fields = []
