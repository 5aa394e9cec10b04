"""Letters that come back: which contact refuses them, and never whose letter it was.

A delivery report (RFC 3464) is believed only where it brings back what stood in the head of a
letter of ours. So nobody can silence a target by a forged report, and the bounce of a mail to a
supporter marks no contact, be their address the same.
"""

import re
from datetime import timedelta
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser

from django.core.signing import BadSignature, Signer
from django.utils import timezone

from ..mailing.models import Mail
from ..supporters import addresses
from ..supporters.models import Supporter
from . import deliveries
from .models import Delivery, Letter

HEADER = "X-Campaign-Letter"
MOST_BYTES = 2_000_000
PERMANENT = re.compile(r"5\.\d{1,3}\.\d{1,3}", re.ASCII)
#: A bounce that a mail service tells of is about a letter that went out not longer ago.
LATELY = timedelta(days=30)

_signer = Signer(salt="wagtail_campaign.letter", sep=".")


def mark_of(letter: Letter) -> str:
    """What stands in the head of a letter, so that its bounce is known."""
    return _signer.sign(str(letter.pk))


def take(report: bytes) -> int:
    """Marks the contacts that a delivery report says refuse a letter; returns how many.

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
    value = Letter.objects.filter(pk=letter, contact__kind="email")
    value = value.values_list("contact__value", flat=True).first()
    if not value:
        return 0
    said = next((status for address, status in refused if _same(address, value)), "")
    return deliveries.bounced(value, f"Status {said}") if said else 0


def follow(address: str, said: str) -> int:
    """Marks the contact with an address that a mail service tells of, which shows its letters to
    nobody: only if a letter went there lately, and it is no supporter's. Returns how many."""
    try:
        address = addresses.clean_address(address)
    except ValueError:
        return 0
    keys = addresses.email_keys(address)
    if any(model.objects.filter(email_key__in=keys).exists() for model in (Supporter, Mail)):
        return 0
    lately = Letter.objects.filter(
        contact__kind="email",
        contact__value__iexact=address,
        delivery=Delivery.SENT,
        delivered_at__gt=timezone.now() - LATELY,
    )
    return deliveries.bounced(address, said) if lately.exists() else 0


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
