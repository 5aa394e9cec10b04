"""Events reach the site signed: in order, late, twice, reversed, or not at all."""

import pytest

COMPLETED = "checkout.session.completed"


@pytest.fixture
def paid(offline_stripe, sdk, order):
    """``paid()``: somebody pays."""

    def paid():
        offline_stripe.control.pay(sdk.checkout.sessions.create(order()).id)

    return paid


def test_they_come_in_order(offline_stripe, paid, heard):
    paid()
    offline_stripe.webhooks.wait()
    assert heard[-3:] == ["charge.succeeded", "payment_intent.succeeded", COMPLETED]


def test_they_come_late_twice_and_reversed(offline_stripe, sdk, paid, heard):
    offline_stripe.control.hold()
    paid()
    assert heard == []
    lost = sdk.events.list({"delivery_success": False}).auto_paging_iter()
    assert COMPLETED in [event.type for event in lost]
    offline_stripe.control.deliver("reversed", times=2)
    assert heard[:2] == [COMPLETED, COMPLETED]
    assert sdk.events.list({"delivery_success": False}).data == []


def test_those_that_never_came_are_still_listed(offline_stripe, sdk, paid, heard):
    offline_stripe.control.hold()
    for _ in range(3):
        paid()
    assert offline_stripe.control.drop() == len(
        list(sdk.events.list({"limit": 2}).auto_paging_iter())
    )
    assert heard == []
    listed = sdk.events.list({"delivery_success": False, "types": [COMPLETED], "limit": 2})
    assert len(list(listed.auto_paging_iter())) == 3


def test_a_site_that_is_down_has_not_got_them(offline_stripe, sdk, paid):
    offline_stripe.webhooks.url = "http://127.0.0.1:9/"
    paid()
    offline_stripe.webhooks.wait()
    assert sdk.events.list({"delivery_success": False}).data


def test_an_event_says_what_was_before(offline_stripe, sdk):
    customer = sdk.customers.create({"name": "Dana", "email": "dana@example.org"})
    sdk.customers.update(customer.id, {"name": "Aigul", "email": "dana@example.org"})
    told = offline_stripe.control.events()[-1]["data"]
    assert told["previous_attributes"] == {"name": "Dana"}
    assert told["object"]["name"] == "Aigul"
