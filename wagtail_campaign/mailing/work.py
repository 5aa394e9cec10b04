"""One locked pass over all that is due: what ``manage.py campaign_work`` does."""

import logging
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import IntegrityError
from django.db.models import Q
from django.utils import timezone

from .models import Work

logger = logging.getLogger(__name__)

# A killed pass is taken over when its lease ends; a living one renews it well before.
LEASE = timedelta(seconds=60)

_jobs: list[tuple[int, str, Callable]] = []


class Busy(Exception):
    """Another pass is under way."""


class Lease:
    """The right to do the pass, renewed by ``renew()`` between small pieces of work."""

    def __init__(self):
        self.owner = secrets.token_hex(16)
        self.renewed_at = None

    def take(self) -> None:
        """Takes the lease; raises ``Busy`` where another pass holds it."""
        free = Q(leased_until=None) | Q(leased_until__lt=timezone.now())
        if not self._update(Work.objects.filter(free, name="pass")):
            with suppress(IntegrityError):
                Work.objects.get_or_create(name="pass")
            if not self._update(Work.objects.filter(free, name="pass")):
                raise Busy

    def renew(self) -> None:
        """Keeps the lease; raises ``Busy`` where it was lost meanwhile."""
        if timezone.now() - self.renewed_at < LEASE / 4:
            return
        if not self._update(Work.objects.filter(name="pass", owner=self.owner)):
            raise Busy

    def give_back(self, finished: bool) -> None:
        """Ends the lease, and says when the pass finished, if it did."""
        values = {"finished_at": timezone.now()} if finished else {}
        Work.objects.filter(name="pass", owner=self.owner).update(
            owner="", leased_until=None, **values
        )

    def _update(self, work) -> int:
        self.renewed_at = timezone.now()
        return work.update(owner=self.owner, leased_until=self.renewed_at + LEASE)


def due(order: int, name: str) -> Callable:
    """Decorator: a job of every pass, lower orders first. It is called with the ``Lease`` and
    returns how many things it did; a slice's are in its ``due.py``."""

    def register(job: Callable[[Lease], int]) -> Callable[[Lease], int]:
        _jobs.append((order, name, job))
        return job

    return register


def run_pass() -> dict[str, int]:
    """Does all that is due. Returns how many things each job did; raises ``Busy``.

    A job that fails is logged and leaves the others their turn.
    """
    lease = Lease()
    lease.take()
    done, finished = {}, False
    try:
        for _, name, job in sorted(_jobs, key=lambda entry: entry[:2]):
            lease.renew()
            try:
                done[name] = job(lease)
            except Busy:
                raise
            except Exception:
                logger.exception("campaign_work: %s failed", name)
                done[name] = -1
        finished = True
    finally:
        lease.give_back(finished)
    return done


def last_finished() -> datetime | None:
    """When the last pass finished, None where none ever did."""
    return Work.objects.filter(name="pass").values_list("finished_at", flat=True).first()
