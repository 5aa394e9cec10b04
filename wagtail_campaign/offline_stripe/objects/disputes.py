"""A donor's bank takes the money back: https://docs.stripe.com/api/disputes."""

from stripe.params import DisputeListParams, DisputeRetrieveParams, DisputeUpdateParams

from ..errors import Refused
from ..events import happened
from ..metadata import merge
from ..reads import readable
from ..routes import endpoint
from . import balance_transactions, early_fraud_warnings

DAY = 86_400
TEXTS = [
    "access_activity_log",
    "billing_address",
    "cancellation_policy",
    "cancellation_policy_disclosure",
    "cancellation_rebuttal",
    "customer_communication",
    "customer_email_address",
    "customer_name",
    "customer_purchase_ip",
    "customer_signature",
    "duplicate_charge_documentation",
    "duplicate_charge_explanation",
    "duplicate_charge_id",
    "product_description",
    "receipt",
    "refund_policy",
    "refund_policy_disclosure",
    "refund_refusal_explanation",
    "service_date",
    "service_documentation",
    "shipping_address",
    "shipping_carrier",
    "shipping_date",
    "shipping_documentation",
    "shipping_tracking_number",
    "uncategorized_file",
    "uncategorized_text",
]


def open(store, charge: dict, reason: str = "fraudulent") -> dict:
    """The money is taken at once, and a fee with it."""
    if not charge["paid"] or charge["disputed"]:
        raise Refused("Only a paid charge without a dispute can be disputed.")
    amount = charge["amount"] - charge["amount_refunded"]
    dispute = store.add(
        "du",
        "dispute",
        amount=amount,
        balance_transactions=[],
        charge=charge["id"],
        currency=charge["currency"],
        enhanced_eligibility_types=[],
        evidence=dict.fromkeys(TEXTS) | {"enhanced_evidence": {}},
        evidence_details={
            "due_by": store.now() + 21 * DAY,
            "enhanced_eligibility": {},
            "has_evidence": False,
            "past_due": False,
            "submission_count": 0,
            "submission_method": "not_submitted",
        },
        is_charge_refundable=False,
        metadata={},
        payment_intent=charge["payment_intent"],
        reason=reason,
        status="needs_response",
    )
    charge["disputed"] = True
    happened(store, "charge.dispute.created", dispute)
    fee = balance_transactions.DISPUTE_FEE
    dispute["balance_transactions"].append(
        balance_transactions.make(store, dispute, -amount, "adjustment", fee)
    )
    happened(store, "charge.dispute.funds_withdrawn", dispute)
    early_fraud_warnings.charge_changed(store, charge)
    return dispute


def close(store, dispute: dict, won: bool) -> None:
    """The bank decides. Won, the money comes back."""
    dispute["status"] = "won" if won else "lost"
    happened(store, "charge.dispute.closed", dispute)
    if won:
        dispute["balance_transactions"].append(
            balance_transactions.make(store, dispute, dispute["amount"], "adjustment")
        )
        happened(store, "charge.dispute.funds_reinstated", dispute)


@endpoint(
    "POST",
    "/v1/disputes/{id}",
    DisputeUpdateParams,
    *(f"evidence.{name}" for name in TEXTS),
    "metadata",
    "submit",
)
def update(store, params, id):
    """Hands in evidence, or keeps it for later. Of Stripe's two words for tests the bank makes up
    its mind at once (https://docs.stripe.com/testing#evidence)."""
    dispute = store.get("dispute", id, "dispute")
    evidence, details = params.get("evidence") or {}, dispute["evidence_details"]
    is_submitted = params.get("submit", bool(evidence))
    if is_submitted and dispute["status"] != "needs_response":
        raise Refused("This dispute is already closed, or its evidence was submitted.")
    if is_submitted and not (evidence or details["has_evidence"]):
        raise Refused("This offline Stripe submits evidence only.", param="submit")
    merge(dispute, params)
    dispute["evidence"] |= evidence
    details["has_evidence"] |= bool(evidence)
    if is_submitted:
        dispute["status"] = "under_review"
        details |= {"submission_count": 1, "submission_method": "manual"}
    happened(store, "charge.dispute.updated", dispute)
    verdict = {"winning_evidence": True, "losing_evidence": False}
    said = dispute["evidence"]["uncategorized_text"]
    if is_submitted and said in verdict:
        close(store, dispute, won=verdict[said])
    return dispute


readable(
    "dispute", "/v1/disputes", DisputeRetrieveParams, DisputeListParams, "charge", "payment_intent"
)
