"""The public side of an urgent action."""

from dataclasses import dataclass, field

from ..actions import goals, tallies
from ..actions.live import Live
from ..embeds import origins
from . import wall
from .models import Kind, UrgentAction


@dataclass(frozen=True)
class UrgentLive(Live):
    """What the page of an urgent action shows of it."""

    kind: str = Kind.URGENT
    stopped: bool = False
    #: The state whose embassies are offered, "" for none.
    missions_of: str = ""
    #: Ids of those written to, and of those written for.
    targets: tuple[int, ...] = ()
    persons: tuple[int, ...] = field(default=())
    #: The latest letters on the wall: (id, public name), newest first, one more than are shown.
    wall: tuple[tuple[int, str], ...] = ()

    @property
    def is_open(self) -> bool:
        return super().is_open and not self.stopped

    @property
    def is_solidarity(self) -> bool:
        return self.kind == Kind.SOLIDARITY

    def as_json(self) -> dict:
        """Beside what all kinds have: what is written (``Kind``), and whether an editor told
        everybody to stop."""
        return super().as_json() | {"letter_kind": self.kind, "stopped": self.stopped}


def read(action: UrgentAction | None) -> UrgentLive:
    """The urgent action as it stands; with the default settings for None."""
    action = action or UrgentAction()
    count = sum(tallies.by_metric(action.key).values()) if action.pk else 0
    return UrgentLive(
        state=action.state,
        opens_at=action.opens_at,
        closes_at=action.closes_at,
        goal=goals.shown(action.goal, action.raises_goal, count),
        version=action.version,
        embed_origins=origins.listed(action.embed_origins),
        count=count,
        asks=action.asks(),
        kind=action.kind,
        stopped=bool(action.stopped_at),
        missions_of=action.missions_of,
        targets=_ids(action.targets.filter(is_active=True)) if action.pk else (),
        persons=_ids(action.persons.all()) if action.pk else (),
        wall=_wall(action) if action.pk and action.is_solidarity else (),
    )


def _wall(action: UrgentAction) -> tuple[tuple[int, str], ...]:
    latest = wall.letters_on(action.pk)[: wall.LATEST + 1]
    return tuple(latest.values_list("pk", "public_name"))


def _ids(records) -> tuple[int, ...]:
    return tuple(records.order_by("pk").values_list("pk", flat=True))
