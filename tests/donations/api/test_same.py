"""What comes in by JSON leaves what the page leaves."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.donations.donors import given
from tests.donations.test_giving import give
from tests.headless.same import left_by
from tests.people import change
from tests.supporters.visits import url
from wagtail_campaign.donations import breaker
from wagtail_campaign.donations.models import Donation

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(gift_typed, fund):
    """All that a fund can ask."""
    for name in fund.ASKED:
        change(fund, **{f"ask_{name}": "optional"})
    more = {"country": "DE", "dedication": "For Marat", "comment": "Stand firm", "via": "leaflet"}
    return gift_typed | more


def both(client, begin, page, typed, answers, prepare=lambda: None):
    """What the page and the JSON leave of the same form; ``answers``: the statuses of both."""

    def by_page():
        prepare()
        assert give(client, page, typed).status_code == answers[0]

    def by_json():
        prepare()
        assert begin(**typed).status_code == answers[1]

    return left_by(by_page), left_by(by_json)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"covers_fees": "on", "other": "12,50"},
        {"interval": "month", "amount_EUR_month": "1000"},
        {"currency": "KZT", "amount_KZT_once": "500000", "display": "anonymous"},
    ],
    ids=str,
)
def test_giving(client, stripe, donation_page, typed, begin, more):
    page, json = both(client, begin, donation_page, typed | more, (303, 201))
    assert len(page["Donation"]) == 1 and page == json


@pytest.mark.parametrize("slip", [{"email": "x"}, {"other": "1e5"}, {"website": "x"}], ids=str)
def test_a_form_that_is_refused(client, stripe, donation_page, typed, begin, slip):
    page, json = both(client, begin, donation_page, typed | slip, (422, 422))
    assert page["Donation"] == [] and page == json


def test_a_fund_that_is_not_open(client, stripe, donation_page, fund, typed, begin):
    change(fund, state="closed")
    page, json = both(client, begin, donation_page, typed, (409, 409))
    assert page["Donation"] == [] and page == json


def test_while_stripe_is_away(client, stripe, donation_page, typed, begin):
    def away():
        stripe.control.fault(times=3, status=503)

    page, json = both(client, begin, donation_page, typed, (503, 503), away)
    assert len(page["Donation"]) == 1 and page == json


def test_while_somebody_tries_cards(client, stripe, donation_page, fund, typed, begin):
    moment = timezone.now() - timedelta(minutes=5)
    Donation.objects.bulk_create(
        Donation(fund=fund, amount=1, currency="EUR", livemode=False, created_at=moment)
        for _ in range(breaker.BURST)
    )
    page, json = both(client, begin, donation_page, typed, (303, 202))
    assert len(page["mails"]) == 1 and page == json


def test_looking_at_what_was_paid(client, front_end, stripe, donation_page, typed):
    donation = given(client, donation_page, typed)
    stripe.control.pay(donation.session)
    token = donation.token("gift")
    page = left_by(lambda: client.get(reverse("wagtail_campaign:gift", args=[token])))
    json = left_by(lambda: front_end.get(f"/gifts/{token}"))
    assert page["Donation"][0]["state"] == "paid" and len(page["mails"]) == 1
    assert page["tallies"] and page == json


def test_going_on_to_pay(client, front_end, stripe, donation_page, typed):
    stripe.control.fault(times=3, status=503)
    give(client, donation_page, typed)
    token = Donation.objects.get().token("gift")
    untouched = left_by(lambda: None)
    page = left_by(lambda: client.post(reverse("wagtail_campaign:gift_pay", args=[token])))
    json = left_by(lambda: front_end.post(f"/gifts/{token}/pay"))
    assert page != untouched and page == json


@pytest.mark.parametrize("verb", ["pause", "resume", "keep"])
def test_what_is_done_at_once(client, inside, recurring, verb):
    before = {"resume": "pause", "keep": "end"}.get(verb)
    if before:
        inside.post(f"/me/recurring/{recurring.pk}/{before}")
    untouched = left_by(lambda: None)
    page = left_by(lambda: client.post(url("me_recurring_do", recurring.pk, verb)))
    json = left_by(lambda: inside.post(f"/me/recurring/{recurring.pk}/{verb}"))
    assert page != untouched and page == json


def test_ending_and_why(client, inside, recurring):
    why = {"reason": "money", "words": "I lost my job."}
    page = left_by(lambda: client.post(url("me_recurring_end", recurring.pk), why))
    json = left_by(lambda: inside.post(f"/me/recurring/{recurring.pk}/end", why))
    assert len(page["EndingReason"]) == 1 and page == json


def test_reading_it_anew(client, stripe, inside, recurring):
    stripe.control.forward(days=31)
    page = left_by(lambda: client.get(url("me_recurring_look", recurring.pk)))
    json = left_by(lambda: inside.post(f"/me/recurring/{recurring.pk}/look"))
    assert len(page["Donation"]) == 2 and page == json


def test_changing_the_card(client, stripe, inside, recurring):
    untouched = left_by(lambda: None)
    page = left_by(lambda: client.post(url("me_recurring_change", recurring.pk)))
    json = left_by(lambda: inside.post(f"/me/recurring/{recurring.pk}/change"))
    assert page == json == untouched
    first, second = stripe.store.all("billing_portal.session")
    assert first["return_url"] == second["return_url"]


def test_a_difference_is_seen(client, stripe, donation_page, typed):
    """This very comparison can fail."""
    one = left_by(lambda: give(client, donation_page, typed))
    other = left_by(lambda: give(client, donation_page, typed | {"comment": "Hold on"}))
    assert one != other
