"""The secret part of a mailed link.

A token is ``<slice>-<id>-<64 hex digits>``. The digits are HMAC-SHA-256 over the purpose, the
record and its nonce: what is in the database is of no use without the site's ``SECRET_KEY``, and a
new nonce ends every link made before. Lower case only, as some mail programs and databases fold it.
"""

import re
import secrets
from typing import NamedTuple

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

PATTERN = re.compile(r"([a-z]+)-([1-9][0-9]{0,17})-([0-9a-f]{64})")


class Token(NamedTuple):
    """What a token says before it is proved: ``slice`` ("petition"), ``pk``, ``proof``."""

    slice: str
    pk: int
    proof: str


def new_nonce() -> str:
    """128 random bits as 32 lower-case hex digits."""
    return secrets.token_hex(16)


def make(purpose: str, slice: str, pk: int, nonce: str) -> str:
    """The token of one record for one purpose ("confirm", "disown" …)."""
    return f"{slice}-{pk}-{_proof(settings.SECRET_KEY, purpose, slice, pk, nonce)}"


def parse(text: str) -> Token | None:
    """The parts of a token, None where it isn't one. Proves nothing: see ``proves``."""
    match = PATTERN.fullmatch(text)
    return Token(match[1], int(match[2]), match[3]) if match else None


def proves(token: Token, purpose: str, nonce: str) -> bool:
    """Whether the token was made for this purpose and nonce; in constant time."""
    return any(
        constant_time_compare(token.proof, _proof(secret, purpose, token.slice, token.pk, nonce))
        for secret in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    )


def _proof(secret: str, purpose: str, slice: str, pk: int, nonce: str) -> str:
    value = f"{slice}:{pk}:{nonce}"
    salt = f"wagtail_campaign.{purpose}"
    return salted_hmac(salt, value, secret=secret, algorithm="sha256").hexdigest()
