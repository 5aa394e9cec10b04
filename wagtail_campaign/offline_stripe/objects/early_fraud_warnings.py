"""A donor's bank holds a payment for fraud, and nothing has moved yet:
https://docs.stripe.com/api/radar/early_fraud_warnings."""

from stripe.params.radar import EarlyFraudWarningListParams, EarlyFraudWarningRetrieveParams

from ..errors import Refused
from ..events import happened
from ..reads import readable


def warn(store, charge: dict, fraud_type: str = "misc") -> dict:
    """The warning for a charge that was paid; ``fraud_type`` as Stripe's reference lists them."""
    if not charge["paid"]:
        raise Refused("Only a paid charge can be held for fraud.")
    warning = store.add(
        "issfr",
        "radar.early_fraud_warning",
        actionable=not (charge["refunded"] or charge["disputed"]),
        charge=charge["id"],
        fraud_type=fraud_type,
        payment_intent=charge["payment_intent"],
    )
    happened(store, "radar.early_fraud_warning.created", warning)
    return warning


def charge_changed(store, charge: dict) -> None:
    """Nothing is left to be done once the charge was refunded in full, or disputed."""
    if not (charge["refunded"] or charge["disputed"]):
        return
    for warning in store.all("radar.early_fraud_warning", charge=charge["id"], actionable=True):
        warning["actionable"] = False
        happened(store, "radar.early_fraud_warning.updated", warning, {"actionable": True})


readable(
    "radar.early_fraud_warning",
    "/v1/radar/early_fraud_warnings",
    EarlyFraudWarningRetrieveParams,
    EarlyFraudWarningListParams,
    "charge",
    "payment_intent",
    param="early_fraud_warning",
)
