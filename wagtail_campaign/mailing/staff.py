"""Mails to those who work on the site. They go by the outbox as all others: tried again while the
mail server is away, never sent twice. They hold ids, numbers, and a link into the admin.
"""

from urllib.parse import urljoin

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_admin_base_url

from .. import rows
from ..actions.sites import absolute
from .kinds import MailKind, Written
from .models import Mail


class StaffMail(MailKind):
    """Base of a mail to a user; ``Mail.user`` is whom it goes to."""

    twice = gettext_lazy("Perhaps it has arrived: then a colleague gets the same mail twice.")

    def concerns(self, user, mail) -> bool:
        """Whether a user may, when it is sent, still be told what it tells."""
        raise NotImplementedError

    def write(self, mail) -> Written | None:
        if mail.user is None or not self.concerns(mail.user, mail):
            return None
        return super().write(mail)


def put(kind: type[StaffMail], object_id: int, users) -> None:
    """Writes a mail to each of some users into the outbox, in the transaction of what it tells, for
    the next pass of ``campaign_work``: no supporter waits for it."""
    for user in users:
        rows.insert(
            Mail(
                kind=kind.name,
                object_id=object_id,
                user=user,
                language=language_of(user),
                due_at=timezone.now(),
            )
        )


def address_of(user) -> str:
    """Where mails to a user go, "" where none do."""
    if not user.is_active:
        return ""
    return getattr(user, user.get_email_field_name(), "") or ""


def language_of(user) -> str:
    """The language in which a user has the admin."""
    profile = getattr(user, "wagtail_userprofile", None)
    return getattr(profile, "preferred_language", "") or settings.LANGUAGE_CODE


def in_admin(path: str) -> str:
    """A path of the admin as an address: by ``WAGTAILADMIN_BASE_URL``, else of the default site."""
    base = get_admin_base_url()
    return urljoin(base, path) if base else absolute(None, path)
