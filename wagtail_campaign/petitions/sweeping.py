"""Doing and undoing sweeps: counted first, then some hundred signatures in each transaction.

What can be done within a request is done there, the rest by ``campaign_work``. Both may be at the
same sweep: each batch locks its row, and goes on where the last one ended.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, F, Max
from django.utils import timezone

from ..actions import logs
from ..actions.days import day_of
from ..actions.titles import title_of
from ..deadlocks import repeated
from . import moderation, services
from .models import Signature
from .sweeps import FORGOTTEN, Sweep, SweepState, SweepVerb

BATCH = 500
# Verbs that are a statement for a whole batch, and how many an editor waits for in a page.
QUICK = {SweepVerb.INVALIDATE, SweepVerb.RESTORE}
AT_ONCE = 2000
# How long one pass of ``campaign_work`` is at it before everything else has its turn again.
SECONDS = 45
SAMPLE = 10
PATTERNS_KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True)
class DryCount:
    """What a sweep would find: how many, on which days and from which countries."""

    total: int
    days: dict[str, int]
    countries: dict[str, int]


def dry_count(sweep: Sweep) -> DryCount:
    """Counts what a sweep would find, in one go through it, and changes nothing."""
    signatures = sweep.signatures().order_by().annotate(day=day_of("created_at"))
    found = signatures.values_list("day", "country")
    days, countries = {}, {}
    for day, country, number in found.annotate(number=Count("pk")):
        days[day] = days.get(day, 0) + number
        countries[country] = countries.get(country, 0) + number
    return DryCount(sum(days.values()), days, countries)


def sample(sweep: Sweep) -> list[Signature]:
    """Some of those that a sweep would find, with who made them."""
    return list(sweep.signatures().select_related("supporter").order_by("-pk")[:SAMPLE])


def start(sweep: Sweep) -> Sweep:
    """Writes down a new sweep, logs it, and does it: at once where it is small."""
    with transaction.atomic(durable=True):
        sweep.until = Signature.objects.aggregate(last=Max("pk"))["last"] or 0
        sweep.found = sweep.signatures().count()
        sweep.save(force_insert=True)
        logs.note(
            [sweep.petition],
            "campaign.sweep",
            sweep.user,
            label=title_of,
            sweep=sweep.pk,
            verb=sweep.verb,
            found=sweep.found,
            by=_by(sweep),
            reason=sweep.reason,
        )
    if sweep.found <= (AT_ONCE if sweep.verb in QUICK else BATCH):
        go_on(sweep)
    return sweep


def undo(sweep: Sweep, reason: str, user) -> bool:
    """Begins to restore those that it took; False where there is nothing to undo (any more)."""
    with transaction.atomic(durable=True):
        done = Sweep.objects.filter(
            pk=sweep.pk, verb=SweepVerb.INVALIDATE, state=SweepState.DONE, done__gt=0
        )
        begun = {"state": SweepState.UNDOING, "last": 0, "finished_at": None}
        if not done.update(**begun, undone_by=user, undo_reason=reason):
            return False
        logs.note(
            [sweep.petition],
            "campaign.sweep_undo",
            user,
            label=title_of,
            sweep=sweep.pk,
            number=sweep.done,
            reason=reason,
        )
    if sweep.done <= AT_ONCE:
        go_on(sweep)
    return True


def stop(sweep: Sweep) -> bool:
    """Ends one that is under way; what was done stays, and can be undone as ever."""
    running = Sweep.objects.filter(pk=sweep.pk, state=SweepState.RUNNING)
    return bool(running.update(state=SweepState.DONE, finished_at=timezone.now()))


def go_on(sweep: Sweep, renew: Callable[[], None] = lambda: None, seconds: float = SECONDS) -> int:
    """Does what is left of a sweep, or as much as fits into some seconds; returns how many."""
    number, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        renew()
        done = _next(sweep.pk)
        if done is None:
            break
        number += done
    sweep.refresh_from_db()
    return number


@repeated
def _next(pk: int) -> int | None:
    """The next batch: how many it changed, None where there was nothing left to look at."""
    with transaction.atomic(durable=True):
        sweep = Sweep.objects.select_for_update().get(pk=pk)
        if not sweep.is_busy:
            return None
        is_undone = sweep.state == SweepState.UNDOING
        left = sweep.taken() if is_undone else sweep.signatures()
        left = left.filter(pk__gt=sweep.last).order_by("pk")
        ids = list(left.values_list("pk", flat=True)[:BATCH])
        done = (_restore(sweep, ids) if is_undone else _do(sweep, ids)) if ids else 0
        change = {"last": ids[-1]} if ids else _ended(is_undone)
        counted = "undone" if is_undone else "done"
        Sweep.objects.filter(pk=pk).update(**{counted: F(counted) + done}, **change)
    return done if ids else None


def _ended(is_undone: bool) -> dict:
    state = SweepState.UNDONE if is_undone else SweepState.DONE
    return {"state": state, "finished_at": timezone.now()}


def _do(sweep: Sweep, ids: list[int]) -> int:
    match sweep.verb:
        case SweepVerb.INVALIDATE:
            return _move(sweep, ids, moderation.OUT, sweep)
        case SweepVerb.RESTORE:
            return _move(sweep, ids, moderation.BACK, None)
        case SweepVerb.RESEND:
            # By the next pass, and not all of them before this transaction is over.
            return sum(bool(moderation.mail_again(pk, due_at=timezone.now())) for pk in ids)
    signatures = Signature.objects.select_related("petition").filter(pk__in=ids).order_by("pk")
    return sum(services.forget(signature) for signature in signatures)


def _restore(sweep: Sweep, ids: list[int]) -> int:
    locked = _locked(ids, moderation.BACK.start, sweep=sweep)
    return moderation.move(
        sweep.petition, locked, moderation.BACK, sweep.undo_reason, sweep.undone_by
    )


def _move(sweep: Sweep, ids: list[int], way: moderation.Way, by: Sweep | None) -> int:
    locked = _locked(ids, way.start, dedupe_key__isnull=False)
    return moderation.move(sweep.petition, locked, way, sweep.reason, sweep.user, sweep=by)


def _locked(ids: list[int], state: str, **more) -> list[int]:
    """Those that are still in a state, locked until the commit.

    Locked by their ids alone: with more to look for, MariaDB locks another index first.
    """
    rows = Signature.objects.filter(pk__in=ids).order_by("pk")
    list(rows.select_for_update().values_list("pk"))
    return list(rows.filter(state=state, **more).values_list("pk", flat=True))


def _by(sweep: Sweep) -> dict:
    """What was asked for, for the log: codes and moments, and no text that an editor typed."""
    said = {}
    for name, value in sweep.said().items():
        if name in Sweep.PERSONAL:
            said[name] = True
        else:
            said[name] = value.isoformat() if hasattr(value, "isoformat") else value
    return said


def forget_patterns() -> int:
    """Forgets what was typed to find names and addresses, some time after it was done."""
    old = Sweep.objects.filter(finished_at__lt=timezone.now() - PATTERNS_KEPT_FOR)
    number = 0
    for name in Sweep.PERSONAL:
        kept = old.exclude(**{f"{name}__in": ["", FORGOTTEN]})
        number += kept.update(**{name: FORGOTTEN})
    return number
