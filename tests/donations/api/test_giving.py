"""Giving by JSON: to Stripe's page, or what is said instead."""

import pytest
from django.core import mail
from django.test import Client

from tests.conftest import Visitor
from tests.crowd import at_once
from tests.headless.conftest import FrontEnd
from tests.people import change
from wagtail_campaign.actions import tallies
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.headless.models import TakenRequest

pytestmark = pytest.mark.django_db
KEY = {"idempotency_key": "0b4a5d1e-one-gift"}


def test_a_gift_by_json_is_paid_and_counted(front_end, stripe, fund, begin):
    answer = begin()
    begun = answer.json()
    donation = Donation.objects.get()
    assert answer.status_code == 201 and begun["checkout_url"].startswith(stripe.address)
    assert begun["token"] == donation.token("gift")
    assert "no-store" in answer.headers["Cache-Control"]
    stripe.control.pay(donation.session)
    said = front_end.get(f"/gifts/{begun['token']}").json()
    assert (said["state"], said["amount"], said["number"]) == ("paid", 2500, donation.pk)
    assert tallies.by_metric(fund.key) == {"paid EUR test": 2500, "gifts EUR test": 1}
    [thanks] = mail.outbox
    assert thanks.to == ["aigul@example.org"]


@pytest.mark.parametrize(
    ("typed", "amount", "added"),
    [
        ({"amount_EUR_once": 5000}, 5000, 0),
        ({"other": "12,50"}, 1250, 0),
        ({"other": 12}, 1200, 0),
        ({"interval": "month", "amount_EUR_month": 1000}, 1000, 0),
        ({"currency": "KZT", "amount_KZT_once": "500000"}, 500_000, 0),
        # 1.5 % and 25 cents of the sum of both.
        ({"covers_fees": True}, 2564, 64),
        ({"covers_fees": False}, 2500, 0),
        ({"currency": None, "interval": None, "other": None}, 2500, 0),
    ],
    ids=str,
)
def test_an_amount_is_what_the_form_makes_of_it(stripe, begin, typed, amount, added):
    assert begin(**typed).status_code == 201
    donation = Donation.objects.get()
    assert (donation.amount, donation.added) == (amount, added)


@pytest.mark.parametrize(
    ("slip", "field", "said"),
    [
        ({"amount_EUR_once": ""}, "other", "Выберите сумму"),
        ({"amount_EUR_once": 1}, "amount_EUR_once", "1"),
        ({"other": "0.5"}, "other", "1 €"),
        ({"currency": "XXX"}, "currency", "XXX"),
        ({"interval": "day"}, "interval", "day"),
        ({"email": "nobody"}, "email", "name@example.org"),
        ({"first_name": ""}, "first_name", "имя"),
        ({"dedication": "www.buy.example"}, "dedication", "веб"),
    ],
    ids=str,
)
def test_a_slip_is_said_by_field_in_the_language_of_the_request(
    stripe, fund, begin, slip, field, said
):
    change(fund, ask_dedication="optional")
    answer = begin({"accept_language": "ru"}, **slip)
    errors = answer.json()["errors"]
    assert answer.status_code == 422 and next(iter(errors)) == field
    assert said in errors[field][0].replace("\xa0", " ")
    assert answer.headers["Content-Language"] == "ru"
    assert not Donation.objects.exists() and stripe.store.all("checkout.session") == []


def test_the_currency_of_a_page_is_not_that_of_who_reads_it(
    front_end, stripe, fund, donation_pages, gift_typed, settings
):
    """Who names none means the one that the form of the page shows first."""
    settings.WAGTAIL_CAMPAIGN_CURRENCIES = {"kk": "KZT"}
    page = donation_pages["kk"]
    form = front_end.get(f"/actions/{page.pk}").json()["action"]["forms"]["give"]
    assert form["schema"]["properties"]["currency"]["default"] == "KZT"
    typed = gift_typed | {"currency": "", "other": "5000"}
    path = form["url"].removeprefix("/campaign/api/v1")
    assert front_end.post(path, typed, accept_language="en").status_code == 201
    donation = Donation.objects.get()
    assert (donation.currency, donation.amount, donation.language) == ("KZT", 500_000, "kk")
    # What Stripe calls the gift is in the donor's language, whatever the front end speaks.
    lines = stripe.client().v1.checkout.sessions.line_items.list(donation.session)
    assert [line.description for line in lines.data] == ["Қайырмалдық"]


def test_a_closed_fund_and_one_that_is_not_there_take_nothing(
    front_end, stripe, page, fund, begin, gift_typed
):
    for pk in (page.pk, 10**17, 1):
        assert front_end.post(f"/donations/{pk}/give", gift_typed).status_code == 404
    change(fund, state="paused")
    answer = begin()
    assert (answer.status_code, answer.json()["action_status"]) == (409, "paused")
    assert not Donation.objects.exists()


def test_too_many_are_told_how_long_to_wait(stripe, begin, donation_page, gift_typed, settings):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = (1, 3600)
    answers = [begin() for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 429]
    assert 0 < int(answers[1].headers["Retry-After"]) <= 3600
    assert "with this address" in answers[1].json()["errors"]["email"][0]
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = (0, 3600)
    answer = begin(email="other@example.org")
    assert answer.status_code == 429 and 0 < int(answer.headers["Retry-After"]) <= 3600
    assert "from your network" in answer.json()["errors"][""][0]


def test_who_fills_in_the_trap_gives_nothing(stripe, begin):
    assert begin(website="x").status_code == 422
    assert not Donation.objects.exists()


def test_while_stripe_is_away_it_is_said_and_the_gift_is_kept(stripe, begin):
    stripe.control.fault(times=3, status=503)
    answer = begin()
    assert answer.status_code == 503 and "Nothing was charged" in answer.json()["errors"][""][0]
    assert "token" not in answer.json()
    assert Donation.objects.get().session is None


def test_what_stripe_refuses_is_no_fault_of_the_donor(stripe, begin):
    stripe.control.fault(status=401)
    answer = begin()
    assert answer.status_code == 503
    assert "through no fault of yours" in answer.json()["errors"][""][0]


def test_the_same_request_twice_is_one_gift_at_one_address(stripe, begin):
    first, second = begin(KEY), begin(KEY)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json() and first.json()["checkout_url"]
    assert Donation.objects.count() == len(stripe.store.all("checkout.session")) == 1
    # Another key, another gift.
    assert begin().json()["token"] != first.json()["token"]


@pytest.mark.parametrize("after", [False, True], ids=["not asked", "asked and not heard"])
def test_the_same_request_goes_on_with_the_same_gift_once_stripe_is_there(stripe, begin, after):
    fault = {"status": None, "after": True} if after else {"status": 503}
    stripe.control.fault(times=3, **fault)
    assert begin(KEY).status_code == 503
    kept = Donation.objects.get()
    answer = begin(KEY)
    assert answer.status_code == 201 and answer.json()["token"] == kept.token("gift")
    assert Donation.objects.get().session
    assert len(stripe.store.all("checkout.session")) == 1


def test_a_server_that_died_at_stripe_is_no_second_gift(stripe, begin, clock):
    stripe.control.fault(times=3, status=503)
    assert begin(KEY).status_code == 503
    TakenRequest.objects.update(is_answered=False)
    assert begin(KEY).status_code == 409, "it may still be alive"
    clock.forward(minutes=2)
    assert begin(KEY).status_code == 201 and Donation.objects.count() == 1


def test_the_same_request_while_stripe_is_away_loses_nothing(stripe, begin):
    first = begin(KEY)
    stripe.control.fault(times=3, status=503)
    assert begin(KEY).status_code == 503
    assert begin(KEY).json() == first.json()
    assert Donation.objects.count() == 1


def test_the_same_request_for_what_is_paid_leads_to_no_payment(front_end, stripe, begin):
    begun = begin(KEY).json()
    stripe.control.pay(Donation.objects.get().session)
    front_end.get(f"/gifts/{begun['token']}")
    again = begin(KEY)
    assert again.status_code == 201
    assert again.json() == {"token": begun["token"], "checkout_url": None}


@pytest.mark.django_db(transaction=True)
def test_eight_of_the_same_at_once_are_one_gift_at_one_address(stripe, donation_page, gift_typed):
    path = f"/donations/{donation_page.pk}/give"
    answers = at_once(8, lambda i: FrontEnd(Client()).post(path, gift_typed, **KEY))
    assert {answer.status_code for answer in answers} <= {201, 409}
    taken = [answer.json() for answer in answers if answer.status_code == 201]
    assert taken and all(each == taken[0] for each in taken)
    assert Donation.objects.count() == len(stripe.store.all("checkout.session")) == 1


def test_the_same_request_opens_nothing_that_is_over(stripe, begin):
    begin(KEY)
    Donation.objects.update(state="abandoned")
    assert begin(KEY).json()["checkout_url"] is None
    assert len(stripe.store.all("checkout.session")) == 1


def test_the_same_key_with_another_amount_is_refused(stripe, begin):
    begin(KEY)
    answer = begin(KEY, other="30")
    assert answer.status_code == 422 and answer.json()["type"].endswith(":key_reused")
    assert Donation.objects.count() == 1


def test_what_was_refused_leaves_the_key_free(stripe, begin):
    assert begin(KEY, email="").status_code == 422
    assert not TakenRequest.objects.exists()
    assert begin(KEY).status_code == 201


def test_the_same_request_does_not_ask_stripe_without_end(stripe, begin):
    statuses = [begin(KEY).status_code for _ in range(13)]
    assert statuses == [201] * 11 + [429] * 2


def test_a_gift_that_was_forgotten_is_not_told_of_again(stripe, begin):
    begin(KEY)
    Donation.objects.update(nonce="", supporter=None)
    assert begin(KEY).status_code == 404


def test_who_may_not_see_a_page_can_not_give_there(stripe, donation_page, begin):
    donation_page.view_restrictions.create(restriction_type="login")
    assert begin().status_code == 404 and not Donation.objects.exists()


def test_a_page_of_another_origin_gives_only_where_it_may(stripe, begin, settings):
    headers = {"origin": "https://app.example", "sec_fetch_site": "cross-site"}
    assert begin(headers).status_code == 403 and not Donation.objects.exists()
    settings.WAGTAIL_CAMPAIGN_API_ORIGINS = ["https://app.example"]
    answer = begin(headers)
    assert answer.status_code == 201
    assert answer.headers["Access-Control-Allow-Origin"] == "https://app.example"


def test_another_network_is_told_nothing_of_an_address(
    stripe, donation_page, gift_typed, begin, settings
):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = (1, 3600)
    assert [begin().status_code for _ in range(2)] == [201, 429]
    stranger = Visitor(REMOTE_ADDR="10.0.0.2")
    path = f"/campaign/api/v1/donations/{donation_page.pk}/give"
    answer = stranger.post(path, gift_typed, content_type="application/json")
    assert answer.status_code == 201
