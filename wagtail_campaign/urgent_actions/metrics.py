"""How letters are counted from their records, to prove the Tally by."""

from django.db.models import Count

from ..actions import tallies
from ..actions.records import RecordState
from .models import METRIC, NEVER_WENT, Letter


def count_confirmed(keys: list | None) -> dict:
    """Confirmed letters by the key of their urgent action, for the keys given or for all."""
    letters = Letter.objects.filter(state=RecordState.CONFIRMED).exclude(delivery__in=NEVER_WENT)
    if keys is not None:
        letters = letters.filter(urgent_action__key__in=keys)
    return dict(letters.order_by().values_list("urgent_action__key").annotate(Count("pk")))


tallies.register(METRIC, count_confirmed)
