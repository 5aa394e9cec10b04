"""How a gift stands, by JSON, for who has its token."""

import re

import pytest

from tests.donations.donors import given, paid, tell
from tests.donations.scenarios import intent_of
from wagtail_campaign.donations.stripe_api import gateway

pytestmark = pytest.mark.django_db


@pytest.fixture
def donation(client, stripe, donation_page, gift_typed):
    """One that waits to be paid."""
    return given(client, donation_page, gift_typed)


@pytest.fixture
def state_of(front_end):
    return lambda donation: front_end.get(f"/gifts/{donation.token('gift')}").json()


@pytest.fixture
def pay(front_end):
    return lambda donation: front_end.post(f"/gifts/{donation.token('gift')}/pay")


def test_it_says_what_the_page_says_and_nothing_of_the_donor(
    front_end, stripe, donation, donation_page, state_of
):
    said = state_of(donation)
    assert said == {
        "state": "asked",
        "amount": 2500,
        "said": "€25",
        "added": 0,
        "refunded": 0,
        "disputed": 0,
        "currency": "EUR",
        "exponent": 2,
        "interval": "",
        "is_test": True,
        "may_be_paid": True,
        "number": None,
        "paid_at": None,
        "page": {
            "id": donation_page.pk,
            "title": "Strike fund",
            "url": donation_page.full_url,
            "language": "en",
        },
    }
    stripe.control.pay(donation.session)
    said = state_of(donation)
    assert (said["state"], said["number"], said["may_be_paid"]) == ("paid", donation.pk, False)
    assert said["paid_at"] and "aigul" not in str(said).lower()


def test_what_went_back_and_what_takes_days_is_said(stripe, donation, state_of, pay):
    stripe.control.pay(donation.session, delayed=True)
    assert state_of(donation)["state"] == "processing"
    assert pay(donation).json() == {"checkout_url": None}
    stripe.control.settle(donation.session)
    assert state_of(donation)["state"] == "paid"
    donation.refresh_from_db()
    gateway.refund(intent_of(donation), 1000, "1")
    tell(donation)
    assert state_of(donation)["refunded"] == 1000


def test_nobody_keeps_the_answer(front_end, donation):
    answer = front_end.get(f"/gifts/{donation.token('gift')}")
    assert "no-store" in answer.headers["Cache-Control"] and "ETag" not in answer.headers


def test_it_is_paid_at_the_same_address_each_time(stripe, donation, pay):
    first, second = pay(donation), pay(donation)
    assert first.status_code == 200 and first.json() == second.json()
    assert first.json()["checkout_url"] == gateway.session(donation.session).url


def test_while_stripe_is_away_it_stands_as_it_was_known(stripe, donation, state_of, pay):
    stripe.control.pay(donation.session)
    stripe.control.fault(times=3, status=503)
    assert state_of(donation)["state"] == "asked"
    stripe.control.fault(times=3, status=503)
    answer = pay(donation)
    assert answer.status_code == 503 and "Nothing was charged" in answer.json()["errors"][""][0]
    assert state_of(donation)["state"] == "paid"


def test_stripe_is_not_asked_as_often_as_somebody_likes(donation, pay, state_of):
    assert [pay(donation).status_code for _ in range(11)] == [200] * 10 + [429]
    assert 0 < int(pay(donation).headers["Retry-After"]) <= 60
    # As of the page: it is shown as it was known last.
    assert state_of(donation)["state"] == "asked"


def test_a_page_that_was_taken_down_is_named_to_nobody(donation, donation_page, state_of, pay):
    donation_page.unpublish()
    said = state_of(donation)
    assert (said["page"], said["may_be_paid"]) == (None, False)
    assert pay(donation).json() == {"checkout_url": None}


def test_nobody_else_sees_or_pays_it(
    client, front_end, stripe, donation, donation_page, gift_typed
):
    token = donation.token("gift")
    last = "1" if token[-1] == "0" else "0"
    wrong = [
        *(token[:-1] + last, re.sub("-[0-9]+-", "-999-", token), token.upper(), "x", "donation-1-"),
        *(donation.token(purpose) for purpose in ("disown", "unsubscribe", "session")),
        *("\x00", "%00", "ａ" * 60, "../x", "x" * 200),
    ]
    for each in wrong:
        assert front_end.get(f"/gifts/{each}").status_code == 404, each
        assert front_end.post(f"/gifts/{each}/pay").status_code == 404, each
    assert front_end.get(f"/gifts/{'x' * 201}").status_code == 422
    other = paid(client, stripe, donation_page, gift_typed)
    mixed = f"donation-{other.pk}-{token.rpartition('-')[2]}"
    assert front_end.get(f"/gifts/{mixed}").status_code == 404


def test_a_gift_that_was_forgotten_has_no_address(front_end, donation):
    donation.nonce = ""
    donation.save()
    assert front_end.get(f"/gifts/{donation.token('gift')}").status_code == 404


def test_its_language_is_that_of_the_gift_unless_another_is_asked_for(
    client, front_end, stripe, donation_pages, gift_typed
):
    donation = given(client, donation_pages["ru"], gift_typed)
    path = f"/gifts/{donation.token('gift')}"
    assert front_end.get(path).headers["Content-Language"] == "ru"
    assert front_end.get(path).json()["said"] == "25\xa0€"
    assert front_end.get(path, accept_language="kk").headers["Content-Language"] == "kk"
    stripe.control.fault(times=3, status=503)
    assert "Ничего не списано" in front_end.post(f"{path}/pay").json()["errors"][""][0]
