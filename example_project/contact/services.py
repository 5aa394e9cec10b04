"""The verbs of a message: it is written, confirmed, and forgotten once it has gone."""

from django.db import transaction
from django.utils import timezone

from wagtail_campaign.actions.doors import Door
from wagtail_campaign.actions.records import RecordState, insert_supporter, locked
from wagtail_campaign.mailing import kinds, outbox
from wagtail_campaign.supporters.models import Supporter

from .models import Message

#: The mails: see ``emails``.
CONFIRM, MESSAGE = "contact.confirm", "contact.message"


def write(door: Door, typed: dict) -> Message:
    """Writes down a message, and mails the link that sends it; ``typed`` is the cleaned data of
    ``MessageForm``."""
    with transaction.atomic(durable=True):
        supporter = insert_supporter(door, typed)
        message = Message.objects.create(
            supporter=supporter,
            language=supporter.language,
            text=typed["text"],
            page_id=door.page_id,
        )
        outbox.put(kinds.get(CONFIRM), message.pk, supporter)
    return message


def confirm(message: Message) -> bool:
    """Puts the message to the campaign into the outbox, once; True where this call did it."""
    with transaction.atomic(durable=True):
        pending = Message.objects.filter(pk=message.pk, state=RecordState.PENDING)
        changed = pending.exclude(supporter=None).update(
            state=RecordState.CONFIRMED, confirmed_at=timezone.now()
        )
        if changed:
            outbox.put(kinds.get(MESSAGE), message.pk, message.supporter)
    return bool(changed)


def empty(message_id: int) -> None:
    """Destroys all that is personal in a message that has gone; its link still says so."""
    message = Message.objects.filter(pk=message_id).first()
    if message:
        Message.objects.filter(pk=message_id).update(text="", supporter=None)
        Supporter.objects.filter(pk=message.supporter_id).delete()


def delete(message: Message) -> bool:
    """Deletes a message with all that was typed; what has not gone doesn't go."""
    with transaction.atomic(durable=True):
        now = locked(message)
        if now is None:
            return False
        Message.objects.filter(pk=now.pk).delete()
        Supporter.objects.filter(pk=now.supporter_id).delete()
    return True
