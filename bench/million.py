"""Signing, confirming and looking with a million signatures in the database, against none.

Two databases, the second a copy of the first with the signatures in it (fill.py), served in turns
by the same process over kept connections. What grows with the number of rows is the work of the
database, so here the CPU of its process is counted too.
"""

from statistics import median

from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from . import measure as measuring
from . import site, visitors
from .measure import Subject, cpu_of, in_turns, ratio
from .report import Row, ms

NUMBER = 10
BUDGET = 1.1


def measure(rounds: int, empty: str, full: str, number: int) -> list[Row]:
    """A row for each of the three requests; ``full`` is the database with ``number`` signatures."""
    application = WSGIHandler()
    subjects = {
        "signature POST": visitors.signing(),
        "confirmation POST": visitors.confirming(),
        "page GET": visitors.viewing(site.petition()),
    }
    connection.settings_dict["CONN_MAX_AGE"] = None

    def block(subject: Subject, database: str):
        def cost():
            use(database)
            cpu_of(application, subject, 3)
            return cpu_of(application, subject, NUMBER, measuring.with_database)

        return cost

    try:
        blocks = {
            (name, database): block(subject, database)
            for name, subject in subjects.items()
            for database in (empty, full)
        }
        costs = in_turns(blocks, rounds)
        counted = "" if measuring.sees_database() else ", database's CPU unseen"
    finally:
        use(empty)
    return [
        Row(
            f"{name} at {number:,}{counted}",
            ms(median(costs[name, full])),
            "itself at none",
            ms(median(costs[name, empty])),
            ratio(costs[name, full], costs[name, empty]),
            BUDGET,
        )
        for name in subjects
    ]


def use(database: str) -> None:
    """Serves another database from now on, with empty caches."""
    connection.close()
    connection.settings_dict["NAME"] = database
    cache.clear()
