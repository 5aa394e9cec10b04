"""Putting a mail into the outbox."""

from django.db import transaction

from . import kinds
from .models import Mail
from .tasks import deliver


def put(kind: type[kinds.MailKind], object_id: int, supporter, due_at=None) -> Mail:
    """Writes a mail to a supporter into the outbox, inside the verb's transaction.

    It is tried right after the commit: inline without a TASKS back end, by a worker with one.
    With ``due_at`` it waits for ``campaign_work`` instead.
    """
    mail = Mail(
        kind=kind.name,
        object_id=object_id,
        supporter=supporter,
        language=supporter.language,
        email_key=supporter.email_key,
    )
    if due_at:
        mail.due_at = due_at
    mail.save(force_insert=True)
    if not due_at:
        transaction.on_commit(lambda: deliver.enqueue(mail.pk), robust=True)
    return mail
