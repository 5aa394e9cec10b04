"""A letter for its writer to send: as a link for the mail program, a file, a page to print, a PDF.

Nothing of it is kept.
"""

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

#: Links longer than that are cut by some mail programs: about 330 letters in Cyrillic.
LONGEST_LINK = 2000


@dataclass(frozen=True)
class Copy:
    """A letter as it is about to be sent by its writer; ``to`` and ``cc`` are e-mail addresses."""

    subject: str
    text: str
    to: str = ""
    cc: tuple[str, ...] = ()


def mailto(copy: Copy) -> str:
    """The link that opens it in the mail program (RFC 6068), "" where it would be cut."""
    lines = copy.text.replace("\r\n", "\n").replace("\n", "\r\n")
    parts = [f"subject={quote(copy.subject, safe='')}"] if copy.subject else []
    if copy.cc:
        parts.append(f"cc={quote(','.join(copy.cc), safe=',@')}")
    parts.append(f"body={quote(lines, safe='')}")
    link = f"mailto:{quote(copy.to, safe='@')}?{'&'.join(parts)}"
    return link if len(link) <= LONGEST_LINK else ""


def eml(copy: Copy) -> bytes:
    """It as a file that mail programs open as a mail that waits to be sent (RFC 5322)."""
    message = EmailMessage(policy=SMTP)
    if copy.to:
        message["To"] = copy.to
    if copy.cc:
        message["Cc"] = ", ".join(copy.cc)
    message["Subject"] = copy.subject
    # Outlook opens it for editing only so.
    message["X-Unsent"] = "1"
    message.set_content(copy.text)
    return bytes(message)
