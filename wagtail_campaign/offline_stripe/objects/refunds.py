"""Money that goes back: https://docs.stripe.com/api/refunds."""

from stripe.params import (
    RefundCreateParams,
    RefundListParams,
    RefundRetrieveParams,
    RefundUpdateParams,
)

from ..errors import Refused
from ..events import happened
from ..metadata import merge
from ..reads import readable
from ..routes import endpoint
from ..store import due
from . import balance_transactions, early_fraud_warnings


@endpoint(
    "POST",
    "/v1/refunds",
    RefundCreateParams,
    "amount",
    "charge",
    "metadata",
    "payment_intent",
    "reason",
)
def create(store, params):
    charge = _charge_of(store, params)
    left = charge["amount_captured"] - charge["amount_refunded"]
    if left == 0 and charge["paid"]:
        said = f"Charge {charge['id']} has already been refunded."
        raise Refused(said, code="charge_already_refunded")
    if charge["disputed"] and not _can_still_be_refunded(store, charge):
        said = f"Charge {charge['id']} has been charged back; cannot issue a refund."
        raise Refused(said, code="charge_disputed")
    amount = params.get("amount", left)
    if amount < 1:
        said = "Invalid positive integer"
        raise Refused(said, code="parameter_invalid_integer", param="amount")
    if amount > left:
        raise Refused(
            f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})",
            param="amount",
        )
    refund = store.add(
        "re",
        "refund",
        without=("livemode",),
        amount=amount,
        balance_transaction=None,
        charge=charge["id"],
        currency=charge["currency"],
        destination_details={"type": charge["payment_method_details"]["type"]},
        metadata=params.get("metadata") or {},
        payment_intent=charge["payment_intent"],
        reason=params.get("reason"),
        receipt_number=None,
        source_transfer_reversal=None,
        status="succeeded",
        transfer_reversal=None,
    )
    moved = balance_transactions.make(store, refund, -amount, "refund")
    refund["balance_transaction"] = moved["id"]
    _refunded(charge, amount)
    happened(store, "refund.created", refund)
    happened(store, "charge.refunded", charge)
    early_fraud_warnings.charge_changed(store, charge)
    return refund


def _charge_of(store, params) -> dict:
    """One of both is needed (https://docs.stripe.com/api/refunds/create)."""
    if "payment_intent" in params and "charge" not in params:
        intent = store.get("payment_intent", params["payment_intent"], "payment_intent")
        if intent["status"] != "succeeded":
            raise Refused(
                "This PaymentIntent does not have a successful charge to refund.",
                code="payment_intent_unexpected_state",
            )
        return store.objects[intent["latest_charge"]]
    if "charge" not in params:
        said = "One of the following params should be provided for this request: payment_intent or"
        raise Refused(f"{said} charge.")
    return store.get("charge", params["charge"], "charge")


def _can_still_be_refunded(store, charge) -> bool:
    return all(one["is_charge_refundable"] for one in store.all("dispute", charge=charge["id"]))


def _refunded(charge: dict, amount: int) -> None:
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount_captured"]


def _send_back(store, now):
    """Those of the card for tests that does so, some time later."""
    for refund in store.all("refund", status="succeeded"):
        method = store.objects[store.objects[refund["charge"]]["payment_method"]]
        if method["_does"] == "sends refunds back":
            fail(store, refund)


due.append(_send_back)


def fail(store, refund: dict, reason: str = "expired_or_canceled_card") -> None:
    """The bank sends it back, days later: the money is on the account's balance again
    (https://docs.stripe.com/refunds#failed-refunds)."""
    moved = balance_transactions.make(store, refund, refund["amount"], "refund_failure")
    refund |= {
        "status": "failed",
        "failure_reason": reason,
        "failure_balance_transaction": moved["id"],
    }
    _refunded(store.objects[refund["charge"]], -refund["amount"])
    happened(store, "refund.updated", refund)
    happened(store, "refund.failed", refund)


@endpoint("POST", "/v1/refunds/{id}", RefundUpdateParams, "metadata")
def update(store, params, id):
    refund = store.get("refund", id)
    merge(refund, params)
    happened(store, "refund.updated", refund)
    return refund


readable(
    "refund", "/v1/refunds", RefundRetrieveParams, RefundListParams, "charge", "payment_intent"
)
