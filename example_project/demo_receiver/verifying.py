"""Verifying a webhook, as docs/how-to/webhooks.md shows it: nothing of the package is used."""

import base64
import hmac
import time


def verify(secret: str, headers, body: bytes, tolerance: int = 300) -> bool:
    """Whether a body was signed with a secret ("whsec_…") some seconds ago at most."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    sent = headers.get("webhook-timestamp", "")
    if not sent.isdecimal() or abs(time.time() - int(sent)) > tolerance:
        return False
    signed = b".".join([headers.get("webhook-id", "").encode(), sent.encode(), body])
    wanted = "v1," + base64.b64encode(hmac.digest(key, signed, "sha256")).decode()
    given = headers.get("webhook-signature", "").split()
    return any(hmac.compare_digest(wanted.encode(), one.encode()) for one in given)
