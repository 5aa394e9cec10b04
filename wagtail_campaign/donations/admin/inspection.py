"""One donation in the admin: what it is, what became of it, who gave, what was done."""

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.widgets.button import Button, HeaderButton

from ...actions import words
from ...actions.admin.figures import source_names
from ...actions.admin.inspection import InspectRecordView
from ...actions.titles import title_of
from ...mailing import kinds
from ...mailing.models import Mail
from ...supporters import countries
from ...supporters.models import Display
from .. import permissions
from ..amounts.offers import INTERVALS
from ..emails import PaymentFailed, Refunded, RefundFailed
from ..models import Donation
from ..money_back import refunding
from ..money_back.refunding import RefundOrder
from ..money_back.refunds import FraudWarning
from ..states import DonationState
from .listing import DonationsMixin, shown_as
from .sums import said

#: Where Stripe shows what an id is of, for those with an account there.
DASHBOARD = "https://dashboard.stripe.com/"

#: Of Stripe, where it can be read in short.
REFUND_STATES = {
    "pending": gettext_lazy("On its way"),
    "requires_action": gettext_lazy("The donor has to do something"),
    "succeeded": gettext_lazy("Given back"),
    "failed": gettext_lazy("Failed: the money is here again"),
    "canceled": gettext_lazy("Cancelled"),
}
DISPUTE_STATES = {
    "warning_needs_response": gettext_lazy("The bank asks"),
    "warning_under_review": gettext_lazy("The bank looks at it"),
    "warning_closed": gettext_lazy("The bank asks no more"),
    "needs_response": gettext_lazy("Taken back; it waits for your answer at Stripe"),
    "under_review": gettext_lazy("Taken back; the bank decides"),
    "won": gettext_lazy("Won: the money is here again"),
    "lost": gettext_lazy("Lost"),
}


class InspectGiftView(InspectRecordView):
    """What the pages of one gift and of one recurring gift have in common."""

    personal = moderate = permissions.PERSONAL

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"stripe": self.at_stripe()}

    def display_of(self, supporter):
        """Without a name donors aren't in the list at all."""
        if supporter.display == Display.ANONYMOUS:
            return pgettext("how a donor is shown", "Not at all")
        return super().display_of(supporter)

    def at_stripe(self) -> list[tuple[str, str, str]]:
        """(label, id, address) of what Stripe knows of it; no address of what moved no money."""
        return [
            (label, id, f"{DASHBOARD}{where}/{id}" if where and self.record.livemode else "")
            for label, id, where in self.stripe_ids()
            if id
        ]

    def stripe_ids(self) -> list[tuple[str, str | None, str]]:
        """(label, id, where in the dashboard, "" where it has no page)."""
        raise NotImplementedError

    def mails_like(self, about: Q):
        """The mails of who gave about this one, newest first."""
        mails = Mail.objects.filter(
            about, supporter=self.record.supporter_id, kind__startswith="donations."
        )
        return [(kinds.get(mail.kind).label, mail) for mail in mails.order_by("-pk")]

    @cached_property
    def header_buttons(self):
        return [
            HeaderButton(label, url=self.address(name), icon_name=icon, priority=place)
            for place, (name, label, icon) in enumerate(self.verbs())
        ]

    def address(self, name: str) -> str:
        """Where a verb of this one is."""
        return reverse(f"{self.namespace}:{name}", args=[self.record.pk])

    def money(self) -> str:
        """Whether it is real money."""
        return "" if self.record.livemode else _("Of a test key: no real money")


class InspectView(DonationsMixin, InspectGiftView):
    """404 for a donation that the user may not see, as for one that isn't there."""

    template_name = "wagtail_campaign/admin/donation.html"
    header_icon = "circle-plus"
    related = ("fund", "supporter", "page__locale", "recurring", "offline")
    not_yet = DonationState.ASKED

    def get_page_title(self):
        return _("Donation no. %(number)s") % {"number": self.record.pk}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "gone": self.gone(),
            "oddity": self.record.oddity,
            "is_warned": bool(self.warnings) and self.record.kept > 0,
            "orders": self.orders(),
        }

    def facts(self):
        gift: Donation = self.record
        offline = getattr(gift, "offline", None)
        return [
            (_("Fund"), title_of(gift.fund)),
            (_("Amount"), self.said(gift.amount)),
            (_("Of it for the fees"), self.said(gift.added)),
            (_("How often"), INTERVALS[gift.interval]),
            (_("State"), gift.get_state_display()),
            (_("Given back"), self.said(gift.refunded)),
            (_("Disputed"), self.said(gift.disputed)),
            (_("What the campaign has of it"), said(gift.kept, gift.currency)),
            (_("What Stripe took"), said(gift.fee, gift.fee_currency) if gift.fee_currency else ""),
            (_("Money"), self.money()),
            (_("Way"), _("Entered by hand") if gift.is_offline else _("Through Stripe")),
            (_("Begun"), "" if gift.is_offline else words.moment(gift.created_at)),
            (_("Paid"), self.paid()),
            (_("Reminder"), self.reminder()),
            (_("Note"), offline.note if offline else ""),
            (_("Shown in public as"), shown_as(gift)),
            (_("Dedication"), gift.dedication if shown_as(gift) else ""),
            (_("Language"), words.language(gift.language) if gift.language else ""),
            (_("Country"), countries.name(gift.country)),
            (pgettext("signature", "Source"), self.source()),
            (_("On the page"), gift.page.title if gift.page else ""),
        ]

    def source(self) -> str:
        """Which way brought the donor, in words; "" where that isn't known."""
        source = self.record.source
        return source_names([source])[source] if source else ""

    def typed(self):
        # It is public with the name alone.
        gift = self.record
        hidden = gift.dedication if gift.dedication and not shown_as(gift) else ""
        return super().typed() + ([(_("Dedication"), hidden)] if hidden else [])

    def said(self, amount: int) -> str:
        """An amount of this gift, "" for none."""
        return said(amount, self.record.currency) if amount else ""

    def paid(self) -> str:
        """When it was paid; of what was entered by hand the day is known."""
        gift = self.record
        return words.local_day(gift.paid_at) if gift.is_offline else words.moment(gift.paid_at)

    def reminder(self) -> str:
        """Whether the donor asked to be reminded of it, and whether that was done."""
        gift = self.record
        if not gift.reminder_wording_id:
            return ""
        if not gift.reminded_at:
            return _("Asked for, should it not be paid")
        return _("Asked for, and done on %(moment)s") % {"moment": words.moment(gift.reminded_at)}

    def stripe_ids(self):
        gift, recurring = self.record, self.record.recurring
        return [
            (_("Payment"), gift.payment_intent, "payments"),
            (_("Checkout"), gift.session, ""),
            (_("Invoice"), gift.invoice, "invoices"),
            (_("Subscription"), recurring and recurring.subscription, "subscriptions"),
        ]

    def gone(self) -> list[tuple]:
        """(what, amount, state, why, when) of refunds, disputes and fraud warnings, the newest
        first."""
        gift = self.record
        rows = [
            (_("Refund"), r.amount, REFUND_STATES.get(r.status, r.status), r.failure, r.created_at)
            for r in gift.refunds.all()
        ] + [
            (_("Dispute"), d.amount, DISPUTE_STATES.get(d.status, d.status), d.reason, d.created_at)
            for d in gift.disputes.all()
        ]
        rows += [
            (_("Fraud warning"), gift.amount, "", w.fraud_type, w.created_at) for w in self.warnings
        ]
        rows.sort(key=lambda row: row[-1], reverse=True)
        return [(what, said(n, gift.currency), *rest) for what, n, *rest in rows]

    @cached_property
    def warnings(self) -> list[FraudWarning]:
        """What the card's bank said before it took anything back."""
        return list(self.record.fraud_warnings.all())

    def orders(self) -> list[tuple[str, str]]:
        """(amount, what became of it) of refunds that were asked for and aren't done."""
        asked = self.record.refund_orders.exclude(state=RefundOrder.State.DONE).order_by("-pk")
        return [
            (said(order.amount, self.record.currency), f"{order.get_state_display()} {order.error}")
            for order in asked
        ]

    def mails(self):
        of_refunds = Q(kind__in=[Refunded.name, RefundFailed.name])
        of_others = of_refunds | Q(kind=PaymentFailed.name)
        refunds = [refund.pk for refund in self.record.refunds.all()]
        return self.mails_like(
            ~of_others & Q(object_id=self.record.pk) | of_refunds & Q(object_id__in=refunds)
        )

    def verbs(self):
        gift = self.record
        can_refund = refunding.can_refund(gift) or refunding.unanswered(gift)
        if self.can(permissions.REFUND) and can_refund:
            yield "refund", _("Give back"), "arrow-left"
        if not gift.is_offline:
            yield "look_again", _("Look at Stripe again"), "rotate"
        elif self.can(permissions.OFFLINE):
            yield "take_out", _("Take out"), "bin"
        if self.can(permissions.SETTINGS) and (gift.public_name or gift.dedication):
            yield "hide", _("Take off the page"), "no-view"

    @cached_property
    def header_more_buttons(self):
        buttons = list(super().header_more_buttons)
        may = permissions.can(self.request.user, *permissions.ANY_OF_RECURRING)
        if self.record.recurring_id and may:
            url = reverse("campaign_recurring:inspect", args=[self.record.recurring_id])
            buttons.append(Button(_("The recurring gift"), url=url, icon_name="history"))
        return buttons
