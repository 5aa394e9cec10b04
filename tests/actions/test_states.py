"""Open or closed is what the editor says and what the dates say at the moment of the request."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.people import sign
from wagtail_campaign.actions.models import State, status_at

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("opens", "closes", "status"),
    [
        (None, None, "open"),
        (NOON, None, "open"),
        (NOON + SECOND, None, "not_yet"),
        (None, NOON + SECOND, "open"),
        (None, NOON, "closed"),
        (NOON - SECOND, NOON + SECOND, "open"),
        (NOON + SECOND, NOON + 2 * SECOND, "not_yet"),
        (NOON - 2 * SECOND, NOON - SECOND, "closed"),
    ],
)
def test_dates_open_and_close_an_action(opens, closes, status):
    assert status_at(State.OPEN, opens, closes, NOON) == status


@pytest.mark.parametrize("state", sorted(set(State.values) - {"open"}))
def test_what_the_editor_says_goes_before_the_dates(state):
    assert status_at(state, NOON + SECOND, None, NOON) == state
    assert status_at(state, None, NOON - SECOND, NOON) == state


@pytest.mark.django_db
def test_a_petition_opens_and_closes_without_being_saved(client, page, set_petition, typed, clock):
    now = timezone.now()
    set_petition(opens_at=now + timedelta(hours=1), closes_at=now + timedelta(hours=2))
    # Each answer comes from the same caches: only the time is another.
    assert sign(client, page, typed).status_code == 409
    clock.forward(hours=1, seconds=1)
    assert sign(client, page, typed).status_code == 303
    clock.forward(hours=1)
    assert sign(client, page, typed).status_code == 409


@pytest.mark.django_db
@pytest.mark.parametrize("state", sorted(set(State.values) - {"open"}))
def test_closing_is_felt_at_once_in_every_language(client, pages, set_petition, typed, state):
    for page in pages.values():
        assert sign(client, page, typed).status_code == 303
        assert client.get(page.url).context["petition"].status == "open"
    set_petition(state=state)
    for page in pages.values():
        assert sign(client, page, typed).status_code == 409
        assert client.get(page.url).context["petition"].status == state
    set_petition(state="open")
    for page in pages.values():
        assert sign(client, page, typed).status_code == 303
        assert client.get(page.url).context["petition"].status == "open"


@pytest.mark.django_db
def test_another_form_is_drawn_at_once_in_every_language(client, pages, set_petition):
    for page in pages.values():
        assert b'name="postcode"' not in client.get(page.url).content
    set_petition(ask_postcode="required", ask_comment="off")
    for page in pages.values():
        shown = client.get(page.url).content
        assert b'name="postcode"' in shown
        assert b'name="comment"' not in shown


@pytest.mark.django_db
def test_a_setting_saved_alone_counts_as_a_change(client, page, petition, after_commit):
    client.get(page.url)
    with after_commit():
        petition.ask_postcode = "optional"
        petition.save(update_fields=["ask_postcode"])
    assert b'name="postcode"' in client.get(page.url).content


@pytest.mark.django_db
def test_the_goal_is_felt_at_once(client, page, set_petition):
    client.get(page.url)
    set_petition(goal=4321)
    assert client.get(page.url).context["petition"].goal == 4321
