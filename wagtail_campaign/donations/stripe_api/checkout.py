"""What Stripe is asked for when a donor goes to pay: a Checkout Session, hosted by Stripe.

Its parameters are those of https://docs.stripe.com/api/checkout/sessions/create.
"""

from dataclasses import dataclass
from datetime import datetime

from ...conf import conf
from . import descriptors
from .answers import METADATA

#: What ``locale`` may be, of https://docs.stripe.com/js/appendix/supported_locales; a test holds it
#: against the SDK's types. Without its country a language is meant as most speak it.
# fmt: off
LOCALES = frozenset([
    "auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil",
    "fr", "fr-CA", "hi-IN", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl",
    "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW",
])
# fmt: on


@dataclass(frozen=True)
class Line:
    """What a donor pays for, as Checkout and the receipt name it. ``amount``: in minor units, each
    time."""

    name: str
    amount: int


@dataclass(frozen=True)
class Ask:
    """A donation, as it is put to Stripe.

    - ``donation``: its key (hex), which no two have and which says nothing of the donor
    - ``currency``: an ISO code; ``interval``: "month" or "year", "" for once
    - ``email``: of the donor, so that it needn't be typed again
    - ``success_url``, ``cancel_url``: back to the site
    - ``expires_at``: 30 minutes to 24 hours from now, the same each time the donation is put
    - ``descriptor``: stands on the donor's bank statement, beside the account's own
    - ``note``: a sentence under the button
    """

    donation: str
    lines: tuple[Line, ...]
    currency: str
    interval: str
    language: str
    email: str
    success_url: str
    cancel_url: str
    expires_at: datetime
    descriptor: str = ""
    note: str = ""


def params(ask: Ask) -> dict:
    """The parameters of the session. Our key stands in its own metadata and in those of what it
    makes: Stripe copies nothing from one to the other."""
    metadata = {METADATA: ask.donation}
    asked = {
        "mode": "subscription" if ask.interval else "payment",
        "client_reference_id": ask.donation,
        "metadata": metadata,
        "line_items": [_item(ask, line) for line in ask.lines],
        "locale": locale(ask.language),
        "success_url": ask.success_url,
        "cancel_url": ask.cancel_url,
        "expires_at": int(ask.expires_at.timestamp()),
        # The receipt shows the amount that was chosen.
        "adaptive_pricing": {"enabled": False},
    }
    if ask.email:
        asked["customer_email"] = ask.email
    if ask.note:
        asked["custom_text"] = {"submit": {"message": ask.note}}
    if ask.interval:
        asked["subscription_data"] = {"metadata": metadata}
    else:
        asked["submit_type"] = "donate"
        # No more is kept of a donor there than the payment needs.
        asked["customer_creation"] = "if_required"
        asked["payment_intent_data"] = {"metadata": metadata}
        if ask.descriptor:
            asked["payment_intent_data"]["statement_descriptor_suffix"] = ask.descriptor
    return asked


def product(ask: Ask) -> dict[str, str] | None:
    """What of a session has to be there before it: the product of what recurs, if something is to
    stand on the bank statement."""
    if not (ask.interval and ask.descriptor):
        return None
    return descriptors.product(ask.lines[0].name, ask.descriptor)


def _item(ask: Ask, line: Line) -> dict:
    price = {"currency": ask.currency.lower(), "unit_amount": line.amount}
    known = product(ask)
    if known and line is ask.lines[0]:
        price["product"] = known["id"]
    else:
        price["product_data"] = {"name": line.name}
    if ask.interval:
        price["recurring"] = {"interval": ask.interval}
    return {"price_data": price, "quantity": 1}


def locale(language: str) -> str:
    """The language of Stripe's pages: the donor's, or one that donors of it can read, as Stripe has
    no Kazakh; else what the browser asks for."""
    wanted = conf.STRIPE_LANGUAGES.get(language, language)
    for offered in (wanted, wanted.partition("-")[0]):
        if offered in LOCALES:
            return offered
    return "auto"
