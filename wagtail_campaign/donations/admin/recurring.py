"""Recurring gifts in the admin: the list, and one of them."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from wagtail.admin.ui.tables import Column

from ...actions import words
from ...actions.admin.records import RecordsMixin
from ...actions.titles import title_of
from .. import moderation, permissions
from ..amounts import offers
from ..amounts.offers import INTERVALS
from ..emails import PaymentFailed
from ..recurring import RecurringDonation
from ..states import RecurringState
from .filters import RecurringFilterSet
from .inspection import InspectGiftView
from .listing import GiftListView, amount_of
from .sums import said

#: So many of its gifts are shown on the page of a recurring gift.
LATEST = 24


class RecurringMixin(RecordsMixin):
    """What all pages about recurring gifts have in common: who may, and of which funds."""

    rights = permissions.ANY_OF_RECURRING
    namespace = "campaign_recurring"
    list_title = gettext_lazy("Recurring gifts")
    deed_of_looking = "campaign.view_donor"

    @property
    def scope(self):
        return permissions.recurring_of(self.request.user)


class RecurringListView(RecurringMixin, GiftListView):
    """All recurring gifts that the user may see, newest first; who gives only when asked for."""

    model = RecurringDonation
    index_url_name = "campaign_recurring:index"
    index_results_url_name = "campaign_recurring:index_results"
    page_title = gettext_lazy("Recurring gifts")
    header_icon = "history"
    verbose_name_plural = gettext_lazy("recurring gifts")
    filterset_class = RecurringFilterSet
    counts_in = RecurringState.ACTIVE
    obj_type = "recurring"
    nothing = gettext_lazy(
        "No recurring gifts yet. You see those to funds whose page you may edit in its source"
        " language."
    )

    more_columns = (
        Column("number", label=pgettext_lazy("signature", "Number"), accessor="pk"),
        Column("amount", label=gettext_lazy("Amount"), accessor=lambda row: each_time(row)),
        Column("next", label=gettext_lazy("Next time"), accessor=lambda row: next_on(row)),
    )

    def found(self):
        number = self.count.number
        told = ngettext("%(said)s recurring gift", "%(said)s recurring gifts", number)
        return told % {"said": self.said_number}


def each_time(recurring: RecurringDonation) -> str:
    """How much and how often."""
    amount = said(recurring.amount, recurring.currency)
    told = offers.each_time(amount, recurring.interval)
    return told if recurring.livemode else _("%(amount)s, test") % {"amount": told}


def next_on(recurring: RecurringDonation) -> str:
    """The day on which it is taken next, "" where it isn't."""
    taken = (RecurringState.ACTIVE, RecurringState.PAST_DUE)
    return words.local_day(recurring.period_end) if recurring.state in taken else ""


class InspectView(RecurringMixin, InspectGiftView):
    """404 for one that the user may not see, as for one that isn't there."""

    template_name = "wagtail_campaign/admin/recurring.html"
    header_icon = "history"
    related = ("fund", "supporter")
    not_yet = ""

    def get_page_title(self):
        return _("Recurring gift no. %(number)s") % {"number": self.record.pk}

    def get_context_data(self, **kwargs):
        gifts = self.record.donations.order_by("-created_at", "-pk")
        sees = permissions.can(self.request.user, *permissions.ANY_OF_DONATIONS)
        rows = [
            (
                gift,
                amount_of(gift),
                reverse("campaign_donations:inspect", args=[gift.pk]) if sees else "",
            )
            for gift in gifts[: LATEST + 1]
        ]
        return super().get_context_data(**kwargs) | {
            "gifts": rows[:LATEST],
            "latest": LATEST if len(rows) > LATEST else None,
        }

    def facts(self):
        gift: RecurringDonation = self.record
        return [
            (_("Fund"), title_of(gift.fund)),
            (_("Amount"), said(gift.amount, gift.currency)),
            (_("How often"), INTERVALS[gift.interval]),
            (_("State"), gift.get_state_display()),
            (_("Next time"), next_on(gift)),
            (_("Ends"), "" if gift.ended_at else words.moment(gift.ends_at)),
            (_("Ended"), words.moment(gift.ended_at)),
            (_("Money"), self.money()),
            (_("Begun"), words.moment(gift.created_at)),
            (_("Language"), words.language(gift.language)),
        ]

    def stripe_ids(self):
        return [
            (_("Subscription"), self.record.subscription, "subscriptions"),
            (_("Customer"), self.record.customer, "customers"),
        ]

    def mails(self):
        return self.mails_like(Q(object_id=self.record.pk, kind=PaymentFailed.name))

    def verbs(self):
        if not self.can(permissions.RECURRING):
            return
        if moderation.can_go_on(self.record):
            yield "go_on", _("Let it go on"), "resubmit"
        if moderation.can_pause(self.record):
            yield "pause", _("Pause"), "time"
        if moderation.can_end(self.record):
            yield "end", _("End"), "cross"
