"""The way of a letter to its target: one queue for each contact, at a limited rate.

A letter that is confirmed takes the next free moment of its contact and goes into the outbox for
then; ``campaign_work`` sends it. Solidarity, and what says what it must not, waits for a moderator.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ...actions import live, tallies
from ...actions.records import RecordState
from ...conf import conf
from ...deadlocks import repeated
from ...mailing import outbox
from ...mailing.models import Mail, MailState
from ..directory.contacts import Contact
from ..drafting import mentions
from ..emails import Cancelled, ToTarget
from ..models import METRIC, Channel, Delivery, Letter, UrgentAction

#: The deliveries of letters that are still here.
WAITS = (Delivery.HELD, Delivery.QUEUED)
#: What was erased or taken back while it was being sent, and did not go.
TAKEN_BACK = Q(channel=Channel.SITE, delivery=Delivery.QUEUED) & (
    Q(supporter=None) | Q(state=RecordState.WITHDRAWN)
)
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


def queue(letter: Letter) -> bool:
    """Puts a letter into the outbox for the next free moment of its contact. False where that
    doesn't work: the letter waits."""
    contact = Contact.objects.select_for_update().filter(pk=letter.contact_id).first()
    if contact is None or not contact.works or not contact.value:
        # It waits until an editor has found another address.
        _set([letter.pk], Delivery.HELD)
        return False
    now = timezone.now()
    due_at = max(now, contact.free_at or now)
    Contact.objects.filter(pk=contact.pk).update(
        free_at=due_at + timedelta(seconds=conf.LETTER_SECONDS)
    )
    _set([letter.pk], Delivery.QUEUED)
    outbox.put(ToTarget, letter.pk, letter.supporter, due_at=due_at)
    return True


def leave(letters: list[Letter]) -> list[int]:
    """Takes letters out of the queue, locked by the caller; the ids of those that hadn't gone.

    One that is being sent right now can't be held up any more.
    """
    waiting = [letter for letter in letters if letter.delivery in WAITS]
    going = forget_mails(waiting)
    left = [letter.pk for letter in waiting if letter.pk not in going]
    _set(left, Delivery.CANCELLED)
    return left


def forget_mails(letters: list[Letter]) -> set[int]:
    """Deletes the mails to the targets of letters that the caller has locked; the ids of those
    whose mail is being sent, which stays."""
    # By the supporter, whose index leads there.
    mails = Mail.objects.filter(
        supporter__in=[letter.supporter_id for letter in letters if letter.supporter_id],
        kind=ToTarget.name,
        object_id__in=[letter.pk for letter in letters],
    )
    idle = mails.exclude(state__in=[MailState.SENDING, MailState.SENT])
    # By their ids, so that no mail is waited for that is being settled, and waits for a letter.
    idle.filter(pk__in=list(idle.values_list("pk", flat=True))).delete()
    # Only now: one that was claimed meanwhile is still there.
    going = set(mails.exclude(state=MailState.SENT).values_list("object_id", flat=True))
    if erased := [letter.pk for letter in letters if letter.supporter_id is None]:
        # Their mails have lost the supporter, too.
        sending = Mail.objects.filter(
            state=MailState.SENDING, kind=ToTarget.name, object_id__in=erased
        )
        going |= set(sending.values_list("object_id", flat=True))
    return going


def cancel_unsent(action: UrgentAction, renew=lambda: None) -> int:
    """Cancels what has not gone when an action ends, and tells the writers; returns how many."""
    return _cancel_all(action, _unsent(action), renew)


def cancel_taken_back(renew=lambda: None) -> int:
    """Cancels what was erased or taken back while an attempt to send it went on, once that is put
    off: nobody wants it sent any more. Returns how many."""
    found = Letter.objects.filter(TAKEN_BACK).values("urgent_action")
    return sum(
        _cancel_all(action, action.letters.filter(TAKEN_BACK), renew)
        for action in UrgentAction.objects.filter(pk__in=found)
    )


def _cancel_all(action: UrgentAction, letters, renew) -> int:
    number = 0
    while ids := list(letters.order_by("pk").values_list("pk", flat=True)[:BATCH]):
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
        letters = Letter.objects.select_for_update().filter(pk__in=ids).order_by("pk")
        left = leave(list(letters))
        counted = Letter.objects.filter(pk__in=left, state=RecordState.CONFIRMED)
        counted = list(counted.select_related("supporter"))
        tallies.add(action.key, METRIC, -len(counted))
        for letter in counted:
            if letter.supporter and letter.supporter.email:
                outbox.put(Cancelled, letter.pk, letter.supporter, due_at=timezone.now())
        transaction.on_commit(lambda: live.forget(action.key))
    return len(left)


def _set(ids: list[int], delivery: Delivery) -> None:
    Letter.objects.filter(pk__in=ids).update(delivery=delivery)
