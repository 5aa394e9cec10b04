"""The verbs of editors: take signatures out of the count and back in, mail again, erase.

Each owns its transaction, can be called twice, and may meet another moderator on the way: what
counts is the state that the database has when the row is locked.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from .. import signals
from ..actions import live, logs, tallies
from ..actions.live import FINISHED
from ..conf import conf
from ..deadlocks import repeated
from ..mailing import outbox
from ..mailing.models import Mail, MailState
from . import services
from .emails import Confirm, Reminder
from .models import METRIC, Petition, Signature, SignatureState


@dataclass(frozen=True)
class Way:
    """Out of the count, or back in: from which state to which, and who hears of it."""

    start: str
    end: str
    step: int
    signal: Signal


OUT = Way(SignatureState.CONFIRMED, SignatureState.INVALID, -1, signals.signatures_invalidated)
BACK = Way(SignatureState.INVALID, SignatureState.CONFIRMED, 1, signals.signatures_restored)


def invalidate(of, ids, reason: str, user) -> int:
    """Takes confirmed signatures out of the count and off the page; returns how many.

    ``of`` is a ``Petition``, or a queryset of the signatures the user may moderate; what isn't in
    it, or isn't confirmed, is left as it is. Who was invalidated isn't told, and can't sign again.
    """
    chosen = _signatures(of).filter(pk__in=ids, state=SignatureState.CONFIRMED)
    return _move(chosen, OUT, "campaign.invalidate", reason, user)


def restore(of, ids, reason: str, user) -> int:
    """Takes invalidated signatures back in; returns how many. Arguments as ``invalidate``.

    They kept their ``dedupe_key``, so that the address couldn't sign anew and counts once. One
    without a key stays out: nobody could tell.
    """
    chosen = _signatures(of).filter(
        pk__in=ids, state=SignatureState.INVALID, dedupe_key__isnull=False
    )
    return _move(chosen, BACK, "campaign.restore", reason, user)


def _signatures(of):
    return of.signatures.all() if isinstance(of, Petition) else of.all()


@repeated
def _move(signatures, way: Way, action: str, reason: str, user) -> int:
    number = 0
    with transaction.atomic(durable=True):
        locked = list(signatures.order_by("pk").select_for_update().only("pk", "petition", "state"))
        petitions = Petition.objects.filter(pk__in={row.petition_id for row in locked})
        # In the order of their keys, as two moderators may meet in the slots of several tallies.
        for petition in petitions.order_by("key"):
            ids = [row.pk for row in locked if row.petition_id == petition.pk]
            number += move(petition, ids, way, reason, user)
        logs.note(locked, action, user, reason=reason)
    return number


def move(petition: Petition, ids: list, way: Way, reason: str, user, sweep=None) -> int:
    """Moves signatures that the caller has locked, and counts them; returns how many.

    ``sweep`` is what does it, where it isn't an editor who chose each.
    """
    there = Signature.objects.filter(pk__in=ids, state=way.start)
    moved = there.update(state=way.end, sweep=sweep)
    tallies.add(petition.key, METRIC, way.step * moved)
    _forget(petition)
    signals.send_on_commit(
        way.signal, Signature, petition=petition, ids=ids, reason=reason, user=user
    )
    return moved


def _forget(petition: Petition) -> None:
    transaction.on_commit(lambda: live.forget(petition.key))


def can_resend(signature: Signature) -> bool:
    """Whether a link to confirm would still be good for something."""
    too_late = signature.created_at < timezone.now() - timedelta(days=conf.CONFIRM_DAYS)
    return (
        signature.state == SignatureState.PENDING
        and not too_late
        and signature.petition.status() not in FINISHED
    )


@repeated
def resend(signature: Signature, user) -> Mail | None:
    """Mails the link to confirm once more; None where it is too late, or one is being sent.

    Where one waits already, ``campaign_work`` tries it at its next pass instead of a second one.
    The daily limit of the address holds all the same: over it the mail waits until its time.
    """
    with transaction.atomic(durable=True):
        mail = mail_again(signature.pk)
        if mail:
            logs.note([signature], "campaign.resend", user)
    return mail


def mail_again(pk: int, due_at=None) -> Mail | None:
    """What ``resend`` does, in the caller's transaction. ``due_at`` as for ``outbox.put``."""
    found = Signature.objects.select_for_update().filter(pk=pk).first()
    if found is None or found.supporter_id is None or not can_resend(found):
        return None
    # By the supporter, whose index leads there; it is this signature's alone.
    mails = Mail.objects.filter(
        supporter=found.supporter_id,
        kind__in=[Confirm.name, Reminder.name],
        object_id=pk,
    )
    if mails.filter(state=MailState.SENDING).exists():
        return None
    mail = mails.filter(state=MailState.QUEUED).first()
    if mail is None:
        return outbox.put(Confirm, pk, found.supporter, due_at=due_at)
    Mail.objects.filter(pk=mail.pk).update(due_at=timezone.now())
    return mail


def erase(signature: Signature, user) -> None:
    """Destroys the personal data of a signature: see ``services.erase``."""
    services.erase(signature)
    logs.note([signature], "campaign.erase", user)
