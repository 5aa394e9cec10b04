"""Costs that can be compared on a machine with other things to do.

Everything that is compared is measured in one run, in turns: a round is one block of requests of
each, and every second round goes backwards. A ratio is the median over the rounds of the ratio
within a round, so that what slows the machine for a while slows both sides of it. Costs are seconds
of CPU of the serving process (``time.process_time``), which waiting and other processes don't add
to.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from . import http


@dataclass
class Subject:
    """What is measured: makes so many requests, whose right answer begins so ("303")."""

    requests: Callable[[int], list[dict]]
    answer: str


def cpu_of(application: WSGIHandler, subject: Subject, number: int, clock=time.process_time):
    """Seconds of CPU for one request, over ``number`` of them; making them isn't counted.

    Raises ``http.Failed`` where an answer isn't the right one.
    """
    requests = subject.requests(number)
    start = clock()
    answers = [http.answer(application, request) for request in requests]
    spent = clock() - start
    for status, body in answers:
        if not status.startswith(subject.answer):
            raise http.Failed(f"{status}, not {subject.answer}: {body[:500]!r}")
    return spent / number


def in_turns(blocks: dict[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Runs every block once a round; returns what each gave, round by round.

    Two rounds before the first warm up and are forgotten.
    """
    costs = {name: [] for name in blocks}
    for number in range(-2, rounds):
        for name in list(blocks) if number % 2 else reversed(blocks):
            cost = blocks[name]()
            if number >= 0:
                costs[name].append(cost)
    return costs


def ratio(costs: list[float], against: list[float]) -> float:
    """The median over the rounds of how many times the one costs the other."""
    return median(cost / other for cost, other in zip(costs, against, strict=True))


def with_database() -> float:
    """A clock: CPU of this process and of the database's process that serves it, in seconds.

    The second part is nought where the database is not on this machine: see ``sees_database``.
    """
    return time.process_time() + (_database_cpu() or 0.0)


def sees_database() -> bool:
    """Whether the database's process can be watched: on Linux, on the same machine."""
    return _database_cpu() is not None


def _database_cpu() -> float | None:
    connection.ensure_connection()
    process = Path("/proc") / str(connection.connection.info.backend_pid)
    try:
        if "postgres" not in (process / "cmdline").read_text():
            return None
        nanoseconds = (process / "schedstat").read_text().split()[0]
    except OSError:
        return None
    return int(nanoseconds) / 1e9
