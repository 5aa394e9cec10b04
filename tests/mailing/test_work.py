"""``campaign_work``: one pass at a time, and no job stands in another's way."""

import io
import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.crowd import at_once
from tests.people import sign
from wagtail_campaign.mailing import work
from wagtail_campaign.mailing.models import Mail, Work

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs(monkeypatch):
    """The jobs of a pass; a test puts its own there with ``work.due``."""
    monkeypatch.setattr(work, "_jobs", [])


def command(**options) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command("campaign_work", stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_jobs_are_done_in_their_order(jobs):
    done = []
    for order in (30, 10, 20):
        work.due(order, f"job {order}")(lambda lease, order=order: done.append(order) or order)
    assert work.run_pass() == {"job 10": 10, "job 20": 20, "job 30": 30}
    assert done == [10, 20, 30]


def test_a_job_that_fails_leaves_the_others_their_turn(jobs, caplog):
    def fail(lease):
        raise ZeroDivisionError

    work.due(1, "broken")(fail)
    work.due(2, "sound")(lambda lease: 7)
    assert work.run_pass() == {"broken": -1, "sound": 7}
    assert "campaign_work: broken failed" in caplog.text
    said, complained = command()
    assert "sound: 7" in said
    assert "broken: failed" in complained


def test_a_second_pass_at_once_is_told_to_wait(jobs):
    inner = []

    def look(lease):
        inner.append(command()[0])
        with pytest.raises(work.Busy):
            work.run_pass()
        return 1

    work.due(1, "look")(look)
    assert work.run_pass() == {"look": 1}
    assert inner == ["Another pass is under way.\n"]


def test_after_a_pass_another_may_begin(jobs):
    assert work.last_finished() is None
    work.run_pass()
    first = work.last_finished()
    work.run_pass()
    assert work.last_finished() > first
    assert Work.objects.get().leased_until is None


def test_a_pass_that_was_killed_is_taken_over_when_its_lease_ends(jobs, clock):
    work.Lease().take()
    with pytest.raises(work.Busy):
        work.run_pass()
    clock.forward(seconds=work.LEASE.total_seconds() + 1)
    work.run_pass()


def test_a_living_pass_keeps_its_lease(jobs, clock):
    def long(lease):
        for _ in range(20):
            clock.forward(seconds=20)
            lease.renew()
        with pytest.raises(work.Busy):
            work.run_pass()
        return 20

    work.due(1, "long")(long)
    assert work.run_pass() == {"long": 20}


def test_a_pass_that_lost_its_lease_stops(jobs, clock):
    """It slept too long, another took over, and now it wakes up."""
    done = []

    def sleep(lease):
        Work.objects.update(owner="another", leased_until=timezone.now() + timedelta(minutes=1))
        clock.forward(seconds=30)
        lease.renew()
        done.append("never")

    work.due(1, "sleep")(sleep)
    work.due(2, "after")(lambda lease: done.append("never"))
    with pytest.raises(work.Busy):
        work.run_pass()
    assert done == []
    assert Work.objects.get().owner == "another"


def test_the_command_says_what_it_did(client, page, typed, settings):
    locmem, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.mailing.backends.Unreachable"
    sign(client, page, typed)
    settings.EMAIL_BACKEND = locmem
    Mail.objects.update(due_at=timezone.now())
    assert command() == ("mails sent: 1\n", "")
    assert command() == ("", "")


@pytest.mark.django_db(transaction=True)
def test_of_ten_passes_at_once_one_works(jobs):
    everybody_tried = threading.Event()

    def slow(lease):
        everybody_tried.wait(20)
        return 1

    work.due(1, "slow")(slow)
    tried = []

    def run(i):
        try:
            return work.run_pass()
        except work.Busy:
            return "busy"
        finally:
            tried.append(i)
            if len(tried) == 9:
                everybody_tried.set()

    outcomes = at_once(10, run)
    assert outcomes.count("busy") == 9
    assert {"slow": 1} in outcomes
