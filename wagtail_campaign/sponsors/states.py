"""Who a sponsor is, where its entry stands, and how it may move: as a table, in one place."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """Who lends a name."""

    PERSON = "person", pgettext_lazy("sponsor", "Person")
    ORGANISATION = "organisation", pgettext_lazy("sponsor", "Organisation")


class SponsorState(models.TextChoices):
    """Where an entry stands. Only published ones are listed, and count."""

    PENDING = "pending", _("Not confirmed")
    WAITING = "waiting", _("Waits for a moderator")
    PUBLISHED = "published", pgettext_lazy("sponsor", "Published")
    DECLINED = "declined", _("Declined")
    # By its sponsor, who alone could bring it back, by joining anew.
    WITHDRAWN = "withdrawn", _("Withdrawn")
    # By an editor, who can put it back.
    REMOVED = "removed", _("Taken off the list")


class Verified(models.TextChoices):
    """How it is known that an organisation is the one it says it is."""

    NO = "", _("Not verified")
    EDITOR = "editor", _("By the campaign")
    ADDRESS = "address", _("By an e-mail address at its own domain")
    DNS = "dns", _("By a record in its domain")


_S = SponsorState

#: Verb -> (states in which it can be done, the state that follows).
MOVES = {
    "confirm": ({_S.PENDING}, _S.WAITING),
    "publish": ({_S.WAITING, _S.DECLINED}, _S.PUBLISHED),
    "decline": ({_S.WAITING, _S.PUBLISHED}, _S.DECLINED),
    "withdraw": ({_S.WAITING, _S.PUBLISHED, _S.DECLINED, _S.REMOVED}, _S.WITHDRAWN),
    "take_off": ({_S.PUBLISHED}, _S.REMOVED),
    "restore": ({_S.REMOVED}, _S.PUBLISHED),
    # What was declined can be mended by its sponsor, and is looked at once more.
    "mend": ({_S.DECLINED}, _S.WAITING),
}


def may(verb: str, state: str) -> bool:
    """Whether the table has that verb for an entry in that state."""
    return state in MOVES[verb][0]


def after(verb: str) -> str:
    """The state that follows a verb."""
    return MOVES[verb][1]
