"""Many at once, and those that die in the middle: nothing is lost, nothing doubled."""

import json

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.crowd import at_once
from wagtail_campaign.actions import tallies
from wagtail_campaign.donations import services
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.recurring import RecurringDonation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing import gifts, hints
from wagtail_campaign.donations.syncing.received import TYPES, StripeEvent
from wagtail_campaign.mailing.models import Mail

from .. import scenarios
from ..test_giving import give

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def given(client, stripe, donation_page, gift_typed):
    """``given()``, ``given("month")``: a gift that waits to be paid, its webhooks held back."""

    def given(interval=""):
        stripe.webhooks.url = "http://127.0.0.1:9/"
        stripe.control.hold()
        give(client, donation_page, {**gift_typed, "interval": interval, "other": "25"})
        return Donation.objects.get()

    return given


def hear(stripe, event):
    payload = json.dumps(event).encode()
    return Client().generic(
        "POST",
        reverse("wagtail_campaign:stripe_webhook"),
        payload,
        content_type="application/json",
        headers={"Stripe-Signature": stripe.webhooks.signature(payload)},
    )


@pytest.mark.parametrize("interval", ["", "month"])
def test_twenty_bringing_the_same_event_make_one_gift(stripe, given, fund, interval):
    donation = given(interval)
    stripe.control.pay(donation.session)
    done = next(e for e in stripe.control.events() if e["type"] == "checkout.session.completed")
    answers = at_once(20, lambda i: hear(stripe, done).status_code)
    assert answers == [200] * 20 and StripeEvent.objects.count() == 1
    assert Donation.objects.get().state == "paid"
    counts = {k: n for k, n in tallies.by_metric(fund.key).items() if n}
    assert counts == {"paid EUR test": 2500, "gifts EUR test": 1}
    assert Mail.objects.filter(kind="donations.thanks").count() == 1
    assert tallies.recount() == []


@pytest.mark.parametrize("interval", ["", "month"])
def test_all_events_of_a_gift_at_once_make_one_gift(stripe, given, fund, interval):
    donation = given(interval)
    stripe.control.pay(donation.session)
    gateway.refund(scenarios.intent_of(donation), 1000, "1")
    told = [e for e in stripe.control.events() if e["type"] in TYPES]
    assert len(told) > 2
    assert set(at_once(len(told), lambda i: hear(stripe, told[i]).status_code)) == {200}
    # What lost the race for the gift too often waits for the next pass.
    for event in StripeEvent.objects.filter(done_at=None):
        hints.sync(event.kind, event.object_id)
    gift = Donation.objects.get()
    assert (gift.state, gift.refunded) == ("paid", 1000)
    assert RecurringDonation.objects.count() == bool(interval)
    counts = {k: n for k, n in tallies.by_metric(fund.key).items() if n}
    assert counts == {"paid EUR test": 1500, "refunded EUR test": 1000, "gifts EUR test": 1}
    assert Mail.objects.filter(kind="donations.thanks").count() == 1


def test_who_dies_after_stripe_has_answered_is_found_by_the_key(
    client, stripe, donation_page, gift_typed, monkeypatch
):
    real = gateway.open_session

    def dies(asked):
        real(asked)
        raise SystemExit

    monkeypatch.setattr(services.gateway, "open_session", dies)
    with pytest.raises(SystemExit):
        give(client, donation_page, gift_typed)
    monkeypatch.setattr(services.gateway, "open_session", real)
    donation = Donation.objects.get()
    assert donation.session is None
    [session] = stripe.store.all("checkout.session")
    stripe.control.pay(session["id"])
    hints.sync("checkout.session", session["id"])
    donation.refresh_from_db()
    assert (donation.state, donation.session) == ("paid", session["id"])
    assert len(mail.outbox) == 1


def test_what_another_has_written_meanwhile_is_never_undone_by_something_older(
    stripe, given, fund, monkeypatch
):
    """One reads at Stripe, and falls asleep; the gift is paid and given back; it wakes up."""
    donation = given()
    stripe.control.pay(donation.session)
    look, slept = gifts.look, []

    def sleepy(found):
        seen = look(found)
        if not slept:
            slept.append(True)
            gateway.refund(scenarios.intent_of(donation), 2500, "1")
            gifts.sync_donation(donation.pk)
            assert Donation.objects.get().refunded == 2500
        return seen

    monkeypatch.setattr(gifts, "look", sleepy)
    assert gifts.sync_donation(donation.pk).refunded == 2500
    assert tallies.by_metric(fund.key)["refunded EUR test"] == 2500
    assert sum(n for k, n in tallies.by_metric(fund.key).items() if k == "paid EUR test") == 0
