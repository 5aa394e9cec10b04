"""What comes to the webhook: from Stripe, and from anybody else."""

import json
import time
from datetime import UTC, datetime
from io import BytesIO

import pytest
import stripe
from django.core.handlers.asgi import ASGIRequest
from django.db import OperationalError
from django.urls import reverse
from stripe.v2.core import EventNotification

from wagtail_campaign.actions import tallies
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.stripe_api.events import Event
from wagtail_campaign.donations.syncing import received
from wagtail_campaign.donations.syncing.received import StripeEvent
from wagtail_campaign.donations.syncing.webhook import webhook
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.offline_stripe import webhooks
from wagtail_campaign.offline_stripe.server import WEBHOOK_SECRET

from ..test_giving import give

pytestmark = pytest.mark.django_db


def event(**values):
    """An event as Stripe sends it, about nothing that there is."""
    return {
        "id": "evt_1",
        "object": "event",
        "type": "checkout.session.completed",
        "created": int(time.time()),
        "livemode": False,
        "data": {"object": {"id": "cs_1", "object": "checkout.session"}},
        **values,
    }


@pytest.fixture
def send(client, stripe):
    """``send(event)``: to the webhook, signed; or raw bytes, and with a header of one's own."""

    def send(said, signature=None, method="POST", **headers):
        payload = said if isinstance(said, bytes) else json.dumps(said).encode()
        if signature is None:
            signature = stripe.webhooks.signature(payload)
        return client.generic(
            method,
            reverse("wagtail_campaign:stripe_webhook"),
            payload,
            content_type="application/json",
            headers={"Stripe-Signature": signature, **headers},
        )

    return send


def test_what_stripe_tells_is_written_down_once(send):
    assert [send(event()).status_code for _ in range(3)] == [200, 200, 200]
    known = StripeEvent.objects.get()
    assert (known.stripe_id, known.kind, known.object_id) == ("evt_1", "checkout.session", "cs_1")
    # There is no such session: nothing has to be looked at again.
    assert known.done_at


@pytest.mark.parametrize(
    "said",
    [
        {"type": "account.updated"},
        {"livemode": True},
        {"account": "acct_other"},
        {"context": "acct_other"},
    ],
    ids=["a type that isn't asked for", "live", "another account", "another context"],
)
def test_what_means_nothing_here_is_answered_well_and_forgotten(send, said, caplog):
    assert send(event(**said)).status_code == 200
    assert not StripeEvent.objects.exists()
    assert "cs_1" not in caplog.text and "acct_other" not in caplog.text


def thin(**values):
    """A thin event, about nothing that there is."""
    return {
        "id": "evt_test_1",
        "object": "v2.core.event",
        "type": "v1.checkout.session.completed",
        "created": "2026-11-26T06:35:00.000Z",
        "livemode": False,
        "related_object": {
            "id": "cs_1",
            "type": "checkout.session",
            "url": "/v1/checkout/sessions/cs_1",
        },
        **values,
    }


def test_a_thin_event_is_a_hint_as_well(send):
    assert [send(thin()).status_code for _ in range(2)] == [200, 200]
    known = StripeEvent.objects.get()
    assert (known.stripe_id, known.type) == ("evt_test_1", "checkout.session.completed")
    assert (known.kind, known.object_id) == ("checkout.session", "cs_1")
    assert known.created_at == datetime(2026, 11, 26, 6, 35, tzinfo=UTC) and known.done_at


@pytest.mark.parametrize(
    "said",
    [
        {"type": "v2.core.event_destination.ping"},
        {"type": "v1.account.updated"},
        {"livemode": True},
        {"context": "acct_other"},
        {"type": "v1.v1.checkout.session.completed"},
    ],
)
def test_a_thin_event_that_means_nothing_here_is_answered_well_and_forgotten(send, said):
    assert send(thin(**said)).status_code == 200
    assert not StripeEvent.objects.exists()


@pytest.mark.parametrize("type", received.TYPES)
def test_every_event_has_a_thin_one_as_the_sdk_reads_it(type):
    body = json.dumps(thin(type=f"v1.{type}"))
    known = EventNotification.from_json(body, stripe.StripeClient("sk_test_1"))
    # Of a type that it doesn't know it makes another class.
    assert f"v1.{type}" == known.LOOKUP_TYPE
    read = Event.of(json.loads(body))
    assert (read.id, read.type, read.livemode) == (known.id, type, known.livemode)
    assert (read.kind, read.object_id) == (known.related_object.type, known.related_object.id)
    assert read.created == datetime.fromisoformat(known.created)


def test_what_the_offline_stripe_sends_thin_is_what_the_sdk_reads(
    stripe_that_tells, client, donation_page, gift_typed
):
    """Its signature and its address included."""
    offline, heard = stripe_that_tells
    offline.control.thin()
    give(client, donation_page, gift_typed)
    offline.control.pay(Donation.objects.get().session)
    offline.webhooks.wait()
    site = offline.client()
    read = [site.parse_event_notification(*told, WEBHOOK_SECRET) for told in heard]
    assert {"v1.checkout.session.completed", "v1.charge.succeeded"} <= {one.type for one in read}
    for one in read:
        assert one.type == one.LOOKUP_TYPE and one.context is None
    done = next(one for one in read if one.type == "v1.checkout.session.completed")
    assert done.fetch_related_object().payment_status == "paid"


@pytest.fixture
def stripe_that_tells(stripe, monkeypatch):
    """The offline Stripe, and what it sends: (body, signature)."""
    heard = []

    def post(request, timeout):
        heard.append((request.data, request.headers["Stripe-signature"]))
        raise OSError

    monkeypatch.setattr("wagtail_campaign.offline_stripe.webhooks.urlopen", post)
    stripe.webhooks.url = "http://site.example/"
    return stripe, heard


def test_both_ways_at_once_count_a_gift_once(send, client, stripe, donation_page, gift_typed, fund):
    give(client, donation_page, gift_typed)
    donation = Donation.objects.get()
    stripe.control.pay(donation.session)
    for event in [e for e in stripe.control.events() if e["type"] in received.TYPES]:
        assert send(event).status_code == 200
        assert send(webhooks.thin(event)).status_code == 200
    donation.refresh_from_db()
    assert donation.state == "paid" and StripeEvent.objects.count() == 4
    assert {k: n for k, n in tallies.by_metric(fund.key).items() if n} == {
        "paid EUR test": 2500,
        "gifts EUR test": 1,
    }


def test_what_stripe_did_not_sign_is_refused_and_not_read(send, stripe, caplog):
    body = json.dumps(event()).encode()
    good = stripe.webhooks.signature(body)
    old = stripe.webhooks.signature(body, int(time.time()) - 600)
    early = stripe.webhooks.signature(body, int(time.time()) + 600)
    wrong = [
        "",
        "x",
        "t=1,v1=",
        "t=x,v1=y",
        "v1=" + "0" * 64,
        good[:-1] + "x",
        old,
        early,
        "t=" * 999,
    ]
    for signature in wrong:
        assert send(body, signature).status_code == 400, signature
    # Another body with the signature of this one, and none in any encoding.
    assert send(body + b" ", good).status_code == 400
    assert send(b"\xff\xfe\x00", good).status_code == 400
    assert not StripeEvent.objects.exists()
    assert "cs_1" not in caplog.text and "v1=" not in caplog.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"{}",
        b"\xff\xfe\x00",
        b'{"object": "event"}',
        b'{"object": "event", "id": 7, "data": {"object": {}}}',
        b'{"object": "event", "id": "evt_1", "data": null}',
        b'{"object": "v2.core.event", "id": "evt_1", "type": "x"}',
        json.dumps(thin(created=1)).encode(),
        json.dumps(thin(created="yesterday")).encode(),
        json.dumps(thin(created="2026-11-26T06:35:00")).encode(),
        json.dumps(thin(related_object=None)).encode(),
        json.dumps(thin(related_object={"type": "refund"})).encode(),
        json.dumps(thin(related_object={"type": ["x"], "id": "re_1"})).encode(),
        json.dumps(thin(related_object={"type": "refund", "id": "x" * 999})).encode(),
        json.dumps(thin(type=None)).encode(),
        json.dumps(thin(id="evt_\x00")).encode(),
        json.dumps(event(created="soon")).encode(),
        json.dumps(event(created=10**20)).encode(),
        json.dumps(event(data={"object": {"object": "refund", "id": ["x"]}})).encode(),
        json.dumps(event(id="evt_" + "x" * 999)).encode(),
        json.dumps(event(data={"object": {"object": "x" * 99, "id": "x" * 999}})).encode(),
        json.dumps(event(id="evt_\x00")).encode(),
        b"[" * 100_000,
    ],
    ids=range(27),
)
def test_garbage_is_no_error_of_ours_even_where_it_is_signed(send, body, caplog):
    assert send(body).status_code == 400
    assert not StripeEvent.objects.exists()
    assert [record.levelname for record in caplog.records if record.name.startswith("wag")] == [
        "WARNING"
    ]
    assert "evt_" not in caplog.text and "xxx" not in caplog.text


def test_what_is_far_too_long_is_not_read(send):
    assert send(b"x" * 10_000_000).status_code == 413


def test_no_more_is_read_of_what_does_not_say_how_long_it_is(stripe):
    """As it comes in pieces, by ASGI."""
    body = BytesIO(b"x" * 10_000_000)
    scope = {"type": "http", "method": "POST", "path": "/", "headers": []}
    assert webhook(ASGIRequest(scope, body)).status_code == 413
    assert body.tell() < 1_000_000


def test_a_length_that_is_none_is_refused(send):
    for length in ("", "x", "-1", "1e3", "٣", "9" * 5000):
        assert send(event(), **{"Content-Length": length}).status_code in (400, 413), length
    assert not StripeEvent.objects.exists()


def test_only_post_is_answered(send):
    for method in ("GET", "PUT", "DELETE", "OPTIONS"):
        assert send(b"", method=method).status_code == 405


def test_both_secrets_hold_while_one_is_renewed(send, stripe, settings):
    settings.WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS = ["whsec_new", "whsec_offline"]
    assert send(event()).status_code == 200
    settings.WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS = ["whsec_new"]
    assert send(event(id="evt_2")).status_code == 400
    settings.WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS = []
    assert send(event(id="evt_2")).status_code == 400


def test_a_gift_of_another_site_on_the_same_account_is_none_of_ours(send, stripe, ask):
    session = gateway.open_session(ask(donation="not even a key"))
    stripe.control.pay(session.id)
    told = [e for e in stripe.control.events() if e["type"] in received.TYPES]
    assert told and [send(one).status_code for one in told] == [200] * len(told)
    assert not Donation.objects.exists()
    assert not StripeEvent.objects.filter(done_at=None).exists()


def test_while_stripe_is_away_an_event_waits_for_the_next_pass(
    send, client, stripe, donation_page, gift_typed, clock
):
    give(client, donation_page, gift_typed)
    donation = Donation.objects.get()
    stripe.webhooks.url = "http://127.0.0.1:9/"
    stripe.control.hold()
    stripe.control.pay(donation.session)
    stripe.control.fault(times=3, status=500)
    done = [e for e in stripe.control.events() if e["type"] == "checkout.session.completed"]
    assert send(done[0]).status_code == 200
    donation.refresh_from_db()
    assert donation.state == "asked" and StripeEvent.objects.get().done_at is None
    clock.forward(minutes=2)
    run_pass()
    donation.refresh_from_db()
    assert donation.state == "paid" and StripeEvent.objects.get().done_at


def test_while_the_database_is_away_stripe_is_asked_to_tell_it_again(send, client, monkeypatch):
    def away(*args):
        raise OperationalError("gone away")

    monkeypatch.setattr(received, "receive", away)
    client.raise_request_exception = False
    assert send(event()).status_code == 500
