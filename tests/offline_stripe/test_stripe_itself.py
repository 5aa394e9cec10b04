"""Scenarios that are played at the offline Stripe and, with a test key in
``CAMPAIGN_STRIPE_TEST_KEY``, at Stripe itself: what fails there alone is wrong here.

By the API alone nobody can pay on Stripe's hosted page. So a gift is a PaymentIntent here, with one
of Stripe's cards for tests, and a recurring one a subscription with a test clock. Only the offline
Stripe can play, and so nothing proves: what becomes of a Checkout Session that is paid, at once or
by a delayed method, or that expires in its time; the Portal's page; webhooks that are late, twice,
reversed or lost; faults of the network and of Stripe.

A test account as Stripe opens it will do. A run takes minutes, and leaves payments and products.
"""

import os
import time
import uuid
from collections.abc import Callable
from typing import NamedTuple

import pytest
import stripe

from wagtail_campaign.offline_stripe.server import is_test_key

KEY = "CAMPAIGN_STRIPE_TEST_KEY"


class Account(NamedTuple):
    """``sdk``; and ``wait``, which lets some time pass: at Stripe itself two seconds."""

    sdk: stripe.StripeClient
    wait: Callable[[], object]

    def eventually(self, look):
        """What ``look()`` finds, as soon as it finds something."""
        for _ in range(60):
            if found := look():
                return found
            self.wait()
        pytest.fail("It did not come.")

    def given(self, card="pm_card_visa"):
        """A payment with a card for tests (https://docs.stripe.com/testing)."""
        return self.sdk.payment_intents.create(
            {
                "amount": 2500,
                "currency": "eur",
                "payment_method": card,
                "confirm": True,
                "automatic_payment_methods": {"enabled": True, "allow_redirects": "never"},
            }
        )


def stripe_itself(key: str) -> Account:
    """Raises ``ValueError`` for a key with which money would move."""
    if not is_test_key(key):
        raise ValueError(f"{KEY} has to be a test key: sk_test_…")
    sdk = stripe.StripeClient(key, max_network_retries=2).v1
    return Account(sdk, lambda: time.sleep(2))


@pytest.fixture(params=["offline", "Stripe itself"] if KEY in os.environ else ["offline"])
def account(request, offline_stripe):
    if request.param == "offline":
        return Account(offline_stripe.client().v1, lambda: offline_stripe.control.forward(hours=1))
    return stripe_itself(os.environ[KEY])


@pytest.mark.skipif(KEY not in os.environ, reason=f"set {KEY} to play all this at Stripe itself")
def test_stripe_itself_takes_the_key_for_a_test_key():
    assert not stripe_itself(os.environ[KEY]).sdk.balance.retrieve().livemode


def test_a_live_key_is_refused():
    with pytest.raises(ValueError, match="test key"):
        stripe_itself("sk_live_1")


@pytest.mark.parametrize(
    ("change", "param", "code"),
    [
        ({"locale": "kk"}, "locale", None),
        ({"payment_method_types": ["card"]}, "payment_method_types", "parameter_unknown"),
        ({"mode": "gift"}, "mode", None),
        ({"submit_type": "donate", "mode": "subscription"}, "submit_type", None),
        ({"expires_at": 1}, "expires_at", None),
        ({"success_url": "thanks"}, "success_url", "url_invalid"),
        ({"customer": "cus_1"}, "customer", "resource_missing"),
        ({"metadata": {"k" * 41: "v"}}, f"metadata[{'k' * 41}]", None),
        ({"line_items": [{"quantity": 1}]}, "line_items[0]", None),
    ],
)
def test_what_stripe_refuses_is_refused(account, order, change, param, code):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        account.sdk.checkout.sessions.create(order() | change)
    assert (refused.value.param, refused.value.code) == (param, code)


def test_too_little_is_refused(account, order):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        account.sdk.checkout.sessions.create(order(amount=10))
    assert refused.value.code == "amount_too_small"


def test_the_same_request_twice_is_one(account, order):
    asked, key = order(), {"idempotency_key": f"donation-{uuid.uuid4()}"}
    first, second = (account.sdk.checkout.sessions.create(asked, key) for _ in range(2))
    assert first.id == second.id
    with pytest.raises(stripe.IdempotencyError):
        account.sdk.checkout.sessions.create(order(amount=9900), key)


@pytest.mark.parametrize("every", [None, "month"])
def test_a_session_is_as_it_was_asked_for_until_it_expires(account, order, every):
    asked = order(every=every, locale="ru", metadata={"donation": "7"})
    sessions = account.sdk.checkout.sessions
    made = sessions.create(asked)
    session = sessions.retrieve(made.id, {"expand": ["line_items"]})
    assert (session.status, session.payment_status, session.locale) == ("open", "unpaid", "ru")
    assert session.metadata.to_dict() == {"donation": "7"} and session.url
    assert session.line_items.data[0].amount_total == session.amount_total == 2500
    assert session.payment_intent is None and session.subscription is None
    assert sessions.expire(made.id).status == "expired"
    with pytest.raises(stripe.InvalidRequestError):
        sessions.expire(made.id)


def test_a_gift_has_a_charge_with_its_fee_and_an_event(account):
    intent = account.given()
    assert (intent.status, intent.amount_received) == ("succeeded", 2500)

    def moved():
        charge = account.sdk.charges.retrieve(
            intent.latest_charge, {"expand": ["balance_transaction"]}
        )
        return charge.balance_transaction

    moved = account.eventually(moved)
    assert moved.fee > 0 and moved.net == moved.amount - moved.fee

    def told():
        listed = account.sdk.events.list({"type": "payment_intent.succeeded", "limit": 100})
        return intent.id in [event.data.object.id for event in listed.data]

    account.eventually(told)


def test_a_card_is_declined(account):
    with pytest.raises(stripe.CardError) as declined:
        account.given("pm_card_visa_chargeDeclined")
    error = declined.value.error
    assert (error.code, error.decline_code) == ("card_declined", "generic_decline")
    assert error.payment_intent.status == "requires_payment_method"


def test_a_refund_in_two_parts_and_not_more(account):
    refunds, about = account.sdk.refunds, {"payment_intent": account.given().id}
    refunds.create({**about, "amount": 1000})
    with pytest.raises(stripe.InvalidRequestError):
        refunds.create({**about, "amount": 1501})
    refunds.create(about)
    [charge] = account.sdk.charges.list(about).data
    assert charge.refunded and charge.amount_refunded == 2500
    with pytest.raises(stripe.InvalidRequestError) as refused:
        refunds.create(about)
    assert refused.value.code == "charge_already_refunded"


def test_a_refund_that_fails_later_is_money_again(account):
    refunds, intent = account.sdk.refunds, account.given("pm_card_refundFail")
    refund = refunds.create({"payment_intent": intent.id})
    assert refund.status == "succeeded"
    account.eventually(lambda: refunds.retrieve(refund.id).status == "failed")
    refund = refunds.retrieve(refund.id, {"expand": ["charge"]})
    assert refund.failure_reason == "expired_or_canceled_card"
    assert refund.charge.amount_refunded == 0 and not refund.charge.refunded


@pytest.mark.parametrize("verdict", ["won", "lost"])
def test_a_dispute_is_decided(account, verdict):
    disputes, intent = account.sdk.disputes, account.given("pm_card_createDispute")
    [dispute] = account.eventually(lambda: disputes.list({"payment_intent": intent.id}).data)
    assert (dispute.status, dispute.reason) == ("needs_response", "fraudulent")
    words = {"won": "winning_evidence", "lost": "losing_evidence"}
    disputes.update(dispute.id, {"evidence": {"uncategorized_text": words[verdict]}})
    account.eventually(lambda: disputes.retrieve(dispute.id).status == verdict)


def test_a_bank_warns_of_fraud(account):
    intent = account.given("pm_card_createIssuerFraudRecord")
    warnings = account.sdk.radar.early_fraud_warnings
    [warning] = account.eventually(lambda: warnings.list({"payment_intent": intent.id}).data)
    assert warning.actionable and warning.charge == intent.latest_charge


class Recurring(NamedTuple):
    """A monthly gift whose time is a test clock's."""

    account: Account
    clock: str
    customer: str
    subscription: str

    def pass_to_the_next_period(self):
        """And two hours more: at Stripe an invoice is a draft for one."""
        subscription = self.account.sdk.subscriptions.retrieve(self.subscription)
        ends = subscription["items"].data[0].current_period_end
        clocks = self.account.sdk.test_helpers.test_clocks
        clocks.advance(self.clock, {"frozen_time": ends + 7200})
        self.account.eventually(lambda: clocks.retrieve(self.clock).status == "ready")

    def pay_with(self, card):
        """From here on."""
        sdk = self.account.sdk
        method = sdk.payment_methods.attach(card, {"customer": self.customer})
        sdk.subscriptions.update(self.subscription, {"default_payment_method": method.id})

    def invoices(self):
        listed = self.account.sdk.invoices.list({"subscription": self.subscription}).data
        return [(one.billing_reason, one.status) for one in listed]


@pytest.fixture
def recurring(account):
    sdk = account.sdk
    clock = sdk.test_helpers.test_clocks.create({"frozen_time": int(time.time())})
    customer = sdk.customers.create({"email": "donor@example.org", "test_clock": clock.id})
    card = sdk.payment_methods.attach("pm_card_visa", {"customer": customer.id})
    price = sdk.prices.create(
        {
            "currency": "eur",
            "unit_amount": 2500,
            "recurring": {"interval": "month"},
            "product_data": {"name": "Donation"},
        }
    )
    subscription = sdk.subscriptions.create(
        {
            "customer": customer.id,
            "default_payment_method": card.id,
            "items": [{"price": price.id}],
            "metadata": {"donation": "7"},
        }
    )
    yield Recurring(account, clock.id, customer.id, subscription.id)
    sdk.test_helpers.test_clocks.delete(clock.id)


def test_three_renewals_of_which_one_fails_at_first(account, recurring):
    sdk = account.sdk
    recurring.pass_to_the_next_period()
    recurring.pay_with("pm_card_chargeCustomerFail")
    recurring.pass_to_the_next_period()
    assert sdk.subscriptions.retrieve(recurring.subscription).status == "past_due"
    assert recurring.invoices()[0] == ("subscription_cycle", "open")
    failed = sdk.invoices.list({"subscription": recurring.subscription}).data[0].id
    recurring.pay_with("pm_card_visa")
    sdk.invoices.pay(failed)
    assert sdk.subscriptions.retrieve(recurring.subscription).status == "active"
    recurring.pass_to_the_next_period()
    renewals = [("subscription_cycle", "paid")] * 3
    assert recurring.invoices() == [*renewals, ("subscription_create", "paid")]


def test_an_invoice_knows_its_subscription_and_its_payment(account, recurring):
    [invoice] = account.sdk.invoices.list({"subscription": recurring.subscription}).data
    details = invoice.parent.subscription_details
    assert details.subscription == recurring.subscription
    assert details.metadata["donation"] == "7"
    [payment] = account.sdk.invoice_payments.list({"invoice": invoice.id}).data
    intent = account.sdk.payment_intents.retrieve(payment.payment.payment_intent)
    assert (payment.status, payment.amount_paid, intent.amount_received) == ("paid", 2500, 2500)


def test_what_recurs_says_on_the_statement_what_its_product_says(account):
    sdk = account.sdk
    product = {"id": f"campaign_{uuid.uuid4().hex[:24]}", "name": "Donation"}
    product["statement_descriptor"] = "Winter"
    sdk.products.create(product)
    with pytest.raises(stripe.InvalidRequestError) as refused:
        sdk.products.create(product)
    assert refused.value.code == "resource_already_exists"
    customer = sdk.customers.create({"email": "donor@example.org"})
    card = sdk.payment_methods.attach("pm_card_visa", {"customer": customer.id})
    price = {"currency": "eur", "unit_amount": 2500, "product": product["id"]}
    price = sdk.prices.create(price | {"recurring": {"interval": "month"}})
    asked = {"customer": customer.id, "default_payment_method": card.id}
    subscription = sdk.subscriptions.create(asked | {"items": [{"price": price.id}]})
    [invoice] = sdk.invoices.list({"subscription": subscription.id}).data
    assert invoice.statement_descriptor == "Winter"


def test_one_that_was_cancelled_goes_on_until_the_period_ends(account, recurring):
    subscriptions = account.sdk.subscriptions
    changed = subscriptions.update(recurring.subscription, {"cancel_at_period_end": True})
    assert changed.status == "active"
    assert changed.cancel_at == changed["items"].data[0].current_period_end
    recurring.pass_to_the_next_period()
    assert subscriptions.retrieve(recurring.subscription).status == "canceled"
    assert subscriptions.list({"customer": recurring.customer}).data == []
    assert recurring.invoices() == [("subscription_create", "paid")]
