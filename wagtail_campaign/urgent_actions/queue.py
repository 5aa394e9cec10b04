"""The way of a letter to its target: one queue for each contact, at a limited rate.

A letter that is confirmed takes the next free moment of its contact and goes into the outbox for
then; ``campaign_work`` sends it. Solidarity, and what says what it must not, waits for a moderator.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ..actions import live, tallies
from ..actions.deadlocks import repeated
from ..actions.records import RecordState
from ..conf import conf
from ..mailing import outbox
from ..mailing.models import Mail, MailState
from . import mentions
from .emails import Cancelled, ToTarget
from .models import METRIC, Channel, Delivery, Letter, UrgentAction
from .targets import Contact

#: The deliveries of letters that are still here.
WAITS = (Delivery.HELD, Delivery.QUEUED)
BATCH = 200


def enter(letter: Letter) -> None:
    """Lets a letter that was just confirmed go its way, in the transaction that confirms it."""
    if letter.channel not in {Channel.SITE, Channel.CAMPAIGN}:
        return
    text = letter.supporter.letter_text
    persons = letter.urgent_action.persons.all()
    said = mentions.found_in(f"{text.subject}\n{text.text}", persons)
    if letter.channel == Channel.CAMPAIGN or said:
        _set([letter.pk], Delivery.HELD)
    else:
        queue(letter)


def queue(letter: Letter) -> None:
    """Puts a letter into the outbox for the next free moment of its contact."""
    contact = Contact.objects.select_for_update().filter(pk=letter.contact_id).first()
    if contact is None or not contact.works or not contact.value:
        # It waits until an editor has found another address.
        _set([letter.pk], Delivery.HELD)
        return
    now = timezone.now()
    due_at = max(now, contact.free_at or now)
    Contact.objects.filter(pk=contact.pk).update(
        free_at=due_at + timedelta(seconds=conf.LETTER_SECONDS)
    )
    _set([letter.pk], Delivery.QUEUED)
    outbox.put(ToTarget, letter.pk, letter.supporter, due_at=due_at)


def leave(letters: list[Letter]) -> list[int]:
    """Takes letters out of the queue, locked by the caller; the ids of those that hadn't gone.

    One that is being sent right now can't be held up any more.
    """
    waiting = [letter.pk for letter in letters if letter.delivery in WAITS]
    mails = Mail.objects.filter(kind=ToTarget.name, object_id__in=waiting)
    going = set(mails.exclude(state=MailState.QUEUED).values_list("object_id", flat=True))
    mails.filter(state=MailState.QUEUED).delete()
    left = [pk for pk in waiting if pk not in going]
    _set(left, Delivery.CANCELLED)
    return left


def cancel_unsent(action: UrgentAction, renew=lambda: None) -> int:
    """Cancels what has not gone when an action ends, and tells the writers; returns how many."""
    number = 0
    while ids := list(_unsent(action).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        renew()
        done = _cancel(action, ids)
        if not done:
            break
        number += done
    return number


def _unsent(action: UrgentAction):
    # What goes through the campaign is still good after a deadline: it is handed over as a bundle.
    waiting = action.letters.filter(state=RecordState.CONFIRMED, delivery__in=WAITS)
    return waiting if action.stopped_at else waiting.exclude(channel=Channel.CAMPAIGN)


@repeated
def _cancel(action: UrgentAction, ids: list[int]) -> int:
    with transaction.atomic():
        letters = Letter.objects.filter(pk__in=ids, delivery__in=WAITS).order_by("pk")
        locked = list(letters.select_for_update())
        left = leave(locked)
        tallies.add(action.key, METRIC, -len(left))
        for letter in Letter.objects.filter(pk__in=left).select_related("supporter"):
            if letter.supporter and letter.supporter.email:
                outbox.put(Cancelled, letter.pk, letter.supporter, due_at=timezone.now())
        transaction.on_commit(lambda: live.forget(action.key))
    return len(left)


def _set(ids: list[int], delivery: Delivery) -> None:
    Letter.objects.filter(pk__in=ids).update(delivery=delivery)
