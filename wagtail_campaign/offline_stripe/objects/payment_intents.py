"""A payment from its beginning to its end: https://docs.stripe.com/api/payment_intents."""

import secrets

from stripe.params import (
    PaymentIntentCreateParams,
    PaymentIntentListParams,
    PaymentIntentRetrieveParams,
    PaymentIntentUpdateParams,
)

from .. import amounts, descriptors
from ..errors import CardDeclined, Refused
from ..events import happened
from ..expand import bare
from ..metadata import merge
from ..reads import readable
from ..routes import endpoint
from . import charges, customers, disputes, early_fraud_warnings, payment_methods

#: What a request says of one, besides how much and by whom.
OWN = (
    "automatic_payment_methods",
    "description",
    "metadata",
    "receipt_email",
    "statement_descriptor_suffix",
)
DECLINED = {
    "charge": None,
    "code": "card_declined",
    "decline_code": "generic_decline",
    "message": "Your card was declined.",
    "type": "card_error",
}


def make(store, amount: int, currency: str, customer: str | None, **values) -> dict:
    """One that nobody has paid yet; ``values`` of its own: see ``OWN``; and of an invoice's
    ``setup_future_usage``."""
    intent = store.add(
        "pi",
        "payment_intent",
        amount=amount,
        amount_capturable=0,
        amount_received=0,
        application=None,
        application_fee_amount=None,
        automatic_payment_methods=values.get("automatic_payment_methods"),
        canceled_at=None,
        cancellation_reason=None,
        capture_method="automatic_async",
        client_secret=None,
        confirmation_method="automatic",
        currency=currency,
        customer=customer,
        customer_account=None,
        description=values.get("description"),
        excluded_payment_method_types=None,
        last_payment_error=None,
        latest_charge=None,
        managed_payments=None,
        metadata=dict(values.get("metadata") or {}),
        next_action=None,
        on_behalf_of=None,
        payment_method=None,
        payment_method_configuration_details=None,
        payment_method_options={},
        payment_method_types=["card", "sepa_debit"],
        processing=None,
        receipt_email=values.get("receipt_email"),
        review=None,
        setup_future_usage=values.get("setup_future_usage"),
        shipping=None,
        statement_descriptor=None,
        statement_descriptor_suffix=values.get("statement_descriptor_suffix"),
        status="requires_payment_method",
        transfer_data=None,
        transfer_group=None,
    )
    intent["client_secret"] = f"{intent['id']}_secret_{secrets.token_hex(8)}"
    happened(store, "payment_intent.created", intent)
    return intent


def pay(store, intent: dict, by: dict, method: str | None = None) -> None:
    """By card, at once; ``method``: the id of a card that is known already."""
    intent["payment_method"] = method or payment_methods.make(store, by)["id"]
    charges.make(store, intent, "succeeded", by)
    _succeed(store, intent)


def start(store, intent: dict, by: dict) -> None:
    """By a method that takes days: ``settle`` or ``bounce`` ends it."""
    intent["payment_method"] = payment_methods.make(store, by, delayed=True)["id"]
    intent["status"] = "processing"
    charges.make(store, intent, "pending", by)
    happened(store, "payment_intent.processing", intent)


def settle(store, intent: dict) -> None:
    """What was processing has come."""
    charges.succeed(store, store.objects[intent["latest_charge"]])
    _succeed(store, intent)


def bounce(store, intent: dict) -> None:
    """What was processing doesn't come."""
    charge = store.objects[intent["latest_charge"]]
    charges.fail(store, charge, "debit_not_authorized", "The debit was not authorized.")
    _fail(store, intent)


def decline(store, intent: dict, by: dict) -> None:
    """The card is refused."""
    charges.make(store, intent, "failed", by)
    _fail(store, intent)


def refusal(intent: dict) -> CardDeclined:
    """What a request is told whose card was refused."""
    error = intent["last_payment_error"]
    return CardDeclined(
        error["message"],
        code=error["code"],
        decline_code=error["decline_code"],
        charge=error["charge"],
        payment_intent=bare(intent),
    )


def _succeed(store, intent):
    intent |= {
        "status": "succeeded",
        "amount_received": intent["amount"],
        "last_payment_error": None,
    }
    happened(store, "payment_intent.succeeded", intent)


def _fail(store, intent):
    error = DECLINED | {"charge": intent["latest_charge"]}
    intent |= {
        "status": "requires_payment_method",
        "payment_method": None,
        "last_payment_error": error,
    }
    happened(store, "payment_intent.payment_failed", intent)


@endpoint(
    "POST",
    "/v1/payment_intents",
    PaymentIntentCreateParams,
    *OWN,
    "amount",
    "confirm",
    "currency",
    "customer",
    "payment_method",
    # Whoever pays with a card for tests isn't sent anywhere.
    "return_url",
)
def create(store, params):
    """Only with what is paid with at once. What a card for tests does comes right after; at Stripe
    that takes seconds."""
    if not params.get("confirm") or "payment_method" not in params:
        raise Refused("This offline Stripe needs `confirm` and a `payment_method`.")
    currency = amounts.check_currency(params["currency"], "currency")
    amount = amounts.check_total(params["amount"], currency)
    customer = customers.need(store, params["customer"])["id"] if "customer" in params else None
    if suffix := params.get("statement_descriptor_suffix"):
        descriptors.check(suffix, "statement_descriptor_suffix")
    method = payment_methods.named(store, params["payment_method"])
    intent = make(store, amount, currency, customer, **{k: params[k] for k in OWN if k in params})
    by = {name: method["billing_details"][name] for name in ("email", "name")}
    if method["_does"] == "declines":
        decline(store, intent, by)
        raise refusal(intent)
    pay(store, intent, by, method["id"])
    charge = store.objects[intent["latest_charge"]]
    if method["_does"] == "is disputed":
        disputes.open(store, charge)
    if method["_does"] == "is warned of":
        early_fraud_warnings.warn(store, charge)
    return intent


@endpoint("POST", "/v1/payment_intents/{id}", PaymentIntentUpdateParams, "description", "metadata")
def update(store, params, id):
    intent = store.get("payment_intent", id)
    merge(intent, params)
    intent["description"] = params.get("description", intent["description"])
    return intent


readable(
    "payment_intent",
    "/v1/payment_intents",
    PaymentIntentRetrieveParams,
    PaymentIntentListParams,
    "customer",
)
