"""What the outbox keeps, and for how long."""

from django.utils.translation import gettext_lazy as _

from ..supporters import retention
from ..supporters.retention import keeps
from . import broadcasts, due


@keeps(
    110,
    _(
        "That we mailed you: which mail, when, and whether it arrived; neither its text nor your"
        " address, of which it has a fingerprint"
    ),
    _("So that nobody gets a mail twice, or more than a few a day."),
    "old mails deleted",
)
def mails():
    """Where the supporter was forgotten a day is enough: "mails to the forgotten deleted"."""
    return retention.days(due.KEPT_FOR.days)


@keeps(
    111,
    _("The same of mails that went to all who had asked for news"),
    _("So that nobody gets it twice."),
    "mails of broadcasts deleted",
)
def broadcast():
    """The numbers of a broadcast, which name nobody, stay."""
    return retention.days(broadcasts.KEPT_FOR.days)
