"""The verbs of an urgent action. Each owns one transaction; its signal follows the commit."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from .. import rows, signals
from ..actions import live, tallies
from ..actions.doors import Door
from ..actions.records import RecordState, insert_supporter, locked
from ..deadlocks import repeated
from ..mailing import outbox
from ..supporters import addresses, consents
from ..supporters.models import Consent, Display, Purpose
from ..webhooks import outbox as webhooks
from . import forgetting, hooks, repeats
from .drafting import placeholders
from .drafting.letters import neutral
from .emails import Confirm
from .models import METRIC, Channel, Delivery, Letter, LetterText, UrgentAction
from .sending import queue


def write(door: Door, typed: dict) -> Letter:
    """Writes down a letter and mails its writer the link that sends it.

    ``typed`` is the cleaned data of ``LetterForm``, and ``via``. Whether the address has written
    before, and whether the letter says what it must not, isn't looked up: nobody can tell.
    """
    with transaction.atomic(durable=True):
        letter = _begin(door, typed, typed["channel"])
        LetterText.objects.create(
            supporter=letter.supporter,
            subject=typed.get("subject", ""),
            text=neutral(signed(typed)),
            city=typed.get("city", ""),
            wants_reply=bool(typed.get("wants_reply")),
        )
        signals.send_on_commit(signals.letter_made, Letter, letter=letter)
    return letter


def log(door: Door, typed: dict) -> Letter:
    """Writes down that somebody has sent a letter by themselves; it counts once they confirm."""
    with transaction.atomic(durable=True):
        letter = _begin(door, typed, typed["channel"])
        signals.send_on_commit(signals.letter_made, Letter, letter=letter)
    return letter


def signed(typed: dict) -> str:
    """The letter as it goes out, with who wrote it."""
    name = f"{typed['first_name']} {typed.get('last_name', '')}".strip()
    return placeholders.fill_writer(
        typed["text"],
        typed["written_in"],
        name,
        typed.get("city", ""),
        typed.get("country", ""),
    )


def _begin(door: Door, typed: dict, channel: Channel) -> Letter:
    supporter = insert_supporter(door, typed)
    letter = Letter(
        urgent_action_id=door.action_id,
        supporter=supporter,
        target=typed.get("target"),
        contact=typed.get("contact"),
        channel=channel,
        written_in=typed.get("written_in", ""),
        on_wall=bool(typed.get("on_wall")),
        country=supporter.country,
        language=supporter.language,
        source=typed.get("via", ""),
        page_id=door.page_id,
    )
    rows.insert(letter)
    outbox.put(Confirm, letter.pk, supporter)
    return letter


@repeated
def confirm(letter: Letter) -> bool:
    """Makes a letter count, once, and puts it into the queue of its target. True where this call
    did it; False where it had been done, or is too late, or another of the same day stands.

    ``letter`` comes with its supporter and urgent action.
    """
    action, supporter = letter.urgent_action, letter.supporter
    if supporter is None or not action.takes_letters():
        return False
    if repeats.was_written(letter, older_keys_only=True):
        return False
    confirmed = {
        "state": RecordState.CONFIRMED,
        "confirmed_at": timezone.now(),
        "dedupe_key": addresses.dedupe_key(repeats.subject(letter), supporter.email),
        "key_id": addresses.writing_key_id(),
        "public_name": supporter.public_name if letter.on_wall else "",
    }
    pending = {"id": letter.pk, "state": RecordState.PENDING}
    try:
        with transaction.atomic(durable=True):
            if not rows.change(Letter, pending, confirmed):
                return False
            for name, value in confirmed.items():
                setattr(letter, name, value)
            consents.give(supporter, action.key)
            queue.enter(letter)
            tallies.add(action.key, METRIC)
            if not letter.is_carried:
                webhooks.put(hooks.SENT, letter)
            _changed(action)
            signals.send_on_commit(signals.letter_confirmed, Letter, letter=letter)
    except IntegrityError:
        return False
    return True


@repeated
def withdraw(letter: Letter) -> bool:
    """Takes a letter back: it doesn't count, and doesn't go out where it hasn't yet. True if it
    counted. News about the action ends with it. One that has gone was that of the day."""
    with transaction.atomic(durable=True):
        now = locked(letter)
        if now is None or now.state != RecordState.CONFIRMED:
            return False
        counted = now.delivery != Delivery.CANCELLED
        left = queue.leave([now])
        if counted and now.is_carried and not left:
            repeats.keep_the_day(now)
        Letter.objects.filter(pk=now.pk).update(
            state=RecordState.WITHDRAWN, public_name="", dedupe_key=None, key_id="", on_wall=False
        )
        standing = Consent.objects.filter(supporter=now.supporter_id, purpose=Purpose.UPDATES)
        consents.withdraw(standing)
        if counted:
            tallies.add(letter.urgent_action.key, METRIC, -1)
        _changed(letter.urgent_action)
        signals.send_on_commit(signals.letter_withdrawn, Letter, letter=letter)
    return counted


@repeated
def show_as(letter: Letter, display: Display) -> bool:
    """Changes how a letter on the wall is signed, at once. True where it may be shown."""
    with transaction.atomic(durable=True):
        now = locked(letter)
        if now is None or now.supporter is None or not _may_be_shown(now):
            return False
        supporter = now.supporter
        supporter.display = display
        supporter.save(update_fields=["display"])
        Letter.objects.filter(pk=now.pk).update(public_name=supporter.public_name)
        _changed(letter.urgent_action)
    return True


@repeated
def hide(letter: Letter) -> bool:
    """Takes a letter off the wall, at once and for good; it goes its way and counts. True where it
    might have been shown."""
    with transaction.atomic(durable=True):
        now = locked(letter)
        if now is None or not _may_be_shown(now):
            return False
        Letter.objects.filter(pk=now.pk).update(on_wall=False, public_name="")
        _changed(letter.urgent_action)
    return True


def _may_be_shown(letter: Letter) -> bool:
    return letter.state == RecordState.CONFIRMED and letter.on_wall


def disown(letter: Letter) -> None:
    """What "I did not write this" does: takes the letter back if it counted, and erases it."""
    withdraw(letter)
    erase(letter)


@repeated
def erase(letter: Letter) -> None:
    """Destroys the personal data of a letter; does nothing where that was done.

    An unconfirmed one vanishes, and one that waits doesn't go out. Of the others state, country and
    month stay, so that the count stays; so does the day's key of an invalidated one.
    """
    with transaction.atomic(durable=True):
        now = locked(letter)
        if now is None:
            return
        now.urgent_action = letter.urgent_action
        if now.state == RecordState.CONFIRMED:
            # One that is being sent right now has gone, and counts; ``queue`` cancels it if it has
            # not.
            if queue.leave([now]):
                tallies.add(letter.urgent_action.key, METRIC, -1)
            elif now.delivery != Delivery.CANCELLED:
                repeats.keep_the_day(now)
        if now.state == RecordState.PENDING:
            Letter.objects.filter(pk=now.pk).delete()
        forgetting.erase([now])
        _changed(letter.urgent_action)


def _changed(action: UrgentAction) -> None:
    transaction.on_commit(lambda: live.forget(action.key))
