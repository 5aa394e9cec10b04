"""Stripe against the database: what the webhook missed, found and mended.

Stripe knows for thirty days which events it couldn't deliver; and of what isn't settled here it is
asked again, whether it told or not.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from ..models import Donation
from ..recurring import RecurringDonation
from ..states import DonationState, RecurringState
from ..stripe_api import gateway
from . import changes, hints, received
from .gifts import Busy
from .received import TYPES, StripeEvent, work_off
from .subscriptions import sync_subscription

logger = logging.getLogger(__name__)

#: How far back Stripe knows what it couldn't deliver.
AS_FAR_BACK = timedelta(days=30)
#: So many rows are held at a time.
BATCH = 200


@dataclass
class Difference:
    """What was mended: a gift or a recurring gift, its state before and now."""

    record: Donation | RecurringDonation
    was: str
    now: str


def reconcile(since: datetime | None = None, renew: Callable = lambda: None) -> list[Difference]:
    """Looks at all that may be out of step, since a moment (thirty days ago); what differed.

    However many gifts there are, some hundred are held at a time, and those that differed. Stripe
    is asked once for each event that it couldn't deliver, for each gift that isn't settled, and for
    each recurring gift. ``renew`` is called between two of them. Raises ``gateway.StripeError``
    where Stripe can't be asked at all.
    """
    since = since or timezone.now() - AS_FAR_BACK
    with changes.watched() as seen:
        for event in gateway.missed_events(since, TYPES):
            received.receive(event)
            renew()
        for event in _each(StripeEvent.objects.filter(done_at=None)):
            work_off(event)
            renew()
        for donation in _each(unsettled(since)):
            _quietly(lambda donation=donation: hints.sync_gift(donation))
            renew()
        going = RecurringDonation.objects.exclude(state=RecurringState.ENDED)
        for recurring in _each(going.filter(livemode=gateway.is_live())):
            _quietly(lambda recurring=recurring: sync_subscription(recurring.subscription))
            renew()
    return [Difference(*found) for found in seen.values() if found[1] != found[2]]


def _each(queryset) -> Iterator:
    """The rows of a queryset by their ids, a batch at a time; whatever becomes of them
    meanwhile."""
    last = 0
    while batch := list(queryset.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield from batch
        last = batch[-1].pk


def unsettled(since: datetime):
    """The gifts that were put to Stripe and aren't settled yet, of the mode that the site is in."""
    waiting = Donation.objects.filter(
        state__in=[DonationState.ASKED, DonationState.PROCESSING],
        livemode=gateway.is_live(),
        created_at__gte=since,
    )
    return waiting.exclude(session=None, invoice=None).order_by("pk")


def _quietly(look: Callable) -> None:
    """One that can't be looked at now keeps no other from it."""
    try:
        look()
    except (gateway.StripeMissing, gateway.StripeAway, Busy) as error:
        logger.warning("Left for the next time: %s", error)
