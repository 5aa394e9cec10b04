"""A card, or an account at a bank: https://docs.stripe.com/api/payment_methods.

By the API alone one pays with Stripe's own for tests, each of which has a name and does one thing.
"""

from stripe.params import PaymentMethodAttachParams

from ..routes import endpoint
from . import charges, customers

#: Those that this Stripe knows, with what they do besides paying: https://docs.stripe.com/testing.
FOR_TESTS = {
    "pm_card_visa": None,
    "pm_card_visa_chargeDeclined": "declines",
    "pm_card_chargeCustomerFail": "declines",
    "pm_card_createDispute": "is disputed",
    "pm_card_createIssuerFraudRecord": "is warned of",
    "pm_card_refundFail": "sends refunds back",
}
CARD = {
    "brand": "visa",
    "checks": None,
    "country": "DE",
    "display_brand": "visa",
    "exp_month": 12,
    "exp_year": 2034,
    "fingerprint": None,
    "funding": "credit",
    "generated_from": None,
    "last4": "4242",
    "networks": None,
    "regulated_status": None,
    "three_d_secure_usage": None,
    "wallet": None,
}
BANK_ACCOUNT = {
    "bank_code": None,
    "branch_code": None,
    "country": "DE",
    "fingerprint": None,
    "generated_from": None,
    "last4": "3000",
}


def make(store, by: dict, delayed: bool = False, does: str | None = None) -> dict:
    """What somebody pays with; ``by``: who, as ``billing_details``; ``delayed``:
    an account at a bank; ``does``: one of the values of ``FOR_TESTS``."""
    details = {"sepa_debit": BANK_ACCOUNT} if delayed else {"card": CARD}
    return store.add(
        "pm",
        "payment_method",
        allow_redisplay="unspecified",
        billing_details=charges.NOBODY | by,
        customer=None,
        customer_account=None,
        metadata={},
        type="sepa_debit" if delayed else "card",
        **details,
        _does=does,
    )


def named(store, id: str) -> dict:
    """One that a request names: a new one where it is one for tests. Raises ``NotFound``."""
    if id in FOR_TESTS:
        return make(store, {}, does=FOR_TESTS[id])
    return store.get("payment_method", id, "payment_method")


@endpoint("POST", "/v1/payment_methods/{id}/attach", PaymentMethodAttachParams, "customer")
def attach(store, params, id):
    """Keeps it for what a customer pays later."""
    customer = customers.need(store, params.get("customer", ""))
    method = named(store, id)
    method["customer"] = customer["id"]
    return method
