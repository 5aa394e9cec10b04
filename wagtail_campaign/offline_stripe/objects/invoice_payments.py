"""What joins an invoice to the PaymentIntent that pays it:
https://docs.stripe.com/api/invoice-payment."""

from stripe.params import InvoicePaymentListParams, InvoicePaymentRetrieveParams

from ..events import happened
from ..reads import readable


def make(store, invoice: dict, intent: dict) -> dict:
    """The payment that an invoice waits for."""
    return store.add(
        "inpay",
        "invoice_payment",
        amount_paid=None,
        amount_requested=invoice["amount_due"],
        currency=invoice["currency"],
        invoice=invoice["id"],
        is_default=True,
        payment={"payment_intent": intent["id"], "type": "payment_intent"},
        status="open",
        status_transitions={"canceled_at": None, "paid_at": None},
    )


def paid(store, invoice: dict) -> None:
    """The invoice's payment has come."""
    [payment] = store.all("invoice_payment", invoice=invoice["id"])
    payment |= {
        "status": "paid",
        "amount_paid": invoice["amount_paid"],
        "status_transitions": {"canceled_at": None, "paid_at": store.now()},
    }
    happened(store, "invoice_payment.paid", payment)


def _of_payment(store, params, found):
    if "payment" not in params:
        return found
    intent = params["payment"].get("payment_intent")
    return [one for one in found if one["payment"]["payment_intent"] == intent]


readable(
    "invoice_payment",
    "/v1/invoice_payments",
    InvoicePaymentRetrieveParams,
    InvoicePaymentListParams,
    "invoice",
    "status",
    narrow=_of_payment,
    narrow_by=("payment.payment_intent", "payment.type"),
)
