"""What leaves the site by webhooks names nobody, however much they typed and showed."""

import json

import pytest

from tests.people import signature_of
from tests.test_privacy import SECRETS, TYPED, told
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.petitions import services
from wagtail_campaign.webhooks.models import Delivery

pytestmark = pytest.mark.django_db

#: All that any event may say of anybody.
KNOWN = {
    *("kind", "id", "supporter", "action", "country", "language"),
    *("ids", "supporters", "purpose", "way", "who", "test", "endpoint"),
}


def test_nothing_that_was_typed_leaves(page, endpoint, receiver, work, set_petition):
    set_petition(ask_postcode="optional", ask_organisation="optional", ask_comment="optional")
    signature = signature_of(page, **TYPED)
    assert signature.public_name == "Qwertina Zxcvbnova", "and it is public here"
    email_key = signature.supporter.email_key
    work()
    services.erase(signature)
    work()
    assert len(receiver.received) == 2
    for path, headers, body in receiver.received:
        sent = f"{path} {headers} {body.decode()}"
        assert told(sent) == [] and email_key not in sent
        assert set(json.loads(body)["data"]) <= KNOWN
        assert SECRETS


def test_who_signs_with_a_name_and_who_without_are_told_alike(page, endpoint):
    full = signature_of(page, email="a@example.org", display="full")
    anonymous = signature_of(page, email="b@example.org", display="anonymous")
    bodies = [json.loads(d.body)["data"] for d in Delivery.objects.order_by("pk")]
    for body, signature in zip(bodies, [full, anonymous], strict=True):
        assert body.pop("id") == signature.pk
        assert body.pop("supporter") == signature.supporter_id
    assert bodies[0] == bodies[1]


def test_of_what_was_answered_only_the_status_is_kept(page, endpoint, receiver):
    receiver.status, receiver.headers = 500, {"X-Answer": "Zxcvbnova"}
    signature_of(page, **TYPED)
    run_pass()
    assert told(Delivery.objects.values().get()) == []


def test_no_name_is_logged(page, endpoint, receiver, work, caplog):
    caplog.set_level("DEBUG")
    receiver.status = 410
    signature_of(page, **TYPED)
    work()
    assert "switched off" in caplog.text and told(caplog.text) == []
