"""When an action ended, whoever or whatever ended it, and when who acted is forgotten."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.people import change
from tests.supporters.visits import work_off
from wagtail_campaign.actions import endings
from wagtail_campaign.petitions import outcomes
from wagtail_campaign.petitions.models import Petition
from wagtail_campaign.petitions.outcomes import Outcome

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("moment", "months", "later"),
    [
        ((2026, 11, 25), 6, (2027, 5, 25)),
        ((2026, 8, 31), 6, (2027, 2, 28)),
        ((2027, 8, 31), 6, (2028, 2, 29)),
        ((2026, 12, 1), 1, (2027, 1, 1)),
        ((2026, 12, 31), 24, (2028, 12, 31)),
    ],
)
def test_months_are_those_of_the_calendar(moment, months, later):
    moment, later = (datetime(*day, 13, 5, tzinfo=UTC) for day in (moment, later))
    assert endings.months_later(moment, months) == later


@pytest.mark.parametrize("state", ["closed", "delivered", "answered", "won", "archived"])
def test_what_ends_it_is_noted_and_reopening_clears_it(petition, state):
    change(petition, state=state)
    first = petition.ended_at
    assert timezone.now() - first < timedelta(minutes=1)
    change(petition, state="archived")
    assert petition.ended_at == first, "the first end counts"
    petition.refresh_from_db()
    change(petition, state="open")
    assert Petition.objects.get().ended_at is None


def test_a_pause_is_no_end(petition):
    change(petition, state="paused")
    assert petition.ended_at is None
    assert endings.forgets_on(petition) is None


def test_saving_some_fields_only_notes_the_end_as_well(petition):
    petition.state = "closed"
    petition.save(update_fields=["state"])
    assert Petition.objects.get().ended_at


def test_outcomes_end_it_and_are_taken_back(petition):
    outcome = Outcome(petition=petition, kind="won")
    outcomes.declare(outcome, None)
    assert Petition.objects.get().ended_at
    outcomes.take_back(outcome, None)
    assert Petition.objects.get().state == "closed"
    assert Petition.objects.get().ended_at


def test_a_closing_date_that_has_come_is_noted_by_campaign_work(petition, clock):
    change(petition, closes_at=timezone.now() + timedelta(days=1))
    assert petition.ended_at is None
    work_off()
    assert Petition.objects.get().ended_at is None
    clock.forward(days=1, minutes=1)
    assert work_off()["ends of petitions noted"] == 1
    assert Petition.objects.get().ended_at
    assert work_off()["ends of petitions noted"] == 0


def test_an_old_closing_date_leaves_all_the_months(petition):
    """As after an update of the package, or a slip of the pen: nobody is forgotten unawares."""
    Petition.objects.update(closes_at=timezone.now() - timedelta(days=700))
    work_off()
    then = endings.forgets_on(Petition.objects.get())
    assert then > timezone.now() + timedelta(days=180)


def test_the_months_are_a_setting_and_can_be_never(petition, settings):
    change(petition, state="closed")
    settings.WAGTAIL_CAMPAIGN_FORGET_AFTER_MONTHS = 1
    assert endings.forgets_on(petition) < timezone.now() + timedelta(days=32)
    settings.WAGTAIL_CAMPAIGN_FORGET_AFTER_MONTHS = None
    assert endings.forgets_on(petition) is None
    assert endings.due(Petition.objects.all()) == []
