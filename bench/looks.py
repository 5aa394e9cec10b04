"""CPU of a look at the petition's page, against a plain Wagtail page.

The plain page (comparison/models.py) has the same base template, the same title, addressee,
introduction, image and text, drawn with the same tags. The caches are warm, as they are for all but
one reader in five seconds (the numbers) and one in an hour (the form); what that one costs is told
below, without a budget. Connections are kept.
"""

from statistics import median

from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from . import site, visitors
from .measure import cpu_of, in_turns, ratio
from .report import Row, ms

NUMBER = 10


def measure(rounds: int) -> list[Row]:
    """The page with warm caches, and with cold ones."""
    application = WSGIHandler()
    connection.close()
    connection.settings_dict["CONN_MAX_AGE"] = None
    petition, plain = visitors.viewing(site.petition()), visitors.viewing(site.plain())

    def cold():
        cost = 0.0
        for _ in range(NUMBER):
            cache.clear()
            cost += cpu_of(application, petition, 1)
        return cost / NUMBER

    blocks = {
        "plain": lambda: cpu_of(application, plain, NUMBER),
        "petition": lambda: cpu_of(application, petition, NUMBER),
    }
    costs = in_turns(blocks, rounds)
    coldly = in_turns({"plain": blocks["plain"], "cold": cold}, max(3, rounds // 5))
    return [
        Row(
            "page GET",
            ms(median(costs["petition"])),
            "plain page",
            ms(median(costs["plain"])),
            ratio(costs["petition"], costs["plain"]),
            1.15,
        ),
        Row(
            "page GET, caches empty",
            ms(median(coldly["cold"])),
            "plain page",
            ms(median(coldly["plain"])),
            ratio(coldly["cold"], coldly["plain"]),
        ),
    ]
