"""Stripe is away for a minute while somebody gives: nothing is lost, nothing doubled, and whoever
waits is told how it stands."""

import json

import pytest
from django.core import mail
from django.urls import reverse

from wagtail_campaign.actions import tallies
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing.received import StripeEvent
from wagtail_campaign.mailing.work import run_pass

from .test_giving import give

pytestmark = pytest.mark.django_db
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def away(stripe, settings):
    """``away()``: nobody answers at Stripe; ``away(False)``: it is there again."""

    def away(is_away=True):
        settings.WAGTAIL_CAMPAIGN_STRIPE_ADDRESS = NOWHERE if is_away else stripe.address

    return away


@pytest.fixture
def gift(client, stripe, donation_page, gift_typed):
    """One that waits to be paid; no webhook comes by itself."""
    stripe.webhooks.url = f"{NOWHERE}/"
    stripe.control.hold()
    give(client, donation_page, gift_typed)
    return Donation.objects.get()


def page_of(gift):
    return reverse("wagtail_campaign:gift", args=[gift.token("gift")])


def stands_paid(fund) -> bool:
    """One gift is paid, counted and thanked for, once."""
    counts = {name: n for name, n in tallies.by_metric(fund.key).items() if n}
    assert counts == {"paid EUR test": 2500, "gifts EUR test": 1}
    assert len(mail.outbox) == 1 and tallies.recount() == []
    return True


def test_before_anything_was_asked_of_it(client, stripe, donation_page, fund, gift_typed, away):
    away()
    answer = give(client, donation_page, gift_typed)
    assert answer.status_code == 503
    said = answer.content.decode()
    assert "Nothing was charged" in said and "Serikova" in said and "try again in a minute" in said
    away(False)
    assert give(client, donation_page, gift_typed).status_code == 303
    [session] = stripe.store.all("checkout.session")
    stripe.control.pay(session["id"])
    client.get(session["success_url"].removeprefix("http://testserver"))
    assert sorted(Donation.objects.values_list("state", flat=True)) == ["asked", "paid"]
    assert stands_paid(fund)


def test_after_it_was_asked_and_before_it_has_answered(
    client, stripe, donation_page, fund, gift_typed, clock
):
    """The connection breaks each time after the work is done: the session is there, and nobody
    knows its address."""
    stripe.control.fault(times=3, status=None, after=True)
    assert give(client, donation_page, gift_typed).status_code == 503
    assert len(stripe.store.all("checkout.session")) == 1
    assert give(client, donation_page, gift_typed).status_code == 303
    known = Donation.objects.exclude(session=None).get()
    stripe.control.pay(known.session)
    client.get(page_of(known))
    # The other can't be paid by anybody; its hours go by here and there.
    stripe.control.forward(hours=3)
    clock.forward(hours=3)
    run_pass()
    assert sorted(Donation.objects.values_list("state", flat=True)) == ["abandoned", "paid"]
    assert stands_paid(fund)


def test_while_the_donor_pays_and_comes_back(client, stripe, fund, gift, away):
    stripe.control.pay(gift.session)
    away()
    said = client.get(page_of(gift)).content.decode()
    assert "€25 was not paid yet. If you have just paid, load this page again" in said
    away(False)
    assert "Your gift has come" in client.get(page_of(gift)).content.decode()
    assert stands_paid(fund)


def test_while_it_tells_that_the_gift_was_paid(client, stripe, fund, gift, away, clock):
    """It tells of it, and can't be asked."""
    stripe.control.pay(gift.session)
    away()
    for event in stripe.control.events():
        body = json.dumps(event).encode()
        answer = client.generic(
            "POST",
            reverse("wagtail_campaign:stripe_webhook"),
            body,
            headers={"Stripe-Signature": stripe.webhooks.signature(body)},
        )
        assert answer.status_code == 200
    assert StripeEvent.objects.filter(done_at=None).exists()
    clock.forward(minutes=2)
    run_pass()
    assert Donation.objects.get().state == "asked"
    away(False)
    run_pass()
    assert stands_paid(fund) and not StripeEvent.objects.filter(done_at=None).exists()


def test_when_a_donor_goes_on_to_pay(client, stripe, gift, away):
    pay = reverse("wagtail_campaign:gift_pay", args=[gift.token("gift")])
    away()
    answer = client.post(pay, follow=True)
    said = answer.content.decode()
    assert "Stripe" not in said and "The payment service doesn’t answer just now." in said
    assert "Go on to payment" in said
    away(False)
    assert client.post(pay).url == gateway.session(gift.session).url


def test_what_stripe_refuses_is_said_to_the_donor_and_to_whoever_runs_the_site(
    client, stripe, donation_page, gift_typed, caplog
):
    # As for a key that was taken back.
    stripe.control.fault(status=401)
    answer = give(client, donation_page, gift_typed)
    said = answer.content.decode()
    assert answer.status_code == 503 and "through no fault of yours" in said and "Serikova" in said
    assert f"Gift {Donation.objects.get().pk} can't be paid" in caplog.text
    assert "aigul" not in caplog.text.lower() and "sk_test" not in caplog.text


def test_who_goes_on_to_pay_what_is_paid_already_sees_the_gift(client, stripe, gift, fund):
    stripe.control.pay(gift.session)
    answer = client.post(reverse("wagtail_campaign:gift_pay", args=[gift.token("gift")]))
    assert answer.status_code == 303 and answer.url == page_of(gift)
