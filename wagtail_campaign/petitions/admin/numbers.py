"""The numbers of a petition that editors follow, and what they cost.

The count is read from the tally at each look. The rest is counted from the signatures at most once
a minute, and less often where that takes long; the languages of a large petition are those that
``campaign_work`` counted last.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils import timezone

from ...actions import tallies
from ...actions.admin import patience
from ..breakdown import MANY, Breakdown
from ..models import Petition, Signature, SignatureState


@dataclass(frozen=True)
class Numbers:
    """What was counted from the signatures of one petition, at a moment."""

    pending: int
    withdrawn: int
    invalid: int
    #: Confirmed since midnight of the reader, and in the last seven days.
    today: int
    week: int
    #: (language code, confirmed), most first.
    languages: list[tuple[str, int]]
    at: datetime


def counts(petition: Petition) -> dict[str, int]:
    """How many are confirmed and how many are on paper, now, by metric."""
    return tallies.by_metric(petition.key)


def read(petition: Petition) -> Numbers:
    """The other numbers, at most some minutes old."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    key = f"campaign:numbers:{petition.pk}:{midnight:%Y%m%d%z}"
    return patience.counted(key, lambda: _count(petition, midnight))


def _count(petition: Petition, midnight: datetime) -> Numbers:
    states = _count_states([petition.pk]).get(petition.pk, {})
    confirmed = petition.signatures.filter(state=SignatureState.CONFIRMED)
    known = Breakdown.objects.filter(petition=petition, count__gte=MANY).first()
    languages = (
        known.languages.items()
        if known
        else confirmed.order_by().values_list("language").annotate(Count("pk"))
    )
    return Numbers(
        pending=states.get(SignatureState.PENDING, 0),
        withdrawn=states.get(SignatureState.WITHDRAWN, 0),
        invalid=states.get(SignatureState.INVALID, 0),
        today=confirmed.filter(confirmed_at__gte=midnight).count(),
        week=confirmed.filter(confirmed_at__gte=timezone.now() - timedelta(days=7)).count(),
        languages=sorted(languages, key=lambda pair: (-pair[1], pair[0])),
        at=timezone.now(),
    )


def states_of(petition_ids) -> dict[int, dict[str, int]]:
    """Signatures that don't count, by petition and state, at most some minutes old."""
    keys = {pk: f"campaign:states:{pk}" for pk in petition_ids}
    return patience.counted_of(keys, _count_states)


def _count_states(petition_ids) -> dict[int, dict[str, int]]:
    """In one query on an index."""
    # Named, not excluded: only so it is a look into the index.
    states = [state for state in SignatureState if state != SignatureState.CONFIRMED]
    rows = Signature.objects.filter(petition__in=petition_ids, state__in=states).order_by()
    found = {}
    for petition_id, state, number in rows.values_list("petition", "state").annotate(Count("pk")):
        found.setdefault(petition_id, {})[state] = number
    return found
