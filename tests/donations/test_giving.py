"""Somebody gives: the form, Stripe's page, and back."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from tests.people import change
from wagtail_campaign.actions import tallies
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db


def give(client, page, typed):
    """Sends the form of a donation page."""
    return client.post(reverse("wagtail_campaign:donation_give", args=[page.pk]), typed)


def test_somebody_gives_and_is_thanked(client, stripe, donation_page, fund, gift_typed):
    answer = give(client, donation_page, gift_typed)
    assert answer.status_code == 303 and answer.url.startswith(stripe.address)
    donation = Donation.objects.get()
    assert (donation.state, donation.amount, donation.currency) == ("asked", 2500, "EUR")
    assert (donation.public_name, donation.fund) == ("Aigul Serikova", fund)
    stripe.control.pay(donation.session)
    [session] = stripe.store.all("checkout.session")
    back = client.get(session["success_url"].removeprefix("http://testserver"))
    assert "Your gift has come" in back.content.decode() and "€25" in back.content.decode()
    assert "no-store" in back.headers["Cache-Control"]
    donation.refresh_from_db()
    assert donation.state == "paid" and donation.paid_at and donation.fee == 62
    assert tallies.by_metric(fund.key) == {"paid EUR test": 2500, "gifts EUR test": 1}
    [thanks] = mail.outbox
    assert thanks.to == ["aigul@example.org"] and "€25" in thanks.body
    page = client.get(donation_page.url).content.decode()
    assert "Aigul Serikova" in page and "€25" in page
    assert tallies.recount() == []


def test_stripe_sends_donors_back_to_a_front_end(
    client, stripe, donation_page, gift_typed, settings
):
    there = "https://app.example.org/{language}/gift?is={token}"
    settings.WAGTAIL_CAMPAIGN_FRONT_END = {"gift": there}
    give(client, donation_page, gift_typed)
    [session] = stripe.store.all("checkout.session")
    back = f"https://app.example.org/en/gift?is={Donation.objects.get().token('gift')}"
    assert (session["success_url"], session["cancel_url"]) == (back, f"{back}&cancelled")


def test_who_covers_the_fees_pays_a_line_of_its_own(client, stripe, donation_page, gift_typed):
    give(client, donation_page, {**gift_typed, "covers_fees": "on"})
    donation = Donation.objects.get()
    [session] = stripe.store.all("checkout.session")
    assert session["amount_total"] == donation.amount == 2500 + donation.added
    # 1.5 % and 25 cents of the sum of both.
    assert donation.added == 64


def test_an_amount_of_ones_own_goes_before_those_offered(client, stripe, donation_page, gift_typed):
    give(client, donation_page, {**gift_typed, "other": "12,50"})
    assert Donation.objects.get().amount == 1250


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ({"amount_EUR_once": ""}, "Please choose an amount"),
        ({"amount_EUR_once": "1"}, "Select a valid choice"),
        ({"other": "much"}, "Please enter an amount like this: €20"),
        ({"other": "0.5"}, "The least that can be given here is €1."),
        ({"other": "10001"}, "The most that can be given here is €10,000."),
        ({"currency": "KZT"}, "Please choose an amount"),
        ({"currency": "XXX"}, "Select a valid choice"),
        ({"interval": "day"}, "Select a valid choice"),
        ({"email": "nobody"}, "name@example.org"),
    ],
)
def test_a_slip_is_said_and_nothing_is_asked_of_stripe(
    client, stripe, donation_page, gift_typed, slip, said
):
    answer = give(client, donation_page, gift_typed | slip)
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not Donation.objects.exists() and not Supporter.objects.exists()
    assert stripe.store.all("checkout.session") == []


def test_who_comes_back_without_paying_is_told_that_nothing_was_charged(
    client, stripe, donation_page, gift_typed
):
    give(client, donation_page, gift_typed)
    [session] = stripe.store.all("checkout.session")
    said = client.get(session["cancel_url"].removeprefix("http://testserver")).content.decode()
    assert "You came back without paying €25. Nothing was charged." in said


def test_a_delayed_gift_is_shown_as_what_it_is(client, stripe, donation_page, fund, gift_typed):
    give(client, donation_page, gift_typed)
    donation = Donation.objects.get()
    stripe.control.pay(donation.session, delayed=True)
    [session] = stripe.store.all("checkout.session")
    back = session["success_url"].removeprefix("http://testserver")
    assert "Your gift is on its way" in client.get(back).content.decode()
    assert tallies.by_metric(fund.key) == {"processing EUR test": 2500}
    assert mail.outbox == []
    stripe.control.settle(donation.session)
    assert "Your gift has come" in client.get(back).content.decode()
    counts = tallies.by_metric(fund.key)
    assert (counts["processing EUR test"], counts["paid EUR test"]) == (0, 2500)


def test_while_stripe_is_away_nothing_is_lost_and_nothing_charged(
    client, stripe, donation_page, gift_typed
):
    stripe.control.fault(times=3, status=503)
    answer = give(client, donation_page, gift_typed)
    said = answer.content.decode()
    assert answer.status_code == 503 and "Nothing was charged" in said
    assert "Serikova" in said
    assert give(client, donation_page, gift_typed).status_code == 303
    assert len(stripe.store.all("checkout.session")) == 1


def test_nobody_else_sees_a_gift(client, stripe, donation_page, gift_typed):
    give(client, donation_page, gift_typed)
    token = Donation.objects.get().token("gift")
    assert client.get(reverse("wagtail_campaign:gift", args=[token])).status_code == 200
    last = "1" if token[-1] == "0" else "0"
    for wrong in (token[:-1] + last, re.sub("-[0-9]+-", "-999-", token), "x", "donation-1-"):
        assert client.get(reverse("wagtail_campaign:gift", args=[wrong])).status_code == 404


def test_nothing_of_the_donor_is_in_what_stripe_keeps_but_the_address(
    client, stripe, donation_page, gift_typed
):
    give(client, donation_page, {**gift_typed, "comment": "For my friend Marat"})
    [session] = stripe.store.all("checkout.session")
    kept = str(session)
    assert "aigul@example.org" in kept
    for word in ("Aigul", "Serikova", "Marat", "Strike"):
        assert word not in kept


def test_who_gives_each_month_is_thanked_also_where_no_webhook_came(
    client, stripe, donation_page, fund, gift_typed
):
    typed = {**gift_typed, "interval": "month", "amount_EUR_month": "1000"}
    give(client, donation_page, typed)
    donation = Donation.objects.get()
    stripe.control.pay(donation.session)
    [session] = stripe.store.all("checkout.session")
    said = client.get(session["success_url"].removeprefix("http://testserver")).content.decode()
    assert "You give €10 each month." in said
    donation.refresh_from_db()
    assert (donation.state, donation.recurring.state) == ("paid", "active")


def test_the_forms_of_two_funds_at_once_are_strangers(donation_page, fund, gift_typed):
    first = donation_page.get_form(donation_page.read_live(), gift_typed)
    fund.currencies.filter(currency="EUR").delete()
    change(fund, asks_monthly=False)
    donation_page.get_form(donation_page.read_live())
    assert first.is_valid() and first.cleaned_data["currency"] == "EUR"
    assert [code for code, _label in first.fields["interval"].choices] == ["", "month"]
