"""What can be given and what was, for a front end that draws the page itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.donations.donors import given, paid, tell
from tests.donations.scenarios import intent_of
from tests.people import change
from wagtail_campaign.donations.amounts import money, offers
from wagtail_campaign.donations.models import FundCurrency
from wagtail_campaign.donations.stripe_api import gateway

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(front_end, donation_page):
    return lambda: front_end.get(f"/actions/{donation_page.pk}").json()["action"]


@pytest.fixture
def shown(front_end, donation_page):
    return lambda: front_end.get(f"/donations/{donation_page.pk}/options").json()


def test_the_amounts_of_the_page_are_there_as_numbers_words_and_links(client, shown, donation_page):
    said = shown()
    assert (said["language"], said["is_open"], said["currency"]) == ("en", True, "EUR")
    euro, tenge = said["currencies"]
    assert euro["exponent"] == 2 and euro["step"] == 1
    assert (euro["minimum"], euro["maximum"]) == (100, 1_000_000)
    assert euro["fees"] == {"percent": "1.50", "fixed": 25}
    assert tenge["minimum"] == 50_000 and tenge["fees"]["fixed"] == 10_000
    once, monthly = euro["frequencies"]
    assert (once["interval"], once["words"]) == ("", "Once")
    assert [amount["amount"] for amount in monthly["amounts"]] == [500, 1000, 2000]
    ten = monthly["amounts"][1]
    assert ten["words"] == "€10"
    assert ten["url"].startswith(f"{donation_page.full_url}?amount=10&currency=EUR&interval=month")
    page = client.get(ten["url"].removeprefix("http://testserver")).content.decode()
    assert 'value="1000" ' in page and "data-campaign-chosen" in page


def test_it_speaks_the_language_of_the_page(front_end, donation_pages):
    path = f"/donations/{donation_pages['ru'].pk}/options"
    answer = front_end.get(path, accept_language="kk")
    said = answer.json()
    assert said["language"] == answer.headers["Content-Language"] == "ru"
    assert said["currencies"][0]["frequencies"][0]["words"] == "Один раз"
    url = said["currencies"][0]["frequencies"][0]["amounts"][0]["url"]
    assert url.startswith(donation_pages["ru"].full_url)


def test_what_is_not_asked_is_not_offered(shown, fund):
    change(fund, asks_fees=False, asks_monthly=False)
    euro = shown()["currencies"][0]
    assert euro["fees"] is None
    assert [one["interval"] for one in euro["frequencies"]] == [""]


def test_the_rule_of_the_fees_is_that_of_the_form(donation_page):
    [euro, tenge] = donation_page.read_live().offers
    krona = offers.of_fund(
        donation_page.get_action(), [FundCurrency(currency="ISK", fee_fixed="30")]
    )[0]
    for offer in (euro, tenge, krona):
        said = offer.as_json()
        share = float(said["fees"]["percent"]) / 100
        for amount in (1000, 123_400, 999_900):
            exact = (amount * share + said["fees"]["fixed"]) / (1 - share)
            added = offer.fees_on(amount)
            assert exact <= added + 1e-9 and added - exact < said["step"]
            assert added % said["step"] == 0
    assert (krona.as_json()["step"], money.exponent("ISK"), money.exponent("JPY")) == (100, 2, 0)


def test_the_form_says_all_that_is_needed_to_give(front_end, stripe, fund, action, gift_typed):
    change(fund, ask_dedication="optional")
    form = action()["forms"]["give"]
    schema = form["schema"]
    order = schema["x-order"]
    assert order[:2] == ["interval", "currency"]
    # As on the page.
    assert order.index("email") < order.index("dedication") < order.index("comment")
    assert schema["properties"]["amount_EUR_once"]["oneOf"][1] == {"const": "2500", "title": "€25"}
    assert schema["properties"]["currency"]["default"] == "EUR"
    assert schema["properties"]["interval"]["default"] == "", "once, of which amounts are shown"
    monthly = schema["properties"]["amount_KZT_month"]
    assert monthly["x-when"] == {"currency": "KZT", "interval": "month"}
    assert "x-when" not in schema["properties"]["other"]
    assert schema["properties"]["covers_fees"]["type"] == "boolean"
    assert schema["required"] == ["first_name", "email"]
    typed = {name: gift_typed[name] for name in ("first_name", "email")}
    typed["amount_EUR_once"] = schema["properties"]["amount_EUR_once"]["oneOf"][1]["const"]
    path = form["url"].removeprefix("/campaign/api/v1")
    assert front_end.post(path, typed).status_code == 201


def test_what_was_given_is_said_as_the_page_shows_it(
    client, stripe, fund, donation_page, gift_typed, action
):
    change(fund, goal=1000)
    first = paid(client, stripe, donation_page, gift_typed)
    tenge = {"currency": "KZT", "amount_KZT_once": "500000", "display": "anonymous"}
    paid(client, stripe, donation_page, gift_typed | tenge)
    waits = given(client, donation_page, gift_typed | {"other": "30"})
    stripe.control.pay(waits.session, delayed=True)
    tell(waits)
    given(client, donation_page, gift_typed | {"other": "77"})
    gateway.refund(intent_of(first), 1000, "1")
    tell(first)
    said = action()
    # 15 euros, and 5000 tenge at 0.0018.
    assert (said["count"], said["goal"], said["currency"], said["gifts"]) == (24, 1000, "EUR", 2)
    assert said["paid"] == [
        {"currency": "EUR", "amount": 1500, "said": "€15"},
        {"currency": "KZT", "amount": 500_000, "said": "₸5,000"},
    ]
    assert said["processing"] == [{"currency": "EUR", "amount": 3000, "said": "€30"}]
    assert said["refunded"] == [{"currency": "EUR", "amount": 1000, "said": "€10"}]
    assert said["donors"] == [{"name": "Aigul Serikova", "dedication": ""}]


def test_a_fund_that_is_closed_takes_nothing_and_still_says_what_it_has(
    client, stripe, fund, donation_page, gift_typed, action, shown
):
    paid(client, stripe, donation_page, gift_typed)
    change(fund, state="closed")
    said = action()
    assert (said["forms"], said["is_open"], said["count"]) == ({}, False, 25)
    assert shown()["is_open"] is False


def test_donors_are_not_named_where_the_fund_names_none(
    client, stripe, fund, donation_page, gift_typed, action
):
    paid(client, stripe, donation_page, gift_typed)
    change(fund, shows_donors=False)
    assert action()["donors"] == []


def test_a_page_that_is_not_for_everybody_is_not_there(front_end, page, donation_page):
    for pk in (page.pk, 10**17):
        assert front_end.get(f"/donations/{pk}/options").status_code == 404
    assert front_end.get("/donations/0/options").status_code == 422
    donation_page.view_restrictions.create(restriction_type="login")
    assert front_end.get(f"/donations/{donation_page.pk}/options").status_code == 404


def test_reading_it_writes_nothing_and_may_be_kept(front_end, donation_page):
    with CaptureQueriesContext(connection) as queries:
        answer = front_end.get(f"/donations/{donation_page.pk}/options")
    assert not [q["sql"] for q in queries if not q["sql"].startswith("SELECT")]
    assert "public" in answer.headers["Cache-Control"]
    again = front_end.get(
        f"/donations/{donation_page.pk}/options", if_none_match=answer.headers["ETag"]
    )
    assert again.status_code == 304
