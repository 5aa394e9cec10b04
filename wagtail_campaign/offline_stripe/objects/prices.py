"""How much, and how often: https://docs.stripe.com/api/prices."""

from decimal import Decimal

from stripe.params import PriceCreateParams, PriceListParams, PriceRetrieveParams

from .. import amounts
from ..errors import Refused
from ..events import happened
from ..reads import readable
from ..routes import endpoint
from . import products

#: What a price is made of, on its own or inline.
OWN = (
    "currency",
    "product",
    "recurring.interval",
    "recurring.interval_count",
    "unit_amount",
    "unit_amount_decimal",
)


def make(store, params: dict, path: str = "") -> dict:
    """A price, on its own or inline (``price_data``); ``path``: where in the request it is."""
    currency = amounts.check_currency(params["currency"], _in(path, "currency"))
    amount = _amount(params, path)
    recurring = params.get("recurring")
    if recurring:
        recurring = {
            "interval": recurring["interval"],
            "interval_count": recurring.get("interval_count", 1),
            "meter": None,
            "usage_type": "licensed",
        }
    price = store.add(
        "price",
        "price",
        active=True,
        billing_scheme="per_unit",
        currency=currency,
        custom_unit_amount=None,
        lookup_key=None,
        metadata=params.get("metadata") or {},
        nickname=params.get("nickname"),
        product=_product(store, params, path),
        recurring=recurring,
        tax_behavior="unspecified",
        tiers_mode=None,
        transform_quantity=None,
        type="recurring" if recurring else "one_time",
        unit_amount=amount,
        unit_amount_decimal=str(amount),
    )
    happened(store, "price.created", price)
    return price


def _in(path: str, name: str) -> str:
    return f"{path}[{name}]" if path else name


def _amount(params, path) -> int:
    """Exactly one of both is required (https://docs.stripe.com/api/checkout/sessions/create,
    ``line_items.price_data.unit_amount``)."""
    given = [name for name in ("unit_amount", "unit_amount_decimal") if name in params]
    if len(given) != 1:
        raise Refused(
            f"You must specify exactly one of {_in(path, 'unit_amount')} or"
            f" {_in(path, 'unit_amount_decimal')}.",
            param=path or "unit_amount",
        )
    amount = Decimal(params[given[0]])
    if amount != int(amount):
        raise Refused("Invalid decimal: only whole minor units here", param=_in(path, given[0]))
    return amounts.check(int(amount), _in(path, given[0]))


def _product(store, params, path) -> str:
    """Exactly one of both is required (the same page, ``line_items.price_data.product``)."""
    if ("product" in params) == ("product_data" in params):
        raise Refused(
            f"You must specify either `product` or `product_data` in {path or 'the price'}.",
            param=path or "product",
        )
    if "product" in params:
        return store.get("product", params["product"], _in(path, "product"))["id"]
    return products.make(store, params["product_data"], _in(path, "product_data"))["id"]


@endpoint(
    "POST",
    "/v1/prices",
    PriceCreateParams,
    *OWN,
    "metadata",
    "nickname",
    "product_data.metadata",
    "product_data.name",
    "product_data.statement_descriptor",
    "product_data.unit_label",
)
def create(store, params):
    return make(store, params)


readable(
    "price",
    "/v1/prices",
    PriceRetrieveParams,
    PriceListParams,
    "active",
    "currency",
    "product",
    "type",
)
