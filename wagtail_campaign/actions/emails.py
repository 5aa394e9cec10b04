"""The mails by which a record is confirmed: the link, and one reminder.

Whoever knows an address can cause each of them, so they are limited per address, say nothing in
the subject, and carry nothing that was typed.
"""

from ..conf import conf
from ..mailing.kinds import MailKind
from .live import FINISHED
from .records import Record, RecordState
from .sites import link, page_address


class RecordMail(MailKind):
    """A mail about one record; ``object_id`` is its id.

    Slices set ``model`` and implement ``seen_by``; ``related`` are the names of what its action and
    page come along by.
    """

    unrequested = True

    model: type[Record]
    related: tuple[str, ...] = ()

    def record(self, mail) -> Record | None:
        """The record with what it belongs to, None where it is gone."""
        records = self.model.objects.select_related(*self.related, "supporter", "page__locale")
        return records.filter(pk=mail.object_id).first()

    def record_of(self, mail):
        return self.record(mail) or mail

    def context(self, mail) -> dict | None:
        record = self.record(mail)
        return self.context_of(record) if record else None

    def context_of(self, record: Record) -> dict | None:
        """What the templates are given for a record; a preview gives it an unsaved one."""
        page = record.page
        return {
            "title": page.title if page else "",
            "page_url": page_address(page),
            "me_url": link("me", page, record.language),
        }


class ConfirmMail(RecordMail):
    """The link that makes a record count, and the one that says "I did not do this"."""

    def context(self, mail):
        record = self.record(mail)
        # Nobody is asked to confirm what is over.
        if record is None or self.is_over(record):
            return None
        return self.context_of(record)

    def is_over(self, record: Record) -> bool:
        """Whether confirming would be good for nothing any more."""
        return record.action.status() in FINISHED

    def context_of(self, record: Record) -> dict | None:
        if record.state != RecordState.PENDING:
            return None
        urls = {
            f"{purpose}_url": link(purpose, record.page, record.language, record.token(purpose))
            for purpose in ("confirm", "disown")
        }
        return {
            **super().context_of(record),
            **urls,
            "days": conf.CONFIRM_DAYS,
        }
