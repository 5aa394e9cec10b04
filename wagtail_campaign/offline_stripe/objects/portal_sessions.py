"""A page on which a donor changes or cancels what recurs:
https://docs.stripe.com/api/customer_portal/sessions."""

from stripe.params.billing_portal import SessionCreateParams

from ..errors import Refused
from ..events import happened
from ..routes import endpoint
from . import customers


@endpoint(
    "POST",
    "/v1/billing_portal/sessions",
    SessionCreateParams,
    "customer",
    "locale",
    "return_url",
)
def create(store, params):
    if "customer" not in params:
        said = "Missing required param: customer."
        raise Refused(said, code="parameter_missing", param="customer")
    customers.need(store, params["customer"])
    session = store.add(
        "bps",
        "billing_portal.session",
        configuration="bpc_offline",
        customer=params["customer"],
        customer_account=None,
        flow=None,
        locale=params.get("locale"),
        on_behalf_of=None,
        return_url=params.get("return_url"),
        url=None,
    )
    session["url"] = store.page(f"/portal/{session['id']}", session["return_url"])
    happened(store, "billing_portal.session.created", session)
    return session
