"""What is paid again and again: https://docs.stripe.com/api/subscriptions."""

from stripe.params import (
    SubscriptionCancelParams,
    SubscriptionCreateParams,
    SubscriptionListParams,
    SubscriptionRetrieveParams,
)

from .. import lists
from ..errors import Refused
from ..events import happened
from ..expand import bare
from ..reads import readable
from ..routes import endpoint
from ..store import due
from . import customers, invoices, payment_methods, subscription_items

#: After so many failed attempts it ends; a real account sets that itself.
ATTEMPTS = 4


def begin(store, session: dict, by: dict) -> dict:
    """The subscription of a Checkout Session that was paid, with its first invoice."""
    customer = session["customer"]
    if not customer:
        wanted = {"email": by.get("email"), "name": by.get("name")}
        customer = customers.make(store, {k: v for k, v in wanted.items() if v})["id"]
        session["customer"] = customer
    method = payment_methods.make(store, by)
    method["customer"] = customer
    subscription = make(store, customer, session["_lines"], method, session["_subscription"])
    session |= {"subscription": subscription["id"], "invoice": subscription["latest_invoice"]}
    return subscription


def make(store, customer: str, lines: list[dict], method: dict, given: dict) -> dict:
    """One that begins now, with its first invoice; ``lines``: price and quantity of each;
    ``given``: its metadata and description."""
    now = store.now()
    subscription = store.add(
        "sub",
        "subscription",
        application=None,
        application_fee_percent=None,
        automatic_tax={"disabled_reason": None, "enabled": False, "liability": None},
        billing_cycle_anchor=now,
        billing_cycle_anchor_config=None,
        billing_mode={"flexible": {"proration_discounts": "included"}, "type": "flexible"},
        billing_schedules=[],
        billing_thresholds=None,
        cancel_at=None,
        cancel_at_period_end=False,
        canceled_at=None,
        cancellation_details={"comment": None, "feedback": None, "reason": None},
        collection_method="charge_automatically",
        currency=lines[0]["price"]["currency"],
        customer=customer,
        customer_account=None,
        days_until_due=None,
        default_payment_method=method["id"],
        default_source=None,
        default_tax_rates=[],
        description=given.get("description"),
        discounts=[],
        ended_at=None,
        invoice_settings={"account_tax_ids": None, "issuer": {"type": "self"}},
        items=None,
        latest_invoice=None,
        managed_payments=None,
        metadata=given.get("metadata") or {},
        next_pending_invoice_item_invoice=None,
        on_behalf_of=None,
        pause_collection=None,
        payment_settings=None,
        pending_invoice_item_interval=None,
        pending_setup_intent=None,
        pending_update=None,
        schedule=None,
        start_date=now,
        status="active",
        test_clock=store.objects[customer]["test_clock"],
        transfer_data=None,
        trial_end=None,
        trial_settings=None,
        trial_start=None,
    )
    items = [subscription_items.make(store, subscription, line) for line in lines]
    url = f"/v1/subscription_items?subscription={subscription['id']}"
    subscription["items"] = lists.whole(items, url)
    happened(store, "customer.subscription.created", subscription)
    invoices.bill(store, subscription, "subscription_create")
    return subscription


def changed(store, subscription: dict, **values) -> None:
    """Changes it, and says so with what was before."""
    before = {name: subscription[name] for name in values if subscription[name] != values[name]}
    subscription |= values
    if before:
        happened(store, "customer.subscription.updated", subscription, before)


def end(store, subscription: dict, reason: str = "cancellation_requested") -> None:
    """It is over, now."""
    now = store.now()
    subscription |= {
        "status": "canceled",
        "ended_at": now,
        "canceled_at": subscription["canceled_at"] or now,
        "cancellation_details": subscription["cancellation_details"] | {"reason": reason},
    }
    happened(store, "customer.subscription.deleted", subscription)


def _renew(store, now):
    for subscription in reversed(store.all("subscription")):
        if subscription["status"] not in ("active", "past_due"):
            continue
        items = subscription["items"]["data"]
        if items[0]["current_period_end"] > now:
            continue
        if subscription["cancel_at_period_end"]:
            end(store, subscription)
            continue
        before = bare(subscription["items"])
        for item in items:
            subscription_items.begin_period(item, item["current_period_end"], subscription)
        happened(store, "customer.subscription.updated", subscription, {"items": before})
        invoices.bill(store, subscription, "subscription_cycle")


due.append(_renew)


def invoice_failed(store, subscription: dict, attempts: int) -> None:
    """What becomes of it when an invoice isn't paid."""
    if attempts >= ATTEMPTS:
        end(store, subscription, "payment_failed")
    else:
        changed(store, subscription, status="past_due")


@endpoint(
    "POST",
    "/v1/subscriptions",
    SubscriptionCreateParams,
    "customer",
    "default_payment_method",
    "description",
    "items.price",
    "items.quantity",
    "metadata",
)
def create(store, params):
    """Of prices that are there, paid with a card that is attached to the customer."""
    customer = customers.need(store, params.get("customer", ""))["id"]
    method = method_of(store, customer, params.get("default_payment_method", ""))
    if method["_does"] == "declines":
        raise Refused("This offline Stripe has no incomplete subscriptions.")
    lines = [
        {
            "price": store.get("price", item.get("price", ""), f"items[{number}][price]"),
            "quantity": item.get("quantity", 1),
        }
        for number, item in enumerate(params.get("items", []))
    ]
    if not lines or not all(line["price"]["recurring"] for line in lines):
        raise Refused("You must provide at least one recurring price.", param="items")
    return make(store, customer, lines, method, params)


def method_of(store, customer: str, id: str) -> dict:
    """The payment method that a request names. Raises ``Refused`` for another customer's."""
    method = store.get("payment_method", id, "default_payment_method")
    if method["customer"] != customer:
        said = "The payment method must be attached to the customer first."
        raise Refused(said, code="resource_missing", param="default_payment_method")
    return method


@endpoint(
    "DELETE",
    "/v1/subscriptions/{id}",
    SubscriptionCancelParams,
    "cancellation_details.comment",
    "cancellation_details.feedback",
)
def cancel(store, params, id):
    """At once; at the end of the period is ``subscription_changes.py``."""
    subscription = store.get("subscription", id)
    if subscription["status"] == "canceled":
        raise Refused(f"No such subscription: '{id}'", code="resource_missing", param="id")
    said = params.get("cancellation_details", {})
    subscription["cancellation_details"] |= {k: v or None for k, v in said.items()}
    end(store, subscription)
    return subscription


def _in_state(store, params, found):
    """Without a status, those that were canceled are left out
    (https://docs.stripe.com/api/subscriptions/list)."""
    match params.get("status"):
        case None:
            return [one for one in found if one["status"] != "canceled"]
        case "all":
            return found
        case "ended":
            return [one for one in found if one["status"] in ("canceled", "incomplete_expired")]
        case status:
            return [one for one in found if one["status"] == status]


readable(
    "subscription",
    "/v1/subscriptions",
    SubscriptionRetrieveParams,
    SubscriptionListParams,
    "customer",
    narrow=_in_state,
    narrow_by=("status",),
)
