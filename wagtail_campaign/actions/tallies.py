"""Counts that are exact at every moment, on every database, without a hot row.

A count is 16 rows made with the action; one more is one UPDATE of a random one of them, in the
transaction of the change that it counts. Lock records before slots, and slots in order.
"""

import random
from collections.abc import Callable

from django.db import transaction
from django.db.models import F, Sum

from .. import rows
from ..deadlocks import repeated
from .models import SLOTS, Tally

# metric -> how to count its records: {key: number}, for the keys given or for all (None).
_records: dict[str, Callable] = {}
_families: list[Callable[[], dict[str, Callable]]] = []


def register(metric: str, count_records: Callable[[list | None], dict]) -> None:
    """Names a metric and how its records are counted: ``recount`` proves the one by the other."""
    _records[metric] = count_records


def register_family(counters: Callable[[], dict[str, Callable]]) -> None:
    """The same for metrics that only the records know, such as one a currency: ``counters()`` is
    asked for {metric: how to count its records} when they are proved."""
    _families.append(counters)


def create(key, metric: str) -> None:
    """Makes the slots of a count; does nothing where they are."""
    Tally.objects.bulk_create(
        [Tally(key=key, metric=metric, slot=slot) for slot in range(SLOTS)], ignore_conflicts=True
    )


def add(key, metric: str, number: int = 1) -> None:
    """Counts ``number`` more (or fewer); call it in the transaction of the change it counts."""
    slot = {"key": key, "metric": metric, "slot": random.randrange(SLOTS)}
    if not rows.change(Tally, slot, {"count": number}, add="count"):
        create(key, metric)
        rows.change(Tally, slot, {"count": number}, add="count")


def count(key, *metrics: str) -> int:
    """The count now, of all the metrics together."""
    return counts([key], *metrics).get(key, 0)


def by_metric(key) -> dict[str, int]:
    """All counts of one action, by metric, in one query."""
    slots = Tally.objects.filter(key=key)
    return dict(slots.values_list("metric").annotate(Sum("count")).order_by())


def all_counts(keys) -> dict[object, dict[str, int]]:
    """All counts of several actions, by key and metric, in one query."""
    found = {}
    slots = Tally.objects.filter(key__in=keys).order_by().values_list("key", "metric")
    for key, metric, number in slots.annotate(Sum("count")):
        found.setdefault(key, {})[metric] = number
    return found


def counts(keys, *metrics: str) -> dict:
    """The counts of several actions, by key, in one query."""
    slots = Tally.objects.filter(key__in=keys, metric__in=metrics)
    return dict(slots.values_list("key").annotate(Sum("count")).order_by())


def recount() -> list[tuple]:
    """Counts the records anew and repairs what differs.

    Returns (key, metric, was, is) for each count that was wrong. Who confirms
    meanwhile is not lost: record and slot are committed together, and all slots are locked here.
    """
    repaired, proofs = [], dict(_records)
    for counters in _families:
        proofs |= counters()
    for metric, count_records in sorted(proofs.items()):
        keys = set(Tally.objects.filter(metric=metric).values_list("key", flat=True))
        for key in sorted(keys | set(count_records(None)), key=str):
            was, true = _recount_one(key, metric, count_records)
            if was != true:
                repaired.append((key, metric, was, true))
    return repaired


@repeated
@transaction.atomic
def _recount_one(key, metric: str, count_records: Callable) -> tuple[int, int]:
    slots = Tally.objects.filter(key=key, metric=metric).order_by("slot").select_for_update()
    # MariaDB locks what it finds there already, and those who confirm wait behind: so only then.
    if len(locked := list(slots)) < SLOTS:
        create(key, metric)
        locked = list(slots.all())
    was = sum(slot.count for slot in locked)
    true = count_records([key]).get(key, 0)
    if was != true:
        # By its id: by the other index it could wait for who confirms, who waits for it.
        Tally.objects.filter(pk=locked[0].pk).update(count=F("count") + true - was)
    return was, true
