"""What is refused, and how; and requests that are made again."""

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

import pytest
import stripe

from wagtail_campaign.offline_stripe.server import Server


@pytest.mark.parametrize(
    ("amount", "currency", "code"),
    [
        (49, "eur", "amount_too_small"),
        ("12.5", "eur", "parameter_invalid_integer"),
        (100_000_000, "kzt", "amount_too_large"),
        (500, "xyz", None),
        (500, "EUR", None),
    ],
)
def test_an_amount_that_cannot_be_taken_is_refused(sdk, order, amount, currency, code):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        sdk.checkout.sessions.create(order(amount, currency))
    assert refused.value.code == code


def test_an_answer_that_was_lost_is_given_again(offline_stripe, sdk, order):
    offline_stripe.control.fault(status=None, after=True)
    sdk.checkout.sessions.create(order(), {"idempotency_key": "donation-1"})
    assert len(sdk.checkout.sessions.list().data) == 1


def test_while_one_is_answered_the_same_again_has_to_wait(offline_stripe, order):
    """Both at once would be two donations."""
    sdk, key = offline_stripe.client(max_network_retries=0).v1, {"idempotency_key": "donation-1"}
    with ThreadPoolExecutor(2) as pool:
        with offline_stripe.store.lock:
            asked = [pool.submit(sdk.checkout.sessions.create, order(), key) for _ in range(2)]
            [refused] = wait(asked, timeout=10, return_when=FIRST_COMPLETED).done
        assert refused.exception().http_status == 409
        [made] = [one for one in asked if one is not refused]
        assert made.result().id == sdk.checkout.sessions.list().data[0].id
    assert len(sdk.checkout.sessions.list().data) == 1


@pytest.mark.parametrize(
    ("status", "raised"),
    [(401, stripe.AuthenticationError), (402, stripe.CardError), (429, stripe.RateLimitError)],
)
def test_what_is_not_tried_again_is_raised(offline_stripe, sdk, status, raised):
    offline_stripe.control.fault(status=status)
    with pytest.raises(raised):
        sdk.events.list()


@pytest.mark.parametrize("status", [409, 500, 503])
def test_what_is_tried_again_comes_through_unless_stripe_says_no(offline_stripe, sdk, status):
    offline_stripe.control.fault(status=status)
    assert sdk.events.list().data == []
    offline_stripe.control.fault(status=status, retry=False)
    with pytest.raises(stripe.StripeError):
        sdk.events.list()


def test_there_is_nothing_without_a_test_key(offline_stripe):
    live = stripe.StripeClient("sk_live_1", base_addresses={"api": offline_stripe.address})
    with pytest.raises(stripe.AuthenticationError):
        live.v1.events.list()
    with pytest.raises(ValueError, match="test key"):
        Server(key="sk_live_1")


def test_what_is_not_there_is_not_found(sdk):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        sdk.checkout.sessions.retrieve("cs_test_none")
    assert (refused.value.http_status, refused.value.code) == (404, "resource_missing")
