"""CPU of a look at the petition's page, against a plain Wagtail page.

The plain page (comparison/models.py) has the same base template, the same title, addressee,
introduction, image and text, drawn with the same tags. The caches are warm, as they are for all but
one reader in five seconds (the numbers) and one in an hour (the form); what those cost is told too,
without a budget. Connections are kept.
"""

from statistics import median

from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from wagtail_campaign.actions import live

from . import site, visitors
from .measure import cpu_of, in_turns, ratio
from .report import Row, ms

NUMBER = 3
BUDGET = 1.15


def measure(rounds: int) -> list[Row]:
    """A row for warm caches, and two for cold ones."""
    application = WSGIHandler()
    connection.close()
    connection.settings_dict["CONN_MAX_AGE"] = None
    key = site.petition().action_key
    petition, plain = visitors.viewing(site.petition()), visitors.viewing(site.plain())

    def after(forget):
        def cost():
            forget()
            return cpu_of(application, petition, 1)

        return cost

    blocks = {
        "plain": lambda: cpu_of(application, plain, NUMBER),
        "page GET": lambda: cpu_of(application, petition, NUMBER),
    }
    rare = {
        "plain": blocks["plain"],
        "page GET, numbers read anew": after(lambda: live.forget(key)),
        "page GET, caches empty": after(cache.clear),
    }
    costs = in_turns(blocks, rounds)
    seldom = in_turns(rare, max(3, rounds // 5))
    return [
        _row("page GET", costs, BUDGET),
        _row("page GET, numbers read anew", seldom),
        _row("page GET, caches empty", seldom),
    ]


def _row(what: str, costs: dict[str, list[float]], budget: float | None = None) -> Row:
    mine, plain = costs[what], costs["plain"]
    return Row(what, ms(median(mine)), "plain page", ms(median(plain)), ratio(mine, plain), budget)
