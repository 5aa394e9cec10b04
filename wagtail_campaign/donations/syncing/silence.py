"""Whether Stripe still tells of what happens: what came last, what waits, and what nobody heard."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from ..models import Donation
from ..recurring import RecurringDonation
from ..states import DonationState, RecurringState
from ..stripe_api import gateway
from .received import StripeEvent
from .reconciling import AS_FAR_BACK, unsettled

#: How long after a payment its event may be on its way; Stripe sends it within seconds.
LATE = timedelta(minutes=15)
#: So many of the latest paid gifts are looked at, and nothing is counted beyond the other.
LOOKED_AT = 100
MOST_COUNTED = 1000


@dataclass(frozen=True)
class Heard:
    """How it stands. ``unheard``: when the latest gift was paid that no event told of, None where
    all were told. ``to_ask``: about how many gifts Stripe would be asked by ``reconcile``."""

    last: datetime | None
    last_type: str
    waiting: int
    unheard: datetime | None
    to_ask: int


def heard() -> Heard:
    """At the cost of a few looks into indexes, and without asking Stripe."""
    last = StripeEvent.objects.order_by("-pk").first()
    waiting = StripeEvent.objects.filter(done_at=None)[: MOST_COUNTED + 1].count()
    # Named, not excluded: only so it is a look into the index.
    states = [state for state in RecurringState if state != RecurringState.ENDED]
    going = RecurringDonation.objects.filter(state__in=states, livemode=gateway.is_live())
    open_gifts = unsettled(timezone.now() - AS_FAR_BACK)
    return Heard(
        last=last and last.received_at,
        last_type=last.type if last else "",
        waiting=waiting,
        unheard=_unheard(last and last.received_at),
        to_ask=sum(gifts[: MOST_COUNTED + 1].count() for gifts in (going, open_gifts)),
    )


def _unheard(last: datetime | None) -> datetime | None:
    """A gift becomes paid by the donor's coming back, too, or by asking once it has expired. Of one
    that was paid after the last event, and a while ago, the webhook should have told."""
    paid = Donation.objects.filter(
        state=DonationState.PAID, livemode=gateway.is_live(), is_offline=False
    )
    moments = paid.order_by("-created_at").values_list("paid_at", flat=True)[:LOOKED_AT]
    until = timezone.now() - LATE
    late = [m for m in moments if m and m < until and (last is None or m > last + LATE)]
    return max(late, default=None)
