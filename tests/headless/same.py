"""What one door leaves in the database and in the mail, to be compared with what the other does."""

import re
from collections.abc import Callable
from datetime import datetime

from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.db.models import ForeignKey, Sum, UUIDField

from wagtail_campaign.actions.models import Tally
from wagtail_campaign.headless.models import TakenRequest

#: What is drawn by lot, and what only one of the doors has.
APART = {Tally, TakenRequest}
TOKEN = re.compile(r"\b([a-z]+)-\d+-[0-9a-f]{64}")
#: Of a gift: the servers give none of those that were undone again.
NUMBER = re.compile(r"\bno\. \d+")
#: The ids of the offline Stripe.
STRIPES = re.compile(r"\b(?:[a-z]{2,5}_)+[A-Za-z0-9]{8,}")


def left_by(act: Callable) -> dict:
    """``rows()`` after ``act()``, which is then undone, and under "mails" what it mailed."""
    before = list(mail.outbox)
    mail.outbox.clear()
    cache.clear()
    # No ``atomic``: the verbs want to be the outermost.
    point = transaction.savepoint()
    try:
        act()
        mails = [(m.to, m.subject, _plain(m.body)) for m in mail.outbox]
        return rows() | {"mails": mails}
    finally:
        transaction.savepoint_rollback(point)
        mail.outbox[:] = before
        cache.clear()


def rows() -> dict:
    """{model: its rows as dicts} of all that the package keeps, and the tallies. Ids are places in
    their table, of moments it is told whether there is one, and tokens are left out."""
    models = [m for m in apps.get_app_config("wagtail_campaign").get_models() if m not in APART]
    places = {model: _places(model) for model in models}
    found = {m.__name__: [_row(r, places) for r in m.objects.order_by("pk")] for m in models}
    sums = Tally.objects.order_by().values_list("key", "metric").annotate(Sum("count"))
    return found | {"tallies": sorted(sums, key=str)}


def _plain(text: str) -> str:
    return NUMBER.sub("no. …", TOKEN.sub(r"\1", text))


def _places(model) -> dict[int, int]:
    ids = model.objects.order_by("pk").values_list("pk", flat=True)
    return {pk: place for place, pk in enumerate(ids)}


def _row(record, places: dict) -> dict:
    return {f.attname: _value(record, f, places) for f in record._meta.concrete_fields}


def _value(record, field, places: dict):
    value = getattr(record, field.attname)
    if field.primary_key:
        return None
    if field.name == "object_id":
        return value is not None
    if field.name == "nonce" or (isinstance(field, UUIDField) and field.has_default()):
        return bool(value)
    if isinstance(value, str):
        return STRIPES.sub("…", value)
    if isinstance(field, ForeignKey):
        return places.get(field.related_model, {}).get(value, value)
    return bool(value) if isinstance(value, datetime) else value
