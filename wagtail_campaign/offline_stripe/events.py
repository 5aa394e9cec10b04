"""What happened: https://docs.stripe.com/api/events."""

import stripe
from stripe.params import EventListParams, EventRetrieveParams

from .errors import Refused
from .expand import bare
from .reads import readable

#: Every type of event that this Stripe knows.
TYPES = frozenset(
    [
        "billing_portal.session.created",
        "charge.dispute.closed",
        "charge.dispute.created",
        "charge.dispute.funds_reinstated",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.updated",
        "charge.failed",
        "charge.pending",
        "charge.refunded",
        "charge.succeeded",
        "checkout.session.async_payment_failed",
        "checkout.session.async_payment_succeeded",
        "checkout.session.completed",
        "checkout.session.expired",
        "customer.created",
        "customer.deleted",
        "customer.subscription.created",
        "customer.subscription.deleted",
        "customer.subscription.updated",
        "customer.updated",
        "invoice.created",
        "invoice.finalized",
        "invoice.paid",
        "invoice.payment_failed",
        "invoice.payment_succeeded",
        "invoice.voided",
        "invoice_payment.paid",
        "payment_intent.created",
        "payment_intent.payment_failed",
        "payment_intent.processing",
        "payment_intent.succeeded",
        "price.created",
        "product.created",
        "radar.early_fraud_warning.created",
        "radar.early_fraud_warning.updated",
        "refund.created",
        "refund.failed",
        "refund.updated",
    ]
)


def happened(store, type: str, about: dict, before: dict | None = None) -> dict:
    """Writes an event down, with the object as it is now; ``before``: what of it has changed, as it
    was."""
    assert type in TYPES, type
    data = {"object": bare(about)}
    if before is not None:
        data["previous_attributes"] = bare(before)
    made = store.add(
        "evt",
        "event",
        api_version=stripe.api_version,
        type=type,
        data=data,
        pending_webhooks=0,
        request=store.request or {"id": None, "idempotency_key": None},
        _delivered=True,
    )
    for listener in store.listeners:
        listener(made)
    return made


def _asked_for(store, params, found):
    wanted = params.get("types", [])
    if "type" in params:
        if wanted:
            raise Refused("You may pass either `type` or `types`, but not both.", param="type")
        wanted = [params["type"]]
    if len(wanted) > 20:
        raise Refused("You may pass at most 20 types.", param="types")
    return [
        one
        for one in found
        if (not wanted or any(_matches(one["type"], name) for name in wanted))
        and params.get("delivery_success", one["_delivered"]) == one["_delivered"]
        # Stripe keeps them for thirty days.
        and one["created"] > store.now() - 30 * 86_400
    ]


def _matches(type: str, name: str) -> bool:
    return type.startswith(name[:-1]) if name.endswith("*") else type == name


readable(
    "event",
    "/v1/events",
    EventRetrieveParams,
    EventListParams,
    narrow=_asked_for,
    narrow_by=("delivery_success", "type", "types"),
)
