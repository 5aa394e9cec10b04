"""Who sends mails may be killed at any moment, and nobody gets one twice."""

import os
import random
import signal
import time
from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.mailing.test_broadcasts import signers
from tests.people import signature_of
from tests.updates.posting import mailed, post
from wagtail_campaign.mailing import delivery
from wagtail_campaign.mailing.models import Mail

pytestmark = pytest.mark.django_db(transaction=True)

MAILS, KILLS = 40, 6


@pytest.fixture
def kill(post_office, mortal):
    """Kills so many passes in the middle of their work, then lets one end; how many it killed."""

    def kill(mails: int) -> int:
        chance = random.Random()
        for _ in range(KILLS):
            child, before = mortal(), len(post_office.received)
            wanted = before + chance.randint(1, mails // KILLS)
            while len(post_office.received) < min(wanted, mails - 5):
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.02))
            os.kill(child, signal.SIGKILL)
            mortal.ended()
        cut_off = Mail.objects.filter(state="sending")
        assert cut_off.count() <= KILLS
        cut_off.update(claimed_at=timezone.now() - delivery.CUT_OFF_AFTER - timedelta(seconds=1))
        mortal()
        mortal.ended()
        return KILLS

    return kill


def assert_nobody_twice(post_office, kills: int) -> None:
    """Each got one mail, but those of which nobody knows: one for each that was killed, at most."""
    received = Counter(post_office.addresses)
    assert max(received.values()) == 1
    states = Counter(Mail.objects.values_list("state", flat=True))
    assert states["unknown"] <= kills
    assert states["sent"] + states["unknown"] == MAILS
    for mail in Mail.objects.filter(state="sent").select_related("supporter"):
        assert received[mail.supporter.email] == 1
    assert len(received) >= MAILS - states["unknown"]


def test_killed_at_random_moments_nobody_gets_a_mail_twice(page, post_office, kill, settings):
    settings.EMAIL_BACKEND = "tests.mailing.backends.Unreachable"
    for number in range(MAILS):
        signature_of(page, confirmed=False, email=f"{number}@example.org")
    Mail.objects.update(due_at=timezone.now(), attempts=0)
    assert_nobody_twice(post_office, kill(MAILS))


def test_a_broadcast_killed_at_random_moments_reaches_nobody_twice(
    page, post_office, kill, settings
):
    settings.EMAIL_BACKEND = "tests.mailing.backends.Unreachable"
    settings.WAGTAIL_CAMPAIGN_BROADCAST_DELAY = 0
    signers(page, MAILS)
    broadcast = mailed(post(page, "Two released"))
    assert_nobody_twice(post_office, kill(MAILS))
    broadcast.refresh_from_db()
    assert (broadcast.state, broadcast.sent + broadcast.failed) == ("done", MAILS)
