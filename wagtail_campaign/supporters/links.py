"""The links in mails: "confirm" and "I did not do this". Each slice says what they do.

Opening one changes nothing, as mail scanners open links by themselves; the page has a button.
"""

from dataclasses import dataclass

from ..deadlocks import repeated
from . import acts, addresses, consents, tokens
from .models import Consent, Purpose

_slices: dict[str, "MailedLink"] = {}


@dataclass
class Opened:
    """What a link leads to: the record and where it stands.

    ``standing`` is "pending", "done", "over" (too late) or "gone" (withdrawn, erased);
    ``awaits_review``, whether an editor looks at it before anybody else sees it. That of a letter
    isn't told: it would tell what it says.
    """

    record: object
    standing: str
    awaits_review: bool = False

    @property
    def page(self):
        """The page of the record, None where it was deleted; read only where it is shown."""
        return self.record.page


class MailedLink:
    """What a slice does when a link about one of its records is opened; implement it all."""

    #: The first part of its tokens, "petition".
    slice = ""
    #: Template of the page with the confirm button, and of the one that disowns.
    confirm_template = ""
    disown_template = ""
    #: What the link at the end of a broadcast takes back.
    unsubscribes = Purpose.UPDATES

    def find(self, pk: int):
        """The record with its ``nonce``, or None."""
        raise NotImplementedError

    def opened(self, record) -> Opened:
        """Where the record stands."""
        raise NotImplementedError

    def confirm(self, record) -> None:
        """Makes it count; doing it twice is the same as once."""
        raise NotImplementedError

    def disown(self, record) -> None:
        """Undoes it and forgets the person. May raise ``acts.NotNow``."""
        raise NotImplementedError

    def action_key(self, record):
        """That of the action it belongs to, as its consents name it."""
        raise NotImplementedError

    def audience(self, action_key, everybody: bool = False):
        """The records of an action that stand and whose supporters want updates, one for each
        person: a queryset. ``everybody``: also those who didn't ask for any."""
        raise NotImplementedError

    def thanks_url(self, opened: Opened) -> str:
        """The path of the page after confirming."""
        raise NotImplementedError


def register(link: type[MailedLink]) -> type[MailedLink]:
    """Class decorator: makes a slice's links known by the first part of their tokens."""
    _slices[link.slice] = link()
    return link


def of_slice(name: str) -> MailedLink:
    """What a slice does; raises ``KeyError`` for one that there isn't."""
    return _slices[name]


def unsubscribe(link: MailedLink, record) -> None:
    """Takes back what a broadcast went out by; once is as good as twice.

    All consents of the address to it, whichever letter, gift or entry they came with: else the next
    broadcast would go out by another one.
    """
    if record.supporter is None:
        return
    keys = addresses.email_keys(record.supporter.email)
    standing = Consent.objects.filter(
        supporter__email_key__in=keys,
        action_key=link.action_key(record),
        purpose=link.unsubscribes,
        withdrawn_at=None,
    )
    agreed = dict(standing.values_list("pk", "supporter"))
    if _take_back(list(agreed)):
        for supporter_id in set(agreed.values()):
            if act := acts.of_supporter(supporter_id, keys):
                act.let_go()


@repeated
def _take_back(ids: list[int]) -> int:
    # By their ids: asked for by address, they would have MariaDB lock the rows of people, too.
    return consents.withdraw(Consent.objects.filter(pk__in=ids))


def find(purpose: str, text: str) -> tuple[MailedLink, object] | None:
    """The slice and record that a token proves, None where it proves nothing."""
    token = tokens.parse(text)
    link = _slices.get(token.slice) if token else None
    record = link.find(token.pk) if link else None
    # A record that is gone is compared all the same: the time of the answer tells nothing.
    nonce = getattr(record, "nonce", "")
    proven = token is not None and tokens.proves(token, purpose, nonce)
    return (link, record) if proven and record is not None and nonce else None
