"""What the types of a Checkout Session can't say: rules between its fields.

Each from https://docs.stripe.com/api/checkout/sessions/create, at the field that it names, unless
another source stands beside it.
"""

import re

from .. import descriptors
from ..errors import Refused
from . import prices, products

#: What is acted on, or answered back: see ``scope.py``.
NAMES = (
    "adaptive_pricing",
    "cancel_url",
    "client_reference_id",
    "customer",
    "customer_creation",
    "customer_email",
    "expires_at",
    "line_items.metadata",
    "line_items.price",
    *(f"line_items.price_data.{name}" for name in prices.OWN),
    *(f"line_items.price_data.product_data.{name}" for name in products.OWN),
    "line_items.quantity",
    "locale",
    "metadata",
    "mode",
    "payment_intent_data.description",
    "payment_intent_data.metadata",
    "payment_intent_data.receipt_email",
    "payment_intent_data.statement_descriptor_suffix",
    "submit_type",
    "subscription_data.description",
    "subscription_data.metadata",
    "success_url",
    "ui_mode",
    # At Stripe these change the look of the page, or its statistics, and nothing else.
    "branding_settings",
    "custom_text",
    "integration_identifier",
    "origin_context",
    "wallet_options",
)

MINUTE, DAY = 60, 86_400
#: Fields of one mode only.
ONLY_IN = {
    "submit_type": ("payment",),
    "customer_creation": ("payment", "setup"),
    "payment_intent_data": ("payment",),
    "subscription_data": ("subscription",),
}


def check(params: dict, now: int) -> None:
    """Raises ``Refused``."""
    if "mode" not in params:
        raise Refused("You must provide a mode.", code="parameter_missing", param="mode")
    mode = params["mode"]
    if mode == "setup":
        raise Refused("This offline Stripe has no setup mode.", param="mode")
    if params.get("ui_mode", "hosted_page") != "hosted_page":
        raise Refused("This offline Stripe only has hosted pages.", param="ui_mode")
    if not params.get("line_items"):
        said = "Missing required param: line_items."
        raise Refused(said, code="parameter_missing", param="line_items")
    if "success_url" not in params:
        said = "Missing required param: success_url."
        raise Refused(said, code="parameter_missing", param="success_url")
    for name in ("success_url", "cancel_url"):
        if name in params and not re.match(r"https?://[^/\s]+", params[name]):
            raise Refused("Not a valid URL", code="url_invalid", param=name)
    for name, modes in ONLY_IN.items():
        if name in params and mode not in modes:
            raise Refused(f"You can not pass `{name}` in `{mode}` mode.", param=name)
    if "customer" in params and "customer_email" in params:
        said = "You may only specify one of these parameters: customer, customer_email."
        raise Refused(said, param="customer_email")
    # https://docs.stripe.com/error-codes#email-invalid
    email = params.get("customer_email", "a@b")
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", email):
        raise Refused(
            f"Invalid email address: {email}", code="email_invalid", param="customer_email"
        )
    _check_expiry(params, now)
    _check_texts(params)


def _check_expiry(params, now):
    """From 30 minutes to 24 hours from creation. A minute is given for the way."""
    if "expires_at" not in params:
        return
    if params["expires_at"] < now + 30 * MINUTE - MINUTE:
        _refuse_expiry("at least 30 minutes")
    if params["expires_at"] > now + DAY + MINUTE:
        _refuse_expiry("less than 24 hours")


def _refuse_expiry(limit):
    said = f"The `expires_at` timestamp must be {limit} from Checkout Session creation."
    raise Refused(said, param="expires_at")


def _check_texts(params):
    for place, text in params.get("custom_text", {}).items():
        if text and len(text["message"]) > 1200:
            said = "Custom text can have up to 1200 characters."
            raise Refused(said, param=f"custom_text[{place}][message]")
    if len(params.get("client_reference_id", "")) > 200:
        raise Refused("Invalid string: too long", param="client_reference_id")
    suffix = params.get("payment_intent_data", {}).get("statement_descriptor_suffix")
    if suffix:
        descriptors.check(suffix, "payment_intent_data[statement_descriptor_suffix]")


def one_currency(items: list[dict]) -> str:
    """All lines are in one currency."""
    currencies = {item["currency"] for item in items}
    if len(currencies) > 1:
        raise Refused("All prices must be in the same currency.", param="line_items")
    return currencies.pop()


def check_recurring(mode: str, prices: list[dict]) -> None:
    """What recurs is paid in subscription mode, and only there."""
    recurring = {bool(price["recurring"]) for price in prices}
    if mode == "payment" and True in recurring:
        raise Refused(
            "You specified `payment` mode but passed a recurring price. Either switch to"
            " `subscription` mode or use only one-time prices.",
            param="line_items",
        )
    if mode == "subscription" and True not in recurring:
        said = "You must provide at least one recurring price in `subscription` mode."
        raise Refused(said, param="line_items")
    if mode == "subscription" and False in recurring:
        said = "This offline Stripe has no one-time prices in `subscription` mode."
        raise Refused(said, param="line_items")
