"""Who pays again and again: https://docs.stripe.com/api/customers."""

from stripe.params import (
    CustomerCreateParams,
    CustomerDeleteParams,
    CustomerListParams,
    CustomerRetrieveParams,
    CustomerUpdateParams,
)

from .. import lists
from ..errors import NotFound
from ..events import happened
from ..expand import bare
from ..metadata import merge
from ..routes import endpoint
from . import subscriptions

OWN = ("address", "description", "email", "name", "phone", "preferred_locales")


def make(store, params: dict) -> dict:
    """A customer of whom nothing is known but what a request says."""
    customer = store.add(
        "cus",
        "customer",
        address=None,
        balance=0,
        currency=None,
        customer_account=None,
        default_source=None,
        delinquent=False,
        description=None,
        discount=None,
        email=None,
        invoice_prefix=f"OFF{store.now() % 100_000:05}",
        invoice_settings={
            "custom_fields": None,
            "default_payment_method": None,
            "footer": None,
            "rendering_options": None,
        },
        metadata={},
        name=None,
        phone=None,
        preferred_locales=[],
        shipping=None,
        tax_exempt="none",
        test_clock=params.get("test_clock"),
        # Whether the bank refuses what is taken from them from here on: see control.py.
        _declines=False,
    )
    _set(customer, params)
    happened(store, "customer.created", customer)
    return customer


def _set(customer: dict, params: dict) -> None:
    customer |= {name: params[name] or None for name in OWN if name in params}
    merge(customer, params)


@endpoint("POST", "/v1/customers", CustomerCreateParams, *OWN, "metadata", "test_clock")
def create(store, params):
    if "test_clock" in params:
        store.get("test_helpers.test_clock", params["test_clock"], "test_clock")
    return make(store, params)


@endpoint("GET", "/v1/customers/{id}", CustomerRetrieveParams)
def retrieve(store, params, id):
    if store.objects.get(id, {}).get("object") == "deleted_customer":
        return {"id": id, "object": "customer", "deleted": True}
    return store.get("customer", id)


@endpoint("POST", "/v1/customers/{id}", CustomerUpdateParams, *OWN, "metadata")
def update(store, params, id):
    customer = store.get("customer", id)
    was = bare(customer)
    _set(customer, params)
    before = {name: was[name] for name in params if name in was and was[name] != customer[name]}
    happened(store, "customer.updated", customer, before)
    return customer


@endpoint("DELETE", "/v1/customers/{id}", CustomerDeleteParams)
def delete(store, params, id):
    """Ends their subscriptions, too."""
    customer = store.get("customer", id)
    for subscription in store.all("subscription", customer=id):
        if subscription["status"] != "canceled":
            subscriptions.end(store, subscription)
    happened(store, "customer.deleted", customer)
    store.objects[id] = {**customer, "object": "deleted_customer"}
    return {"id": id, "object": "customer", "deleted": True}


def need(store, id: str) -> dict:
    """The customer that a request names. Raises ``NotFound``, also for one that was deleted."""
    found = store.objects.get(id)
    if found is None or found["object"] != "customer":
        raise NotFound.of("customer", id, "customer")
    return found


@endpoint("GET", "/v1/customers", CustomerListParams, "email")
def list_customers(store, params):
    wanted = {"email": params["email"]} if "email" in params else {}
    return lists.page("customer", params, "/v1/customers", store.all("customer", **wanted))
