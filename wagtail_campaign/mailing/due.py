"""What every pass of ``campaign_work`` does for the outbox."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from . import broadcasts, delivery, quota, server
from .models import BroadcastState, Mail, MailState
from .outbox import STUCK
from .work import Lease, due

BATCH = 200
# What became of a mail is known for that long: sent, refused, or nobody knows.
KEPT_FOR = timedelta(days=30)


@due(10, "mails cut off")
def mark_cut_off(lease: Lease) -> int:
    """Lists mails whose sender died as ``unknown``."""
    return delivery.mark_cut_off()


@due(45, "mails to the forgotten deleted")
def delete_forgotten(lease: Lease) -> int:
    """Deletes mails whose supporter was forgotten, once they don't count for the limit any more."""
    day_ago = timezone.now() - quota.HOLDS
    counts_no_more = Q(turn=None) | Q(claimed_at__lt=day_ago)
    forgotten = Mail.objects.filter(counts_no_more, supporter=None, user=None)
    # What became of one on its way still has to be written down.
    return forgotten.exclude(state=MailState.SENDING).delete()[0]


@due(46, "old mails deleted")
def delete_old(lease: Lease) -> int:
    """Deletes what became of mails a month ago; of a broadcast that is stopped it stays."""
    then, number = timezone.now() - KEPT_FOR, 0
    old = Mail.objects.filter(
        Q(broadcast=None) | Q(broadcast__state=BroadcastState.DONE),
        # When it was tried last, and on an index.
        due_at__lt=then,
        state__in=[MailState.SENT, *STUCK],
    )
    while ids := list(old.values_list("pk", flat=True)[:BATCH]):
        lease.renew()
        number += Mail.objects.filter(pk__in=ids).delete()[0]
    return number


@due(90, "mails sent")
def send_due(lease: Lease) -> int:
    """Sends what is due, over one connection, oldest first."""
    sent, last = 0, 0
    connection = server.connection()
    try:
        # By id, so that a mail that can't go now comes up once a pass and holds up no other.
        while batch := _due_ids(after=last):
            for last in batch:
                lease.renew()
                sent += delivery.deliver(last, connection) == MailState.SENT
    finally:
        server.close(connection)
    return sent


@due(97, "mails of broadcasts sent")
def send_broadcasts(lease: Lease) -> int:
    """Sends what is due of each broadcast, for less than a minute: then all else has its turn."""
    return broadcasts.send_due(lease)


@due(98, "mails of broadcasts deleted")
def delete_sent(lease: Lease) -> int:
    """Deletes the mails of broadcasts a day after they were sent; the numbers stay."""
    day_ago = timezone.now() - broadcasts.KEPT_FOR
    sent = Mail.objects.filter(broadcast__state=BroadcastState.DONE, sent_at__lt=day_ago)
    number = 0
    while ids := list(sent.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        lease.renew()
        number += Mail.objects.filter(pk__in=ids).delete()[0]
    return number


def _due_ids(after: int) -> list[int]:
    # Broadcasts come after all others, at their own rate.
    queued = Mail.objects.filter(
        state=MailState.QUEUED, due_at__lte=timezone.now(), pk__gt=after, broadcast=None
    )
    return list(queued.order_by("pk").values_list("pk", flat=True)[:BATCH])
