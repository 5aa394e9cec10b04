"""The live numbers by JSON, of whatever action: those of its page."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.people import change, signature_of
from tests.supporters.visits import work_off
from tests.updates.posting import post
from wagtail_campaign.actions import tallies

pytestmark = pytest.mark.django_db


def test_the_numbers_of_a_petition_are_the_same_in_every_language(
    client, front_end, pages, petition
):
    signature_of(pages["en"])
    tallies.add(petition.key, "paper", 40)
    by_key = client.get(reverse("wagtail_campaign:tally", args=[petition.key])).json()
    for page in pages.values():
        said = front_end.get(f"/actions/{page.pk}/tally").json()
        assert said == {"counts": by_key, "total": 41}
        assert said["total"] == front_end.get(f"/actions/{page.pk}").json()["action"]["count"]


def test_a_moment_is_told_in_one_form_wherever_it_stands(front_end, page, petition, after_commit):
    with after_commit():
        change(petition, opens_at=timezone.now() - timedelta(days=1))
        post(page, "They met us")
    action = front_end.get(f"/actions/{page.pk}").json()["action"]
    [latest] = action["updates"]["latest"]
    [listed] = front_end.get(f"/actions/{page.pk}/updates").json()["updates"]
    assert latest["published_at"] == listed["published_at"]
    for moment in (action["opens_at"], latest["published_at"]):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment)


def test_from_how_many_countries_is_told_once_they_are_counted(front_end, page, after_commit):
    signature_of(page, country="DE")

    def countries():
        return front_end.get(f"/actions/{page.pk}").json()["action"]["countries"]

    assert countries() is None
    with after_commit():
        work_off()
    assert countries() == 1


def test_a_fund_to_which_nobody_gave_has_none(front_end, donation_page):
    answer = front_end.get(f"/actions/{donation_page.pk}/tally")
    assert (answer.status_code, answer.json()) == (200, {"counts": {}, "total": 0})


@pytest.mark.parametrize("page_id", ["0", "x", "9" * 30, "999999"])
def test_what_is_no_action_has_no_numbers(front_end, home, page_id):
    assert front_end.get(f"/actions/{home.pk}/tally").status_code == 404
    assert front_end.get(f"/actions/{page_id}/tally").status_code in (404, 422)
