"""Who delivers webhooks may be killed at any moment, and nothing is lost."""

import os
import random
import signal
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.people import signature_of
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.webhooks import delivery
from wagtail_campaign.webhooks.models import Delivery

pytestmark = pytest.mark.django_db(transaction=True)

TOLD, KILLS = 40, 4


def test_killed_at_random_moments_everything_arrives(page, endpoint, receiver, mortal):
    for number in range(TOLD):
        signature_of(page, email=f"{number}@example.org")
    Mail.objects.all().delete()
    ids = set(Delivery.objects.values_list("webhook_id", flat=True))
    assert len(ids) == TOLD
    chance = random.Random()
    for kill in range(KILLS):
        # In the middle of a call, every other time.
        receiver.hangs = 0.05 if kill % 2 else 0
        child, before = mortal(), len(receiver.received)
        while len(receiver.received) < min(before + chance.randint(1, 8), TOLD - 5):
            time.sleep(0.001)
        os.kill(child, signal.SIGKILL)
        mortal.ended()
    receiver.hangs = 0
    cut_off = Delivery.objects.filter(state="sending")
    assert cut_off.count() <= KILLS
    cut_off.update(claimed_at=timezone.now() - delivery.CUT_OFF_AFTER - timedelta(seconds=1))
    mortal()
    mortal.ended()
    assert set(Delivery.objects.values_list("state", flat=True)) == {"delivered"}
    arrived = [headers["webhook-id"] for _, headers, _ in receiver.received]
    assert set(arrived) == ids
    assert len(arrived) <= TOLD + KILLS, "and twice only what was under way"
