"""What broadcasts send: one thing, told to all who asked for news of an action.

A slice names its own in its ``emails.py``: an ``Announcement``, which finds the ``News`` that there
is to tell. The rest is the same for all: recipients, previews, test, delivery, the way out.
"""

import secrets
import time
from dataclasses import replace

from ..actions.sites import link, own_link
from ..supporters import links, tokens
from .kinds import MailKind, Written

#: Stands in the way out of what is written for all; each reader's token takes its place. Nobody can
#: write it into a title or a link: that would tell another site who follows the link.
TOKEN = secrets.token_hex(16)
#: Its place in what editors see.
EXAMPLE = "example"
# So long a pass takes for granted what it tells: then it looks whether it still stands.
SECONDS = 5


class News:
    """One thing that can be told; slices implement all of it."""

    #: The id that its broadcasts keep; the action of whose supporters it is, and the slices whose
    #: ``MailedLink.audience`` it goes to, one broadcast each.
    object_id: int
    action = None
    slices: tuple[str, ...] = ()
    #: Whether it goes at once, before all others, and to everybody who acted.
    urgent = False
    #: What editors call it, and where they change it.
    title = ""
    edit_url = ""
    #: The languages that it can be told in, the first for all others; none: it can't be told.
    languages: list[str] = []
    #: Languages in which it only waits to be published.
    drafts: list[str] = []
    #: Why it can't be told now, as an editor should know.
    hindrance = ""
    #: What the log of the action keeps of it.
    logged = ""

    def context(self, language: str) -> dict:
        """What the templates are given for readers of a language, ``ways_out`` among it."""
        raise NotImplementedError


class Announcement(MailKind):
    """The mail that tells of one thing; ``Broadcast.object_id`` is its id.

    ``Mail.object_id`` is the id of a reader's record. They asked for it, so it isn't limited per
    address.
    """

    def find(self, object_id: int) -> News | None:
        """The thing, None where it is gone."""
        raise NotImplementedError

    def titles(self, object_ids) -> dict[int, str]:
        """What editors call those of the things that are still there."""
        raise NotImplementedError

    def said(self, logged: str) -> str:
        """A thing in words, from what the log kept of it."""
        return logged

    def write(self, mail):
        return Edition(self).write(mail)

    def written_for(self, news: News, language: str, audience: str) -> Written:
        """The mail as readers of a language get it, with ``TOKEN`` in its way out; ``audience`` is
        the slice by which they come to it."""
        context = {**news.context(language), "audience": audience, "urgent": news.urgent}
        # One click in the mail program ends it (RFC 2369, RFC 8058).
        headers = {
            "List-Unsubscribe": f"<{context['one_click_url']}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Precedence": "bulk",
        }
        return Written(*self.render(context, language), headers)


class Edition:
    """The mails of one broadcast, written once for each language and looked at every few seconds.

    Who may get one is asked again for each: who unsubscribed a minute ago gets none.
    """

    def __init__(self, kind: Announcement):
        self.kind = kind
        self.until = 0.0

    def write(self, mail) -> Written | None:
        """The mail to one reader; None for who left meanwhile, or where it may not be told now."""
        broadcast = mail.broadcast
        if broadcast is None:
            return None
        link = links.of_slice(broadcast.slice)
        record = link.audience(broadcast.action_key, broadcast.urgent).filter(pk=mail.object_id)
        nonce = record.values_list("nonce", flat=True).first()
        written = self._in(mail.language, broadcast) if nonce else None
        if written is None:
            return None
        token = tokens.make("unsubscribe", link.slice, mail.object_id, nonce)
        return addressed(written, token)

    def _in(self, language: str, broadcast) -> Written | None:
        if time.monotonic() >= self.until:
            self.news, self.edition = self.kind.find(broadcast.object_id), {}
            self.until = time.monotonic() + SECONDS
        if self.news is None or not self.news.languages:
            return None
        if language not in self.edition:
            self.edition[language] = self.kind.written_for(self.news, language, broadcast.slice)
        return self.edition[language]


def addressed(written: Written, token: str) -> Written:
    """The mail with one reader's token in its way out."""
    return replace(
        written,
        text=written.text.replace(TOKEN, token),
        html=written.html.replace(TOKEN, token),
        headers={name: said.replace(TOKEN, token) for name, said in written.headers.items()},
    )


def ways_out(page, language: str) -> dict:
    """What every announcement links to in the end: no more of it, and all that one did here."""
    return {
        "unsubscribe_url": link("unsubscribe", page, language, TOKEN),
        # A mail program posts there by itself: to us, whatever shows a page to people.
        "one_click_url": own_link("unsubscribe", page, language, TOKEN),
        "me_url": link("me", page, language),
    }
