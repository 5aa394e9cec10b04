"""How signatures are counted from their records, to prove the Tally by."""

from django.db.models import Count

from ..actions import tallies
from .models import METRIC, Petition, SignatureState


def count_confirmed(keys: list | None) -> dict:
    """Confirmed signatures by the key of their petition, for the keys given or for all."""
    petitions = Petition.objects.filter(signatures__state=SignatureState.CONFIRMED)
    if keys is not None:
        petitions = petitions.filter(key__in=keys)
    return dict(petitions.values_list("key").annotate(Count("signatures")))


tallies.register(METRIC, count_confirmed)
