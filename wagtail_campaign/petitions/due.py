"""What every pass of ``campaign_work`` does for petitions."""

import time
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ..actions import endings, goals, tallies
from ..actions.models import State
from ..conf import conf
from ..mailing import outbox
from ..mailing.work import Lease, due
from ..supporters.models import Supporter
from . import breakdown, forgetting, sweeping
from .emails import Reminder
from .models import COUNTED, Petition, Signature, SignatureState
from .sweeps import BUSY, Sweep

BATCH = 500


@due(20, "signatures expired")
def expire(lease: Lease) -> int:
    """Deletes signatures that nobody confirmed in time, with all that was typed."""
    number = 0
    while batch := _pending_older_than(conf.CONFIRM_DAYS):
        lease.renew()
        number += _delete_pending([pk for pk, _supporter_id in batch])
    return number


def _delete_pending(ids: list[int]) -> int:
    """Locked first: who is confirming one of them right now comes before or is too late."""
    with transaction.atomic():
        pending = Signature.objects.filter(pk__in=ids, state=SignatureState.PENDING)
        locked = dict(pending.order_by("pk").select_for_update().values_list("pk", "supporter_id"))
        Signature.objects.filter(pk__in=locked).delete()
        Supporter.objects.filter(pk__in=locked.values()).delete()
    return len(locked)


@due(24, "ends of petitions noted")
def note_ends(lease: Lease) -> int:
    """Writes down that a closing date has come."""
    return endings.note(Petition.objects.all())


@due(25, "signers forgotten")
def forget_signers(lease: Lease) -> int:
    """Destroys what signers told us, some months after the end of their petition."""
    due_now = endings.due(Petition.objects.all())
    return sum(forgetting.forget_signers(petition, lease) for petition in due_now)


@due(35, "milestones told")
def tell_milestones(lease: Lease) -> int:
    """Tells a site's receivers of each 100, 250, 500, 1,000 … that a petition has reached."""
    petitions = list(Petition.objects.exclude(state=State.ARCHIVED))
    counts = tallies.counts([petition.key for petition in petitions], *COUNTED)
    told = [goals.tell_milestone(p, counts.get(p.key, 0)) for p in petitions]
    return sum(told)


@due(40, "signatures changed in bulk")
def sweep(lease: Lease) -> int:
    """Goes on with what editors have had done to many signatures, the oldest first."""
    number, until = 0, time.monotonic() + sweeping.SECONDS
    for found in Sweep.objects.filter(state__in=BUSY).order_by("pk"):
        number += sweeping.go_on(found, lease.renew, until - time.monotonic())
    return number


@due(41, "rules forgotten")
def forget_rules(lease: Lease) -> int:
    """Forgets domains and patterns of rules that were done a month ago."""
    return sweeping.forget_patterns()


@due(80, "petitions counted by country and day")
def count_breakdowns(lease: Lease) -> int:
    """Counts signatures by day, language, country and source where something has changed."""
    stale = breakdown.stale(Petition.objects.all())
    for petition in stale:
        lease.renew()
        breakdown.count_anew(petition)
    return len(stale)


@due(30, "reminders written")
def remind(lease: Lease) -> int:
    """Writes the one reminder to those who have not confirmed for some days."""
    if not conf.REMIND_AFTER_DAYS:
        return 0
    number = 0
    while batch := _pending_older_than(conf.REMIND_AFTER_DAYS, reminded_at=None):
        for signature_id, _ in batch:
            lease.renew()
            number += _remind(signature_id)
    return number


def _remind(signature_id: int) -> bool:
    now = timezone.now()
    with transaction.atomic():
        pending = Signature.objects.filter(
            pk=signature_id, state=SignatureState.PENDING, reminded_at=None
        )
        if not pending.update(reminded_at=now):
            return False
        signature = Signature.objects.select_related("supporter").get(pk=signature_id)
        if _has_newer(signature):
            return False
        outbox.put(Reminder, signature.pk, signature.supporter, due_at=now)
    return True


def _has_newer(signature: Signature) -> bool:
    # Who signed again is reminded of the last time only, when that has its turn.
    return Signature.objects.filter(
        petition=signature.petition_id,
        state=SignatureState.PENDING,
        supporter__email_key=signature.supporter.email_key,
        pk__gt=signature.pk,
    ).exists()


def _pending_older_than(days: int, **filters) -> list[tuple[int, int]]:
    then = timezone.now() - timedelta(days=days)
    pending = Signature.objects.filter(
        state=SignatureState.PENDING, supporter__isnull=False, created_at__lt=then, **filters
    )
    return list(pending.order_by("created_at").values_list("pk", "supporter_id")[:BATCH])
