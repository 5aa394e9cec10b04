"""What the links in the mails about a record do, as far as all slices do the same."""

from collections.abc import Callable

from django.db.models import Exists, OuterRef

from .. import rows
from ..supporters.links import MailedLink, Opened
from ..supporters.models import Consent, Purpose
from .live import FINISHED
from .records import Record, RecordState

STANDINGS = {
    RecordState.PENDING: "pending",
    RecordState.CONFIRMED: "done",
    # Whom moderators took out learns nothing of it.
    RecordState.INVALID: "done",
    RecordState.WITHDRAWN: "gone",
}


class RecordLink(MailedLink):
    """Base of a slice's link; it sets the attributes and implements the verbs.

    Who acted in time may confirm while the action is paused or closed, until it is finished.
    """

    model: type[Record]
    #: The fields that confirming needs, of three tables: see ``rows.read``.
    needed: tuple[str, ...]

    def find(self, pk):
        return rows.read(self.model, pk, self.needed)

    def opened(self, record):
        standing = STANDINGS[record.state]
        if standing == "pending" and (record.is_too_late or self.is_over(record)):
            standing = "over"
        return Opened(record, standing)

    def standing(self, record, is_there: Callable[..., bool]) -> str:
        """That of ``opened``, as its supporter sees it under ``/campaign/me/``: "repeat" where it
        is pending and ``is_there(record)``, another one of the same address that stands."""
        standing = self.opened(record).standing
        return "repeat" if standing == "pending" and is_there(record) else standing

    def action_key(self, record):
        return record.action.key

    def is_over(self, record: Record) -> bool:
        """Whether confirming would be good for nothing any more."""
        return record.action.status() in FINISHED


def wants_updates(records, action_key):
    """Those of a queryset of records whose supporters agreed to updates of the action."""
    wanted = Consent.objects.filter(
        supporter=OuterRef("supporter"),
        purpose=Purpose.UPDATES,
        action_key=action_key,
        withdrawn_at=None,
    )
    return records.filter(Exists(wanted))


def latest_of_each_address(records):
    """Those of a queryset of records after which it has no other of the same address."""
    later = records.filter(
        supporter__email_key=OuterRef("supporter__email_key"), pk__gt=OuterRef("pk")
    )
    return records.filter(~Exists(later))
