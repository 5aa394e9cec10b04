"""What one period costs: https://docs.stripe.com/api/invoices.

Since 2025 an invoice knows its subscription by ``parent.subscription_details``, and its payments by
``invoice_payments.py``.
"""

from stripe.params import InvoiceListParams, InvoicePayParams, InvoiceRetrieveParams

from .. import expand, lists
from ..errors import Refused
from ..events import happened
from ..reads import readable
from ..routes import endpoint
from ..store import due
from . import invoice_lines, invoice_payments, payment_intents, subscriptions

DAY = 86_400
#: How long after a failed attempt the next one is made; a real account sets that itself.
RETRY_AFTER = 3 * DAY


def bill(store, subscription: dict, reason: str) -> dict:
    """The invoice of the period that begins, made, finalized and tried at once; Stripe waits an
    hour with those after the first. ``reason``: ``subscription_create`` or
    ``subscription_cycle``."""
    items = subscription["items"]["data"]
    total = sum(item["price"]["unit_amount"] * item["quantity"] for item in items)
    customer = store.objects[subscription["customer"]]
    details = {"metadata": subscription["metadata"], "subscription": subscription["id"]}
    invoice = store.add(
        "in",
        "invoice",
        account_country="DE",
        account_name="Offline Stripe",
        account_tax_ids=None,
        amount_due=total,
        amount_overpaid=0,
        amount_paid=0,
        amount_paid_off_stripe=0,
        amount_remaining=total,
        amount_shipping=0,
        application=None,
        attempt_count=0,
        attempted=False,
        auto_advance=True,
        automatic_tax={
            "disabled_reason": None,
            "enabled": False,
            "liability": None,
            "provider": None,
            "status": None,
        },
        automatically_finalizes_at=None,
        billing_reason=reason,
        collection_method="charge_automatically",
        currency=subscription["currency"],
        custom_fields=None,
        customer=customer["id"],
        customer_account=None,
        customer_address=None,
        customer_email=customer.get("email"),
        customer_name=customer.get("name"),
        customer_phone=None,
        customer_shipping=None,
        customer_tax_exempt="none",
        customer_tax_ids=[],
        default_payment_method=None,
        default_source=None,
        default_tax_rates=[],
        description=None,
        discounts=[],
        due_date=None,
        effective_at=None,
        ending_balance=None,
        footer=None,
        from_invoice=None,
        hosted_invoice_url=None,
        invoice_pdf=None,
        issuer={"type": "self"},
        last_finalization_error=None,
        latest_revision=None,
        lines=None,
        metadata={},
        next_payment_attempt=None,
        number=None,
        on_behalf_of=None,
        parent={
            "quote_details": None,
            "subscription_details": details,
            "type": "subscription_details",
        },
        payment_settings={
            "default_mandate": None,
            "payment_method_options": None,
            "payment_method_types": None,
        },
        period_end=store.now(),
        period_start=store.now(),
        post_payment_credit_notes_amount=0,
        pre_payment_credit_notes_amount=0,
        receipt_number=None,
        rendering=None,
        shipping_cost=None,
        shipping_details=None,
        starting_balance=0,
        # https://docs.stripe.com/api/invoices/update, at this field.
        statement_descriptor=store.objects[items[0]["price"]["product"]]["statement_descriptor"],
        status="draft",
        status_transitions={
            "finalized_at": None,
            "marked_uncollectible_at": None,
            "paid_at": None,
            "voided_at": None,
        },
        subtotal=total,
        subtotal_excluding_tax=total,
        test_clock=subscription["test_clock"],
        total=total,
        total_discount_amounts=[],
        total_excluding_tax=total,
        total_pretax_credit_amounts=[],
        total_taxes=[],
        webhooks_delivered_at=None,
        _intent=None,
    )
    lines = [invoice_lines.make(store, invoice, item) for item in items]
    invoice["lines"] = lists.whole(lines, f"/v1/invoices/{invoice['id']}/lines")
    subscription["latest_invoice"] = invoice["id"]
    happened(store, "invoice.created", invoice)
    invoice |= {
        "status": "open",
        "number": f"{customer['invoice_prefix']}-{invoice['_number']:04}",
        "effective_at": store.now(),
        "ending_balance": 0,
        "status_transitions": invoice["status_transitions"] | {"finalized_at": store.now()},
    }
    happened(store, "invoice.finalized", invoice)
    if subscription["pause_collection"]:
        void(store, invoice)
    else:
        attempt(store, invoice)
    return invoice


def void(store, invoice: dict) -> None:
    """Nobody has to pay it any more."""
    voided = invoice["status_transitions"] | {"voided_at": store.now()}
    invoice |= {"status": "void", "next_payment_attempt": None, "status_transitions": voided}
    happened(store, "invoice.voided", invoice)


def subscription_of(store, invoice: dict) -> dict:
    """The subscription that an invoice bills."""
    return store.objects[invoice["parent"]["subscription_details"]["subscription"]]


def attempt(store, invoice: dict) -> bool:
    """Takes the money, if the customer's bank gives it; whether it did."""
    customer, subscription = store.objects[invoice["customer"]], subscription_of(store, invoice)
    by = {"email": invoice["customer_email"], "name": invoice["customer_name"]}
    if invoice["_intent"] is None:
        intent = payment_intents.make(
            store,
            invoice["amount_due"],
            invoice["currency"],
            customer["id"],
            description="Subscription update",
            setup_future_usage="off_session",
        )
        invoice["_intent"] = intent["id"]
        invoice_payments.make(store, invoice, intent)
    intent = store.objects[invoice["_intent"]]
    invoice |= {"attempted": True, "attempt_count": invoice["attempt_count"] + 1}
    method = store.objects[subscription["default_payment_method"]]
    if customer["_declines"] or method["_does"] == "declines":
        payment_intents.decline(store, intent, by)
        attempts = invoice["attempt_count"]
        again = store.now() + RETRY_AFTER if attempts < subscriptions.ATTEMPTS else None
        invoice |= {"next_payment_attempt": again}
        happened(store, "invoice.payment_failed", invoice)
        subscriptions.invoice_failed(store, subscription, attempts)
        return False
    payment_intents.pay(store, intent, by, method["id"])
    invoice |= {
        "status": "paid",
        "amount_paid": invoice["amount_due"],
        "amount_remaining": 0,
        "next_payment_attempt": None,
        "status_transitions": invoice["status_transitions"] | {"paid_at": store.now()},
    }
    invoice_payments.paid(store, invoice)
    happened(store, "invoice.paid", invoice)
    happened(store, "invoice.payment_succeeded", invoice)
    subscriptions.changed(store, subscription, status="active")
    return True


def _try_again(store, now):
    for invoice in reversed(store.all("invoice", status="open")):
        if invoice["next_payment_attempt"] and invoice["next_payment_attempt"] <= now:
            attempt(store, invoice)


due.append(_try_again)


@endpoint("POST", "/v1/invoices/{id}/pay", InvoicePayParams)
def pay(store, params, id):
    """Tries once more, now."""
    invoice = store.get("invoice", id)
    if invoice["status"] != "open":
        raise Refused("Invoice is already paid" if invoice["status"] == "paid" else "Not open")
    if not attempt(store, invoice):
        raise payment_intents.refusal(store.objects[invoice["_intent"]])
    return invoice


def payments_of(store, invoice: dict) -> dict:
    """The ``payments`` of an invoice, which Stripe includes only where they are expanded."""
    data = store.all("invoice_payment", invoice=invoice["id"])
    return lists.whole(data, f"/v1/invoices/{invoice['id']}/payments")


expand.only_when_asked["invoice", "payments"] = payments_of


def _of_subscription(store, params, found):
    wanted = params.get("subscription")
    return [one for one in found if wanted in (None, subscription_of(store, one)["id"])]


readable(
    "invoice",
    "/v1/invoices",
    InvoiceRetrieveParams,
    InvoiceListParams,
    "customer",
    "status",
    narrow=_of_subscription,
    narrow_by=("subscription",),
)
