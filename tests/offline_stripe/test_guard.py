"""What the page of another site can make a browser do, and what it can't."""

import json

import pytest
import requests

from wagtail_campaign.offline_stripe.server import KEY, Server


def status(server, path, **request) -> int:
    method = request.pop("method", "POST")
    return requests.request(method, f"{server.address}{path}", timeout=10, **request).status_code


@pytest.mark.parametrize(
    "kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_a_form_of_another_site_controls_nothing(offline_stripe, sdk, order, kind):
    session = sdk.checkout.sessions.create(order())
    headers = {"Content-Type": kind} if kind else {}
    body = json.dumps({"session": session.id})
    assert status(offline_stripe, "/control/pay/", data=body, headers=headers) == 403
    assert status(offline_stripe, "/control/drop/", method="GET") == 403
    assert sdk.checkout.sessions.retrieve(session.id).status == "open"


def test_a_browser_that_asks_first_gets_no_leave(offline_stripe):
    answer = requests.options(
        f"{offline_stripe.address}/control/pay/",
        headers={
            "Origin": "https://evil.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
        timeout=10,
    )
    assert not answer.ok and "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example:12111", "127.0.0.1.evil.example", "evil.example."])
def test_a_name_that_another_site_gave_this_machine_is_refused(offline_stripe, host):
    headers = {"Host": host, "Authorization": f"Bearer {KEY}"}
    assert status(offline_stripe, "/control/events/", json={}, headers=headers) == 403
    assert status(offline_stripe, "/v1/events", method="GET", headers=headers) == 403


@pytest.mark.parametrize("host", ["localhost:12111", "stripe", "192.168.1.5:12111", "[::1]:12111"])
def test_its_own_names_are_taken(offline_stripe, host):
    headers = {"Host": host, "Authorization": f"Bearer {KEY}"}
    assert status(offline_stripe, "/control/events/", json={}, headers=headers) == 200
    assert status(offline_stripe, "/v1/events", method="GET", headers=headers) == 200


def test_on_every_interface_the_pages_have_the_host_of_the_site(order):
    """A phone that has opened the site by its address in the network finds them there, too."""
    with Server(host="0.0.0.0") as server:
        sdk = server.client().v1
        port = server.http.server_port
        asked = order(success_url="http://192.168.1.5:8000/thanks/", customer_creation="always")
        session = sdk.checkout.sessions.create(asked)
        assert session.url.startswith(f"http://192.168.1.5:{port}/pay/")
        server.control.pay(session.id)
        customer = sdk.checkout.sessions.retrieve(session.id).customer
        asked = {"customer": customer, "return_url": "http://[fd00::5]:8000/me/"}
        portal = sdk.billing_portal.sessions.create(asked)
        assert portal.url.startswith(f"http://[fd00::5]:{port}/portal/")
        portal = sdk.billing_portal.sessions.create({"customer": customer})
        assert portal.url.startswith(f"http://127.0.0.1:{port}/portal/")


def test_to_this_machine_alone_they_have_its_own_address(offline_stripe, sdk, order):
    assert sdk.checkout.sessions.create(order()).url.startswith(offline_stripe.address)


def test_it_is_served_by_ipv6_too():
    try:
        server = Server(host="::1")
    except OSError:
        pytest.skip("no IPv6 here")
    with server:
        assert server.client().v1.events.list().data == []
