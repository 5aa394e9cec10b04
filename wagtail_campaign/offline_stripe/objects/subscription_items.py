"""What recurs in a subscription, and in which period it is:
https://docs.stripe.com/api/subscription_items."""

import calendar
from datetime import UTC, datetime

from ..errors import Refused
from ..events import happened
from ..expand import bare
from . import prices

DAY = 86_400


def make(store, subscription: dict, line: dict) -> dict:
    """Of a line of the Checkout Session that it began with; its first period begins now."""
    item = store.add(
        "si",
        "subscription_item",
        without=("livemode",),
        billing_thresholds=None,
        current_period_start=None,
        current_period_end=None,
        discounts=[],
        metadata={},
        price=line["price"],
        quantity=line["quantity"],
        subscription=subscription["id"],
        tax_rates=[],
    )
    begin_period(item, store.now(), subscription)
    return item


def begin_period(item: dict, start: int, subscription: dict) -> None:
    """Its period is now the one that begins then, in seconds since 1970."""
    item["current_period_start"] = start
    item["current_period_end"] = later(start, item["price"]["recurring"], subscription)


def later(moment: int, recurring: dict, subscription: dict) -> int:
    """A period later; the 31st becomes the last of a shorter month, and the 31st again."""
    count, interval = recurring["interval_count"], recurring["interval"]
    if interval in ("day", "week"):
        return moment + count * DAY * (7 if interval == "week" else 1)
    anchor = datetime.fromtimestamp(subscription["billing_cycle_anchor"], UTC)
    day = datetime.fromtimestamp(moment, UTC)
    months = day.year * 12 + day.month - 1 + count * (12 if interval == "year" else 1)
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return int(anchor.replace(year=year, month=month + 1, day=min(anchor.day, last)).timestamp())


def change(store, subscription: dict, wanted: dict, path: str) -> None:
    """Another price or quantity; ``path``: where in the request it is."""
    items = {item["id"]: item for item in subscription["items"]["data"]}
    if "id" not in wanted:
        said = "This offline Stripe adds no items: say which one is changed."
        raise Refused(said, param=f"{path}[id]")
    item = items.get(wanted["id"])
    if item is None:
        raise Refused(f"Invalid subscription_item id: {wanted['id']}", param=f"{path}[id]")
    if "price_data" in wanted:
        price = prices.make(store, wanted["price_data"], f"{path}[price_data]")
    else:
        price = store.get("price", wanted.get("price", item["price"]["id"]), f"{path}[price]")
    if price["recurring"] != item["price"]["recurring"]:
        said = "This offline Stripe keeps the interval: the price must recur in the same."
        raise Refused(said, param=f"{path}[price]")
    if price["currency"] != subscription["currency"]:
        raise Refused("The price must be in the same currency.", param=f"{path}[price]")
    before = bare(subscription["items"])
    item |= {"price": price, "quantity": wanted.get("quantity", item["quantity"])}
    happened(store, "customer.subscription.updated", subscription, {"items": before})
