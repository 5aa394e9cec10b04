"""A donor prints all gifts of a year."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.donations.donors import AIGUL, given, monthly, paid, tell
from tests.supporters.visits import ME, enter, page_text, url
from wagtail_campaign.donations.me import statement
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.money_back.refunds import Dispute, Refund
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.supporters import addresses

from ..scenarios import intent_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def many_mails(settings):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 100


def was_paid(donation, *day):
    """Moves a gift to a day."""
    Donation.objects.filter(pk=donation.pk).update(paid_at=datetime(*day, 12, tzinfo=UTC))


def of(year):
    return statement.of_year(year, addresses.email_keys(AIGUL))


def test_it_has_each_currency_by_itself_and_what_went_back_apart(
    client, stripe, donation_page, gift_typed
):
    first = paid(client, stripe, donation_page, gift_typed)
    tenge = {"currency": "KZT", "amount_KZT_once": "500000"}
    paid(client, stripe, donation_page, gift_typed | tenge)
    paid(client, stripe, donation_page, gift_typed | {"email": "other@example.org", "other": "77"})
    given(client, donation_page, gift_typed | {"other": "88"})
    gateway.refund(intent_of(first), 1000, "1")
    tell(first)
    enter(client, AIGUL)
    [year] = statement.years(addresses.email_keys(AIGUL))
    sheet = page_text(client.get(url("me_statement", year)))
    assert f"Gifts of {year}" in sheet and AIGUL in sheet and "Strike fund" in sheet
    assert "EUR €25 €10 €15" in sheet and "KZT ₸5,000 ₸0 ₸5,000" in sheet
    assert "Given back by the campaign €10" in sheet
    assert "€77" not in sheet and "€88" not in sheet
    assert "This is not a receipt for the tax office." in sheet
    assert f"All gifts of {year} on one page" in page_text(client.get(ME))


def test_what_was_given_back_a_year_later_stands_in_that_year(
    client, stripe, donation_page, gift_typed
):
    donation = paid(client, stripe, donation_page, gift_typed)
    gateway.refund(intent_of(donation), 2500, "1")
    tell(donation)
    was_paid(donation, 2024, 12, 31)
    Refund.objects.update(created_at=datetime(2025, 1, 2, tzinfo=UTC))
    [before], [after] = of(2024).sums, of(2025).sums
    assert (before.given, before.returned, before.kept) == (2500, 0, 2500)
    assert (after.given, after.returned, after.kept) == (0, 2500, -2500)


def test_a_refund_that_failed_and_a_dispute_that_was_won_took_nothing(
    client, stripe, donation_page, gift_typed
):
    donation = paid(client, stripe, donation_page, gift_typed)
    refund = gateway.refund(intent_of(donation), 1000, "1")
    stripe.control.fail_refund(refund.id)
    dispute = stripe.control.dispute(intent_of(donation))
    stripe.control.close_dispute(dispute["id"], won=True)
    tell(donation)
    assert Refund.objects.count() == Dispute.objects.count() == 1
    was_paid(donation, 2025, 3, 1)
    assert of(2025).returned == []
    Dispute.objects.update(status="lost", created_at=datetime(2025, 4, 1, tzinfo=UTC))
    [lost] = of(2025).returned
    assert lost.by_bank and lost.amount == 2500


def test_a_year_begins_in_the_zone_of_the_site(client, stripe, donation_page, gift_typed, settings):
    settings.TIME_ZONE = "Asia/Almaty"
    donation = paid(client, stripe, donation_page, gift_typed)
    moment = datetime(2024, 12, 31, 22, tzinfo=UTC)
    Donation.objects.filter(pk=donation.pk).update(paid_at=moment)
    assert statement.years(addresses.email_keys(AIGUL)) == [2025]
    assert len(of(2025).gifts) == 1 and of(2024).gifts == []


def test_each_month_of_a_recurring_gift_is_in_it(client, stripe, donation_page, gift_typed):
    recurring = monthly(client, stripe, donation_page, gift_typed)
    stripe.control.forward(days=31)
    tell(recurring.donations.get())
    Donation.objects.update(paid_at=datetime(2025, 5, 1, tzinfo=UTC))
    assert of(2025).sums[0].given == 5000


def test_test_money_is_in_no_statement_of_a_live_site(
    client, stripe, donation_page, gift_typed, settings
):
    donation = paid(client, stripe, donation_page, gift_typed)
    was_paid(donation, 2025, 3, 1)
    assert of(2025).is_test
    settings.WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = "sk_live_1"
    assert of(2025).gifts == []


def test_who_has_no_link_gets_no_statement(client, donation_page):
    stranger = Client().get(url("me_statement", 2025))
    assert stranger.status_code == 303 and "say=over" in stranger.url


def test_a_year_in_which_nothing_was_given_is_not_there(client, stripe, donation_page, gift_typed):
    paid(client, stripe, donation_page, gift_typed)
    enter(client, AIGUL)
    assert client.get(url("me_statement", 1999)).status_code == 404
    assert client.get("/campaign/me/gifts/99999999999999999999/").status_code == 404
