"""What became of a mail is forgotten after a month."""

import pytest

from tests.people import signature_of
from tests.supporters.visits import work_off
from wagtail_campaign.mailing import due
from wagtail_campaign.mailing.models import Mail

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["sent", "failed", "unknown"])
def test_a_month_later_nobody_knows_of_it(page, clock, state):
    signature_of(page)
    Mail.objects.update(state=state)
    clock.forward(days=29)
    work_off()
    assert Mail.objects.exists()
    clock.forward(days=2)
    assert work_off()["old mails deleted"] == 1
    assert not Mail.objects.exists()


def test_what_still_waits_is_kept(page, clock, settings):
    settings.EMAIL_BACKEND = "tests.mailing.backends.Unreachable"
    signature_of(page)
    clock.forward(days=31)
    assert work_off()["old mails deleted"] == 0


def test_many_are_deleted_in_one_pass(page, clock, monkeypatch):
    monkeypatch.setattr(due, "BATCH", 3)
    for number in range(8):
        signature_of(page, email=f"{number}@example.org")
    Mail.objects.update(state="sent")
    clock.forward(days=31)
    assert work_off()["old mails deleted"] == 8
