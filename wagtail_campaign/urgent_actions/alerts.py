"""Alerts: to be told of every urgent action, by those who asked for it and confirmed."""

import uuid

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import rows
from ..actions.deadlocks import repeated
from ..actions.doors import Door
from ..actions.records import Record, RecordState, insert_supporter, locked
from ..mailing import kinds, outbox
from ..supporters import addresses, consents
from ..supporters.models import Consent, Supporter

#: What stands in the place of an action's key: alerts belong to none.
KEY = uuid.uuid5(uuid.NAMESPACE_URL, "wagtail_campaign:alerts")


#: The mail with the link: see ``alert_emails``.
CONFIRM = "urgent_actions.confirm_alert"


class Alert(Record):
    """Somebody who wants to be told of urgent actions; one for each address."""

    mailed_slice = "alert"

    class Meta:
        verbose_name = _("subscription to alerts")
        verbose_name_plural = _("subscriptions to alerts")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["dedupe_key"], name="campaign_alert_once")]
        indexes = [models.Index(fields=["state", "created_at"], name="campaign_alert_due")]


def subscribe(door: Door, typed: dict) -> Alert:
    """Writes down who wants alerts and mails the link to confirm.

    ``typed`` is the cleaned data of ``AlertForm``. Whether the address is subscribed already isn't
    looked up.
    """
    with transaction.atomic(durable=True):
        supporter = insert_supporter(door, typed)
        alert = Alert(
            supporter=supporter,
            language=supporter.language,
            source=typed.get("via", ""),
            page_id=door.page_id,
        )
        rows.insert(alert)
        outbox.put(kinds.get(CONFIRM), alert.pk, supporter)
    return alert


@repeated
def confirm(alert: Alert) -> bool:
    """Makes a subscription hold, once for an address; True where this call did it."""
    if alert.supporter is None or is_subscribed(alert.supporter.email, older_keys_only=True):
        return False
    confirmed = {
        "state": RecordState.CONFIRMED,
        "confirmed_at": timezone.now(),
        "dedupe_key": addresses.dedupe_key(KEY, alert.supporter.email),
        "key_id": addresses.writing_key_id(),
    }
    try:
        with transaction.atomic(durable=True):
            if not rows.change(Alert, {"id": alert.pk, "state": RecordState.PENDING}, confirmed):
                return False
            consents.give(alert.supporter, KEY)
    except IntegrityError:
        return False
    return True


def is_subscribed(address: str, older_keys_only: bool = False) -> bool:
    """Whether an address gets alerts already, under any key in force."""
    keys = addresses.dedupe_keys(KEY, address)[1 if older_keys_only else 0 :]
    return bool(keys) and Alert.objects.filter(dedupe_key__in=keys).exists()


@repeated
def end(alert: Alert) -> bool:
    """Ends a subscription and destroys what was told: nothing of it is of any use afterwards."""
    with transaction.atomic(durable=True):
        now = locked(alert)
        if now is None:
            return False
        supporter_id = now.supporter_id
        Alert.objects.filter(pk=now.pk).delete()
        Consent.objects.filter(supporter=supporter_id).delete()
        Supporter.objects.filter(pk=supporter_id).delete()
    return True
