"""Alerts: to be told of every urgent action, by those who asked for it and confirmed."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...actions.records import Record
from ...supporters import addresses

#: What stands in the place of an action's key: alerts belong to none.
KEY = uuid.uuid5(uuid.NAMESPACE_URL, "wagtail_campaign:alerts")


class Alert(Record):
    """Somebody who wants to be told of urgent actions; one for each address."""

    mailed_slice = "alert"

    class Meta:
        verbose_name = _("subscription to alerts")
        verbose_name_plural = _("subscriptions to alerts")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["dedupe_key"], name="campaign_alert_once")]
        indexes = [models.Index(fields=["state", "created_at"], name="campaign_alert_due")]


def is_subscribed(address: str, older_keys_only: bool = False) -> bool:
    """Whether an address gets alerts already, under any key in force."""
    keys = addresses.dedupe_keys(KEY, address)[1 if older_keys_only else 0 :]
    return bool(keys) and Alert.objects.filter(dedupe_key__in=keys).exists()
