"""Taking a mail out of the outbox and to the mail server, so that nobody gets it twice.

It is claimed (``sending``, committed), composed, handed over and settled. Who is killed between
leaves it ``sending``; ``mark_cut_off`` makes that ``unknown``. ``server.py`` tells the rest.
"""

import logging
from datetime import timedelta
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core import mail as django_mail
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from .. import rows
from ..conf import conf
from ..deadlocks import repeated
from ..supporters import addresses
from . import kinds, quota, server, staff
from .models import Mail, MailState

logger = logging.getLogger(__name__)

# Minutes to wait after the first, second … failed attempt; after the last it has failed.
BACK_OFF = [1, 5, 15, 60, 180, 360, 720, 1440, 1440, 1440]
# Far longer than any conversation with a mail server: what is still "sending" then was cut off.
CUT_OFF_AFTER = timedelta(minutes=10)
CLAIM_TRIES = 5


def deliver(mail_id: int, connection=None, write=None) -> str | None:
    """Sends one mail if it is due. Returns its state after that, None where it wasn't to be sent.

    ``connection`` is an open mail connection to use for several mails; ``write`` makes the
    ``Written`` of a mail where its kind doesn't do so by itself.
    """
    mail = claim(mail_id)
    if mail is None:
        return None
    try:
        message = compose(mail, write or kinds.get(mail.kind).write)
    except Exception as error:
        # A broken template must be mended before the mail can go: nothing has left the house.
        logger.exception("Mail %s (%s) could not be composed", mail.pk, mail.kind)
        return _later(mail, type(error).__name__)
    if message is None:
        mail.delete()
        return None
    return _send(mail, message, connection)


def claim(mail_id: int) -> Mail | None:
    """Takes a due mail for sending and commits that; None where it isn't due or is another's."""
    for attempt in range(CLAIM_TRIES):
        try:
            with transaction.atomic():
                return _claim(mail_id)
        except KeyError:
            logger.exception("Mail %s is of a kind that nothing registers", mail_id)
            return None
        except (IntegrityError, OperationalError):
            # Another sender took the turn of this address: look again.
            if attempt == CLAIM_TRIES - 1:
                logger.warning(
                    "Mail %s could not be claimed; campaign_work tries it again", mail_id
                )
    return None


def _claim(mail_id: int) -> Mail | None:
    now = timezone.now()
    queued = Mail.objects.filter(pk=mail_id, state=MailState.QUEUED, due_at__lte=now)
    mail = queued.select_related("supporter", "broadcast").first()
    if mail is None:
        return None
    if not _address(mail) or _is_told(mail):
        mail.delete()
        return None
    kind = kinds.get(mail.kind).fit(mail)
    turn = None
    if kind.unrequested:
        latest = list(
            Mail.objects.filter(email_key=mail.email_key, turn__isnull=False)
            .exclude(pk=mail_id)
            .order_by("-turn")
            .values_list("turn", "kind", "claimed_at")[: conf.MAILS_PER_ADDRESS]
        )
        free_at = quota.free_at(kind, [(name, claimed) for _, name, claimed in latest])
        if free_at and free_at > now:
            queued.update(due_at=free_at)
            return None
        turn = max([turn for turn, *_ in latest] + [mail.turn or 0]) + 1
    # Still as it was read: another sender may have taken it, or even brought it back.
    as_read = {"id": mail_id, "state": MailState.QUEUED, "due_at": mail.due_at}
    claimed = {"state": MailState.SENDING, "kind": kind.name, "claimed_at": now, "turn": turn}
    if not rows.change(Mail, as_read, {**claimed, "attempts": 1}, add="attempts"):
        return None
    mail.state, mail.kind, mail.turn = MailState.SENDING, kind.name, turn
    mail.attempts += 1
    return mail


def compose(mail: Mail, write) -> django_mail.EmailMultiAlternatives | None:
    """The message as the mail server gets it; None where the mail has lost its reason."""
    written = write(mail)
    if written is None:
        return None
    message = django_mail.EmailMultiAlternatives(
        written.subject,
        written.text,
        from_email=sender(written.sender),
        to=[written.to or addresses.deliverable(_address(mail))],
        reply_to=[written.reply_to] if written.reply_to else None,
        headers={
            # What a person wrote to somebody is no answer of a machine (RFC 3834).
            **({} if written.to else {"Auto-Submitted": "auto-generated"}),
            "Content-Language": mail.language,
            **written.headers,
        },
    )
    if written.html:
        message.attach_alternative(written.html, "text/html")
    return message


def _address(mail: Mail) -> str:
    """Whom it goes to, "" where that is nobody any more."""
    if mail.supporter:
        return mail.supporter.email
    return staff.address_of(mail.user) if mail.user else ""


def _is_told(mail: Mail) -> bool:
    """Whether a broadcast has a mail for the same person already, whose address was written down
    under another key: see ``supporters.addresses``."""
    if not mail.broadcast or len(addresses.keys()) == 1:
        return False
    told = Mail.objects.filter(
        pk__lt=mail.pk,
        email_key__in=addresses.email_keys(_address(mail)),
        broadcast__kind=mail.broadcast.kind,
        broadcast__object_id=mail.broadcast.object_id,
    )
    return told.exists()


def sender(name: str = "") -> str:
    """The site's address, after a name if one is given: always our own, as DMARC has it."""
    if not name:
        return conf.MAIL_FROM or settings.DEFAULT_FROM_EMAIL
    return formataddr((name, parseaddr(sender())[1]))


def sends_from_nowhere() -> bool:
    """Whether the sender is still Django's own, which nobody can answer and many refuse."""
    return parseaddr(sender())[1].endswith("@localhost")


def _send(mail: Mail, message, connection=None) -> str:
    own = connection or server.connection()
    try:
        state, said = server.hand_over(message, own)
    finally:
        if connection is None:
            server.close(own)
    if state == MailState.SENT:
        return _settle(mail, state, sent_at=timezone.now())
    if state == MailState.QUEUED:
        return _later(mail, said)
    logger.warning("Mail %s (%s): %s, %s", mail.pk, mail.kind, state, said)
    return _settle(mail, state, error=said)


def _later(mail: Mail, error: str) -> str:
    if mail.attempts > len(BACK_OFF):
        return _settle(mail, MailState.FAILED, error=error)
    wait = timedelta(minutes=BACK_OFF[mail.attempts - 1])
    return _settle(mail, MailState.QUEUED, due_at=timezone.now() + wait, error=error)


# What has left the house has to be written down, whoever else has hold of its letter.
@repeated
def _settle(mail: Mail, state: str, error: str = "", **values) -> str:
    settled = {"state": state, "error": error[:60], **values}
    sending = {"id": mail.pk, "state": MailState.SENDING}
    if state == MailState.QUEUED or not kinds.is_followed(mail.kind):
        rows.change(Mail, sending, settled)
        return state
    with transaction.atomic():
        if rows.change(Mail, sending, settled):
            kinds.get(mail.kind).became(mail, state, error)
    return state


def mark_cut_off() -> int:
    """Marks mails whose sender died on the way as ``unknown``; returns how many."""
    cut_off = Mail.objects.filter(
        state=MailState.SENDING, claimed_at__lt=timezone.now() - CUT_OFF_AFTER
    )
    return sum(bool(_settle(mail, MailState.UNKNOWN, error="cut off")) for mail in cut_off)
