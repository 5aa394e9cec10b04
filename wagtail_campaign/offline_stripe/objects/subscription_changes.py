"""What a site or a donor changes of what recurs: https://docs.stripe.com/api/subscriptions/update."""

from stripe.params import SubscriptionUpdateParams

from ..errors import Refused
from ..metadata import merge
from ..routes import endpoint
from . import prices, subscription_items, subscriptions


@endpoint(
    "POST",
    "/v1/subscriptions/{id}",
    SubscriptionUpdateParams,
    "cancel_at_period_end",
    "cancellation_details.comment",
    "cancellation_details.feedback",
    "default_payment_method",
    "items.id",
    "items.price",
    *(f"items.price_data.{name}" for name in prices.OWN),
    "items.quantity",
    "metadata",
    "pause_collection.behavior",
    "proration_behavior",
)
def update(store, params, id):
    subscription = store.get("subscription", id)
    if subscription["status"] == "canceled":
        raise Refused("A canceled subscription can only update its cancellation_details.")
    if "items" in params and params.get("proration_behavior") != "none":
        said = "This offline Stripe doesn't prorate: it changes items with `none` only."
        raise Refused(said, param="proration_behavior")
    values = _ending(store, subscription, params) | _pause(params)
    if "default_payment_method" in params:
        method = subscriptions.method_of(
            store, subscription["customer"], params["default_payment_method"]
        )
        values["default_payment_method"] = method["id"]
    for number, item in enumerate(params.get("items", [])):
        subscription_items.change(store, subscription, item, f"items[{number}]")
    merge(subscription, params)
    subscriptions.changed(store, subscription, **values)
    return subscription


def _pause(params) -> dict:
    """It goes on, but its invoices are void:
    https://docs.stripe.com/billing/subscriptions/pause-payment."""
    if "pause_collection" not in params:
        return {}
    wanted = params["pause_collection"] or None
    if wanted and wanted["behavior"] != "void":
        said = "This offline Stripe pauses with `void` only."
        raise Refused(said, param="pause_collection[behavior]")
    return {"pause_collection": wanted and {"resumes_at": None, **wanted}}


def _ending(store, subscription, params) -> dict:
    """It ends with the period that is paid for, or goes on after all; and why."""
    values, details = {}, subscription["cancellation_details"]
    if "cancel_at_period_end" in params:
        wanted = params["cancel_at_period_end"]
        ends = subscription["items"]["data"][0]["current_period_end"]
        values = {
            "cancel_at_period_end": wanted,
            "cancel_at": ends if wanted else None,
            "canceled_at": store.now() if wanted else None,
        }
        reason = "cancellation_requested" if wanted else None
        details = {"comment": None, "feedback": None, "reason": reason}
    said = params.get("cancellation_details", {})
    details = details | {name: text or None for name, text in said.items()}
    return {**values, "cancellation_details": details}
