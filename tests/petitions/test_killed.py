"""What goes through thousands of signatures may be killed at any moment: nothing is done twice."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.editors import superuser
from tests.people import change, count, signature_of
from wagtail_campaign.actions import tallies
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.petitions import sweeping
from wagtail_campaign.petitions.models import Petition, Signature
from wagtail_campaign.petitions.sweeps import Sweep, SweepState, SweepVerb
from wagtail_campaign.supporters import addresses, tokens
from wagtail_campaign.supporters.models import Consent, Supporter

pytestmark = pytest.mark.django_db(transaction=True)

KILLS, FEWEST = 7, 2
BOTS, PEOPLE = 2100, 400


def copy_of(row, **values):
    """An unsaved row with the values of another, but for its key and some of its own."""
    fields = [field.attname for field in row._meta.concrete_fields if not field.primary_key]
    return type(row)(**{name: getattr(row, name) for name in fields} | values)


def signers(page, number: int, domain: str, ticked=()) -> None:
    """So many who signed and confirmed, written down at once: signing takes them half a minute."""
    first = signature_of(page, email=f"0@{domain}", display="full", ticked=ticked, comment="Please")
    Mail.objects.all().delete()
    typed = [f"{n}@{domain}" for n in range(1, number)]
    people = Supporter.objects.bulk_create(
        copy_of(first.supporter, email=email, email_key=addresses.email_key(email))
        for email in typed
    )
    Signature.objects.bulk_create(
        copy_of(
            first,
            supporter_id=person.pk,
            dedupe_key=addresses.dedupe_key(first.petition.key, person.email),
            nonce=tokens.new_nonce(),
        )
        for person in people
    )
    given = Consent.objects.filter(supporter=first.supporter)
    for consent in list(given):
        Consent.objects.bulk_create(copy_of(consent, supporter_id=p.pk) for p in people)
    tallies.recount()


@pytest.fixture
def kill(mortal):
    """Kills passes of ``campaign_work`` at random moments, then lets one end."""

    def kill(done: Callable[[], int], is_over: Callable[[], bool]) -> None:
        chance, killed = random.Random(), 0
        for _ in range(KILLS):
            before, child = done(), mortal()
            # One at any moment, another after it has done something.
            waits = chance.random() < 0.5
            while waits and done() == before and not is_over():
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.02))
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            mortal.ended()
            killed += not is_over()
        assert killed >= FEWEST
        mortal()
        mortal.ended()
        assert is_over()

    return kill


def states() -> dict[tuple[str, str], int]:
    """How many signatures of each domain are in each state."""
    rows = Signature.objects.values_list("supporter__email", "state")
    return Counter((email.partition("@")[2], state) for email, state in rows)


def test_a_rule_killed_at_random_moments_takes_out_each_once_and_is_undone(page, petition, kill):
    signers(page, BOTS, "burst.example")
    signers(page, PEOPLE, "example.org")
    user = superuser().user
    sweep = Sweep(petition=petition, verb=SweepVerb.INVALIDATE, user=user, reason="A burst")
    sweep.domain = "burst.example"
    sweeping.start(sweep)

    def now() -> Sweep:
        return Sweep.objects.get(pk=sweep.pk)

    assert now().state == SweepState.RUNNING
    kill(lambda: now().done, lambda: now().state == SweepState.DONE)
    assert now().done == BOTS
    expected = {("burst.example", "invalid"): BOTS, ("example.org", "confirmed"): PEOPLE}
    assert states() == expected
    assert count(petition) == PEOPLE and tallies.recount() == []

    assert sweeping.undo(now(), "They were people", user)
    kill(lambda: now().undone, lambda: now().state == SweepState.UNDONE)
    assert now().undone == BOTS
    expected = {("burst.example", "confirmed"): BOTS, ("example.org", "confirmed"): PEOPLE}
    assert states() == expected
    assert count(petition) == BOTS + PEOPLE and tallies.recount() == []


def test_forgetting_killed_at_random_moments_forgets_each_and_keeps_the_count(page, petition, kill):
    news = next(wording.pk for wording in page.consent_wordings() if wording.purpose == "news")
    signers(page, BOTS, "example.org")
    signers(page, PEOPLE, "news.example", ticked=[news])
    change(petition, state="closed")
    Petition.objects.update(ended_at=timezone.now() - timedelta(days=200))
    kill(
        lambda: Signature.objects.filter(nonce="").count(),
        lambda: Petition.objects.get().forgotten_at is not None,
    )
    assert Signature.objects.filter(nonce="", supporter=None, dedupe_key=None).count() == BOTS
    assert Supporter.objects.count() == Consent.objects.count() == PEOPLE
    kept = Supporter.objects.filter(
        email__endswith="@news.example", comment="", display="anonymous"
    )
    assert kept.count() == Signature.objects.filter(supporter__in=kept, public_name="").count()
    assert kept.count() == PEOPLE
    assert count(petition) == BOTS + PEOPLE and tallies.recount() == []
    assert ModelLogEntry.objects.filter(action="campaign.forget").count() == 1
