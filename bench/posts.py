"""CPU of one signature, by form and by JSON, of one confirmation and of one webhook, against a bare
Django view.

The bare view (comparison/views.py) validates a ModelForm of three fields, writes one row and
redirects; it stands behind the same middleware and asks for no CSRF token either. A signature is
the form as it comes (first name, last name, e-mail, country, comment, display, three consents of
which one is ticked, the trap), validated and limited; supporter, signature and outbox row are
written. A confirmation moves the signature, writes one consent and counts. A webhook of Stripe's is
verified, written down and given to a worker. All with the connection to the database closed after
each request, as Django does by default, and kept.
"""

from statistics import median

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from . import visitors
from .measure import cpu_of, in_turns, ratio
from .report import Row, ms

BUDGETS = {"closed": (0, 2.0), "kept": (None, 3.0)}
WEBHOOK = 2.5
NUMBER = 8


def measure(rounds: int) -> list[Row]:
    """Four rows for each of the two ways to treat connections."""
    application = WSGIHandler()
    subjects = {
        "bare view": visitors.bare(),
        "signature": visitors.signing(),
        "signature by JSON": visitors.signing_by_json(),
        "confirmation": visitors.confirming(),
        "webhook": visitors.telling(),
    }
    rows = []
    for way, (max_age, budget) in BUDGETS.items():
        connection.close()
        connection.settings_dict["CONN_MAX_AGE"] = max_age
        blocks = {
            name: lambda subject=subject: cpu_of(application, subject, NUMBER)
            for name, subject in subjects.items()
        }
        costs = in_turns(blocks, rounds)
        bare = costs["bare view"]
        rows += [
            Row(
                f"{name} POST, connection {way}",
                ms(median(costs[name])),
                "bare view",
                ms(median(bare)),
                ratio(costs[name], bare),
                WEBHOOK if name == "webhook" else budget,
            )
            for name in ("signature", "signature by JSON", "confirmation", "webhook")
        ]
    return rows
