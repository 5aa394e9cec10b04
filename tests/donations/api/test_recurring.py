"""In a session of /me: what recurs is paused, ended and kept, and all of a year is there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.donations.donors import monthly, paid, tell
from tests.donations.scenarios import intent_of
from wagtail_campaign.donations.me.reasons import EndingReason
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.recurring import RecurringDonation
from wagtail_campaign.donations.stripe_api import gateway

pytestmark = pytest.mark.django_db
KEY = {"idempotency_key": "77a0b2c4-once"}


@pytest.fixture
def do(inside, recurring):
    """``do("pause")``: what is answered."""

    def do(verb, body=None, **headers):
        return inside.post(f"/me/recurring/{recurring.pk}/{verb}", body, **headers)

    return do


def at_stripe(recurring):
    return gateway.subscription(recurring.subscription)


def test_what_she_gives_is_listed_with_what_can_be_done(inside, recurring, donation_page):
    answer = inside.get("/me/recurring")
    [said] = answer.json()["recurring"]
    assert said["verbs"] == ["change", "pause", "end"]
    assert (said["id"], said["state"], said["words"]) == (
        recurring.pk,
        "active",
        "Active. Thank you!",
    )
    assert (said["amount"], said["currency"], said["interval"]) == (2500, "EUR", "month")
    assert said["next_at"] and said["ends_at"] is None and not said["ends_at_once"]
    assert said["page"]["id"] == donation_page.pk
    [part] = said["gifts"]
    gift = inside.get(f"/gifts/{part['token']}").json()
    assert (gift["state"], gift["number"]) == ("paid", part["number"])
    assert "no-store" in answer.headers["Cache-Control"]


def test_she_pauses_and_goes_on(recurring, do):
    answer = do("pause").json()
    assert answer["changed"] is True and answer["recurring"]["state"] == "paused"
    assert answer["recurring"]["verbs"] == ["change", "resume", "end"]
    assert at_stripe(recurring).is_paused
    assert do("pause").json()["changed"] is False
    assert do("resume").json()["recurring"]["state"] == "active"
    assert not at_stripe(recurring).is_paused


def test_she_ends_it_says_why_and_takes_it_back(recurring, do, fund):
    answer = do("end", {"reason": "money", "words": "I lost my job."}).json()
    assert answer["changed"] is True and answer["recurring"]["ends_at"]
    assert answer["recurring"]["next_at"] is None
    kept = EndingReason.objects.get()
    assert (kept.fund, kept.reason, kept.words) == (fund, "money", "I lost my job.")
    assert do("end").json()["changed"] is False
    assert do("keep").json()["recurring"]["ends_at"] is None
    assert at_stripe(recurring).ends_at is None


def test_nothing_need_be_said(client, recurring, inside):
    path = f"/campaign/api/v1/me/recurring/{recurring.pk}/end"
    answer = client.generic("POST", path, headers=inside.headers)
    assert answer.json()["changed"] is True and at_stripe(recurring).ends_at


def test_the_same_request_ends_it_once(recurring, do, stripe):
    why = {"reason": "other"}
    first = do("end", why, **KEY).json()
    do("keep")
    assert do("end", why, **KEY).json()["changed"] is first["changed"] is True
    assert EndingReason.objects.count() == 1 and at_stripe(recurring).ends_at is None


def test_a_reason_that_is_not_offered_ends_nothing(recurring, do):
    answer = do("end", {"reason": "x", "words": "x" * 501}, accept_language="ru")
    assert answer.status_code == 422 and set(answer.json()["errors"]) == {"reason", "words"}
    assert "500" in answer.json()["errors"]["words"][0]
    for body in ({"reason": 5}, {"words": ["x"]}):
        assert do("end", body).status_code == 422, body
    for body in ("[]", '"x"', "{"):
        assert do("end", body).status_code == 400, body
    assert at_stripe(recurring).ends_at is None
    # Half a letter is none.
    assert do("end", {"words": "\ud800"}).json()["changed"] is True
    assert not EndingReason.objects.exists()


@pytest.mark.parametrize("verb", ["end", "pause", "change", "look"])
def test_while_stripe_is_away_nothing_is_lost_and_she_is_told(stripe, recurring, do, verb):
    stripe.control.fault(times=3, status=503)
    answer = do(verb, **KEY)
    assert answer.status_code == 503 and answer.json()["type"].endswith(":away")
    assert not EndingReason.objects.exists()
    assert do(verb, **KEY).status_code == 200


def test_what_was_done_on_stripes_page_is_read_anew(recurring, do):
    answer = do("change", accept_language="kk").json()
    assert answer["url"].startswith("http") and answer["language"] == "ru"
    gateway.pause_subscription(recurring.subscription)
    assert do("look").json()["state"] == "paused"


def test_what_has_ended_can_not_be_changed(stripe, recurring, do):
    RecurringDonation.objects.update(state="ended")
    assert do("change").status_code == 404
    for verb in ("pause", "resume", "keep", "end"):
        assert do(verb).json()["changed"] is False
    assert not at_stripe(recurring).is_paused


def test_nobody_else_sees_or_does_anything(front_end, inside, recurring, do):
    paths = [f"/me/recurring/{recurring.pk}/{v}" for v in ("pause", "end", "change", "look")]
    for path in paths:
        assert front_end.post(path).status_code == 401
    for path in ("/me/recurring", "/me/gifts", "/me/gifts/2026"):
        assert front_end.get(path).status_code == 401
    recurring.supporter.email_key = "0" * 64
    recurring.supporter.save()
    for path in paths:
        assert inside.post(path).status_code == 404
    assert inside.get("/me/recurring").json() == {"recurring": []}
    assert inside.get("/me/gifts").json() == {"years": []}
    assert at_stripe(recurring).status == "active" and not at_stripe(recurring).is_paused


def test_addresses_that_are_none_are_no_error(inside, do):
    for pk in ("0", "x", str(2**63), "-1"):
        assert inside.post(f"/me/recurring/{pk}/pause").status_code in (404, 422), pk
    assert inside.post(f"/me/recurring/{10**17}/pause").status_code == 404
    assert do("explode").status_code == 422
    for year in ("0", "x", "99999999999999999999"):
        assert inside.get(f"/me/gifts/{year}").status_code == 422, year


def test_a_list_takes_as_many_queries_for_one_as_for_three(
    client, stripe, inside, donation_page, gift_typed
):
    inside.get("/me/recurring")
    with CaptureQueriesContext(connection) as one:
        inside.get("/me/recurring")
    for _ in range(2):
        monthly(client, stripe, donation_page, gift_typed)
    with CaptureQueriesContext(connection) as three:
        assert len(inside.get("/me/recurring").json()["recurring"]) == 3
    assert len(three) == len(one)


def test_all_of_a_year_is_there_as_on_paper(
    client, stripe, inside, recurring, donation_page, gift_typed
):
    first = paid(client, stripe, donation_page, gift_typed | {"other": "40"})
    gateway.refund(intent_of(first), 1000, "1")
    tell(first)
    [year] = inside.get("/me/gifts").json()["years"]
    said = inside.get(f"/me/gifts/{year}").json()
    assert (said["year"], said["address"], said["is_test"]) == (year, "aigul@example.org", True)
    assert [gift["amount"] for gift in said["gifts"]] == [2500, 4000]
    assert said["gifts"][0]["page"]["id"] == donation_page.pk
    [back] = said["returned"]
    assert (back["number"], back["amount"], back["by_bank"]) == (first.pk, 1000, False)
    assert said["sums"] == [
        {"currency": "EUR", "exponent": 2, "given": 6500, "returned": 1000, "kept": 5500}
    ]
    assert inside.get("/me/gifts/1999").status_code == 404
    Donation.objects.update(page=None)
    assert inside.get(f"/me/gifts/{year}").json()["gifts"][0]["page"] is None
