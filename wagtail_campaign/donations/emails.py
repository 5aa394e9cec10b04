"""The mails of a donation, and what they are given."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..actions.sites import link, page_address
from ..mailing.kinds import MailKind, register
from . import reminding
from .amounts import money
from .models import Donation
from .money_back.refunds import FAILED, SUCCEEDED, Refund
from .recurring import RecurringDonation
from .states import DonationState


def link_to(purpose: str, donation: Donation) -> str:
    """The address of what the mails about a gift lead to: "gift", "disown"."""
    return link(purpose, donation.page, donation.language, donation.token(purpose))


@register
class Thanks(MailKind):
    """That a gift has come, with what to keep of it."""

    name = "donations.thanks"
    label = _("Thanks for a gift")

    def context(self, mail):
        donations = Donation.objects.select_related("supporter", "page__locale", "recurring")
        donation = donations.filter(pk=mail.object_id).first()
        return self.context_of(donation) if donation else None

    def context_of(self, donation: Donation) -> dict:
        """What the templates are given; a preview gives it an unsaved one."""
        page = donation.page
        return {
            "title": page.title if page else "",
            "page_url": page_address(page),
            "amount": money.say(donation.amount, donation.currency, donation.language),
            "interval": donation.interval,
            "first_name": donation.supporter.first_name if donation.supporter else "",
            "paid_at": donation.paid_at,
            "number": donation.pk,
            "gift_url": link_to("gift", donation),
            "me_url": link("me", page, donation.language),
        }


@register
class Confirm(MailKind):
    """The link from which a gift is paid, while the form is misused: see ``breaker``."""

    name = "donations.confirm"
    label = _("Please confirm your gift")
    unrequested = True

    def context(self, mail):
        donations = Donation.objects.select_related("supporter", "page__locale")
        donation = donations.filter(pk=mail.object_id, state=DonationState.ASKED).first()
        return self.context_of(donation) if donation else None

    def context_of(self, donation: Donation) -> dict:
        """What the templates are given; a preview gives it an unsaved one."""
        return {
            "title": donation.page.title if donation.page else "",
            "page_url": page_address(donation.page),
            "amount": money.say(donation.amount, donation.currency, donation.language),
            "gift_url": link_to("gift", donation),
        }


@register
class Reminder(MailKind):
    """The one reminder of a gift that wasn't paid, to who ticked the box for it: see
    ``reminding``."""

    name = "donations.reminder"
    label = _("Reminder of a gift that wasn’t paid")
    unrequested = True

    def context(self, mail):
        donations = Donation.objects.select_related(
            "supporter", "fund", "page__locale", "reminder_wording"
        )
        donation = donations.filter(pk=mail.object_id, reminder_wording__isnull=False).first()
        if donation is None or reminding.is_needless(donation):
            return None
        return self.context_of(donation)

    def context_of(self, donation: Donation) -> dict:
        """What the templates are given; a preview gives it an unsaved one."""
        page = donation.page
        return {
            "title": page.title,
            "page_url": page_address(page),
            "amount": money.say(donation.amount, donation.currency, donation.language),
            "interval": donation.interval,
            "until": timezone.localdate(reminding.holds_until(donation)),
            "words": donation.reminder_wording.text,
            "gift_url": link_to("gift", donation),
            "disown_url": link_to("disown", donation),
        }


@register
class Refunded(MailKind):
    """That a gift was given back, whole or in part; ``object_id`` is that of the ``Refund``."""

    name = "donations.refunded"
    label = _("A gift was given back")

    def context(self, mail):
        refunds = Refund.objects.select_related("donation__supporter", "donation__page__locale")
        refund = refunds.filter(pk=mail.object_id).first()
        if refund is None or not self.is_so(refund):
            return None
        return self.context_of(refund.donation, refund.amount)

    def context_of(self, donation: Donation, amount: int | None = None) -> dict:
        """What the templates are given of a gift and what went back of it, all of it where nothing
        is said; a preview gives it an unsaved one."""
        page = donation.page
        amount = donation.amount if amount is None else amount
        return {
            "title": page.title if page else "",
            "page_url": page_address(page),
            "amount": money.say(amount, donation.currency, donation.language),
            "whole": money.say(donation.amount, donation.currency, donation.language),
            "is_whole": amount == donation.amount,
            "first_name": donation.supporter.first_name if donation.supporter else "",
            "number": donation.pk,
            "gift_url": link_to("gift", donation),
        }

    def is_so(self, refund: Refund) -> bool:
        """Whether it is still true when it is sent."""
        return refund.status == SUCCEEDED


@register
class RefundFailed(Refunded):
    """That money of which was told didn't arrive."""

    name = "donations.refund_failed"
    label = _("What was given back didn’t arrive")

    def is_so(self, refund: Refund) -> bool:
        return refund.status == FAILED


@register
class PaymentFailed(MailKind):
    """That a recurring gift couldn't be taken this time."""

    name = "donations.payment_failed"
    label = _("A recurring gift couldn’t be taken")

    def context(self, mail):
        found = RecurringDonation.objects.select_related("supporter").filter(pk=mail.object_id)
        recurring = found.first()
        first = recurring and recurring.donations.select_related("page__locale").first()
        return self.context_of(first) if first else None

    def context_of(self, donation: Donation) -> dict:
        """What the templates are given, by one gift of those that come again; a preview gives it
        unsaved ones."""
        recurring, page = donation.recurring, donation.page
        return {
            "title": page.title if page else "",
            "amount": money.say(recurring.amount, recurring.currency, recurring.language),
            "first_name": recurring.supporter.first_name if recurring.supporter else "",
            "me_url": link("me", page, recurring.language),
        }
