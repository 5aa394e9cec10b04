"""No order of events loses a gift or doubles one: each scenario of the offline Stripe, its webhooks
in every order, twice, and lost and then reconciled.

``CHAOS=all`` (``make chaos``) plays every order of up to six events, and a hundred of longer ones;
otherwise five replays of each.
"""

import itertools
import json
import os
import random

import pytest
from django.db import connection
from django.urls import reverse

from tests.editors import superuser
from wagtail_campaign.actions import tallies
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.money_back.refunds import Dispute, FraudWarning, Refund
from wagtail_campaign.donations.recurring import RecurringDonation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing import reconciling
from wagtail_campaign.donations.syncing.received import TYPES, StripeEvent
from wagtail_campaign.mailing.models import Mail

from .. import scenarios
from ..test_giving import give

pytestmark = pytest.mark.django_db

EVERY = os.environ.get("CHAOS") == "all"
#: How many random orders of a scenario, where not every order is played.
MANY = 100
TO_STAFF = ("donations.disputed", "donations.fraud_warning")
played = {"replays": 0}


@pytest.fixture(scope="module", autouse=True)
def said():
    yield
    print(f"\n{played['replays']} replays")


class Site:
    """The site before and after its Stripe told it what has happened."""

    def __init__(self, client, stripe, fund, donation):
        self.client, self.stripe, self.fund = client, stripe, fund
        self.first = donation

    def hear(self, event):
        """One webhook, as Stripe sends it."""
        payload = json.dumps(event).encode()
        answer = self.client.generic(
            "POST",
            reverse("wagtail_campaign:stripe_webhook"),
            payload,
            content_type="application/json",
            headers={"Stripe-Signature": self.stripe.webhooks.signature(payload)},
        )
        assert answer.status_code == 200

    def forget(self):
        """Back to the moment before the donor paid."""
        # The test never commits: what thousands of replays left for then is gone through at each
        # savepoint.
        connection.run_on_commit.clear()
        Mail.objects.all().delete()
        StripeEvent.objects.all().delete()
        Refund.objects.all().delete()
        Dispute.objects.all().delete()
        FraudWarning.objects.all().delete()
        Donation.objects.exclude(pk=self.first.pk).delete()
        self.first.save()
        RecurringDonation.objects.all().delete()
        tallies.Tally.objects.filter(key=self.fund.key).update(count=0)

    def stands(self) -> dict:
        """All that has to be the same, whatever way led to it."""
        gifts = Donation.objects.order_by("invoice", "payment_intent")
        fields = ("state", "amount", "refunded", "disputed", "payment_intent", "invoice", "oddity")
        # Of failed payments there is one for each period.
        mails = Mail.objects.exclude(kind="donations.payment_failed")
        mails = list(mails.values_list("kind", "object_id"))
        assert len(mails) == len(set(mails))
        back = Refund.objects.filter(status="succeeded").values_list("pk", flat=True)
        return {
            "gifts": sorted(gifts.values_list(*fields), key=str),
            "recurring": list(RecurringDonation.objects.values_list("state", "amount")),
            "refunds": sorted(Refund.objects.values_list("status", "amount")),
            "disputes": sorted(Dispute.objects.values_list("status", "amount")),
            "warnings": list(FraudWarning.objects.values_list("stripe_id", "donation__amount")),
            "counts": {k: n for k, n in tallies.by_metric(self.fund.key).items() if n},
            # Those about a passing state may be fewer.
            "thanks": [kind for kind, _ in mails if kind == "donations.thanks"],
            "told": [("donations.refunded", pk) in mails for pk in back],
            "staff": sorted(kind for kind, _ in mails if kind in TO_STAFF),
        }


@pytest.fixture
def site(client, stripe, donation_page, fund, gift_typed, settings):
    """``site("month", scenario)``: what happened at Stripe, of which the site has heard nothing;
    and the events that would tell it."""

    def site(interval, scenario):
        stripe.webhooks.url = "http://127.0.0.1:9/"
        stripe.control.hold()
        typed = dict(gift_typed, interval=interval)
        if interval:
            typed |= {"amount_EUR_once": "", "other": "25"}
        assert give(client, donation_page, typed).status_code == 303
        donation = Donation.objects.get()
        scenario(stripe, donation)
        events = [event for event in stripe.control.events() if event["type"] in TYPES]
        return Site(client, stripe, fund, donation), events

    return site


def replays(events: list):
    """What the site hears: (events in some order, whether some are lost)."""
    chance = random.Random(len(events))

    def shuffled():
        return chance.sample(events, len(events))

    def some():
        return [event for event in shuffled() if chance.random() < 0.5]

    yield from [(events, False), (events[::-1], False), (events + shuffled(), False), ([], True)]
    yield some(), True
    if not EVERY:
        return
    every = itertools.permutations(events) if len(events) <= 6 else ()
    for order in every or (shuffled() for _ in range(MANY)):
        yield list(order), False
        yield [*order, *shuffled()], False
        yield some(), True


@pytest.mark.parametrize(
    ("interval", "scenario"),
    scenarios.ALL,
    ids=lambda value: getattr(value, "__name__", value or "once"),
)
def test_whatever_the_order_the_end_is_the_same(site, interval, scenario):
    superuser()
    site, events = site(interval, scenario)
    ends = None
    for heard, is_lossy in replays(events):
        site.forget()
        for event in heard:
            site.hear(event)
        if is_lossy:
            reconciling.reconcile()
        played["replays"] += 1
        now = site.stands()
        ends = ends or now
        assert now == ends, [event["type"] for event in heard]
    states, kept, refunded, disputed = scenarios.ENDS[interval, scenario.__name__]
    assert [state for state, *_ in ends["gifts"]] == states
    counts = ends["counts"]
    assert counts.get("paid EUR test", 0) == kept
    assert counts.get("refunded EUR test", 0) == refunded
    assert counts.get("disputed EUR test", 0) == disputed
    assert counts.get("gifts EUR test", 0) == states.count("paid")
    assert "processing EUR test" not in counts
    assert ends["thanks"] == ["donations.thanks"] * states.count("paid")
    assert all(ends["told"])
    disputes, warnings = len(ends["disputes"]), len(ends["warnings"])
    assert warnings == ("warned" in scenario.__name__)
    assert ends["staff"] == (
        ["donations.disputed"] * disputes + ["donations.fraud_warning"] * warnings
    )
    if interval:
        known = scenarios.RECURRING_ENDS.get(scenario.__name__)
        assert [state for state, _ in ends["recurring"]] == ([known] if known else [])
    assert tallies.recount() == [] and gateway.is_live() is False
