"""Donations in the admin: the list over all languages."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from ...actions import words
from ...actions.admin.records import RecordListView, RecordsMixin
from .. import permissions
from ..amounts.offers import INTERVALS
from ..models import Donation
from ..states import DonationState
from .filters import DonationFilterSet
from .sums import said


class DonationsMixin(RecordsMixin):
    """What all pages about donations have in common: who may, and of which funds."""

    rights = permissions.ANY_OF_DONATIONS
    namespace = "campaign_donations"
    list_title = gettext_lazy("Donations")
    deed_of_looking = "campaign.view_donor"

    @property
    def scope(self):
        return permissions.donations_of(self.request.user)


class GiftListView(RecordListView):
    """A list of gifts, or of recurring gifts, of the user's funds."""

    template_name = "wagtail_campaign/admin/listing.html"
    results_template_name = "wagtail_campaign/admin/records_results.html"
    action_field = "fund"
    personal = permissions.PERSONAL
    made_label, action_label = gettext_lazy("Begun"), gettext_lazy("Fund")
    # Beside all the rest there is no room for it; it is in the gift.
    country_columns = ()
    #: What is said while there are none.
    nothing = ""

    @staticmethod
    def made_on(record):
        """To the minute, as accounts want it: it is of the gift and not of who gave."""
        return words.moment(record.created_at)

    def actions_of_user(self):
        return permissions.funds_of(self.request.user)

    def found(self) -> str:
        """How many there are, in words."""
        raise NotImplementedError

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        found = self.found() if context["count"] else ""
        return context | {"found": found, "nothing": self.nothing}

    @property
    def said_number(self) -> str:
        """How many were counted: see ``keyset``."""
        number = words.number(self.count.number)
        return _("More than %(number)s") % {"number": number} if self.count.more else number


class DonationListView(DonationsMixin, GiftListView):
    """All donations that the user may see, newest first; who gave only when asked for."""

    model = Donation
    index_url_name = "campaign_donations:index"
    index_results_url_name = "campaign_donations:index_results"
    page_title = gettext_lazy("Donations")
    header_icon = "circle-plus"
    verbose_name_plural = gettext_lazy("donations")
    filterset_class = DonationFilterSet
    counts_in = DonationState.PAID
    obj_type = "donation"
    nothing = gettext_lazy(
        "No donations yet. You see those to funds whose page you may edit in its source language."
    )

    public_columns = (
        Column("public", label=gettext_lazy("Public name"), accessor=lambda row: shown_as(row)),
    )
    more_columns = (
        Column("number", label=pgettext_lazy("signature", "Number"), accessor="pk"),
        Column("amount", label=gettext_lazy("Amount"), accessor=lambda row: marked_amount_of(row)),
        Column(
            "interval", label=gettext_lazy("How often"), accessor=lambda r: INTERVALS[r.interval]
        ),
    )

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("fraud_warnings")

    def found(self):
        return ngettext("%(said)s donation", "%(said)s donations", self.count.number) % {
            "said": self.said_number
        }

    @cached_property
    def header_buttons(self):
        url = reverse("campaign_donations:find")
        return [HeaderButton(_("Find a gift"), url=url, icon_name="search")]

    @cached_property
    def header_more_buttons(self):
        return self.download_buttons() if self.can(permissions.EXPORT) else []


def amount_of(donation: Donation) -> str:
    """How much, what is gone of it, and whether it is play money."""
    told = said(donation.amount, donation.currency)
    if gone := donation.refunded + donation.disputed:
        # The sign stays with its amount.
        told += f" (−\u2060{said(gone, donation.currency)})"
    return told if donation.livemode else _("%(amount)s, test") % {"amount": told}


def marked_amount_of(donation: Donation) -> str:
    """The same, with what a bank says against it."""
    told = amount_of(donation)
    if donation.disputed:
        return _("%(amount)s, disputed") % {"amount": told}
    if donation.fraud_warnings.all():
        return _("%(amount)s, warned of fraud") % {"amount": told}
    return told


def shown_as(donation: Donation) -> str:
    """The name that the page shows: of who gave, once it is paid."""
    return donation.public_name if donation.state == DonationState.PAID else ""
