"""What is told arrives: at last, at least once, and without holding anybody up."""

import base64
import json
import socket
import threading
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.people import signature_of
from wagtail_campaign.webhooks import calling, delivery, endpoints, signing
from wagtail_campaign.webhooks.models import Delivery, Endpoint

from .listening import listening

pytestmark = pytest.mark.django_db


@pytest.fixture
def short(monkeypatch):
    """Nobody waits for five seconds."""
    monkeypatch.setattr(calling, "SECONDS", 0.4)


@pytest.fixture
def told(page, endpoint):
    """Something is to be told; the endpoint."""
    signature_of(page)
    return endpoint


def reload(endpoint) -> Endpoint:
    return Endpoint.objects.get(pk=endpoint.pk)


def test_what_happened_arrives_signed(told, receiver, work, verify, state):
    assert work() == 1 and work() == 0
    [(path, headers, body)] = receiver.received
    assert path == "/hook?from=campaign" and json.loads(body)["type"] == "signature.confirmed"
    assert headers["Content-Type"] == "application/json"
    assert headers["Host"] == f"127.0.0.1:{receiver.port}"
    assert headers["webhook-id"] == Delivery.objects.get().webhook_id
    assert verify(signing.secret(told), headers, body)
    assert not verify(signing.secret(told), headers, body + b" ")
    assert not verify("whsec_" + "A" * 43 + "=", headers, body)
    assert not verify(signing.secret(told), headers | {"webhook-timestamp": "1"}, body)
    assert state() == ("delivered", 1, 200, "")
    assert reload(told).succeeded_at and reload(told).failing_since is None


def test_signatures_are_those_of_the_specification():
    """The example that its libraries are tested with."""
    key = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    signed = signing.signature(
        key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, '{"test": 2432232314}'
    )
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_while_the_secret_is_renewed_both_are_good(told, receiver, work, verify, clock):
    former = signing.secret(told)
    new = endpoints.renew_secret(told, None)
    assert new != former and new.startswith("whsec_")
    work()
    [(_, headers, body)] = receiver.received
    assert verify(new, headers, body) and verify(former, headers, body)
    assert len(headers["webhook-signature"].split()) == 2
    Delivery.objects.update(state="queued")
    clock.forward(days=2, minutes=1)
    work()
    _, headers, body = receiver.received[-1]
    headers["webhook-timestamp"] = str(int(time.time()))
    assert len(headers["webhook-signature"].split()) == 1


def test_a_new_secret_key_of_the_site_holds_nobody_up(told, receiver, work, verify, settings):
    former = signing.secret(told)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    work()
    [(_, headers, body)] = receiver.received
    assert verify(former, headers, body) and verify(signing.secret(told), headers, body)


def test_no_secret_is_in_the_database(told):
    row = Endpoint.objects.filter(pk=told.pk).values().get()
    for key in (signing.secret(told).removeprefix("whsec_"), signing.keys(told)[0].hex()):
        assert key not in str(row)


@pytest.mark.parametrize("status", [500, 503, 404, 400, 301, 302, 307])
def test_whatever_is_not_well_is_tried_again_with_the_same_id(
    told, receiver, work, clock, state, status
):
    receiver.status = status
    receiver.headers = {"Location": f"http://127.0.0.1:{receiver.port}/elsewhere"}
    assert work() == 0 and state() == ("queued", 1, status, "")
    assert len(receiver.received) == 1, "no redirect is followed"
    assert reload(told).failing_since
    receiver.status = 204
    clock.forward(seconds=20)
    assert work() == 1 and state() == ("delivered", 2, 204, "")
    assert len({headers["webhook-id"] for _, headers, _ in receiver.received}) == 1
    assert reload(told).failing_since is None


def test_it_is_given_up_after_three_days(told, receiver, deliver, clock, state, monkeypatch):
    clock.stop()
    monkeypatch.setattr(delivery.random, "uniform", lambda *between: 1)
    receiver.status, began, gaps = 404, clock.now(), []
    while Delivery.objects.get().state == "queued":
        due = Delivery.objects.get().due_at
        gaps.append(due - clock.now())
        clock.forward(seconds=max(0, (due - clock.now()).total_seconds()))
        deliver()
    assert state() == ("failed", 10, 404, "") and len(receiver.received) == 10
    assert [int(gap.total_seconds()) for gap in gaps[1:]] == [
        *(5, 300, 1800),
        *(hours * 3600 for hours in (2, 5, 10, 14, 20, 24)),
    ]
    assert timedelta(days=3) < clock.now() - began < timedelta(days=4)
    assert reload(told).is_on


def test_what_failed_at_once_does_not_come_back_at_once(page, endpoint, receiver, work):
    receiver.status = 404
    for number in range(10):
        signature_of(page, email=f"{number}@example.org")
    Delivery.objects.update(attempts=2)
    work()
    waits = [d.due_at - timezone.now() for d in Delivery.objects.all()]
    assert max(waits) - min(waits) > timedelta(seconds=30)
    assert timedelta(minutes=26) < min(waits) < max(waits) < timedelta(minutes=34)


def test_who_is_gone_is_switched_off_at_once(told, receiver, work, clock, state):
    receiver.status = 410
    work()
    assert state() == ("failed", 1, 410, "")
    assert (reload(told).is_on, reload(told).off_reason) == (False, "gone")
    clock.forward(days=1)
    work()
    assert len(receiver.received) == 1


def test_who_fails_for_days_is_switched_off(page, told, receiver, deliver, clock, after_commit):
    receiver.status = 500
    for hours in range(12):
        deliver()
        clock.forward(hours=11)
        signature_of(page, email=f"{hours}@example.org")
    deliver()
    assert (reload(told).is_on, reload(told).off_reason) == (False, "failing")
    told_so_far, number = len(receiver.received), Delivery.objects.count()
    signature_of(page, email="other@example.org")
    deliver()
    assert len(receiver.received) == told_so_far and Delivery.objects.count() == number
    receiver.status = 200
    with after_commit():
        endpoints.switch_on(told, None)
    signature_of(page, email="third@example.org")
    assert deliver() >= 1 and reload(told).failing_since is None


def test_one_success_ends_a_failure(told, page, receiver, deliver, clock):
    receiver.status = 500
    for day in range(20):
        deliver()
        clock.forward(hours=11)
        if day % 8 == 7:
            signature_of(page, email=f"{day}@example.org")
            receiver.statuses = [200]
    assert reload(told).is_on


def test_who_wants_to_be_left_alone_is(page, told, receiver, work, clock):
    receiver.status, receiver.headers = 429, {"Retry-After": "3600"}
    work()
    receiver.status = 200
    signature_of(page, email="other@example.org")
    clock.forward(minutes=50)
    assert work() == 0 and len(receiver.received) == 1
    clock.forward(minutes=11)
    assert work() == 2


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("99999999", 24),
        ("9" * 400, 0),
        ("Wed, 21 Oct 2099 07:28:00 GMT", 24),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("soon", 0),
        ("-5", 0),
        ("٣", 0),
        ("Wed, 99 Xyz", 0),
    ],
)
def test_patience_has_its_limits(told, receiver, work, clock, said, hours):
    receiver.status, receiver.headers = 503, {"Retry-After": said}
    work()
    rest = reload(told).rests_until - timezone.now()
    assert abs(rest - timedelta(hours=hours)) < timedelta(seconds=10)


def test_who_is_unwell_rests_for_as_long_as_it_has_been(page, told, receiver, deliver, clock):
    receiver.status = 500
    for number in range(30):
        signature_of(page, email=f"{number}@example.org")
    deliver()
    assert len(receiver.received) == 1, "one call is enough to see it"
    for _ in range(60):
        clock.forward(minutes=1)
        deliver()
    assert 8 <= len(receiver.received) <= 16
    receiver.status = 200
    clock.forward(minutes=11)
    assert deliver() > 20


def test_who_refuses_something_gets_the_rest(page, told, receiver, work):
    for number in range(3):
        signature_of(page, email=f"{number}@example.org")
    receiver.statuses = [400]
    assert work() == 3


def test_who_hangs_holds_nobody_up(page, told, receiver, other_receiver, work, short, state):
    receiver.hangs = 2
    listening(other_receiver.url, name="Chat")
    for number in range(5):
        signature_of(page, email=f"{number}@example.org")
    began = time.monotonic()
    assert work() == 5
    assert time.monotonic() - began < 2
    assert len(receiver.received) == 1 and len(other_receiver.received) == 5
    tried = Delivery.objects.get(attempts=1, endpoint=told)
    assert (tried.state, tried.status, tried.error) == ("queued", None, "TimeoutError")


def test_who_sends_a_byte_now_and_then_is_cut_off(told, receiver, work, short, state):
    receiver.drips = 0.1
    began = time.monotonic()
    work()
    assert time.monotonic() - began < 1.5
    assert state() == ("queued", 1, None, "TimeoutError")


def test_who_is_not_there_at_all(page, work, settings, state):
    settings.WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE = True
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        listening(f"http://127.0.0.1:{probe.getsockname()[1]}/")
        signature_of(page)
        work()
    assert state() == ("queued", 1, None, "ConnectionRefusedError")


def test_a_fault_of_ours_with_one_holds_up_no_other(page, endpoint, receiver, deliver, monkeypatch):
    broken = listening("https://broken.example.org/", name="Broken")
    signature_of(page)
    post = calling.post

    def fail(url, body, headers):
        if url == broken.url:
            raise ZeroDivisionError
        return post(url, body, headers)

    monkeypatch.setattr(calling, "post", fail)
    assert deliver() == 1
    assert Delivery.objects.get(endpoint=broken).error == "ZeroDivisionError"


def test_who_answers_nonsense(told, work, settings, state):
    with socket.create_server(("127.0.0.1", 0)) as server:
        Endpoint.objects.update(url=f"http://127.0.0.1:{server.getsockname()[1]}/")

        def answer():
            connection, _ = server.accept()
            connection.recv(65536)
            connection.sendall(b"SSH-2.0-OpenSSH\r\n\r\n")
            connection.close()

        thread = threading.Thread(target=answer)
        thread.start()
        work()
        thread.join()
    assert state() == ("queued", 1, None, "BadStatusLine")


def test_what_was_being_sent_when_a_pass_died_is_sent_again(told, receiver, work, clock, state):
    Delivery.objects.update(state="sending", claimed_at=timezone.now(), attempts=1)
    assert work() == 0 and not receiver.received
    clock.forward(minutes=2)
    assert work() == 1 and state() == ("delivered", 2, 200, "")


def test_what_arrived_can_be_told_again_under_the_same_id(told, receiver, work, state):
    work()
    assert endpoints.replay(told, Delivery.objects.all(), None) == 1
    assert endpoints.replay(told, Delivery.objects.all(), None) == 0, "it is on its way"
    assert work() == 1
    assert len({headers["webhook-id"] for _, headers, _ in receiver.received}) == 1


def test_what_failed_is_told_again_since_a_moment(page, endpoint, receiver, work, clock):
    for number in range(3):
        signature_of(page, email=f"{number}@example.org")
    for days, told in enumerate(Delivery.objects.order_by("-pk"), 1):
        created_at = timezone.now() - timedelta(days=days)
        Delivery.objects.filter(pk=told.pk).update(state="failed", created_at=created_at)
    found = endpoints.failed_since(endpoint, timezone.now() - timedelta(days=2, hours=1))
    assert endpoints.replay(endpoint, found, None) == 2
    assert work() == 2


def test_a_test_goes_to_one_that_rests(endpoint, receiver, work, after_commit):
    Endpoint.objects.update(rests_until=timezone.now() + timedelta(hours=1))
    with after_commit():
        endpoints.test(endpoint, None)
    assert work() == 1
    assert json.loads(receiver.received[0][2])["type"] == "test"


def test_what_was_told_a_month_ago_is_deleted_and_what_waits_is_not(page, told, work, clock):
    signature_of(page, email="other@example.org")
    ids = list(Delivery.objects.order_by("pk").values_list("pk", flat=True))
    Delivery.objects.filter(pk=ids[0]).update(state="delivered")
    Endpoint.objects.update(is_on=False)
    clock.forward(days=29)
    work()
    assert Delivery.objects.count() == 2
    clock.forward(days=2)
    work()
    assert list(Delivery.objects.values_list("pk", flat=True)) == ids[1:]
