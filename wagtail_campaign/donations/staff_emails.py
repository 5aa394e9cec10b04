"""The mails to those who may see donations, of what is wrong with them: ids and numbers alone."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..mailing.kinds import register
from ..mailing.staff import StaffMail, in_admin
from . import permissions
from .amounts import money
from .bursts import Burst
from .models import Donation
from .money_back.refunds import TAKEN, Dispute, FraudWarning
from .states import DonationState


@register
class BurstBegan(StaffMail):
    """That gifts come in a burst that nobody pays, and have to be confirmed by mail: see
    ``breaker``."""

    name = "donations.burst"
    label = _("Somebody seems to try stolen cards")

    def concerns(self, user, mail):
        return permissions.sees_donations(user)

    def context(self, mail):
        burst = Burst.objects.filter(pk=mail.object_id).first()
        if burst is None:
            return None
        unpaid = f"{reverse('campaign_donations:index')}?state={DonationState.ASKED}"
        return {
            "unpaid": burst.unpaid,
            "began_at": burst.began_at,
            "ended_at": burst.ended_at,
            "url": in_admin(unpaid),
        }


@register
class BurstOver(BurstBegan):
    """That it is over."""

    name = "donations.burst_over"
    label = _("Nobody seems to try stolen cards any more")


class OfGift(StaffMail):
    """Base of a mail about what a bank says of a gift; ``object_id`` is that of a ``model``."""

    model = None

    def concerns(self, user, mail):
        found = self.find(mail)
        return found is not None and permissions.sees_donations(user, found.donation.fund)

    def find(self, mail):
        """What it is about, None where it is gone."""
        found = self.model.objects.select_related("donation__fund")
        return found.filter(pk=mail.object_id).first()

    def record_of(self, mail):
        found = self.find(mail)
        return found.donation if found else mail

    def context(self, mail):
        found = self.find(mail)
        return found and self.context_of(found, mail.language)

    def context_of(self, found, language: str) -> dict:
        """What the templates are given, amounts in a language."""
        donation: Donation = found.donation
        return {
            "number": donation.pk,
            "amount": money.say(donation.amount, donation.currency, language),
            "is_test": not donation.livemode,
            "url": in_admin(reverse("campaign_donations:inspect", args=[donation.pk])),
        }


@register
class Disputed(OfGift):
    """That a donor's bank disputes a gift; once for each dispute."""

    name = "donations.disputed"
    label = _("A donor’s bank disputes a gift")
    model = Dispute

    def context_of(self, found, language):
        return super().context_of(found, language) | {
            "disputed": money.say(found.amount, found.donation.currency, language),
            "reason": found.reason,
            "is_taken": found.status in TAKEN,
            "is_over": found.status in ("won", "lost", "warning_closed"),
        }


@register
class Warned(OfGift):
    """That a card's bank warns of fraud before it takes anything back; once for each warning."""

    name = "donations.fraud_warning"
    label = _("A card’s bank warns of fraud")
    model = FraudWarning

    def context_of(self, found, language):
        return super().context_of(found, language) | {
            "fraud_type": found.fraud_type,
            "is_here": found.donation.kept > 0,
        }
