"""What the admin's home tells of the campaign: what to do next on a site that has just begun, and
the numbers of the week once there is life. The rooms join both."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from .. import days, tallies
from . import charts, patience

#: As many days as the charts have columns, today's the last.
WEEK = 7


@dataclass(frozen=True)
class Step:
    """Something that is still to be done: ``label`` and ``why`` in words, and the ``url`` of where,
    with the words of its ``button``; both "" for what isn't done in the admin."""

    label: str
    why: str
    url: str = ""
    button: str = ""


@dataclass(frozen=True)
class Week:
    """The numbers of one kind: how many on each of the latest days, how many there ever were, the
    ``url`` of their list, and what else is to be said of the week."""

    label: str
    days: dict[str, int]
    ever: int
    url: str
    note: str = ""

    @property
    def total(self) -> int:
        """How many in the week."""
        return sum(self.days.values())

    def drawn(self) -> dict:
        """The chart, as ``admin/chart.html`` takes it."""
        every_day = dict.fromkeys(days.latest(WEEK), 0) | self.days
        return charts.drawn(charts.over_time(every_day))


_steps: list[tuple[int, Callable]] = []
_weeks: list[tuple[int, Callable]] = []


def step(order: int) -> Callable:
    """Decorator for a function that is given the request of the home page and returns the ``Step``
    that the user can take; None where it is done, or isn't theirs. Lower orders come first."""
    return lambda function: _steps.append((order, function)) or function


def week(order: int) -> Callable:
    """Decorator for a function that is given a user and returns the ``Week`` of a kind; None where
    they see no numbers of it."""
    return lambda function: _weeks.append((order, function)) or function


def steps_for(request) -> list[Step]:
    """What is still to be done, the next first."""
    return _asked(_steps, request)


def weeks_for(user) -> list[Week]:
    """The numbers that a user sees, of all kinds that there are some of."""
    return [week for week in _asked(_weeks, user) if week.ever]


def _asked(registered: list[tuple[int, Callable]], of) -> list:
    ordered = sorted(registered, key=lambda entry: entry[0])
    return [answer for _order, function in ordered if (answer := function(of)) is not None]


def week_of(label: str, actions, records: Callable, column: str, metrics, url: str) -> Week:
    """The week of what counts by tallies. ``actions``: a queryset of those that the user follows;
    ``records(ids)``: what counts of some of them, by the moment in ``column``; ``metrics``: the
    names of their tallies. The days are at most some minutes old."""
    keys = dict(actions.values_list("pk", "key"))
    counted = records(list(keys))
    first = days.latest(WEEK)[0]
    # A key of the cache has no room for the ids of all actions.
    whose = sha256(",".join(map(str, sorted(keys))).encode()).hexdigest()[:32]
    kept = f"campaign:week:{counted.model._meta.model_name}:{first}:{whose}"
    since = counted.filter(**{f"{column}__gte": days.beginning(first)})
    return Week(
        label=label,
        days=patience.counted(kept, lambda: days.by_day(since, column)),
        ever=sum(tallies.counts(keys.values(), *metrics).values()),
        url=url,
    )
