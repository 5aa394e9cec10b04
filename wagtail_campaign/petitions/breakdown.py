"""Confirmed signatures by day, language, country and source.

Counting a million takes seconds, so ``campaign_work`` does it now and then, and everybody reads
what it wrote down.
"""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from ..actions import days, live, tallies
from .models import METRIC, Petition, SignatureState

# A petition with more signatures than that is counted anew only so often.
MANY = 10_000
PATIENCE = timedelta(minutes=10)


class Breakdown(models.Model):
    """What was counted of one petition, at a moment: {day, code or source: number}.

    Days ("2026-11-24") are those of UTC. What was erased counts on the first of its month, all that
    is known of its day. "" is an unknown country, or no source.
    """

    petition = models.OneToOneField(
        Petition, on_delete=models.CASCADE, primary_key=True, related_name="breakdown"
    )
    days = models.JSONField(default=dict)
    languages = models.JSONField(default=dict)
    countries = models.JSONField(default=dict)
    sources = models.JSONField(default=dict)
    # What the Tally was before counting: while it is the same there is nothing new.
    count = models.BigIntegerField(default=0)
    counted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.pk)

    @property
    def named_countries(self) -> int:
        """From how many countries people signed, those unknown left out."""
        return len(self.countries.keys() - {""})


def count_anew(petition: Petition) -> Breakdown:
    """Counts the signatures of a petition and writes that down."""
    now, before = timezone.now(), tallies.count(petition.key, METRIC)
    confirmed = petition.signatures.filter(state=SignatureState.CONFIRMED).order_by()
    found, _created = Breakdown.objects.update_or_create(
        petition=petition,
        defaults={
            "days": days.by_day(confirmed, "confirmed_at"),
            "languages": days.by(confirmed, "language"),
            "countries": days.by(confirmed, "country"),
            "sources": days.by(confirmed, "source"),
            "count": before,
            "counted_at": now,
        },
    )
    live.forget(petition.key)
    return found


def stale(petitions, now=None) -> list[Petition]:
    """Those of a queryset of petitions whose numbers have changed since they were counted."""
    now = now or timezone.now()
    petitions = list(petitions.select_related("breakdown"))
    counts = tallies.counts([petition.key for petition in petitions], METRIC)
    return [p for p in petitions if _is_stale(p, counts.get(p.key, 0), now)]


def _is_stale(petition: Petition, count: int, now) -> bool:
    known = getattr(petition, "breakdown", None)
    if known is None:
        return count > 0
    age = now - known.counted_at
    if known.count == count:
        # As many may be others: who withdrew and who came.
        return count > 0 and age > timedelta(days=1)
    return count < MANY or age > PATIENCE
