"""What an act leaves behind, to be held against what another leaves: the two doors are one."""

import re

from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.db import models, transaction

#: Different each time, whoever does it.
BY_CHANCE = {"id", "nonce", "slot", "digest", "body", "key", "dedupe_key"}
CHANCE_TYPES = (models.DateTimeField, models.UUIDField)
LINK = re.compile(r"/campaign/[a-z]+/[a-z0-9-]+/")


def left_by(act) -> dict:
    """All records of the package and all mails after ``act()``, which is then undone."""
    sent = len(mail.outbox)
    # No ``atomic``: the verbs want to be the outermost.
    before = transaction.savepoint()
    act()
    mails = [(m.to, m.subject, LINK.sub("", m.body)) for m in mail.outbox[sent:]]
    found = rows() | {"mails": mails}
    transaction.savepoint_rollback(before)
    cache.clear()
    return found


def rows() -> dict:
    """{name of a model: its rows without what is different each time}, tallies by their sum. Whom a
    row points to is told by the other's place among its kind."""
    kept = {
        model: list(model.objects.order_by("pk"))
        for model in apps.get_app_config("wagtail_campaign").get_models()
    }
    places = {model: {row.pk: place for place, row in enumerate(kept[model])} for model in kept}
    found = {
        model.__name__: sorted(repr(_told(row, places)) for row in kept[model]) for model in kept
    }
    tally = apps.get_model("wagtail_campaign", "Tally").objects
    found["Tally"] = list(
        tally.values_list("metric").annotate(n=models.Sum("count")).order_by("metric")
    )
    return found


def _told(row, places: dict) -> dict:
    told = {}
    for field in row._meta.concrete_fields:
        if field.name in BY_CHANCE or isinstance(field, CHANCE_TYPES):
            continue
        value = getattr(row, field.attname)
        others = places.get(field.related_model)
        told[field.name] = value if others is None or value is None else others[value]
    return told
