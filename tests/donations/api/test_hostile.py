"""Whatever is sent as JSON: no error of ours, and nothing that wasn't offered."""

import json

import pytest

from tests.hostile import NASTY
from tests.people import change
from wagtail_campaign.donations.models import Donation

pytestmark = pytest.mark.django_db

#: What JSON can hold where a form can't.
ODD = [
    *(None, True, False, 0, -1, 2**63, 10**400, 1.5, 1e308, [], {}, [[]], ["2500", "1"]),
    *(["x"] * 1000, {"$gt": ""}, "\ud800", "\udcff", "\u0000", [None], [{"a": 1}]),
]
FIELDS = [
    *("first_name", "last_name", "email", "country", "display", "dedication", "comment"),
    *("interval", "currency", "other", "amount_EUR_once", "amount_EUR_month", "covers_fees"),
    *("website", "on_page", "via", "consent_news", "consent_reminder", "self", "__class__", ""),
]


@pytest.fixture(autouse=True)
def asks_all(fund, settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = None
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None
    change(fund, **{f"ask_{name}": "optional" for name in fund.ASKED})


@pytest.mark.parametrize("value", [*NASTY, *ODD], ids=range(len(NASTY) + len(ODD)))
def test_nothing_in_any_member_is_an_error_of_ours(stripe, begin, value):
    for field in FIELDS:
        answer = begin(**{field: value})
        assert answer.status_code in (201, 422), (field, answer.content)
    for donation in Donation.objects.all():
        assert donation.currency == "EUR" and donation.dedication.isprintable()
        assert 100 <= donation.amount <= 1_000_000 + donation.added


@pytest.mark.parametrize(
    "body",
    [
        *("", "{", "nonsense", "[]", "null", "5", '"x"', "[" * 100_000, '{"a":' * 100_000, "NaN"),
        *('{"email": ' + "9" * 5000 + "}", '{"email": NaN}', "\ufeff{}", b"\xff\xfe", b"\x00"),
        *('{"email": "\\ud800"}', '{"\\ud800": "x"}', "{}", '{"email": "a", "email": "b"}'),
    ],
    ids=range(19),
)
def test_no_body_is_an_error_of_ours(front_end, stripe, donation_page, body):
    answer = front_end.post(f"/donations/{donation_page.pk}/give", body)
    assert answer.status_code in (400, 422), answer.content
    problem = json.loads(answer.content)
    assert problem["status"] == answer.status_code and not Donation.objects.exists()


def test_what_is_too_large_is_said(front_end, stripe, donation_page, gift_typed):
    answer = front_end.post(
        f"/donations/{donation_page.pk}/give", gift_typed | {"comment": "x" * 3_000_000}
    )
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "tampered",
    [
        {"amount_EUR_once": 1},
        {"amount_EUR_once": "2500.0"},
        {"amount_EUR_once": -2500},
        {"amount_EUR_once": ["1", "2"]},
        {"other": 0},
        {"other": -5},
        {"other": 99999999999999999999},
        {"other": "NaN"},
        {"currency": "USD"},
        {"currency": "KZT"},
        {"currency": "KZT", "amount_KZT_once": 2500},
        {"interval": "year", "other": 5},
        {"interval": "month", "amount_EUR_month": 2500},
        {"display": "nobody"},
        {"email": "victim@example.org,me@example.org"},
        {"email": ["victim@example.org", "me@example.org,x"]},
    ],
    ids=str,
)
def test_only_what_is_offered_can_be_given(stripe, begin, tampered):
    assert begin(**tampered).status_code == 422
    assert not Donation.objects.exists() and stripe.store.all("checkout.session") == []


def test_what_the_form_does_not_ask_is_not_kept(stripe, begin):
    smuggled = {"state": "paid", "livemode": True, "paid_at": "2026-01-01", "amount": 1}
    smuggled |= {"added": -2400, "refunded": 1, "is_offline": True, "fund": 7, "id": 9}
    assert begin(**smuggled).status_code == 201
    gift = Donation.objects.get()
    assert (gift.state, gift.amount, gift.added, gift.is_offline) == ("asked", 2500, 0, False)


def test_nobody_is_sent_anywhere_else(stripe, begin):
    headers = {"referer": "https://evil.example/", "x_forwarded_host": "evil.example"}
    answer = begin(headers, next="https://evil.example/", success_url="https://evil.example/")
    assert answer.json()["checkout_url"].startswith(f"{stripe.address}/pay/")
    [session] = stripe.store.all("checkout.session")
    for address in (session["success_url"], session["cancel_url"]):
        assert address.startswith("http://testserver/campaign/gift/donation-")
