"""What is paid for: https://docs.stripe.com/api/products."""

from stripe.params import ProductCreateParams, ProductRetrieveParams

from .. import descriptors
from ..errors import Refused
from ..events import happened
from ..routes import endpoint

FIELD = "statement_descriptor"
#: What a product says of itself, on its own or beside the price of a Checkout Session.
OWN = ("description", "images", "metadata", "name", "unit_label")


def make(store, params: dict, path: str = "") -> dict:
    """A product, on its own or beside an inline price; ``path``: where in the request it is. Its id
    may be the site's own: no two have one."""
    own = {"id": params["id"]} if "id" in params else {}
    if own and own["id"] in store.objects:
        raise Refused("Product already exists.", code="resource_already_exists", param="id")
    descriptor = params.get("statement_descriptor")
    if descriptor:
        descriptors.check(descriptor, f"{path}[{FIELD}]" if path else FIELD)
    product = store.add(
        "prod",
        "product",
        **own,
        active=True,
        default_price=None,
        description=params.get("description"),
        images=params.get("images") or [],
        marketing_features=[],
        metadata=params.get("metadata") or {},
        name=params["name"],
        package_dimensions=None,
        shippable=None,
        statement_descriptor=descriptor,
        tax_code=None,
        type="service",
        unit_label=params.get("unit_label"),
        updated=store.now(),
        url=None,
    )
    happened(store, "product.created", product)
    return product


@endpoint("POST", "/v1/products", ProductCreateParams, *OWN, "id", FIELD)
def create(store, params):
    return make(store, params)


@endpoint("GET", "/v1/products/{id}", ProductRetrieveParams)
def retrieve(store, params, id):
    return store.get("product", id)
