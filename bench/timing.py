"""``python -m bench.timing``: can a repeat signer be told from a new one by the time of the answer?

New and repeat signers sign in turns, 500 times each, on a database of its own. A repeat signer's
address has a confirmed signature. Compared are the medians of the time from form to answer; exit
code 1 where they differ by more than 5 %. ``--inline`` sends the mails in the request, as a site
without a worker does, to a mail server that takes them at once: there the two mails differ.
"""

import argparse
import os
import sys
import time
from statistics import median

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"

from . import database

NUMBER = 500
ALLOWED = 0.05


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.timing", description=__doc__)
    parser.add_argument("--inline", action="store_true", help="mail in the request")
    parser.add_argument("--number", type=int, default=NUMBER, help=f"requests of each ({NUMBER})")
    options = parser.parse_args()
    from . import settings

    if options.inline:
        backend = "django_tasks.backends.immediate.ImmediateBackend"
        settings.TASKS = {"default": {"BACKEND": backend}}
        settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    name = settings.DATABASES["default"]["NAME"] + "_timing"
    settings.DATABASES["default"]["NAME"] = name
    settings.DATABASES["default"]["CONN_MAX_AGE"] = None
    with database.server(settings.DATABASES["default"]) as server:
        try:
            database.create(server, name)
            times = measure(options.number)
        finally:
            from django.db import connections

            connections.close_all()
            database.drop(server, name)
    return report(times)


def measure(number: int) -> dict[str, list[float]]:
    """Seconds from form to answer of so many new and repeat signers, in turns."""
    import django

    django.setup()
    from django.core.handlers.wsgi import WSGIHandler
    from django.core.management import call_command

    from . import http, site, visitors

    call_command("migrate", run_syncdb=True, verbosity=0)
    site.build()
    application = WSGIHandler()
    path, _ = visitors.petition_form()
    known = [_signed() for _ in range(number)]
    times = {"new": [], "repeat": []}
    # The first few warm up, and are forgotten.
    for turn in range(-20, number):
        addresses = {"new": f"new.{turn}@example.org", "repeat": known[turn]}
        for who in addresses if turn % 2 else reversed(addresses):
            typed = visitors.three_fields() | {"last_name": "Serikova", "email": addresses[who]}
            request = http.post(path, typed, HTTP_X_FORWARDED_FOR=visitors.network())
            start = time.perf_counter()
            status, _ = http.answer(application, request)
            taken = time.perf_counter() - start
            if not status.startswith("303"):
                raise http.Failed(status)
            if turn >= 0:
                times[who].append(taken)
    return times


def _signed() -> str:
    """The address of somebody who signed and confirmed."""
    from wagtail_campaign.actions import doors
    from wagtail_campaign.petitions import services
    from wagtail_campaign.petitions.models import Signature
    from wagtail_campaign.petitions.pages import PetitionMixin

    from . import site, visitors

    typed = visitors.three_fields() | {"display": "anonymous", "ticked": []}
    signature = services.sign(doors.find(site.petition().pk, PetitionMixin), typed)
    services.confirm(Signature.objects.select_related("petition", "supporter").get(pk=signature.pk))
    return typed["email"]


def report(times: dict[str, list[float]]) -> int:
    """Prints the medians; 1 where they differ by more than is allowed."""
    medians = {who: median(taken) for who, taken in times.items()}
    for who, taken in medians.items():
        print(f"{who:>6}: median {taken * 1000:.2f} ms of {len(times[who])}")
    difference = medians["repeat"] / medians["new"] - 1
    print(f"repeat against new: {difference:+.1%} (allowed: {ALLOWED:.0%})")
    return int(abs(difference) > ALLOWED)


if __name__ == "__main__":
    sys.exit(main())
