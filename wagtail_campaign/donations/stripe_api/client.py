"""Stripe's SDK: the only module of the package that imports it, and only once it is needed."""

import time
from contextlib import contextmanager
from functools import lru_cache

from ...conf import conf
from .errors import StripeAway, StripeError, StripeKeyWrong, StripeMissing, StripeRefused

#: Seconds to connect, and to wait for an answer. The SDK's own is 80, in which a donor has gone.
TIMEOUT = (3, 10)
#: How often the SDK asks again by itself, where Stripe is busy or doesn't answer.
RETRIES = 2
#: How old a signature may be, and how far ahead the clocks may differ, in seconds.
TOLERANCE = 300
#: How keys begin that move real money.
LIVE = ("sk_live_", "rk_live_")


@contextmanager
def sdk():
    """Stripe's services, as the SDK has them. What they raise becomes one of our errors."""
    client = client_for(conf.STRIPE_SECRET_KEY, conf.STRIPE_ADDRESS)
    import stripe

    try:
        yield client.v1
    except stripe.StripeError as error:
        # Not "from error": a traceback would show Stripe's words.
        raise _ours(error) from None


@lru_cache(maxsize=8)
def client_for(key: str | None, address: str | None):
    """One for a key: it keeps its connections, one a thread. Raises ``StripeKeyWrong``."""
    import stripe

    if not key or (address and key.startswith(LIVE)):
        raise StripeKeyWrong("key_missing" if not key else "live_key_elsewhere")
    return stripe.StripeClient(
        key,
        base_addresses={"api": address} if address else {},
        http_client=stripe.RequestsClient(timeout=TIMEOUT),
        max_network_retries=RETRIES,
    )


def _ours(error) -> StripeError:
    """By the status of HTTP (https://docs.stripe.com/api/errors); none is no answer."""
    status = error.http_status or 0
    if status in (401, 403):
        kind = StripeKeyWrong
    elif status == 404 or error.code == "resource_missing":
        kind = StripeMissing
    elif 400 <= status < 500 and status not in (409, 429):
        kind = StripeRefused
    else:
        kind = StripeAway
    return kind(
        error.code or "", getattr(error, "param", None) or "", error.request_id or "", status
    )


def is_signed(text: str, signature: str) -> bool:
    """Whether Stripe has sent a text now. Each of the secrets is tried, as there are two of them
    while one is renewed. A signature that is none may raise ``ValueError``, ``KeyError``,
    ``TypeError``, ``AttributeError`` or ``OverflowError``."""
    import stripe

    for secret in conf.STRIPE_WEBHOOK_SECRETS:
        try:
            stripe.WebhookSignature.verify_header(text, signature, secret, TOLERANCE)
        except stripe.SignatureVerificationError:
            continue
        # The SDK lets a time pass that is still to come.
        sent = int(dict(part.split("=", 1) for part in signature.split(","))["t"])
        return sent <= time.time() + TOLERANCE
    return False
