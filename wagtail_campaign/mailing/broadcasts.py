"""One mail to many: written into the outbox some hundred at a time, sent at a limited rate.

A pass that is killed is taken up by the next: the outbox is filled by a cursor that moves in the
transaction of what it writes, and each mail is claimed as every other (``delivery``).
"""

import time
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Count, F, Q
from django.utils import timezone

from ..conf import conf
from ..supporters import links
from . import delivery, kinds, server
from .announcements import Edition
from .models import Broadcast, BroadcastState, Mail, MailState
from .work import Lease

BATCH = 500
# After so many it is looked whether an editor has stopped it, and the numbers are written down.
LOOK_AFTER = 20
# How long one pass sends before everything else has its turn again.
SECONDS = 45
# So many failures in a row mean that the mail server is ill: the next pass tries again.
ILL = 5
KEPT_FOR = timedelta(days=1)


def start(news, kind: str, user) -> list[Broadcast]:
    """Plans to mail ``News`` to each of its audiences; nothing where that was done, as after a
    second click. What is urgent begins at once."""
    delay = timedelta(minutes=0 if news.urgent else conf.BROADCAST_DELAY)
    try:
        with transaction.atomic():
            return [
                Broadcast.objects.create(
                    kind=kind,
                    object_id=news.object_id,
                    slice=slice_,
                    action_key=news.action.key,
                    urgent=news.urgent,
                    user=user,
                    total=links.of_slice(slice_).audience(news.action.key, news.urgent).count(),
                    starts_at=timezone.now() + delay,
                )
                for slice_ in news.slices
            ]
    except IntegrityError:
        return []


def cancel(broadcast: Broadcast) -> bool:
    """Takes back a broadcast of which nothing was sent; it can be planned again."""
    waiting = Broadcast.objects.filter(pk=broadcast.pk, state=BroadcastState.WAITING)
    return bool(waiting.delete()[0])


def stop(broadcast: Broadcast) -> bool:
    """Stops a broadcast that is being sent; what is on its way arrives."""
    sending = Broadcast.objects.filter(pk=broadcast.pk, state=BroadcastState.SENDING)
    return bool(sending.update(state=BroadcastState.STOPPED))


def call_off(kind: str, object_id: int) -> None:
    """Ends the broadcast of something that is no longer true, in the transaction that says so."""
    for broadcast in Broadcast.objects.filter(kind=kind, object_id=object_id):
        cancel(broadcast) or stop(broadcast)


def go_on(broadcast: Broadcast) -> bool:
    """Goes on with a stopped one where it was."""
    stopped = Broadcast.objects.filter(pk=broadcast.pk, state=BroadcastState.STOPPED)
    return bool(stopped.update(state=BroadcastState.SENDING))


def send_due(lease: Lease) -> int:
    """Sends what is due of all broadcasts, the urgent first, then the oldest; how many mails."""
    waiting = Broadcast.objects.filter(state=BroadcastState.WAITING, starts_at__lte=timezone.now())
    waiting.update(state=BroadcastState.SENDING)
    number, pace = 0, Pace(SECONDS)
    connection = server.connection()
    try:
        for broadcast in Broadcast.objects.filter(state=BroadcastState.SENDING).order_by(
            "-urgent", "pk"
        ):
            number += _send(broadcast, pace, lease, connection)
    finally:
        server.close(connection)
    return number


def _send(broadcast: Broadcast, pace: "Pace", lease: Lease, connection) -> int:
    number = failures = last = 0
    edition = Edition(kinds.get(broadcast.kind))
    while not pace.is_over and failures < ILL and _is_sending(broadcast):
        ids = _next(broadcast, after=last)
        if not ids and not write_next(broadcast):
            _finish(broadcast)
            break
        states = []
        for last in ids:
            lease.renew()
            pace.wait()
            states.append(state := delivery.deliver(last, connection, edition.write))
            failures = failures + 1 if state == MailState.QUEUED else 0
            if failures == ILL:
                break
        number += _add(broadcast, states)
    return number


def _add(broadcast: Broadcast, states: list) -> int:
    """Writes down what became of some mails, for the editor who follows it; how many were sent."""
    sent = states.count(MailState.SENT)
    failed = states.count(MailState.FAILED) + states.count(MailState.UNKNOWN)
    row = Broadcast.objects.filter(pk=broadcast.pk)
    row.update(sent=F("sent") + sent, failed=F("failed") + failed)
    return sent


def _is_sending(broadcast: Broadcast) -> bool:
    return Broadcast.objects.filter(pk=broadcast.pk, state=BroadcastState.SENDING).exists()


def _next(broadcast: Broadcast, after: int) -> list[int]:
    # From where this pass is: the many that were sent before are not gone through again.
    due = broadcast.mails.filter(pk__gt=after, state=MailState.QUEUED, due_at__lte=timezone.now())
    return list(due.order_by("pk").values_list("pk", flat=True)[:LOOK_AFTER])


def write_next(broadcast: Broadcast) -> int:
    """Writes the next mails of a broadcast into the outbox; how many, 0 where all are written."""
    with transaction.atomic():
        row = Broadcast.objects.select_for_update().get(pk=broadcast.pk)
        if row.is_written or row.state != BroadcastState.SENDING:
            return 0
        audience = links.of_slice(row.slice).audience(row.action_key, row.urgent)
        batch = list(
            audience.filter(pk__gt=row.last_record)
            .order_by("pk")
            .values_list("pk", "supporter", "supporter__language", "supporter__email_key")[:BATCH]
        )
        Mail.objects.bulk_create(
            Mail(
                kind=row.kind,
                object_id=record,
                supporter_id=supporter,
                broadcast=row,
                language=language,
                email_key=email_key,
            )
            for record, supporter, language, email_key in batch
        )
        row.is_written = len(batch) < BATCH
        row.last_record = batch[-1][0] if batch else row.last_record
        row.save(update_fields=["is_written", "last_record"])
    return len(batch)


def _count(broadcast: Broadcast) -> None:
    """Counts in the end the mails themselves, as a pass that was killed has told of less."""
    failed = Q(state__in=[MailState.FAILED, MailState.UNKNOWN])
    numbers = broadcast.mails.aggregate(
        sent=Count("pk", filter=Q(state=MailState.SENT)), failed=Count("pk", filter=failed)
    )
    if broadcast.finished_at:
        # It was done before and has sent some again: the mails of then may be deleted by now.
        del numbers["sent"]
    Broadcast.objects.filter(pk=broadcast.pk).update(**numbers)


def _finish(broadcast: Broadcast) -> None:
    """Ends a broadcast of which nothing waits any more, be it for a second attempt."""
    if broadcast.mails.filter(state__in=[MailState.QUEUED, MailState.SENDING]).exists():
        return
    _count(broadcast)
    Broadcast.objects.filter(pk=broadcast.pk, state=BroadcastState.SENDING, is_written=True).update(
        state=BroadcastState.DONE, finished_at=timezone.now()
    )


class Pace:
    """Keeps a rate: so many mails a second at most, for so many seconds."""

    def __init__(self, seconds: float):
        self.started = time.monotonic()
        self.until = self.started + seconds
        self.number = 0

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self.until

    def wait(self) -> None:
        """Waits until the next mail may go."""
        if conf.BROADCAST_RATE:
            ahead = self.started + self.number / conf.BROADCAST_RATE - time.monotonic()
            time.sleep(max(0, ahead))
        self.number += 1
