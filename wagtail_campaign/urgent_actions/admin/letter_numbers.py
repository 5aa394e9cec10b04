"""The numbers of letters that editors follow: counted at most once a minute, see ``patience``."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils import timezone

from ...actions import days
from ...actions.admin import patience
from ...actions.records import RecordState
from ..models import NEVER_WENT, Delivery, Letter, UrgentAction

#: What the queue tells the number of: where somebody, or time, has something to do.
QUEUE = (Delivery.HELD, Delivery.QUEUED, Delivery.REFUSED, Delivery.UNKNOWN)


@dataclass(frozen=True)
class Numbers:
    """The letters of one urgent action that count, at a moment: {code, day or id: number}.

    Days ("2026-11-24") are those of UTC. What was erased counts on the first of its month.
    """

    days: dict[str, int]
    targets: dict[int | None, int]
    channels: dict[str, int]
    countries: dict[str, int]
    languages: dict[str, int]
    at: datetime


def read(action: UrgentAction) -> Numbers:
    """The numbers, at most some minutes old."""
    return patience.counted(f"campaign:letters:{action.pk}", lambda: _count(action))


def _count(action: UrgentAction) -> Numbers:
    letters = action.letters.filter(state=RecordState.CONFIRMED).exclude(delivery__in=NEVER_WENT)
    letters = letters.order_by()
    return Numbers(
        days=days.by_day(letters, "confirmed_at"),
        targets=days.by(letters, "target"),
        channels=days.by(letters, "channel"),
        countries=days.by(letters, "country"),
        languages=days.by(letters, "language"),
        at=timezone.now(),
    )


def queue_of(action_ids: list[int]) -> dict[str, int]:
    """How many letters of some urgent actions are where in the queue, all together."""
    keys = {pk: f"campaign:queue:{pk}" for pk in action_ids}
    found = patience.counted_of(keys, _count_queue) if keys else {}
    return {
        delivery: sum(of_one.get(delivery, 0) for of_one in found.values()) for delivery in QUEUE
    }


def _count_queue(action_ids: list[int]) -> dict[int, dict[str, int]]:
    """In one query on the index of deliveries."""
    letters = Letter.objects.filter(
        urgent_action__in=action_ids, delivery__in=QUEUE, state=RecordState.CONFIRMED
    )
    rows = letters.order_by().values_list("urgent_action", "delivery").annotate(Count("pk"))
    found = {}
    for action_id, delivery, number in rows:
        found.setdefault(action_id, {})[delivery] = number
    return found


def forget(action_ids) -> None:
    """Lets the queue be counted anew, after a moderator did something."""
    from django.core.cache import cache

    cache.delete_many([f"campaign:queue:{pk}" for pk in action_ids])
