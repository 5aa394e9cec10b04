"""Letters that come back: which contact refuses them, and never whose letter it was.

A delivery report (RFC 3464) is believed only where it brings back what stood in the head of a
letter of ours, once for each, and lately. So nobody can silence a target by a forged report or an
old one, and the bounce of a mail to a supporter marks no contact, be their address the same.

Nor can anybody by a letter that a filter refuses for what it says: then the letter alone is marked.
"""

import re
from datetime import timedelta
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ...mailing.models import Mail
from ...supporters import addresses
from ...supporters.models import Supporter
from ..models import Letter
from . import deliveries

HEADER = "X-Campaign-Letter"
MOST_BYTES = 2_000_000
PERMANENT = re.compile(r"5\.\d{1,3}\.\d{1,3}", re.ASCII)
#: What isn't about who is written to: too long, its contents, what is thought of them (RFC 3463).
OF_THE_LETTER = re.compile(r"5\.(?:2\.3|3\.4|[67]\.\d+)", re.ASCII)
#: A bounce is about a letter that went out not longer ago.
LATELY = timedelta(days=30)

_signer = Signer(salt="wagtail_campaign.letter", sep=".")


def mark_of(letter: Letter) -> str:
    """What stands in the head of a letter, so that its bounce is known."""
    return _signer.sign(str(letter.pk))


def take(report: bytes) -> int:
    """Marks the letter that a delivery report brings back as refused, and the contacts that refuse
    it; returns how many contacts.

    Whatever else is in it, and however broken it is, nothing happens and nothing is raised.
    """
    try:
        mark, refused = _read(report[:MOST_BYTES])
    except Exception:  # Nobody knows what a mail from anywhere makes of the parser.
        return 0
    try:
        letter = int(_signer.unsign(mark))
    except (BadSignature, ValueError):
        return 0
    value = _gone_lately().filter(pk=letter).values_list("contact__value", flat=True).first()
    if not value:
        return 0
    status = next((status for address, status in refused if _same(address, value)), "")
    if not status:
        return 0
    said = f"Status {status}"
    with transaction.atomic():
        if not deliveries.came_back(letter, said) or OF_THE_LETTER.fullmatch(status):
            return 0
        return deliveries.bounced(value, said)


def follow(address: str, said: str) -> int:
    """Marks the contact with an address that a mail service tells of, which shows its letters to
    nobody: only if a letter went there lately, and it is no supporter's. Returns how many.

    Which letter came back it doesn't tell: all stay as they are."""
    try:
        address = addresses.clean_address(address)
    except ValueError:
        return 0
    keys = addresses.email_keys(address)
    if any(model.objects.filter(email_key__in=keys).exists() for model in (Supporter, Mail)):
        return 0
    lately = _gone_lately().filter(contact__value__iexact=address)
    return deliveries.bounced(address, said) if lately.exists() else 0


def _gone_lately():
    then = timezone.now() - LATELY
    # Of one of which nobody knows it isn't known either when it went.
    lately = Q(delivered_at__gt=then) | Q(delivered_at=None, confirmed_at__gt=then)
    return Letter.objects.filter(lately, contact__kind="email", delivery__in=deliveries.GONE)


def _read(report: bytes) -> tuple[str, list[tuple[str, str]]]:
    """The mark of the letter that came back, "" without one; (address, status) of who refused."""
    message = message_from_bytes(report)
    if message.get_content_type() != "multipart/report" or not message.is_multipart():
        return "", []
    mark, refused = "", []
    for part in message.get_payload():
        kind = part.get_content_type()
        if kind == "message/delivery-status" and part.is_multipart():
            refused += _refused(part)
        elif kind == "message/rfc822" and part.is_multipart():
            mark = str(part.get_payload(0).get(HEADER, ""))
        elif kind == "text/rfc822-headers":
            head = BytesHeaderParser().parsebytes(part.get_payload(decode=True) or b"")
            mark = str(head.get(HEADER, ""))
    return mark.strip(), refused


def _refused(status: Message) -> list[tuple[str, str]]:
    found = []
    for group in status.get_payload():
        code = PERMANENT.match(str(group.get("Status", "")).strip())
        if not code or str(group.get("Action", "failed")).strip().lower() != "failed":
            continue
        for name in ("Final-Recipient", "Original-Recipient"):
            kind, _semicolon, address = str(group.get(name, "")).partition(";")
            if kind.strip().lower() in {"rfc822", "utf-8"}:
                found.append((address.strip().strip("<>"), code[0]))
    return found


def _same(address: str, other: str) -> bool:
    return _ascii(address) == _ascii(other)


def _ascii(address: str) -> str:
    try:
        return addresses.deliverable(addresses.clean_address(address)).lower()
    except ValueError:
        return address.lower()
