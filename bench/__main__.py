"""``python -m bench``: builds the site, measures, prints the table; exit code 1 when over budget.

A full run takes some minutes. ``--quick`` takes one, with a tenth of the rows and few rounds: good
for seeing where a change leads, not for a verdict. ``--only NAME`` (once or more) measures a part.
"""

import argparse
import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"

from . import database, report

PARTS = (
    *("million", "admin", "posts", "sync", "looks", "throughput", "export", "broadcast", "weight"),
)
SIGNATURES = 1_000_000
# What lists of signatures are compared to.
FEW = 1000
# Of a hundred 43 have confirmed and asked for news: 100,018 recipients.
ASKED_FOR_NEWS = 232_600
SUBMISSIONS = 20_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds, a tenth of the rows")
    parser.add_argument("--only", action="append", choices=PARTS, help="measure this part only")
    options = parser.parse_args()
    try:
        rows = run(options.only or PARTS, options.quick)
    except database.NoPostgres as error:
        print(f"The benchmark needs PostgreSQL. {error}", file=sys.stderr)
        print(f"DATABASE_URL says where it is; without it, {database.DEFAULT_URL}", file=sys.stderr)
        return 2
    print(report.table(rows))
    over = sum(row.is_over for row in rows)
    print(f"\n{over} over budget" if over else "\nAll within budget")
    return 1 if over else 0


def run(parts, quick: bool) -> list[report.Row]:
    """Makes the databases, measures the parts and drops the databases again."""
    from .settings import DATABASES

    settings = DATABASES["default"]
    name = settings["NAME"]
    copies = {
        f"{name}_part": SIGNATURES // 10,
        f"{name}_full": SIGNATURES,
        f"{name}_fewer": ASKED_FOR_NEWS // 10,
        f"{name}_many": ASKED_FOR_NEWS,
    }
    if quick:
        copies = {copy: number // 10 for copy, number in copies.items()}
    copies[f"{name}_few"] = FEW
    with database.server(settings) as server:
        try:
            database.create(server, name)
            return _measure(server, name, copies, parts, quick)
        finally:
            from django.db import connections

            connections.close_all()
            for made in (name, *copies):
                database.drop(server, made)


def _measure(server, name: str, copies: dict[str, int], parts, quick: bool) -> list[report.Row]:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from . import (
        admin,
        broadcast,
        export,
        fill,
        looks,
        million,
        posts,
        site,
        sync,
        throughput,
        weight,
    )

    say("Making the site")
    call_command("migrate", run_syncdb=True, verbosity=0)
    site.build()
    wanted = set()
    if "million" in parts:
        wanted = {f"{name}_full"}
    if "export" in parts:
        wanted |= {f"{name}_part", f"{name}_full"}
    if "admin" in parts:
        wanted |= {f"{name}_few", f"{name}_full"}
    if "broadcast" in parts:
        wanted |= {f"{name}_fewer", f"{name}_many"}
    for copy in sorted(wanted, reverse=True):
        say(f"Filling a copy with {copies[copy]:,} signatures")
        connection.close()
        database.create(server, copy, name)
        million.use(copy)
        fill.fill(site.petition().get_action(), site.languages(), copies[copy])
        fill.fill_form_page(site.whole_form(), SUBMISSIONS)
    million.use(name)

    part, full, fewer, many, few = copies
    # Few requests in many rounds: what else the machine does then hits both sides alike.
    rounds = 0.1 if quick else 1
    runs = {
        "million": lambda: million.measure(int(60 * rounds), name, full, copies[full]),
        "admin": lambda: admin.measure(int(20 * rounds) or 3, few, full, FEW, copies[full]),
        "posts": lambda: posts.measure(int(90 * rounds)),
        "sync": lambda: sync.measure(int(40 * rounds)),
        "looks": lambda: looks.measure(int(150 * rounds)),
        "throughput": lambda: throughput.measure(int(10 * rounds) or 3),
        "export": lambda: export.measure(int(7 * rounds) or 3, part, full),
        "broadcast": lambda: broadcast.measure(fewer, many),
        "weight": weight.measure,
    }
    rows = []
    for what in PARTS:
        if what in parts:
            say(f"Measuring: {what}")
            rows += runs[what]()
    return rows


def say(what: str) -> None:
    """A word on where it is, beside the table."""
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
