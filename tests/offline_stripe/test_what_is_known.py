"""Everything this Stripe knows. Whoever adds an endpoint or an event adds it here."""

from typing import get_args

import requests
import stripe

from wagtail_campaign.offline_stripe import events, routes
from wagtail_campaign.offline_stripe.server import KEY

from . import schemas

ENDPOINTS = {
    "balance_transactions": "GET",
    "balance_transactions/{id}": "GET",
    "billing_portal/sessions": "POST",
    "charges": "GET",
    "charges/{id}": "GET",
    "checkout/sessions": "GET POST",
    "checkout/sessions/{id}": "GET",
    "checkout/sessions/{id}/expire": "POST",
    "checkout/sessions/{id}/line_items": "GET",
    "customers": "GET POST",
    "customers/{id}": "DELETE GET POST",
    "disputes": "GET",
    "disputes/{id}": "GET POST",
    "events": "GET",
    "events/{id}": "GET",
    "invoice_payments": "GET",
    "invoice_payments/{id}": "GET",
    "invoices": "GET",
    "invoices/{id}": "GET",
    "invoices/{id}/pay": "POST",
    "payment_intents": "GET POST",
    "payment_intents/{id}": "GET POST",
    "payment_methods/{id}/attach": "POST",
    "prices": "GET POST",
    "prices/{id}": "GET",
    "products": "POST",
    "products/{id}": "GET",
    "radar/early_fraud_warnings": "GET",
    "radar/early_fraud_warnings/{id}": "GET",
    "refunds": "GET POST",
    "refunds/{id}": "GET POST",
    "subscriptions": "GET POST",
    "subscriptions/{id}": "DELETE GET POST",
    "test_helpers/test_clocks": "POST",
    "test_helpers/test_clocks/{id}": "DELETE GET",
    "test_helpers/test_clocks/{id}/advance": "POST",
}
EVENTS = [
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


def test_every_endpoint_is_listed_and_one_of_stripes():
    known = {}
    for route in routes.ROUTES:
        known.setdefault(route.path.removeprefix("/v1/"), []).append(route.verb)
        assert schemas.of_answer(route.verb, route.path.replace("{id}", "id_1"), 200)
    assert {path: " ".join(sorted(verbs)) for path, verbs in known.items()} == ENDPOINTS


def test_every_event_is_listed_and_one_of_stripes():
    assert sorted(events.TYPES) == EVENTS
    assert not events.TYPES.difference(get_args(stripe.Event.__annotations__["type"]))


def test_whatever_is_listed_is_found_by_its_id(offline_stripe, sdk, order):
    once, again = (sdk.checkout.sessions.create(order(every=every)) for every in (None, "month"))
    control = offline_stripe.control
    control.pay(again.id)
    intent = control.pay(once.id)["payment_intent"]
    sdk.refunds.create({"payment_intent": intent, "amount": 100})
    control.warn_of_fraud(intent)
    control.dispute(intent)

    def asked(path):
        address = f"{offline_stripe.address}/v1/{path}"
        return requests.get(address, headers={"Authorization": f"Bearer {KEY}"}, timeout=10).json()

    for path in ENDPOINTS:
        if "GET" in ENDPOINTS[path] and "{id}" not in path:
            one = asked(path)["data"][-1]
            assert asked(f"{path}/{one['id']}") == one
