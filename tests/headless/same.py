"""Two doors, one house: whatever comes in by either leaves the same rows, counts and mails."""

import re
from collections import Counter
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.db import transaction

from wagtail_campaign.actions.models import Tally
from wagtail_campaign.headless.models import TakenRequest

#: What one door alone writes, and what is counted as a sum.
APART = {TakenRequest, Tally}
#: What is made anew each time: the secrets in links, and the ids of the offline Stripe.
ANEW = re.compile(r"\b[0-9a-f]{32,64}\b|\b(?:[a-z]{2,5}_)+[A-Za-z0-9]{8,}")


def left_by(act) -> dict:
    """What ``act()`` leaves: {"rows": {model: …}, "counts": …, "mails": …}. All is taken back, so
    that the next finds what this one found."""
    with _taken_back():
        act()
        return {"rows": _rows(), "counts": _counts(), "mails": _mails()}


@contextmanager
def _taken_back():
    cache.clear()
    mail.outbox.clear()
    block = transaction.atomic()
    # As of a test: verbs begin a transaction of their own, which has to be the outermost.
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)
    cache.clear()


def _rows() -> dict:
    models = apps.get_app_config("wagtail_campaign").get_models()
    return {
        model.__name__: [_row(found) for found in model.objects.order_by("pk")]
        for model in models
        if model not in APART
    }


def _row(found) -> dict:
    fields = found._meta.concrete_fields
    return {field.name: _plain(getattr(found, field.attname)) for field in fields}


def _plain(value):
    """A value, as it compares: moments are there or not, what is made anew as well."""
    if isinstance(value, datetime | UUID):
        return type(value).__name__
    return ANEW.sub("…", value) if isinstance(value, str) else value


def _counts() -> dict:
    counts = Counter()
    for key, metric, number in Tally.objects.values_list("key", "metric", "count"):
        counts[key, metric] += number
    return {of: number for of, number in counts.items() if number}


def _mails() -> list:
    return [
        (message.to, _plain(message.subject), _plain(message.body), message.extra_headers.keys())
        for message in mail.outbox
    ]
