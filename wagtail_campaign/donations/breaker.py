"""Against those who try stolen cards on a donation form:
https://docs.stripe.com/disputes/prevention/card-testing.

A burst of gifts that nobody pays trips it. While it is tripped, a gift is put to Stripe only from a
link that was mailed to its donor; nothing else on the site changes. It keeps no state: once the
burst has gone by, so has the breaker. What the staff is told of it is in ``bursts``.
"""

from datetime import timedelta

from django.utils import timezone

from .models import Donation
from .states import DonationState
from .stripe_api import gateway

#: In that time …
WINDOW = timedelta(minutes=10)
#: … so many gifts that nobody has paid …
BURST = 30
#: … and so many for each that was: an honest rush has more that are.
UNPAID_FOR_EACH_PAID = 5
#: A donor takes that long to pay, and isn't counted before.
PAYING = timedelta(minutes=2)


def is_tripped() -> bool:
    """Whether gifts come in a burst that nobody pays."""
    return unpaid() > 0


def unpaid() -> int:
    """How many gifts of a burst nobody has paid, 0 where there is none; two counts over the last
    minutes."""
    now = timezone.now()
    lately = Donation.objects.filter(
        created_at__gt=now - WINDOW, livemode=gateway.is_live(), is_offline=False, recurring=None
    )
    waiting = lately.exclude(state__in=[DonationState.PAID, DonationState.PROCESSING])
    number = waiting.filter(created_at__lt=now - PAYING).count()
    if number < BURST:
        return 0
    paid = lately.filter(state=DonationState.PAID).count()
    return number if number >= UNPAID_FOR_EACH_PAID * paid else 0
