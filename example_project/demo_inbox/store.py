"""Sent mail as files, one each, so that several processes may write while another reads."""

import os
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.parser import BytesParser
from pathlib import Path

from django.conf import settings
from django.utils import translation


@dataclass
class SentMail:
    """One mail as the inbox shows it; ``html`` is empty where it has no HTML part, and ``reply_to``
    where answers go to the sender."""

    id: str
    sender: str
    reply_to: str
    to: str
    subject: str
    language: str
    sent_at: datetime
    text: str
    html: str


def folder() -> Path:
    """Where the mails lie; made if it isn't there."""
    path = Path(settings.DEMO_INBOX_FOLDER)
    path.mkdir(parents=True, exist_ok=True)
    return path


def keep(message) -> None:
    """Writes a Django mail message. Readers see it whole or not at all; names sort by time."""
    mail = message.message()
    if "Content-Language" not in mail:
        mail["Content-Language"] = translation.get_language() or settings.LANGUAGE_CODE
    name = f"{time.time_ns():020d}-{secrets.token_hex(4)}.eml"
    unfinished = folder() / f".{name}"
    unfinished.write_bytes(mail.as_bytes())
    os.replace(unfinished, folder() / name)


def ids() -> list[str]:
    """The ids of all mails, newest first."""
    names = (entry.name for entry in os.scandir(folder()))
    return sorted(name[:-4] for name in names if name[0] != "." and name.endswith(".eml"))[::-1]


def read(mail_id: str) -> SentMail:
    """One mail by an id that ``ids()`` gave."""
    with open(folder() / f"{mail_id}.eml", "rb") as file:
        mail = BytesParser(policy=policy.default).parse(file)
    return SentMail(
        id=mail_id,
        sender=str(mail["From"]),
        reply_to=str(mail["Reply-To"] or ""),
        to=str(mail["To"]),
        subject=str(mail["Subject"]).strip(),
        language=str(mail["Content-Language"]),
        sent_at=datetime.fromtimestamp(int(mail_id.split("-")[0]) / 1e9, UTC),
        text=_part(mail, "plain"),
        html=_part(mail, "html"),
    )


def addressed_to(words: str) -> list[str]:
    """The ids of the mails whose address contains some words, newest first."""
    words = words.strip().lower()
    return [mail_id for mail_id in ids() if words in read(mail_id).to.lower()]


def _part(mail, kind: str) -> str:
    body = mail.get_body((kind,))
    return body.get_content() if body else ""
