"""Putting a mail into the outbox."""

from django.db import transaction
from django.utils import timezone

from .. import rows
from . import kinds
from .models import Broadcast, BroadcastState, Mail, MailState
from .tasks import deliver


def put(kind: type[kinds.MailKind], object_id: int, supporter, due_at=None, language=None) -> Mail:
    """Writes a mail to a supporter into the outbox, inside the verb's transaction.

    It is tried right after the commit: inline without a TASKS back end, by a worker with one.
    With ``due_at`` it waits for ``campaign_work`` instead. It is in the supporter's language, or in
    ``language``.
    """
    mail = Mail(
        kind=kind.name,
        object_id=object_id,
        supporter=supporter,
        language=language or supporter.language,
        email_key=supporter.email_key,
    )
    if due_at:
        mail.due_at = due_at
    rows.insert(mail)
    if not due_at:
        transaction.on_commit(lambda: deliver.enqueue(mail.pk), robust=True)
    return mail


#: The states in which a mail stays until somebody decides.
STUCK = (MailState.FAILED, MailState.UNKNOWN)


def send_again(mails) -> list[Mail]:
    """Puts the stuck ones of a queryset of mails back into the outbox; returns them.

    ``campaign_work`` sends them. An ``unknown`` one may have arrived: who decides to send it again
    accepts that somebody gets it twice. The daily limit of an address holds all the same.
    """
    with transaction.atomic():
        stuck = list(mails.filter(state__in=STUCK).order_by("pk").select_for_update())
        ids = [mail.pk for mail in stuck]
        Mail.objects.filter(pk__in=ids, state__in=STUCK).update(
            state=MailState.QUEUED, due_at=timezone.now(), attempts=0, error=""
        )
        for mail in filter(lambda mail: kinds.is_followed(mail.kind), stuck):
            kinds.get(mail.kind).became(mail, MailState.QUEUED)
        _open_again({mail.broadcast_id for mail in stuck} - {None})
    return stuck


def _open_again(broadcasts: set) -> None:
    """Lets broadcasts send what is queued again."""
    for broadcast in Broadcast.objects.filter(pk__in=broadcasts).select_for_update().order_by("pk"):
        broadcast.failed = broadcast.mails.filter(state__in=STUCK).count()
        if broadcast.state == BroadcastState.DONE:
            broadcast.state = BroadcastState.SENDING
        broadcast.save(update_fields=["failed", "state"])
