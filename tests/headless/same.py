"""Whether two doors leave the same behind: rows, counts and mails."""

import re

from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.db import models, transaction
from django.db.models import Sum

from wagtail_campaign.actions.models import Tally
from wagtail_campaign.headless.models import TakenRequest

#: What chance chooses, and the ids of what has none of our foreign keys.
VARIES = {"nonce", "object_id"}
#: The slots of a count are chance, too; the other has no second door.
NOT_ROWS = {Tally, TakenRequest}
LINK = re.compile(r"/campaign/([a-z]+)/[a-z0-9-]+/")


def left_by(act) -> dict:
    """What ``act()`` leaves behind, and then undoes: {"rows", "counts", "mails"}, without what is
    another each time, as ids and moments. Two doors are the same where this is equal."""
    cache.clear()
    mail.outbox.clear()
    block = transaction.atomic()
    # As that around a test: verbs want to be the outermost transaction.
    block._from_testcase = True
    with block:
        act()
        left = {"rows": _rows(), "counts": _counts(), "mails": [_mail(m) for m in mail.outbox]}
        transaction.set_rollback(True)
    cache.clear()
    return left


def _rows() -> dict[str, list[dict]]:
    found = {
        model: list(model._base_manager.order_by("pk"))
        for model in apps.get_app_config("wagtail_campaign").get_models()
        if model not in NOT_ROWS
    }
    places = {model: {row.pk: n for n, row in enumerate(rows)} for model, rows in found.items()}
    return {
        model.__name__: [_row(row, places) for row in rows] for model, rows in found.items() if rows
    }


def _row(row, places: dict) -> dict:
    said = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(field, models.AutoField) or field.name in VARIES:
            continue
        if isinstance(field, models.DateTimeField):
            value = value is not None
        elif field.related_model in places and value is not None:
            value = places[field.related_model][value]
        said[field.name] = value
    return said


def _counts() -> list:
    counts = Tally.objects.values_list("key", "metric").annotate(Sum("count"))
    return sorted(counts, key=repr)


def _mail(message) -> dict:
    return {
        "to": message.to,
        "from": message.from_email,
        "subject": message.subject,
        "headers": {name: LINK.sub(r"/\1/", v) for name, v in message.extra_headers.items()},
        "bodies": [
            LINK.sub(r"/\1/", body)
            for body in (message.body, *(part.content for part in _alternatives(message)))
        ],
    }


def _alternatives(message) -> list:
    return getattr(message, "alternatives", [])
