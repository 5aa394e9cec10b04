"""What Stripe would act on and the offline one wouldn't is refused, before anything is done."""

from typing import get_args

import pytest
import stripe
from typing_extensions import is_typeddict

from wagtail_campaign.offline_stripe import contract, scope
from wagtail_campaign.offline_stripe.routes import ROUTES
from wagtail_campaign.offline_stripe.server import KEY

#: Of each endpoint something that it does nothing about, and what has to stand beside it.
REFUSED = {
    "GET balance_transactions": "payout=po_1",
    "GET charges": "transfer_group=g",
    "GET checkout/sessions": "payment_link=plink_1",
    "GET customers": "test_clock=clock_1",
    "GET invoices": "collection_method=send_invoice",
    "GET payment_intents": "customer_account=acct_1",
    "GET payment_intents/{id}": "client_secret=s",
    "GET prices": "lookup_keys[0]=blanket",
    "GET subscriptions": "price=price_1",
    "POST billing_portal/sessions": "configuration=bpc_1&customer=cus_1",
    "POST checkout/sessions": "discounts[0][coupon]=half&mode=payment",
    "POST customers": "balance=-500",
    "POST customers/{id}": "tax_exempt=exempt",
    "POST disputes/{id}": "intended_submission_method=manual",
    "POST invoices/{id}/pay": "paid_out_of_band=true",
    "POST payment_intents": "capture_method=manual&amount=2500&currency=eur",
    "POST payment_intents/{id}": "amount=5000",
    "POST payment_methods/{id}/attach": "customer_account=acct_1",
    "POST prices": "tax_behavior=inclusive&currency=eur",
    "POST products": "active=false&name=Blanket",
    "POST refunds": "reverse_transfer=true&payment_intent=pi_1",
    "POST subscriptions": "trial_period_days=30&customer=cus_1",
    "POST subscriptions/{id}": "trial_end=now",
    "POST test_helpers/test_clocks": "customer=cus_1&frozen_time=1800000000",
    "DELETE subscriptions/{id}": "prorate=true",
}


def known(hint, path="") -> set[str]:
    """The names of what a type of the SDK has within it, as ``scope.py`` writes them."""
    found = set()
    if is_typeddict(hint):
        for name, inner in contract._hints(hint).items():
            found |= {path + name} | known(inner, f"{path}{name}.")
    for inner in get_args(hint):
        if not isinstance(inner, str):
            found |= known(inner, path)
    return found


def name(route) -> str:
    return f"{route.verb} {route.path.removeprefix('/v1/')}"


@pytest.mark.parametrize("route", ROUTES, ids=name)
def test_every_name_is_one_that_stripe_knows(route):
    assert route.names - scope.GENERAL <= known(route.contract)


def left_alone(route) -> set[str]:
    """What Stripe knows at an endpoint, and this one does nothing about."""
    return contract._hints(route.contract).keys() - {one.partition(".")[0] for one in route.names}


@pytest.mark.parametrize("route", [one for one in ROUTES if left_alone(one)], ids=name)
def test_every_endpoint_refuses_what_it_would_do_nothing_about(offline_stripe, route):
    sent = REFUSED[name(route)]
    param = sent.partition("=")[0].partition("[")[0]
    assert param in left_alone(route)
    path, key = route.path.replace("{id}", "none_1"), {"Authorization": f"Bearer {KEY}"}
    status, _, said = offline_stripe.answer(route.verb, path, sent, sent, key)
    assert status == 400 and said["error"] == {
        "type": "invalid_request_error",
        "message": f"This offline Stripe does nothing about `{param}`.",
        "param": param,
    }
    assert not offline_stripe.store.objects


@pytest.mark.parametrize(
    ("every", "line", "more", "param"),
    [
        (None, {"tax_rates": ["txr_1"]}, {}, "line_items[0][tax_rates]"),
        (
            None,
            {"adjustable_quantity": {"enabled": True}},
            {},
            "line_items[0][adjustable_quantity]",
        ),
        (None, {}, {"automatic_tax": {"enabled": True}}, "automatic_tax"),
        (
            None,
            {},
            {"payment_intent_data": {"metadata": {"a": "b"}, "capture_method": "manual"}},
            "payment_intent_data[capture_method]",
        ),
        (
            "month",
            {},
            {"subscription_data": {"trial_period_days": 30}},
            "subscription_data[trial_period_days]",
        ),
    ],
)
def test_so_is_what_stands_within_another(sdk, order, every, line, more, param):
    asked = order(every=every, **more)
    asked["line_items"][0] |= line
    with pytest.raises(stripe.InvalidRequestError, match="offline Stripe") as refused:
        sdk.checkout.sessions.create(asked)
    assert refused.value.param == param
    assert sdk.checkout.sessions.list().data == []


def test_and_within_a_price_of_a_line(sdk, order):
    asked = order()
    asked["line_items"][0]["price_data"]["tax_behavior"] = "exclusive"
    with pytest.raises(stripe.InvalidRequestError) as refused:
        sdk.checkout.sessions.create(asked)
    assert refused.value.param == "line_items[0][price_data][tax_behavior]"


def test_what_only_looks_otherwise_is_taken(sdk, order):
    looks = {
        "branding_settings": {"display_name": "Our campaign"},
        "custom_text": {"submit": {"message": "Thank you."}},
        "integration_identifier": "campaign",
        "wallet_options": {"link": {"display": "never"}},
    }
    session = sdk.checkout.sessions.create(order(**looks))
    assert session.custom_text.submit.message == "Thank you."
    assert session.wallet_options.link.display == "never"
