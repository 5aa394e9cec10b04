"""An attempt to take money: https://docs.stripe.com/api/charges."""

from stripe.params import ChargeListParams, ChargeRetrieveParams

from .. import expand, lists
from ..events import happened
from ..reads import readable
from . import balance_transactions

CARD = {
    "amount_authorized": None,
    "authorization_code": None,
    "brand": "visa",
    "checks": None,
    "country": "DE",
    "exp_month": 12,
    "exp_year": 2034,
    "fingerprint": None,
    "funding": "credit",
    "installments": None,
    "last4": "4242",
    "mandate": None,
    "network": "visa",
    "network_token": None,
    "network_transaction_id": None,
    "regulated_status": None,
    "three_d_secure": None,
    "wallet": None,
}
NOBODY = {"address": None, "email": None, "name": None, "phone": None, "tax_id": None}
UNADVISED = dict.fromkeys(["advice_code", "network_advice_code", "network_decline_code"])
APPROVED = UNADVISED | {
    "network_status": "approved_by_network",
    "reason": None,
    "risk_level": "normal",
    "seller_message": "Payment complete.",
    "type": "authorized",
}
DECLINED = UNADVISED | {
    "network_status": "declined_by_network",
    "reason": "generic_decline",
    "risk_level": "normal",
    "seller_message": "The bank did not return any further details with this decline.",
    "type": "issuer_declined",
}


def make(store, intent: dict, status: str, by: dict) -> dict:
    """A charge of a PaymentIntent; ``status``: ``succeeded``, ``pending`` or ``failed``; ``by``:
    who pays, as ``billing_details``. It becomes the intent's latest."""
    delayed = status == "pending"
    charge = store.add(
        "py" if delayed else "ch",
        "charge",
        amount=intent["amount"],
        amount_captured=0,
        amount_refunded=0,
        application=None,
        application_fee=None,
        application_fee_amount=None,
        balance_transaction=None,
        billing_details=NOBODY | by,
        calculated_statement_descriptor=intent["statement_descriptor"],
        captured=True,
        currency=intent["currency"],
        customer=intent["customer"],
        description=intent["description"],
        disputed=False,
        failure_balance_transaction=None,
        failure_code=None,
        failure_message=None,
        fraud_details={},
        metadata=dict(intent["metadata"]),
        on_behalf_of=None,
        outcome=APPROVED,
        paid=False,
        payment_intent=intent["id"],
        payment_method=intent["payment_method"],
        payment_method_details=(
            {"type": "sepa_debit", "sepa_debit": _bank()}
            if delayed
            else {"type": "card", "card": CARD}
        ),
        receipt_email=intent["receipt_email"],
        receipt_number=None,
        receipt_url=None,
        refunded=False,
        review=None,
        shipping=None,
        source_transfer=None,
        statement_descriptor=intent["statement_descriptor"],
        statement_descriptor_suffix=intent["statement_descriptor_suffix"],
        status="pending",
        transfer_data=None,
        transfer_group=None,
    )
    intent["latest_charge"] = charge["id"]
    {"succeeded": succeed, "failed": fail, "pending": _wait}[status](store, charge)
    return charge


def _bank() -> dict:
    names = ("bank_code", "branch_code", "country", "fingerprint", "mandate")
    return dict.fromkeys(names) | {"last4": "3000"}


def _wait(store, charge: dict) -> None:
    happened(store, "charge.pending", charge)


def succeed(store, charge: dict) -> None:
    """The money has come."""
    fee = balance_transactions.fee_for(charge["amount"])
    moved = balance_transactions.make(store, charge, charge["amount"], "charge", fee)
    charge |= {
        "status": "succeeded",
        "paid": True,
        "amount_captured": charge["amount"],
        "balance_transaction": moved["id"],
    }
    happened(store, "charge.succeeded", charge)


def fail(store, charge: dict, code="card_declined", message="Your card was declined.") -> None:
    """It has not, and won't."""
    charge |= {
        "status": "failed",
        "failure_code": code,
        "failure_message": message,
        "outcome": DECLINED,
    }
    happened(store, "charge.failed", charge)


def refunds_of(store, charge: dict) -> dict:
    """The ``refunds`` of a charge, which Stripe includes only where they are expanded."""
    data = store.all("refund", charge=charge["id"])
    return lists.whole(data, f"/v1/charges/{charge['id']}/refunds")


expand.only_when_asked["charge", "refunds"] = refunds_of

readable(
    "charge", "/v1/charges", ChargeRetrieveParams, ChargeListParams, "customer", "payment_intent"
)
