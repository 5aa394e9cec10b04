"""What a page shows of its action: live, in every language, and read at most every few seconds."""

from dataclasses import dataclass, field
from datetime import datetime

from django.core.cache import cache
from django.utils import timezone

from .. import moments
from ..conf import conf
from .models import State, status_at

#: The states in which an action is over for good, and so is every link that would add to it.
FINISHED = {State.DELIVERED, State.ANSWERED, State.WON, State.ARCHIVED}


@dataclass(frozen=True)
class Live:
    """The public side of an action at one moment; holds nothing that isn't public."""

    state: str = State.OPEN
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    #: That which progress is shown towards: see ``goals.shown``.
    goal: int = 0
    #: All of them; and how many of these are on paper.
    count: int = 0
    on_paper: int = 0
    #: From how many countries, as last counted by ``campaign_work``; 0 where that isn't known.
    countries: int = 0
    #: Changes whenever the form would look different.
    version: int = 0
    #: Field name -> off, optional or required.
    asks: dict[str, str] = field(default_factory=dict)
    #: Whether who acted is forgotten as soon as they have confirmed.
    forgets: bool = False
    #: The latest who are shown: (public name, country code), newest first.
    latest: list[tuple[str, str]] = field(default_factory=list)
    #: What became of it, the first first: (kind, date, whom, id of the photo).
    outcomes: list[tuple] = field(default_factory=list)
    #: The sites that may show it in a frame: "https://ally.example.org".
    embed_origins: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """See ``Action.status``: "open", "not_yet", "paused", "closed" …"""
        return status_at(self.state, self.opens_at, self.closes_at)

    @property
    def is_open(self) -> bool:
        return self.status == State.OPEN

    @property
    def percent(self) -> int:
        """How much of the goal is reached, in whole per cent, 100 at most."""
        return min(100, self.count * 100 // self.goal) if self.goal else 0

    @property
    def days_left(self) -> int | None:
        """Whole days until it closes, None without a closing date."""
        if not self.closes_at:
            return None
        return max(0, (self.closes_at - timezone.now()).days)

    def as_json(self) -> dict:
        """How it stands, for a front end without our templates."""
        return {
            "status": self.status,
            "is_open": self.is_open,
            "opens_at": moments.said(self.opens_at),
            "closes_at": moments.said(self.closes_at),
            "count": self.count,
            "goal": self.goal,
            "percent": self.percent,
            # None of them: that isn't known, or nobody counts them.
            "countries": self.countries or None,
        }


def cache_key(action_key) -> str:
    """What the public side of an action is cached under, for all languages."""
    return f"campaign:live:{action_key}"


def forget(action_key) -> None:
    """Lets the next reader see what was just committed."""
    cache.delete(cache_key(action_key))


def keep(action_key, live: Live) -> None:
    """Lets the readers of the next seconds see the same."""
    cache.set(cache_key(action_key), live, conf.LIVE_SECONDS)
