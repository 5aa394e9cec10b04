"""What a server has kept in a file is there again after a restart."""

import socket
import stat

import pytest
import requests
import stripe
from django.core.management import CommandError, call_command

from wagtail_campaign.offline_stripe.memory import Unusable
from wagtail_campaign.offline_stripe.server import Server

COMPLETED = "checkout.session.completed"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "offline-stripe.json"


@pytest.fixture
def start(file):
    """``with start() as server:`` with the memory of the one before."""
    return lambda **more: Server(keep=file, **more)


def test_a_gift_begun_before_a_restart_is_paid_after_it(start, order):
    asked, key = order(), {"idempotency_key": "donation-1"}
    with start() as server:
        session = server.client().v1.checkout.sessions.create(asked, key)
        path = session.url.removeprefix(server.address)
    with start() as server:
        sdk = server.client().v1
        assert sdk.checkout.sessions.create(asked, key).id == session.id
        with pytest.raises(stripe.IdempotencyError):
            sdk.checkout.sessions.create(order(amount=9900), key)
        typed = {"do": "pay", "email": "donor@example.org"}
        requests.post(server.address + path, typed, allow_redirects=False, timeout=10)
    with start() as server:
        paid = server.client().v1.checkout.sessions.retrieve(session.id, {"expand": ["line_items"]})
        assert paid.payment_status == "paid" and paid.line_items.data[0].amount_total == 2500


def test_the_clock_and_what_recurs_go_on(start, order):
    with start() as server:
        sdk = server.client().v1
        session = sdk.checkout.sessions.create(order(every="month"))
        server.control.pay(session.id)
        server.control.forward(days=20)
        server.control.card(sdk.checkout.sessions.retrieve(session.id).customer, declines=True)
        gone = server.store.now()
    with start() as server:
        assert gone <= server.store.now() < gone + 600
        server.control.forward(days=12)
        [subscription] = server.client().v1.subscriptions.list({"status": "past_due"}).data
        # The item within it and the item by itself are still one and the same.
        item = subscription["items"].data[0]
        assert server.store.objects[item.id]["current_period_end"] == item.current_period_end


def test_an_event_that_was_held_is_still_held(start, order, heard, offline_stripe):
    with start(webhook_url=offline_stripe.webhooks.url) as server:
        server.control.hold()
        server.control.pay(server.client().v1.checkout.sessions.create(order()).id)
    with start(webhook_url=offline_stripe.webhooks.url) as server:
        server.control.pay(server.client().v1.checkout.sessions.create(order()).id)
        assert heard == []
        server.control.resume()
        assert heard.count(COMPLETED) == 2
    with start(webhook_url=offline_stripe.webhooks.url) as server:
        server.webhooks.wait()
        assert heard.count(COMPLETED) == 2


def test_an_event_that_had_not_gone_goes_after_it(start, file, order, heard, offline_stripe):
    """As if it had been killed while the site was busy."""
    busy = socket.create_server(("127.0.0.1", 0))
    with start(webhook_url=f"http://127.0.0.1:{busy.getsockname()[1]}/") as server:
        server.control.pay(server.client().v1.checkout.sessions.create(order()).id)
        killed = file.read_text()
        busy.close()
    file.write_text(killed)
    with start(webhook_url=offline_stripe.webhooks.url) as server:
        server.webhooks.wait()
        assert heard[0] == "product.created" and heard[-1] == COMPLETED


@pytest.mark.parametrize("times", [0.5, 0])
def test_half_a_file_is_said_and_left_as_it_is(start, file, order, settings, times):
    with start() as server:
        server.client().v1.checkout.sessions.create(order())
    half = file.read_text()[: int(file.stat().st_size * times)]
    file.write_text(half)
    with pytest.raises(Unusable, match="move it away"):
        start()
    settings.DEBUG = True
    with pytest.raises(CommandError, match="move it away"):
        call_command("campaign_stripe", port=0, keep=file)
    assert file.read_text() == half


@pytest.mark.parametrize("other", ["[]", "{}", '{"objects": {"a": 1}}', "nothing of the kind"])
def test_a_file_of_something_else_is_said_and_left_as_it_is(start, file, other):
    file.write_text(other)
    with pytest.raises(Unusable, match="isn't what an offline Stripe has kept"):
        start()
    assert file.read_text() == other


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(Unusable, match="No such file"):
        Server(keep=tmp_path / "nowhere" / "file.json")


def test_the_file_is_for_its_owner_alone_and_reading_does_not_write_it(start, file, order):
    with start() as server:
        sdk = server.client().v1
        session = sdk.checkout.sessions.create(order())
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert [one.name for one in file.parent.iterdir()] == [file.name]
        before = file.stat().st_ino
        sdk.checkout.sessions.retrieve(session.id)
        requests.get(session.url, timeout=10)
        assert file.stat().st_ino == before
        server.control.pay(session.id)
        assert file.stat().st_ino != before
