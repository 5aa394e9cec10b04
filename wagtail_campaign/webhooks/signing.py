"""Secrets and signatures, as the Standard Webhooks specification has them.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

A secret is derived from ``SECRET_KEY`` and a nonce of the endpoint, as the tokens in mails are: who
gets hold of the database can sign nothing. While a key is among ``SECRET_KEY_FALLBACKS``, what is
sent is signed by the secret that it makes, too.
"""

import base64
import hmac

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import Endpoint

PREFIX = "whsec_"
SALT = "wagtail_campaign.webhook"


def secret(endpoint: Endpoint) -> str:
    """What an editor gives to the receiver: "whsec_" and 32 bytes as base64."""
    return PREFIX + _base64(_key(endpoint, endpoint.nonce, settings.SECRET_KEY))


def headers(endpoint: Endpoint, webhook_id: str, body: str) -> dict[str, str]:
    """The headers with which a body is sent now; signed by each secret that is good."""
    timestamp = int(timezone.now().timestamp())
    signatures = [signature(key, webhook_id, timestamp, body) for key in keys(endpoint)]
    return {
        "webhook-id": webhook_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signatures),
    }


def signature(key: bytes, webhook_id: str, timestamp: int, body: str) -> str:
    """What a body is signed with: "v1," and an HMAC-SHA-256 as base64."""
    signed = f"{webhook_id}.{timestamp}.{body}".encode()
    return "v1," + _base64(hmac.digest(key, signed, "sha256"))


def keys(endpoint: Endpoint) -> list[bytes]:
    """The secrets that are good, as bytes: the new one, and while it is renewed the former."""
    nonces = [endpoint.nonce]
    if endpoint.older_until and endpoint.older_until > timezone.now():
        nonces.append(endpoint.older_nonce)
    site = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [_key(endpoint, nonce, key) for nonce in nonces for key in site]


def _key(endpoint: Endpoint, nonce: str, key: str) -> bytes:
    return salted_hmac(SALT, f"{endpoint.pk}:{nonce}", secret=key, algorithm="sha256").digest()


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()
