"""Which mails exist. A slice names its own in its ``emails.py`` with ``@register``."""

from dataclasses import dataclass, field

from django.template import loader
from django.utils import translation

_kinds: dict[str, "MailKind"] = {}


@dataclass(frozen=True)
class Written:
    """A mail as it is written: its subject in one line, its parts, and headers of its own.

    ``html`` may be "". ``to`` is whom it goes to where that isn't the supporter it is about;
    ``sender`` the name that stands before the site's address, ``reply_to`` where an answer goes.
    """

    subject: str
    text: str
    html: str
    headers: dict[str, str] = field(default_factory=dict)
    to: str = ""
    sender: str = ""
    reply_to: str = ""


class MailKind:
    """One mail that the package sends, as seen by the slice that sends it.

    Subclasses set ``name`` and implement ``context``; the rest need not be overridden. A site
    changes the words by overriding the templates ``wagtail_campaign/mails/<name>.subject.txt``,
    ``.txt`` and ``.html``; each is rendered under the language of the mail.
    """

    #: "petitions.confirm": ``Mail.kind`` and the name of the templates.
    name = ""
    #: What the outbox calls it in the admin; the name where it is empty.
    label = ""
    #: Whether anybody who knows the address could cause it: such mails are limited per address.
    unrequested = False
    #: The templates that it is made of.
    parts = ("subject.txt", "txt", "html")
    #: Whether ``became`` is told: it costs a transaction.
    is_followed = False
    #: What an unrequested mail is for: those of one purpose leave one of the day to all others.
    purpose = "acts"

    def context(self, mail) -> dict | None:
        """What the templates are given; None where the mail has lost its reason."""
        raise NotImplementedError

    def fit(self, mail) -> "MailKind":
        """The mail that fits at the moment of sending, this one unless the world has moved on."""
        return self

    def write(self, mail) -> Written | None:
        """The mail as it goes out; None where it has lost its reason and is dropped."""
        context = self.context(mail)
        return None if context is None else Written(*self.render(context, mail.language))

    def became(self, mail, state: str, error: str = "") -> None:
        """Told, in the transaction that settles it, that a mail is sent, failed or unknown now; or
        queued once more. ``error`` is what the mail server said. See ``is_followed``."""

    def seen_by(self, user, mails):
        """Those of a queryset of mails of this kind that an editor may see and send again."""
        return mails if user.is_active and user.is_superuser else mails.none()

    def record_of(self, mail):
        """What a mail is about, as the log of editors' deeds and its link in the admin want it."""
        return mail

    def template(self, part: str) -> str:
        """The name of a template, ``part`` being "subject.txt", "txt" or "html"."""
        return f"wagtail_campaign/mails/{self.name}.{part}"

    def render(self, context: dict, language: str) -> tuple[str, str, str]:
        """Subject (one line), text and HTML, in a language."""
        with translation.override(language):
            context = {**context, "language": language}
            subject = loader.render_to_string(self.template("subject.txt"), context)
            text = loader.render_to_string(self.template("txt"), context)
            html = loader.render_to_string(self.template("html"), context)
        return " ".join(subject.split()), text.strip() + "\n", html


def register(kind: type[MailKind]) -> type[MailKind]:
    """Class decorator: makes a mail known by its name."""
    _kinds[kind.name] = kind()
    return kind


def get(name: str) -> MailKind:
    """The mail of that name; raises ``KeyError`` where none is registered."""
    return _kinds[name]


def is_followed(name: str) -> bool:
    """Whether the mail of that name is there and wants to be told what became of it."""
    return name in _kinds and _kinds[name].is_followed


def all_kinds() -> list[MailKind]:
    """Every mail there is, by name."""
    return [_kinds[name] for name in sorted(_kinds)]
