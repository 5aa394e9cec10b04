"""What ``campaign_work`` does for editors: it makes their exports, and deletes old ones."""

import logging
import tempfile
from datetime import timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone, translation

from ...actions import spreadsheets
from ...mailing.work import Busy, Lease, due
from ..exports import KEPT_FOR, Export, ExportState
from . import export as rows_of
from .filters import SignatureFilterSet

logger = logging.getLogger(__name__)

CUT_OFF_AFTER = timedelta(minutes=5)


@due(95, "exports made")
def make_exports(lease: Lease) -> int:
    """Makes what waits, one after the other, the oldest first."""
    made = 0
    cut_off = Q(state=ExportState.RUNNING, touched_at__lt=timezone.now() - CUT_OFF_AFTER)
    waiting = Export.objects.filter(Q(state=ExportState.WAITING) | cut_off).select_related("user")
    for export in waiting.order_by("pk"):
        made += _make(export, lease)
    return made


@due(96, "exports deleted")
def delete_exports(lease: Lease) -> int:
    """Deletes exports that are a day old."""
    old = Export.objects.filter(created_at__lt=timezone.now() - KEPT_FOR)
    number = old.count()
    old.delete()
    return number


def _make(export: Export, lease: Lease) -> bool:
    def tell(number):
        lease.renew()
        Export.objects.filter(pk=export.pk).update(done=number, touched_at=timezone.now())

    row = Export.objects.filter(pk=export.pk)
    row.update(state=ExportState.RUNNING, touched_at=timezone.now(), done=0)
    export.parts.all().delete()
    try:
        with (
            tempfile.TemporaryFile() as file,
            translation.override(export.language),
            timezone.override(ZoneInfo(export.time_zone)),
        ):
            filters = filters_of(export)
            row.update(petitions=list(filters.petitions().values_list("pk", flat=True)))
            rows = rows_of.signatures(filters.signatures(), export.personal)
            spreadsheets.write_xlsx(rows, file, tell)
            export.keep(file)
    except Busy:
        raise
    except Exception:
        logger.exception("Export %s could not be made", export.pk)
        row.update(state=ExportState.FAILED)
        return False
    row.update(state=ExportState.READY, touched_at=timezone.now())
    return True


def filters_of(export: Export) -> SignatureFilterSet:
    """The filters of the list that was asked for, as its user may set them now."""
    request = SimpleNamespace(user=export.user)
    return SignatureFilterSet(QueryDict(export.filters), request=request)
