"""The verbs of alerts. Each owns one transaction."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from ... import rows
from ...actions.doors import Door
from ...actions.records import RecordState, insert_supporter, locked
from ...deadlocks import repeated
from ...mailing import kinds, outbox
from ...supporters import addresses, consents
from ...supporters.models import Consent, Supporter
from ...webhooks import outbox as webhooks
from .models import KEY, Alert, is_subscribed

#: The mail with the link: see ``emails``.
CONFIRM = "urgent_actions.confirm_alert"


def subscribe(door: Door, typed: dict) -> Alert:
    """Writes down who wants alerts and mails the link to confirm.

    ``typed`` is the cleaned data of ``AlertForm``. Whether the address is subscribed already isn't
    looked up.
    """
    words = [
        consents.wording(purpose, door.language, text)
        for purpose, (_id, text) in door.wordings.items()
    ]
    with transaction.atomic(durable=True):
        # What is agreed to is written down with who agrees: a GET writes nothing.
        consents.keep_wordings(words)
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
        if now.state != RecordState.PENDING:
            webhooks.put_erased([now])
    return True
