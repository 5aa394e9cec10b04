"""What every pass of ``campaign_work`` does for donations."""

from datetime import timedelta

from django.utils import timezone

from ..actions import endings
from ..mailing.work import Lease, due
from . import bursts, forgetting, reminding
from .emails import Reminder
from .models import Donation, Fund
from .staff_emails import BurstBegan, BurstOver
from .states import DonationState
from .stripe_api import gateway
from .syncing import hints, received
from .syncing.gifts import Busy
from .syncing.received import StripeEvent

#: How long a request or a worker may be at it, before it is taken for broken off.
LEFT_AFTER = timedelta(minutes=1)
#: At most so many in a pass: each asks Stripe.
AT_ONCE = 200


@due(15, "events of Stripe looked at")
def look_at_events(lease: Lease) -> int:
    """Looks at what couldn't be looked at when it came."""
    left = timezone.now() - LEFT_AFTER
    waiting = StripeEvent.objects.filter(done_at=None, received_at__lt=left).order_by("pk")
    number = 0
    for event in waiting[:AT_ONCE]:
        number += received.work_off(event)
        lease.renew()
    return number


@due(16, "gifts looked at that nobody paid")
def settle_expired(lease: Lease) -> int:
    """Asks once more about gifts that can't be paid any longer, whether Stripe told of it or not.
    Of those that were never put to Stripe nothing can come."""
    over = Donation.objects.filter(
        state=DonationState.ASKED, expires_at__lt=timezone.now(), livemode=gateway.is_live()
    ).order_by("pk")
    number = over.filter(session=None).update(state=DonationState.ABANDONED)
    for donation in over.exclude(session=None)[:AT_ONCE]:
        try:
            number += hints.sync_gift(donation).state != DonationState.ASKED
        except (gateway.StripeError, Busy):
            break
        lease.renew()
    return number


@due(30, "reminders of gifts written")
def remind(lease: Lease) -> int:
    """Writes the one reminder to those who began to give, didn't, and asked for it."""
    return reminding.remind(Reminder, lease)


@due(18, "bursts of unpaid gifts told")
def tell_bursts(lease: Lease) -> int:
    """Tells the staff that gifts come in a burst that nobody pays, and that it is over."""
    return bursts.follow(BurstBegan, BurstOver)


@due(24, "ends of funds noted")
def note_ends(lease: Lease) -> int:
    """Writes down that a closing date has come."""
    return endings.note(Fund.objects.all())


@due(85, "events of Stripe forgotten")
def forget_events(lease: Lease) -> int:
    """Forgets what was looked at, once Stripe doesn't send it again."""
    old = timezone.now() - received.KEPT_FOR
    return StripeEvent.objects.filter(done_at__lt=old).delete()[0]


@due(20, "unpaid gifts forgotten")
def forget_unpaid(lease: Lease) -> int:
    """Destroys what was typed by those who began to give and didn't."""
    return forgetting.forget_unpaid(lease)


@due(25, "donors forgotten")
def forget_donors(lease: Lease) -> int:
    """Destroys what donors told us, some months after the end of their fund, or of what they gave
    regularly to it."""
    due_now = endings.due(Fund.objects.all())
    number = sum(forgetting.forget_donors(fund, lease) for fund in due_now)
    return number + forgetting.forget_last_ones(lease)
