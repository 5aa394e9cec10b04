"""The numbers of an action that editors follow, and what they cost.

The count is read from the tally at each look. The rest is counted from the records at most once a
minute, and less often where that takes long.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils import timezone

from ..models import Action
from ..records import RecordState
from . import patience


@dataclass(frozen=True)
class Numbers:
    """What was counted from the records of one action, at a moment."""

    pending: int
    withdrawn: int
    invalid: int
    #: Confirmed since midnight of the reader, and in the last seven days.
    today: int
    week: int
    #: (language code, confirmed), most first.
    languages: list[tuple[str, int]]
    at: datetime


def read(action: Action, records, known_languages: Callable = lambda: None) -> Numbers:
    """The numbers of the records (a queryset) of an action, at most some minutes old.

    ``known_languages`` gives {language: number} where that was counted elsewhere, or None.
    """
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    key = f"campaign:numbers:{action._meta.model_name}:{action.pk}:{midnight:%Y%m%d%z}"
    return patience.counted(key, lambda: _count(records, midnight, known_languages()))


def _count(records, midnight: datetime, known_languages: dict | None) -> Numbers:
    states = dict(_that_dont_count(records).values_list("state").annotate(Count("pk")))
    confirmed = records.filter(state=RecordState.CONFIRMED)
    languages = (
        confirmed.order_by().values_list("language").annotate(Count("pk"))
        if known_languages is None
        else known_languages.items()
    )
    return Numbers(
        pending=states.get(RecordState.PENDING, 0),
        withdrawn=states.get(RecordState.WITHDRAWN, 0),
        invalid=states.get(RecordState.INVALID, 0),
        today=confirmed.filter(confirmed_at__gte=midnight).count(),
        week=confirmed.filter(confirmed_at__gte=timezone.now() - timedelta(days=7)).count(),
        languages=sorted(languages, key=lambda pair: (-pair[1], pair[0])),
        at=timezone.now(),
    )


def states_of(action_ids, model, field: str, column: str = "state") -> dict[int, dict[str, int]]:
    """Records of a model by action and state, but for those that count; at most some minutes old.

    ``field`` is the name of the record's action. Another ``column`` than the state is counted for
    those that are confirmed.
    """
    keys = {pk: f"campaign:states:{model._meta.model_name}:{column}:{pk}" for pk in action_ids}
    return patience.counted_of(keys, lambda ids: _count_by(ids, model, field, column))


def _count_by(action_ids, model, field: str, column: str) -> dict[int, dict[str, int]]:
    """In one query on an index."""
    records = model.objects.filter(**{f"{field}__in": action_ids})
    if column == "state":
        records = _that_dont_count(records)
    else:
        records = records.filter(state=RecordState.CONFIRMED)
    found = {}
    for action_id, value, number in (
        records.order_by().values_list(field, column).annotate(Count("pk"))
    ):
        found.setdefault(action_id, {})[value] = number
    return found


def _that_dont_count(records):
    # Named, not excluded: only so it is a look into the index.
    states = [state for state in RecordState if state != RecordState.CONFIRMED]
    return records.filter(state__in=states).order_by()
