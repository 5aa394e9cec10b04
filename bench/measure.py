"""Costs that can be compared on a machine with other things to do.

Everything that is compared is measured in one run, in turns: a round is one block of requests of
each, and every second round goes backwards. A ratio is the median over the rounds of the ratio
within a round, so that what slows the machine for a while slows both sides of it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from django.core.handlers.wsgi import WSGIHandler

from . import http

# Makes so many requests: [WSGI environment, …].
MakeRequests = Callable[[int], list[dict]]


@dataclass
class Subject:
    """What is measured: how its requests are made, and how its right answer begins ("303")."""

    requests: MakeRequests
    answer: str


def cpu_of(application: WSGIHandler, subject: Subject, number: int, clock=time.process_time):
    """Seconds of CPU for one request, over ``number`` of them.

    Making the requests isn't counted. Raises ``http.Failed`` where an answer isn't the right one.
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
    """Runs every block once a round; returns what each gave, round by round."""
    costs = {name: [] for name in blocks}
    for number in range(rounds):
        for name in list(blocks) if number % 2 else reversed(blocks):
            costs[name].append(blocks[name]())
    return costs


def ratio(costs: list[float], against: list[float]) -> float:
    """The median over the rounds of how many times the one costs the other."""
    return median(cost / other for cost, other in zip(costs, against, strict=True))
