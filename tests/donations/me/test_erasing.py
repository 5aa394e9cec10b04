"""Donors take their data along and are forgotten; the gift itself stays in the books."""

import json

import pytest
from django.test import Client

from tests.donations.donors import AIGUL, given, monthly, paid, press, tell
from tests.supporters.test_me_data import whole_database
from tests.supporters.visits import ME, enter, page_text, url, work_off
from wagtail_campaign.actions import tallies
from wagtail_campaign.donations import ledger
from wagtail_campaign.donations.me import donor
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.recurring import RecurringDonation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.supporters import addresses
from wagtail_campaign.supporters.models import Consent, Supporter

pytestmark = pytest.mark.django_db

PERSONAL = {
    "first_name": "Zhuldyzai",
    "last_name": "Qarlyghash",
    "email": "zhuldyz@mail.example",
    "dedication": "In memory of Bostandyq",
    "comment": "For my friend Aqsai",
    "display": "full",
}
ADDRESS = PERSONAL["email"]
TRACES = ["zhuldyz", "Qarlygh", "Bostandyq", "Aqsai"]


@pytest.fixture(autouse=True)
def many_mails(settings):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 100


@pytest.fixture
def typed(fund, gift_typed):
    fund.ask_dedication = "optional"
    fund.save()
    return gift_typed | PERSONAL


@pytest.fixture
def other(client, stripe, donation_page, gift_typed):
    """Somebody else, of whom everything has to stay."""
    return paid(client, stripe, donation_page, gift_typed)


def traces() -> list[str]:
    """What of her is still in the database."""
    text = whole_database().casefold()
    return [trace for trace in TRACES if trace.casefold() in text]


def test_the_file_holds_all_of_a_gift(client, stripe, donation_page, typed, other):
    donation = paid(client, stripe, donation_page, typed)
    enter(client, ADDRESS)
    answer = client.get(url("me_data"))
    [act] = json.loads(answer.content)["acts"]
    assert (act["kind"], act["id"]) == ("donation", donation.pk)
    record = act["record"]
    assert (record["amount"], record["currency"], record["state"]) == ("25.00", "EUR", "paid")
    assert record["dedication"] == PERSONAL["dedication"]
    assert record["stripe_payment_intent"] == donation.payment_intent
    assert act["supporter"]["comment"] == PERSONAL["comment"]
    assert "donations.thanks" in {mail["kind"] for mail in act["mails"]}
    text = answer.content.decode()
    assert AIGUL not in text
    for secret in (donation.nonce, addresses.email_key(ADDRESS), donation.key.hex):
        assert secret not in text


def test_every_column_of_a_gift_is_in_the_file(client, stripe, donation_page, typed):
    """A new field of a Donation has to be put into the download, or be named here."""
    paid(client, stripe, donation_page, typed)
    enter(client, ADDRESS)
    [act] = json.loads(client.get(url("me_data")).content)["acts"]
    elsewhere = {
        *("id", "page", "supporter", "fund", "recurring"),
        # Ids of Stripe's, under names that say so.
        *("session", "payment_intent", "invoice"),
        # Nothing of a person: what Stripe took, keys, how often it was asked.
        *("fee", "fee_currency", "key", "nonce", "looks", "oddity", "expires_at"),
        "livemode",
    }
    columns = {field.name for field in Donation._meta.fields}
    mine = {name for name in act["record"] if not name.startswith("stripe_")}
    assert columns - elsewhere == mine - {"is_test"}


def test_a_recurring_gift_is_in_the_file_with_all_that_came_of_it(
    client, stripe, donation_page, typed
):
    recurring = monthly(client, stripe, donation_page, typed)
    enter(client, ADDRESS)
    [act] = json.loads(client.get(url("me_data")).content)["acts"]
    assert (act["kind"], act["record"]["stripe_customer"]) == ("recurring", recurring.customer)
    assert [gift["amount"] for gift in act["record"]["gifts"]] == ["25.00"]
    assert act["page"]["title"] == "Strike fund"


def test_erasing_a_gift_destroys_her_and_keeps_what_the_law_wants(
    client, stripe, donation_page, fund, typed, other
):
    donation = paid(client, stripe, donation_page, typed)
    counts = tallies.by_metric(fund.key)
    enter(client, ADDRESS)
    asked = page_text(client.get(url("me_erase", "donation", donation.pk)))
    for words in ("law on accounting", "amount, day, currency", "stripe.com/privacy", "print"):
        assert words in asked
    assert traces() == TRACES, "asking changes nothing"
    answer = client.post(url("me_erase", "donation", donation.pk))
    assert answer.url.startswith(url("me_erased"))
    assert "What the law on accounting wants stays" in page_text(client.get(answer.url))
    assert traces() == []
    kept = Donation.objects.get(pk=donation.pk)
    for name in ("amount", "currency", "paid_at", "session", "payment_intent", "key", "state"):
        assert getattr(kept, name) == getattr(donation, name)
    assert (kept.supporter, kept.nonce) == (None, "")
    assert client.get(url("gift", donation.token("gift"))).status_code == 404
    assert "Zhuldyzai" not in page_text(Client().get(donation_page.url))
    assert tallies.by_metric(fund.key) == counts and tallies.recount() == []
    assert [kept.email for kept in Supporter.objects.all()] == [AIGUL]


def test_what_stripe_still_tells_of_an_erased_gift_is_counted(
    client, stripe, donation_page, fund, typed
):
    donation = paid(client, stripe, donation_page, typed)
    donor.erase(donation)
    gateway.refund(donation.payment_intent, 1000, "1")
    tell(donation)
    assert tallies.by_metric(fund.key)[ledger.metric("refunded", "EUR", False)] == 1000
    assert traces() == []


def test_erasing_a_recurring_gift_ends_it_first(client, stripe, donation_page, typed, other):
    recurring = monthly(client, stripe, donation_page, typed)
    stripe.control.forward(days=31)
    tell(recurring.donations.get())
    enter(client, ADDRESS)
    asked = page_text(client.get(url("me_erase", "recurring", recurring.pk)))
    assert "It ends at once: nothing is taken any more." in asked
    client.post(url("me_erase", "recurring", recurring.pk))
    assert gateway.subscription(recurring.subscription).status == "canceled"
    recurring.refresh_from_db()
    assert (recurring.state, recurring.supporter) == ("ended", None)
    assert recurring.subscription and recurring.customer
    assert traces() == []
    assert recurring.donations.filter(amount=2500, state="paid").count() == 2
    stripe.control.forward(days=62)
    tell(recurring.donations.first())
    assert recurring.donations.count() == 2


@pytest.mark.parametrize("everything", [True, False])
def test_while_stripe_is_away_a_recurring_gift_isnt_forgotten(
    client, stripe, donation_page, typed, everything
):
    """Else money would be taken from somebody who can't end it here any more."""
    recurring = monthly(client, stripe, donation_page, typed)
    once = paid(client, stripe, donation_page, typed)
    enter(client, ADDRESS)
    stripe.control.fault(times=3, status=503)
    if everything:
        assert "Not all could be erased" in press(client, "me_erase_all")
        once.refresh_from_db()
        assert once.supporter is None, "one keeps no other from it"
    else:
        said = press(client, "me_erase", "recurring", recurring.pk)
        assert "doesn’t answer just now. Nothing was changed" in said
    recurring.refresh_from_db()
    assert recurring.supporter.email == ADDRESS and recurring.state == "active"
    client.post(url("me_erase_all"))
    assert traces() == []


def test_what_isnt_paid_yet_cant_be_paid_once_it_is_erased(client, stripe, donation_page, typed):
    donation = given(client, donation_page, typed | {"interval": "month"} | {"other": "9"})
    enter(client, ADDRESS)
    asked = page_text(client.get(url("me_erase", "donation", donation.pk)))
    assert "can’t be paid any more then" in asked
    client.post(url("me_erase", "donation", donation.pk))
    assert gateway.session(donation.session).status == "expired"
    assert traces() == []
    work_off()
    assert not RecurringDonation.objects.exists()


def test_what_was_paid_a_moment_before_is_ended_as_well(client, stripe, donation_page, typed):
    donation = given(client, donation_page, typed | {"interval": "month"} | {"other": "9"})
    enter(client, ADDRESS)
    stripe.control.pay(donation.session)
    # No webhook has told of it yet.
    client.post(url("me_erase", "donation", donation.pk))
    recurring = RecurringDonation.objects.get()
    assert gateway.subscription(recurring.subscription).status == "canceled"
    assert (recurring.state, recurring.supporter) == ("ended", None)
    donation.refresh_from_db()
    assert (donation.state, donation.supporter) == ("paid", None)
    assert traces() == []


def test_erasing_everything_says_what_is_kept_and_leaves_nothing_of_her(
    client, stripe, donation_page, typed, other, clock
):
    paid(client, stripe, donation_page, typed)
    monthly(client, stripe, donation_page, typed)
    given(client, donation_page, typed)
    enter(client, ADDRESS)
    asked = page_text(client.get(url("me_erase_all")))
    assert asked.count("law on accounting") == 1 and "It ends at once" in asked
    answer = client.post(url("me_erase_all"))
    assert answer.status_code == 303 and "say=kept" in answer.url
    assert traces() == []
    assert not Consent.objects.exists()
    assert "Send me the link" in page_text(client.get(ME))
    assert Donation.objects.filter(supporter=None).count() == 3
    clock.forward(days=1, minutes=1)
    work_off()
    assert addresses.email_key(ADDRESS) not in whole_database()
