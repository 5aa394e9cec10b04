"""Forgetting all who acted, some months after the end of an action."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from ..deadlocks import repeated
from ..mailing.work import Lease
from . import live, logs
from .models import Action
from .records import RecordState
from .titles import title_of

BATCH = 500


def forget_all(action: Action, records, forget: Callable[[list[int]], int], lease: Lease) -> int:
    """Forgets who is behind a queryset of records of an action, some hundred at a time; how many.

    ``forget`` is given ids, in a transaction that holds the action as it is, and returns how many
    it forgot. Killed midway, the next pass goes on; opening the action again stops it.
    """
    number = last = 0
    standing = records.exclude(state=RecordState.PENDING).exclude(nonce="")
    while ids := list(
        standing.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        lease.renew()
        done = _forget(action, ids, forget)
        if done is None:
            return number
        number, last = number + done, ids[-1]
    with transaction.atomic():
        ended = type(action).objects.filter(pk=action.pk, ended_at=action.ended_at)
        if ended.update(forgotten_at=timezone.now()):
            logs.note([action], "campaign.forget", None, label=title_of)
            transaction.on_commit(lambda: live.forget(action.key))
    return number


@repeated
def _forget(action: Action, ids: list[int], forget: Callable[[list[int]], int]) -> int | None:
    with transaction.atomic():
        ended = type(action).objects.select_for_update().filter(pk=action.pk)
        if [action.ended_at] != list(ended.values_list("ended_at", flat=True)):
            return None
        return forget(ids)
