"""The admin's pages at a million signatures, against the same pages at a thousand.

Two databases, served in turns by the same process over kept connections, with the CPU of the
database's process in it: see million.py. What is kept in a cache for a minute or more is read once
before. Counting what a rule would find looks at each signature of the petition, so it has no
budget; it is told, once a run.
"""

from datetime import timedelta
from statistics import median

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.utils import timezone

from wagtail_campaign.petitions import sweeping
from wagtail_campaign.petitions.sweeps import Sweep, SweepVerb

from . import export, http, million, site
from . import measure as measuring
from .measure import Subject, cpu_of, in_turns, ratio
from .report import Row, ms

NUMBER = 2
BUDGET = 1.5
LIST = "/admin/campaign/signatures/"


def pages() -> dict[str, str]:
    """What editors open: {what: path}."""
    petition = site.petition().get_action()
    here = f"petition={petition.pk}"
    # Long ago, but so wide that there is a full page of it at a thousand too.
    start, end = (timezone.localdate() - timedelta(days=days) for days in (700, 600))
    window = f"created_at_from={start:%Y-%m-%d}&created_at_to={end:%Y-%m-%d}"
    of_petition = f"/admin/campaign/petitions/{petition.pk}/"
    return {
        "home": "/admin/",
        "petitions": "/admin/campaign/petitions/",
        "petition settings": of_petition,
        "numbers": f"{of_petition}numbers/",
        "signatures": LIST,
        "signatures, of one petition": f"{LIST}?{here}",
        "signatures, with names": f"{LIST}?{here}&people=1",
        "signatures, not confirmed": f"{LIST}?{here}&state=pending",
        "signatures, of one language": f"{LIST}?{here}&language=kk&state=pending",
        "signatures, of one country": f"{LIST}?{here}&country=KZ",
        "signatures, of a country with none": f"{LIST}?{here}&country=ZW",
        "signatures, of long ago": f"{LIST}?{window}",
        "one signature": f"{LIST}{petition.signatures.latest('pk').pk}/",
        "mails not sent": "/admin/campaign/outbox/",
    }


def measure(rounds: int, few: str, full: str, small: int, number: int) -> list[Row]:
    """A row for each page; ``few`` and ``full`` are the databases with ``small`` and ``number``."""
    application = WSGIHandler()
    connection.settings_dict["CONN_MAX_AGE"] = None
    cookies, paths = {}, {}
    for database in (few, full):
        million.use(database)
        cookies[database], paths[database] = export.sign_in(), pages()

    def block(what: str, database: str):
        path, cookie = paths[database][what], cookies[database]
        subject = Subject(lambda n: [http.get(path, HTTP_COOKIE=cookie) for _ in range(n)], "200")

        def cost():
            million.use(database)
            cpu_of(application, subject, 1)
            return cpu_of(application, subject, NUMBER, measuring.with_database)

        return cost

    blocks = {
        (what, database): block(what, database) for what in paths[few] for database in (few, full)
    }
    costs = in_turns(blocks, rounds)
    counted = {database: _dry_count(database) for database in (few, full)}
    rows = [
        Row(
            f"admin at {number:,}: {what}",
            ms(median(costs[what, full])),
            f"itself at {small:,}",
            ms(median(costs[what, few])),
            ratio(costs[what, full], costs[what, few]),
            BUDGET,
        )
        for what in paths[few]
    ]
    return [
        *rows,
        Row(
            "a rule counted (by domain)",
            ms(counted[full]),
            f"itself at {small:,}",
            ms(counted[few]),
            counted[full] / counted[few],
        ),
    ]


def _dry_count(database: str) -> float:
    million.use(database)
    sweep = Sweep(petition=site.petition().get_action(), verb=SweepVerb.INVALIDATE)
    sweep.domain = "burst.example"
    sweeping.dry_count(sweep)
    start = measuring.with_database()
    sweeping.dry_count(sweep)
    return measuring.with_database() - start
