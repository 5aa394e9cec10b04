"""The numbers of sponsors that editors follow: counted at most once a minute, see ``patience``."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils import timezone

from ...actions import days
from ...actions.admin import patience
from ..models import SponsorList
from ..states import Kind, SponsorState


@dataclass(frozen=True)
class Numbers:
    """Those that are on one list, at a moment: {code or day: number}.

    Days ("2026-11-24") are those of UTC on which they were published.
    """

    days: dict[str, int]
    #: By kind and UUID of the type, "" for none.
    types: dict[tuple[str, str], int]
    #: Of organisations, by ``Verified``.
    verified: dict[str, int]
    countries: dict[str, int]
    languages: dict[str, int]
    sources: dict[str, int]
    at: datetime


def read(sponsor_list: SponsorList) -> Numbers:
    """The numbers, at most some minutes old."""
    return patience.counted(f"campaign:sponsors:{sponsor_list.pk}", lambda: _count(sponsor_list))


def _count(sponsor_list: SponsorList) -> Numbers:
    listed = sponsor_list.sponsors.filter(state=SponsorState.PUBLISHED)
    of_type = listed.order_by("kind", "type_uuid").values_list("kind", "type_uuid")
    types = {
        (kind, str(uuid or "")): number for kind, uuid, number in of_type.annotate(Count("pk"))
    }
    return Numbers(
        days=days.by_day(listed, "published_at"),
        types=types,
        verified=days.by(listed.filter(kind=Kind.ORGANISATION), "verified_by"),
        countries=days.by(listed, "country"),
        languages=days.by(listed, "language"),
        sources=days.by(listed, "source"),
        at=timezone.now(),
    )
