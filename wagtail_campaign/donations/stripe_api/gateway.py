"""All that donations ask of Stripe: a function for each thing, and a class of ``answers`` or
``money_back`` for what it says.

Whatever goes wrong is one of four errors: ``StripeAway`` (ask the same again), ``StripeRefused``
(it won't), ``StripeMissing`` (no such object), ``StripeKeyWrong`` (the settings).
"""

import json
from collections.abc import Iterator
from datetime import datetime

from ...conf import conf
from . import checkout
from .answers import Invoice, Payment, Session, Subscription, id_of
from .client import LIVE, is_signed, sdk
from .errors import (  # noqa: F401
    BadSignature,
    StripeAway,
    StripeError,
    StripeKeyWrong,
    StripeMissing,
    StripeRefused,
)
from .events import Event
from .money_back import Dispute, FraudWarning, Refund


def is_live() -> bool:
    """Whether the key of the settings moves real money."""
    return (conf.STRIPE_SECRET_KEY or "").startswith(LIVE)


# What a donor does.


def open_session(ask: checkout.Ask) -> Session:
    """A Checkout Session to pay a donation in. The same ask again gives the same session, so that
    nobody who is asked twice pays twice."""
    params = checkout.params(ask)
    # With the time: only what ends at the same moment is the same ask.
    once = _once("session", f"{ask.donation}-{params['expires_at']}")
    if product := checkout.product(ask):
        _have(product)
    with sdk() as stripe:
        return Session.read(stripe.checkout.sessions.create(params, once))


def _have(product: dict) -> None:
    """Makes a product, unless it is there."""
    try:
        with sdk() as stripe:
            stripe.products.create(product)
    except StripeRefused as error:
        if error.code != "resource_already_exists":
            raise


def expire_session(session: str) -> Session:
    """Nobody can pay it from here on. Raises ``StripeRefused`` where it was paid or has expired."""
    with sdk() as stripe:
        return Session.read(stripe.checkout.sessions.expire(session))


def open_portal(customer: str, return_url: str, language: str) -> str:
    """The address of a page of Stripe's on which a donor changes or cancels a recurring gift."""
    with sdk() as stripe:
        params = {"customer": customer, "return_url": return_url}
        params["locale"] = checkout.locale(language)
        return stripe.billing_portal.sessions.create(params).url


def end_subscription(subscription: str) -> Subscription:
    """Nothing is taken after the period that is paid for."""
    return _change(subscription, {"cancel_at_period_end": True})


def keep_subscription(subscription: str) -> Subscription:
    """It goes on, though it was to end with the period."""
    return _change(subscription, {"cancel_at_period_end": False})


def pause_subscription(subscription: str) -> Subscription:
    """Nothing is taken until ``resume_subscription``; the periods go by unpaid."""
    return _change(subscription, {"pause_collection": {"behavior": "void"}})


def resume_subscription(subscription: str) -> Subscription:
    """It is taken again from the next period on."""
    return _change(subscription, {"pause_collection": ""})


def _change(subscription: str, params: dict) -> Subscription:
    with sdk() as stripe:
        return Subscription.read(stripe.subscriptions.update(subscription, params))


def stop_subscription(subscription: str) -> Subscription:
    """It ends now. What was paid stays paid."""
    with sdk() as stripe:
        return Subscription.read(stripe.subscriptions.cancel(subscription))


def refund(payment_intent: str, amount: int, key: str) -> Refund:
    """Gives money back. ``key``: of this refund, so that pressing twice gives it back once. Raises
    ``StripeRefused`` for more than there is."""
    with sdk() as stripe:
        params = {"payment_intent": payment_intent, "amount": amount}
        return Refund.read(stripe.refunds.create(params, _once("refund", key)))


# What is so, as ``sync`` asks.


def session(id: str) -> Session:
    """A Checkout Session as it is now. Raises ``StripeMissing``."""
    with sdk() as stripe:
        return Session.read(stripe.checkout.sessions.retrieve(id))


def payment(id: str) -> Payment:
    """A PaymentIntent with its last charge and what Stripe took of it."""
    with sdk() as stripe:
        params = {"expand": ["latest_charge.balance_transaction"]}
        return Payment.read(stripe.payment_intents.retrieve(id, params))


def subscription(id: str) -> Subscription:
    """A recurring gift."""
    with sdk() as stripe:
        return Subscription.read(stripe.subscriptions.retrieve(id))


def invoice(id: str) -> Invoice:
    """What one period of a recurring gift costs, with its payment."""
    with sdk() as stripe:
        return Invoice.read(stripe.invoices.retrieve(id, {"expand": ["payments"]}))


def one_refund(id: str) -> Refund:
    """A refund by its id."""
    with sdk() as stripe:
        return Refund.read(stripe.refunds.retrieve(id))


def one_dispute(id: str) -> Dispute:
    """A dispute by its id."""
    with sdk() as stripe:
        return Dispute.read(stripe.disputes.retrieve(id))


def one_fraud_warning(id: str) -> FraudWarning:
    """What a card's bank holds for fraud, by its id."""
    with sdk() as stripe:
        return FraudWarning.read(stripe.radar.early_fraud_warnings.retrieve(id))


def invoice_of(payment_intent: str) -> str | None:
    """The id of the invoice that was paid by a payment, None for one that pays none."""
    with sdk() as stripe:
        payment = {"type": "payment_intent", "payment_intent": payment_intent}
        found = stripe.invoice_payments.list({"payment": payment}).data
        return id_of(found[0].invoice) if found else None


def invoices(subscription: str) -> list[Invoice]:
    """Those of a subscription, the newest first."""
    return _all(Invoice, "invoices", subscription=subscription, expand=["data.payments"])


def refunds(payment_intent: str) -> list[Refund]:
    """Everything that was given back of a payment, or is about to be, the newest first."""
    return _all(Refund, "refunds", payment_intent=payment_intent)


def disputes(payment_intent: str) -> list[Dispute]:
    """What a donor's bank said against a payment, the newest first."""
    return _all(Dispute, "disputes", payment_intent=payment_intent)


def _all(answer, kind: str, **params) -> list:
    with sdk() as stripe:
        found = getattr(stripe, kind).list({"limit": 100, **params})
        return [answer.read(one) for one in found.auto_paging_iter()]


# What happened.


def read_event(body: bytes, signature: str) -> Event:
    """What came to the webhook, once it is sure that Stripe has sent it now. Raises
    ``BadSignature``."""
    try:
        text = body.decode()
        if is_signed(text, signature):
            return Event.of(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        pass
    raise BadSignature


def missed_events(since: datetime, types: list[str]) -> Iterator[Event]:
    """What Stripe could not tell the site, a page at a time, the newest first; it keeps that for
    thirty days. ``types``: twenty at most."""
    created = {"gte": int(since.timestamp())}
    params = {"delivery_success": False, "types": types, "created": created, "limit": 100}
    with sdk() as stripe:
        for event in stripe.events.list(params).auto_paging_iter():
            yield Event.read(event)


def _once(what: str, key: str) -> dict:
    return {"idempotency_key": f"wagtail-campaign-{what}-{key}"}
