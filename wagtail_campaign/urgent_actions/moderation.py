"""The verbs of editors: let letters go or decline them, send again, hand over, take down, erase.

Each owns its transaction, can be called twice, and may meet another moderator on the way: what
counts is the state that the database has when the row is locked. ``of`` is a queryset of the
letters that the user may moderate; what isn't in it, or where a verb has nothing to do, is left as
it is. Nothing in a letter is ever changed: it is its writer's.
"""

from collections import defaultdict
from collections.abc import Callable

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from .. import signals
from ..actions import live, logs, tallies
from ..actions.records import RecordState
from ..deadlocks import repeated
from ..webhooks import outbox
from . import hooks, services
from .directory.contacts import Contact
from .models import METRIC, Channel, Delivery, Letter
from .sending import queue
from .sending.deliveries import STUCK


def address_for(letter: Letter) -> Contact | None:
    """The e-mail address that a letter can go to now: its own, or another one of its target."""
    contact = letter.contact
    if not _is_good(contact) and letter.target:
        contact = letter.target.contact("email")
    return contact if _is_good(contact) else None


def _is_good(contact: Contact | None) -> bool:
    return contact is not None and contact.works and bool(contact.value)


def can_go(letter: Letter) -> bool:
    """Whether a letter may be passed on now: it counts, its text is there, and so is an address."""
    text = getattr(letter.supporter, "letter_text", None)
    if letter.state != RecordState.CONFIRMED or text is None:
        return False
    if letter.channel == Channel.CAMPAIGN:
        # It can be handed over after the deadline, too; not after a stop.
        return not letter.urgent_action.stopped_at
    return letter.urgent_action.takes_letters() and address_for(letter) is not None


def can_release(letter: Letter) -> bool:
    """Whether it waits for a moderator, and could go."""
    return letter.delivery == Delivery.HELD and can_go(letter)


def can_decline(letter: Letter) -> bool:
    """Whether it has not gone yet, as far as the letter tells."""
    return letter.state == RecordState.CONFIRMED and letter.delivery in queue.WAITS


def can_send_again(letter: Letter) -> bool:
    """Whether it got stuck, and could go."""
    return letter.delivery in STUCK and can_go(letter)


def can_hand_over(letter: Letter) -> bool:
    """Whether it was accepted for handing over, and wasn't yet."""
    return (
        letter.channel == Channel.CAMPAIGN
        and letter.state == RecordState.CONFIRMED
        and letter.delivery == Delivery.QUEUED
    )


def can_take_down(letter: Letter) -> bool:
    """Whether its writer lets it be shown on the wall of letters."""
    return letter.state == RecordState.CONFIRMED and letter.on_wall


@repeated
def release(of, ids, user) -> int:
    """Lets letters go that waited for a moderator; returns how many.

    Into the queue of their target; what goes through the campaign is accepted for handing over.
    """
    with transaction.atomic(durable=True):
        letters = _locked(of, ids, can_release)
        gone = [letter for letter in _by_contact(letters) if _let_go(letter)]
        _note(gone, "campaign.release_letter", user)
    return len(gone)


@repeated
def decline(of, ids, reason: str, user) -> int:
    """Takes letters that have not gone out of the queue and of the count; returns how many.

    Their writers aren't told, and can't write the same day again. One that is being sent right now
    can't be held up any more, and stays as it is.
    """
    with transaction.atomic(durable=True):
        letters = _locked(of, ids, can_decline)
        left = set(queue.leave(letters))
        declined = [letter for letter in letters if letter.pk in left]
        Letter.objects.filter(pk__in=left).update(
            state=RecordState.INVALID, public_name="", on_wall=False
        )
        for action, some in _by_action(declined):
            tallies.add(action.key, METRIC, -len(some))
            signals.send_on_commit(
                signals.letters_declined,
                Letter,
                urgent_action=action,
                ids=[letter.pk for letter in some],
                reason=reason,
                user=user,
            )
        _note(declined, "campaign.decline_letter", user, reason=reason)
    return len(declined)


@repeated
def send_again(of, ids, user) -> int:
    """Puts letters into the queue again that were refused or of which nobody knows; how many.

    One of which nobody knows may have arrived: who decides it accepts that it arrives twice.
    """
    with transaction.atomic(durable=True):
        letters = _by_contact(_locked(of, ids, can_send_again))
        queue.forget_mails(letters)
        gone = [letter for letter in letters if _let_go(letter)]
        Letter.objects.filter(pk__in=[letter.pk for letter in gone]).update(error="")
        _note(gone, "campaign.send_letter_again", user)
    return len(gone)


@repeated
def hand_over(of, ids, user) -> int:
    """Writes down that accepted letters were handed over; returns how many."""
    with transaction.atomic(durable=True):
        letters = _locked(of, ids, can_hand_over)
        Letter.objects.filter(pk__in=[letter.pk for letter in letters]).update(
            delivery=Delivery.SENT, delivered_at=timezone.now()
        )
        outbox.put_all(hooks.SENT, letters)
        _note(letters, "campaign.hand_over_letter", user)
    return len(letters)


@repeated
def take_down(of, ids, reason: str, user) -> int:
    """Takes letters off the wall for good; they go their way and count. Returns how many."""
    with transaction.atomic(durable=True):
        letters = _locked(of, ids, can_take_down)
        Letter.objects.filter(pk__in=[letter.pk for letter in letters]).update(
            on_wall=False, public_name=""
        )
        _note(letters, "campaign.take_down_letter", user, reason=reason)
    return len(letters)


def erase(letter: Letter, reason: str, user) -> None:
    """Destroys the personal data of a letter: see ``services.erase``."""
    services.erase(letter)
    logs.note([letter], "campaign.erase_letter", user, reason=reason)


def _locked(of, ids, is_wanted: Callable[[Letter], bool]) -> list[Letter]:
    """The letters as they are now, locked until the commit, with all that is asked of them."""
    allowed = list(of.filter(pk__in=ids).values_list("pk", flat=True))
    # By their ids alone: see ``records.locked``.
    letters = list(Letter.objects.select_for_update().filter(pk__in=allowed).order_by("pk"))
    prefetch_related_objects(
        letters, "urgent_action", "supporter__letter_text", "contact", "target__contacts"
    )
    return [letter for letter in letters if is_wanted(letter)]


def _by_contact(letters: list[Letter]) -> list[Letter]:
    # In one order, as two moderators may meet in several queues.
    return sorted(letters, key=lambda letter: (letter.contact_id or 0, letter.pk))


def _let_go(letter: Letter) -> bool:
    """Whether it is on its way now."""
    if letter.channel == Channel.CAMPAIGN:
        Letter.objects.filter(pk=letter.pk).update(delivery=Delivery.QUEUED)
        return True
    contact = address_for(letter)
    if contact.pk != letter.contact_id:
        Letter.objects.filter(pk=letter.pk).update(contact=contact)
        letter.contact = contact
    return queue.queue(letter)


def _by_action(letters: list[Letter]) -> list[tuple]:
    """(urgent action, its letters), in the order of keys, as tallies are locked in one order."""
    found = defaultdict(list)
    for letter in letters:
        found[letter.urgent_action].append(letter)
    return sorted(found.items(), key=lambda pair: pair[0].key)


def _note(letters: list[Letter], deed: str, user, **data) -> None:
    for action, _letters in _by_action(letters):
        transaction.on_commit(lambda key=action.key: live.forget(key))
    logs.note(letters, deed, user, **data)
