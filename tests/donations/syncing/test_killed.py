"""Who looks at what Stripe told may be killed between its answer and the commit, at any moment:
nothing is lost, nothing counted or thanked for twice."""

import os
import random
import signal
import time
from collections import Counter
from contextlib import suppress
from datetime import timedelta

import pytest
from django.utils import timezone

from wagtail_campaign.actions import tallies
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.recurring import RecurringDonation
from wagtail_campaign.donations.syncing.received import TYPES, StripeEvent
from wagtail_campaign.mailing.models import Mail

from ..test_giving import give

pytestmark = pytest.mark.django_db(transaction=True)

GIFTS, KILLS, FEWEST = 16, 8, 3


@pytest.fixture
def paid(client, stripe, donation_page, gift_typed, monkeypatch):
    """Gifts that were paid, half of them each month, of which Stripe has told and nobody has
    looked."""
    monkeypatch.setenv("MORTAL_STRIPE", stripe.address)
    stripe.webhooks.url = "http://127.0.0.1:9/"
    stripe.control.hold()
    for number in range(GIFTS):
        interval = "month" if number % 2 else ""
        typed = gift_typed | {"email": f"{number}@example.org", "interval": interval}
        assert give(client, donation_page, typed | {"other": "25"}).status_code == 303
    for donation in Donation.objects.all():
        stripe.control.pay(donation.session)
    StripeEvent.objects.bulk_create(
        StripeEvent(
            stripe_id=event["id"],
            type=event["type"],
            kind=event["data"]["object"]["object"],
            object_id=event["data"]["object"]["id"],
            created_at=timezone.now(),
            received_at=timezone.now() - timedelta(minutes=5),
        )
        for event in stripe.control.events()
        if event["type"] in TYPES
    )


def left() -> int:
    """How many events nobody has looked at yet."""
    return StripeEvent.objects.filter(done_at=None).count()


def test_killed_at_random_moments_each_gift_is_counted_and_thanked_for_once(paid, fund, mortal):
    chance, killed = random.Random(), 0
    for _ in range(KILLS):
        before, child = left(), mortal()
        # One at any moment of its first look, another after it has done something.
        waits = chance.random() < 0.7
        while waits and left() == before and before:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.05))
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        mortal.ended()
        killed += left() > 0
    assert killed >= FEWEST
    while left():
        mortal()
        mortal.ended()
    assert set(Donation.objects.values_list("state", "amount")) == {("paid", 2500)}
    assert Donation.objects.count() == GIFTS
    assert RecurringDonation.objects.filter(state="active").count() == GIFTS // 2
    counts = {name: n for name, n in tallies.by_metric(fund.key).items() if n}
    assert counts == {"paid EUR test": GIFTS * 2500, "gifts EUR test": GIFTS}
    thanks = Counter(Mail.objects.filter(kind="donations.thanks").values_list("object_id"))
    assert len(thanks) == GIFTS and set(thanks.values()) == {1}
    assert tallies.recount() == []
