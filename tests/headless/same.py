"""What an act leaves behind, to be held against what another leaves: the two doors are one."""

from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.db import models, transaction

#: Different each time, whoever does it.
BY_CHANCE = {"id", "nonce", "slot", "digest", "body", "key", "dedupe_key"}
CHANCE_TYPES = (models.DateTimeField, models.ForeignKey, models.UUIDField)


def left_by(act) -> dict:
    """All records of the package and all mails after ``act()``, which is then undone."""
    sent = len(mail.outbox)
    # No ``atomic``: the verbs want to be the outermost.
    before = transaction.savepoint()
    act()
    found = rows() | {"mails": [(m.to, m.subject) for m in mail.outbox[sent:]]}
    transaction.savepoint_rollback(before)
    cache.clear()
    return found


def rows() -> dict:
    """{name of a model: its rows without what is different each time}, tallies by their sum."""
    found = {}
    for model in apps.get_app_config("wagtail_campaign").get_models():
        names = [
            field.name
            for field in model._meta.concrete_fields
            if field.name not in BY_CHANCE and not isinstance(field, CHANCE_TYPES)
        ]
        found[model.__name__] = sorted(map(repr, model.objects.values_list(*names)))
    tally = apps.get_model("wagtail_campaign", "Tally").objects
    found["Tally"] = list(
        tally.values_list("metric").annotate(n=models.Sum("count")).order_by("metric")
    )
    return found
