"""The public side of a sponsor list."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from ..actions import goals, tallies
from ..actions.asks import Ask
from ..actions.live import Live
from ..embeds import origins
from . import ledger
from .models import SponsorList
from .states import Kind, SponsorState


@dataclass(frozen=True)
class SponsorsLive(Live):
    """What the page of a list shows of it; ``count`` is that of its sponsors."""

    persons: int = 0
    organisations: int = 0
    #: How many members these have together.
    members: int = 0
    #: (kind, UUID of the type or "", country) of those listed, and how many of each.
    places: tuple[tuple[tuple[str, str, str], int], ...] = ()
    #: When an entry on the list changed last.
    changed_at: datetime | None = None

    @property
    def kinds(self) -> list[str]:
        """Who may join."""
        return [k for k in Kind if self.asks.get(f"joins_{k}", Ask.OPTIONAL) != Ask.OFF]


def read(sponsor_list: SponsorList | None) -> SponsorsLive:
    """The list as it stands, in three queries; one with the default settings for None."""
    sponsor_list = sponsor_list or SponsorList()
    counts = tallies.by_metric(sponsor_list.key) if sponsor_list.pk else {}
    count = sum(counts.get(metric, 0) for metric in ledger.COUNTED)
    places, changed_at = _places(sponsor_list) if sponsor_list.pk else ((), None)
    return SponsorsLive(
        state=sponsor_list.state,
        opens_at=sponsor_list.opens_at,
        closes_at=sponsor_list.closes_at,
        goal=goals.shown(sponsor_list.goal, sponsor_list.raises_goal, count),
        version=sponsor_list.version,
        embed_origins=origins.listed(sponsor_list.embed_origins),
        asks=sponsor_list.asks(),
        count=count,
        persons=counts.get(ledger.PERSONS, 0),
        organisations=counts.get(ledger.ORGANISATIONS, 0),
        members=counts.get(ledger.MEMBERS, 0),
        countries=len({country for (_kind, _type, country), _n in places if country}),
        places=places,
        changed_at=changed_at,
    )


def _places(sponsor_list: SponsorList) -> tuple[tuple, datetime | None]:
    listed = sponsor_list.sponsors.filter(state=SponsorState.PUBLISHED).order_by()
    rows = listed.values_list("kind", "type_uuid", "country")
    rows = rows.annotate(Count("pk"), Max("changed_at")).order_by("kind", "type_uuid", "country")
    rows = list(rows)
    places = tuple(
        ((kind, str(type_uuid or ""), country), number)
        for kind, type_uuid, country, number, _at in rows
    )
    return places, max((row[4] for row in rows), default=None)
