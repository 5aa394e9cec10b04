"""What stands on a bank statement is refused as Stripe refuses it."""

import pytest
import stripe

WRONG = ["x" * 23, "a*b", "a<b", "a'b", 'a"b', "a\\b", "123", "Зима"]


@pytest.mark.parametrize("text", WRONG)
def test_what_a_statement_cannot_say_is_refused(offline_stripe, sdk, order, text):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        sdk.products.create({"name": "A blanket", "statement_descriptor": text})
    assert refused.value.param == "statement_descriptor"
    with pytest.raises(stripe.InvalidRequestError) as refused:
        suffix = {"statement_descriptor_suffix": text}
        sdk.checkout.sessions.create(order(payment_intent_data=suffix))
    assert refused.value.param == "payment_intent_data[statement_descriptor_suffix]"
    assert not offline_stripe.store.objects


def test_checkout_itself_takes_no_word_for_what_recurs(sdk, order):
    asked = order(every="month")
    asked["line_items"][0]["price_data"]["product_data"]["statement_descriptor"] = "Winter"
    with pytest.raises(stripe.InvalidRequestError, match="unknown parameter"):
        sdk.checkout.sessions.create(asked)
    with pytest.raises(stripe.InvalidRequestError, match="unknown parameter"):
        data = {"statement_descriptor": "Winter"}
        sdk.checkout.sessions.create(order(every="month", subscription_data=data))


def test_a_product_may_have_an_id_of_its_own_once(sdk):
    asked = {"id": "campaign_1", "name": "A blanket", "statement_descriptor": "Winter"}
    assert sdk.products.create(asked).id == "campaign_1"
    with pytest.raises(stripe.InvalidRequestError) as refused:
        sdk.products.create(asked)
    assert refused.value.code == "resource_already_exists"
    assert sdk.products.retrieve("campaign_1").statement_descriptor == "Winter"
