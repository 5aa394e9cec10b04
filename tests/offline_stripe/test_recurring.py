"""A recurring gift over its life, by the SDK."""

import pytest
import stripe

from wagtail_campaign.offline_stripe.objects.subscription_items import later


@pytest.fixture
def subscribed(offline_stripe, sdk, order):
    """A monthly gift that has begun: its Checkout Session."""
    data = {"metadata": {"donation": "7"}}
    session = sdk.checkout.sessions.create(order(every="month", subscription_data=data))
    offline_stripe.control.pay(session.id, email="donor@example.org")
    return sdk.checkout.sessions.retrieve(session.id)


def invoices(sdk, session):
    listed = sdk.invoices.list({"subscription": session.subscription}).auto_paging_iter()
    return [(one.billing_reason, one.status, one.attempt_count) for one in listed]


def test_three_renewals_of_which_one_fails_at_first(offline_stripe, sdk, subscribed):
    control = offline_stripe.control
    control.forward(days=31)
    control.card(subscribed.customer, declines=True)
    control.forward(days=31)
    assert sdk.subscriptions.retrieve(subscribed.subscription).status == "past_due"
    assert invoices(sdk, subscribed)[0] == ("subscription_cycle", "open", 1)
    control.card(subscribed.customer, declines=False)
    control.forward(days=4)
    assert sdk.subscriptions.retrieve(subscribed.subscription).status == "active"
    control.forward(days=28)
    assert invoices(sdk, subscribed) == [
        ("subscription_cycle", "paid", 1),
        ("subscription_cycle", "paid", 2),
        ("subscription_cycle", "paid", 1),
        ("subscription_create", "paid", 1),
    ]


def test_after_four_attempts_it_ends(offline_stripe, sdk, subscribed):
    offline_stripe.control.card(subscribed.customer, declines=True)
    offline_stripe.control.forward(days=45)
    subscription = sdk.subscriptions.retrieve(subscribed.subscription)
    assert subscription.status == "canceled"
    assert subscription.cancellation_details.reason == "payment_failed"


def test_an_invoice_knows_its_subscription_and_its_payment(offline_stripe, sdk, subscribed):
    [invoice] = sdk.invoices.list({"subscription": subscribed.subscription}).data
    details = invoice.parent.subscription_details
    assert details.subscription == subscribed.subscription
    assert details.metadata["donation"] == "7"
    [payment] = sdk.invoice_payments.list({"invoice": invoice.id}).data
    intent = sdk.payment_intents.retrieve(payment.payment.payment_intent)
    assert (payment.status, payment.amount_paid) == ("paid", intent.amount_received)
    found = {"payment": {"type": "payment_intent", "payment_intent": intent.id}}
    assert sdk.invoice_payments.list(found).data[0].invoice == invoice.id


def test_one_that_is_cancelled_now_ends_now(sdk, subscribed):
    ended = sdk.subscriptions.cancel(
        subscribed.subscription, {"cancellation_details": {"feedback": "too_expensive"}}
    )
    assert (ended.status, ended.cancellation_details.feedback) == ("canceled", "too_expensive")


def test_why_one_ends_is_kept_also_where_it_is_said_later(sdk, subscribed):
    id, why = subscribed.subscription, {"comment": "I moved", "feedback": ""}
    sdk.subscriptions.update(id, {"cancel_at_period_end": True})
    ending = sdk.subscriptions.update(id, {"cancellation_details": why})
    details = ending.cancellation_details
    assert (details.reason, details.comment) == ("cancellation_requested", "I moved")
    assert ending.cancel_at_period_end
    kept = sdk.subscriptions.update(id, {"cancel_at_period_end": False})
    assert kept.cancellation_details.comment is None and kept.cancel_at is None


def test_another_amount_is_taken_from_the_next_period_on(offline_stripe, sdk, subscribed):
    [item] = sdk.subscriptions.retrieve(subscribed.subscription)["items"].data
    price = {
        "currency": "eur",
        "product": item.price.product,
        "unit_amount": 4000,
        "recurring": {"interval": "month"},
    }
    asked = {"items": [{"id": item.id, "price_data": price}], "proration_behavior": "none"}
    yearly = {"id": item.id, "price_data": price | {"recurring": {"interval": "year"}}}
    for wrong, words in (
        (asked | {"proration_behavior": "always_invoice"}, "prorate"),
        ({"items": asked["items"]}, "prorate"),
        (asked | {"items": [yearly]}, "interval"),
        (asked | {"items": [{"price_data": price}]}, "adds no items"),
    ):
        with pytest.raises(stripe.InvalidRequestError, match=words):
            sdk.subscriptions.update(subscribed.subscription, wrong)
    sdk.subscriptions.update(subscribed.subscription, asked)
    offline_stripe.control.forward(days=31)
    listed = sdk.invoices.list({"subscription": subscribed.subscription}).data
    assert [one.amount_paid for one in listed] == [4000, 2500]


def test_what_is_paid_once_is_not_beside_what_recurs(sdk, order):
    asked = order(every="month")
    asked["line_items"] += order()["line_items"]
    with pytest.raises(stripe.InvalidRequestError, match="offline Stripe"):
        sdk.checkout.sessions.create(asked)


def test_who_is_deleted_gives_no_more(sdk, subscribed):
    assert [one.id for one in sdk.customers.list().data] == [subscribed.customer]
    sdk.customers.delete(subscribed.customer)
    assert sdk.customers.retrieve(subscribed.customer).deleted
    assert sdk.customers.list().data == []
    assert sdk.subscriptions.retrieve(subscribed.subscription).status == "canceled"


def test_a_failed_invoice_is_paid_by_request(offline_stripe, sdk, subscribed):
    offline_stripe.control.card(subscribed.customer, declines=True)
    offline_stripe.control.forward(days=32)
    invoice = sdk.invoices.list({"subscription": subscribed.subscription}).data[0]
    with pytest.raises(stripe.CardError) as declined:
        sdk.invoices.pay(invoice.id)
    assert declined.value.code == "card_declined"
    offline_stripe.control.card(subscribed.customer, declines=False)
    assert sdk.invoices.pay(invoice.id).status == "paid"


def test_a_renewal_says_which_period_was_before(offline_stripe, sdk, subscribed):
    offline_stripe.control.forward(days=31)
    told = [e for e in offline_stripe.control.events() if e["type"].endswith("updated")][-1]["data"]
    [now] = told["object"]["items"]["data"]
    [before] = told["previous_attributes"]["items"]["data"]
    assert before["current_period_end"] == now["current_period_start"]


def test_the_thirty_first_comes_back():
    month, anchor = {"interval": "month", "interval_count": 1}, 1_769_860_800  # 31 January 2026
    february = later(anchor, month, {"billing_cycle_anchor": anchor})
    march = later(february, month, {"billing_cycle_anchor": anchor})
    assert (february - anchor, march - february) == (28 * 86_400, 31 * 86_400)


def test_while_it_is_paused_nothing_is_taken(offline_stripe, sdk, subscribed):
    id = subscribed.subscription
    paused = sdk.subscriptions.update(id, {"pause_collection": {"behavior": "void"}})
    assert paused.pause_collection.behavior == "void" and paused.status == "active"
    offline_stripe.control.forward(days=31)
    assert sdk.subscriptions.update(id, {"pause_collection": ""}).pause_collection is None
    offline_stripe.control.forward(days=31)
    assert [status for _, status, _ in invoices(sdk, subscribed)] == ["paid", "void", "paid"]
