"""A page on which somebody pays: https://docs.stripe.com/api/checkout/sessions.

Made by a site, paid on ``hosted/``; it is open, complete or expired. The rules between fields are
in ``checkout_rules.py``.
"""

from stripe.params.checkout import (
    SessionCreateParams,
    SessionExpireParams,
    SessionListLineItemsParams,
    SessionListParams,
    SessionRetrieveParams,
)

from .. import amounts, expand, lists
from ..errors import Refused
from ..events import happened
from ..reads import readable
from ..routes import endpoint
from ..store import due
from . import checkout_rules, customers, payment_intents, prices, subscriptions

DAY = 86_400


@endpoint("POST", "/v1/checkout/sessions", SessionCreateParams, *checkout_rules.NAMES)
def create(store, params):
    if "expires_at" in params:
        # The site's clock isn't moved on with ours.
        params["expires_at"] += store.gone_on
    checkout_rules.check(params, store.now())
    items = [_line(store, line, n) for n, line in enumerate(params["line_items"])]
    currency = checkout_rules.one_currency(items)
    checkout_rules.check_recurring(params["mode"], [item["price"] for item in items])
    total = amounts.check_total(sum(item["amount_total"] for item in items), currency)
    customer = params.get("customer")
    if customer:
        customers.need(store, customer)
    is_payment = params["mode"] == "payment"
    session = store.add(
        "cs_test",
        "checkout.session",
        adaptive_pricing={"enabled": params.get("adaptive_pricing", {}).get("enabled", True)},
        after_expiration=None,
        allow_promotion_codes=None,
        amount_subtotal=total,
        amount_total=total,
        automatic_tax={"enabled": False, "liability": None, "provider": None, "status": None},
        billing_address_collection=None,
        cancel_url=params.get("cancel_url"),
        client_reference_id=params.get("client_reference_id"),
        client_secret=None,
        collected_information=None,
        consent=None,
        consent_collection=None,
        currency=currency,
        currency_conversion=None,
        custom_fields=[],
        custom_text=_custom_text(params.get("custom_text", {})),
        customer=customer,
        customer_account=None,
        customer_creation=params.get("customer_creation", "if_required") if is_payment else None,
        customer_details=None,
        customer_email=params.get("customer_email"),
        discounts=[],
        expires_at=params.get("expires_at", store.now() + DAY),
        integration_identifier=params.get("integration_identifier"),
        invoice=None,
        invoice_creation=None,
        locale=params.get("locale"),
        managed_payments=None,
        metadata=params.get("metadata") or {},
        mode=params["mode"],
        optional_items=None,
        origin_context=params.get("origin_context"),
        payment_intent=None,
        payment_link=None,
        payment_method_collection="if_required" if is_payment else "always",
        payment_method_configuration_details=None,
        payment_method_options={},
        payment_method_types=["card", "sepa_debit"],
        payment_status="unpaid",
        permissions=None,
        phone_number_collection={"enabled": False},
        recovered_from=None,
        saved_payment_method_options=None,
        setup_intent=None,
        shipping_address_collection=None,
        shipping_cost=None,
        shipping_options=[],
        status="open",
        submit_type=params.get("submit_type"),
        subscription=None,
        success_url=params["success_url"],
        total_details={"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        ui_mode="hosted_page",
        url=None,
        wallet_options=params.get("wallet_options"),
        _lines=items,
        _intent=params.get("payment_intent_data", {}),
        _subscription=params.get("subscription_data", {}),
    )
    session["url"] = store.page(f"/pay/{session['id']}", session["success_url"])
    return session


def _line(store, line: dict, number: int) -> dict:
    path = f"line_items[{number}]"
    if ("price" in line) == ("price_data" in line):
        said = f"You must specify either `price` or `price_data` in {path}."
        raise Refused(said, param=path)
    if "price" in line:
        price = store.get("price", line["price"], f"{path}[price]")
    else:
        price = prices.make(store, line["price_data"], f"{path}[price_data]")
    quantity = line.get("quantity", 1)
    amount = price["unit_amount"] * quantity
    return store.add(
        "li",
        "item",
        without=("created", "livemode"),
        adjustable_quantity=None,
        amount_discount=0,
        amount_subtotal=amount,
        amount_tax=0,
        amount_total=amount,
        currency=price["currency"],
        description=store.objects[price["product"]]["name"],
        metadata=line.get("metadata") or {},
        price=price,
        quantity=quantity,
    )


def _custom_text(given: dict) -> dict:
    places = ("after_submit", "shipping_address", "submit", "terms_of_service_acceptance")
    return {place: given.get(place) or None for place in places}


def lines_of(store, session: dict) -> dict:
    """The ``line_items`` of a session, which Stripe includes only where they are expanded."""
    return lists.whole(session["_lines"], f"/v1/checkout/sessions/{session['id']}/line_items")


expand.only_when_asked["checkout.session", "line_items"] = lines_of


@endpoint("GET", "/v1/checkout/sessions/{id}/line_items", SessionListLineItemsParams)
def list_line_items(store, params, id):
    lines = lines_of(store, store.get("checkout.session", id, "session"))
    return lists.page("item", params, lines["url"], lines["data"])


@endpoint("POST", "/v1/checkout/sessions/{id}/expire", SessionExpireParams)
def expire(store, params, id):
    """Only an open one can be (https://docs.stripe.com/api/checkout/sessions/expire)."""
    session = store.get("checkout.session", id, "session")
    if session["status"] != "open":
        raise Refused(
            'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout'
            f" Session has a status of {session['status']}."
        )
    _expire(store, session)
    return session


def _expire(store, session):
    session |= {"status": "expired", "url": None}
    happened(store, "checkout.session.expired", session)


def _expire_old(store, now):
    for session in store.all("checkout.session", status="open"):
        if session["expires_at"] <= now:
            _expire(store, session)


due.append(_expire_old)


def pay(store, session: dict, by: dict, delayed: bool = False) -> None:
    """Somebody pays on the hosted page; ``by``: {"name", "email"}; ``delayed``: by a method that
    takes days, so that the session is complete and unpaid."""
    session["customer_details"] = _details(by)
    if session["mode"] == "subscription":
        subscriptions.begin(store, session, by)
        session["payment_status"] = "paid"
    else:
        intent = _intent_of(store, session)
        (payment_intents.start if delayed else payment_intents.pay)(store, intent, by)
        session["payment_status"] = "unpaid" if delayed else "paid"
    session |= {"status": "complete", "url": None}
    happened(store, "checkout.session.completed", session)


def decline(store, session: dict, by: dict) -> None:
    """The card is refused; the session stays open."""
    if session["mode"] == "payment":
        payment_intents.decline(store, _intent_of(store, session), by)


def settle(store, session: dict) -> None:
    """What was delayed has come."""
    payment_intents.settle(store, store.objects[session["payment_intent"]])
    session["payment_status"] = "paid"
    happened(store, "checkout.session.async_payment_succeeded", session)


def bounce(store, session: dict) -> None:
    """What was delayed doesn't come."""
    payment_intents.bounce(store, store.objects[session["payment_intent"]])
    happened(store, "checkout.session.async_payment_failed", session)


def _details(by: dict) -> dict:
    known = {"email": by.get("email"), "name": by.get("name")}
    unknown = dict.fromkeys(["address", "business_name", "individual_name", "phone"])
    return {**known, **unknown, "tax_exempt": "none", "tax_ids": []}


def _intent_of(store, session):
    """Made when somebody begins to pay, not with the session (Stripe's API since 2022-08-01)."""
    if not session["payment_intent"]:
        if session["customer_creation"] == "always" and not session["customer"]:
            details = session["customer_details"] or {}
            known = {name: details[name] for name in ("email", "name") if details.get(name)}
            session["customer"] = customers.make(store, known)["id"]
        intent = payment_intents.make(
            store,
            session["amount_total"],
            session["currency"],
            session["customer"],
            **session["_intent"],
        )
        session["payment_intent"] = intent["id"]
    return store.objects[session["payment_intent"]]


readable(
    "checkout.session",
    "/v1/checkout/sessions",
    SessionRetrieveParams,
    SessionListParams,
    "customer",
    "payment_intent",
    "status",
    "subscription",
    param="session",
)
