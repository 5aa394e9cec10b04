"""Records that wait to be confirmed: reminded of once, and deleted when nobody did."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ..conf import conf
from ..mailing import outbox
from ..mailing.kinds import MailKind
from ..mailing.work import Lease
from ..supporters import addresses
from ..supporters.models import Supporter
from .records import Record, RecordState

BATCH = 500


def expire(model: type[Record], lease: Lease) -> int:
    """Deletes records that nobody confirmed in time, with all that was typed; returns how many."""
    number = 0
    while batch := _pending_older_than(model, conf.CONFIRM_DAYS):
        lease.renew()
        number += delete_pending(model, [pk for pk, _supporter_id in batch])
    return number


def delete_pending(model: type[Record], ids: list[int]) -> int:
    """Deletes those of the records that still wait; returns how many.

    Locked first: who is confirming one of them right now comes before or is too late.
    """
    with transaction.atomic():
        pending = model.objects.filter(pk__in=ids, state=RecordState.PENDING)
        locked = dict(pending.order_by("pk").select_for_update().values_list("pk", "supporter_id"))
        model.objects.filter(pk__in=locked).delete()
        Supporter.objects.filter(pk__in=locked.values()).delete()
    return len(locked)


def remind(model: type[Record], kind: type[MailKind], lease: Lease, same: tuple[str, ...]) -> int:
    """Writes the one reminder to those who have not confirmed for some days; returns how many.

    ``same`` are the fields by which a later record of the same address takes the place of an
    earlier one: it is reminded of in its turn.
    """
    if not conf.REMIND_AFTER_DAYS:
        return 0
    number = 0
    while batch := _pending_older_than(model, conf.REMIND_AFTER_DAYS, reminded_at=None):
        for pk, _ in batch:
            lease.renew()
            number += _remind(model, kind, pk, same)
    return number


def _remind(model: type[Record], kind: type[MailKind], pk: int, same: tuple[str, ...]) -> bool:
    now = timezone.now()
    with transaction.atomic():
        pending = model.objects.filter(pk=pk, state=RecordState.PENDING, reminded_at=None)
        if not pending.update(reminded_at=now):
            return False
        record = model.objects.select_related("supporter").get(pk=pk)
        if _has_newer(record, same):
            return False
        outbox.put(kind, record.pk, record.supporter, due_at=now)
    return True


def _has_newer(record: Record, same: tuple[str, ...]) -> bool:
    return (
        type(record)
        .objects.filter(
            state=RecordState.PENDING,
            supporter__email_key__in=addresses.email_keys(record.supporter.email),
            pk__gt=record.pk,
            **{name: getattr(record, name) for name in same},
        )
        .exists()
    )


def _pending_older_than(model, days: int, **filters) -> list[tuple[int, int]]:
    then = timezone.now() - timedelta(days=days)
    pending = model.objects.filter(
        state=RecordState.PENDING, supporter__isnull=False, created_at__lt=then, **filters
    )
    return list(pending.order_by("created_at").values_list("pk", "supporter_id")[:BATCH])
