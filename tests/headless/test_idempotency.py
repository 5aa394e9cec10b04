"""The same request, sent again by a bad connection."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.crowd import at_once
from wagtail_campaign.headless import idempotency
from wagtail_campaign.headless.due import forget_old
from wagtail_campaign.headless.models import TakenRequest
from wagtail_campaign.petitions.models import Signature

from .conftest import FrontEnd

pytestmark = pytest.mark.django_db

KEY = "9f8cbb36-6c5e-4a5e-8f3e-1c2d3e4f5a6b"


@pytest.fixture
def path(page):
    return f"/petitions/{page.pk}/sign"


def test_the_same_key_is_taken_once_and_answered_the_same(front_end, path, typed):
    answers = [front_end.post(path, typed, idempotency_key=KEY) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [202] * 3
    assert len({answer.content for answer in answers}) == 1
    assert Signature.objects.count() == 1
    front_end.post(path, typed)
    front_end.post(path, typed, idempotency_key=KEY + "2")
    assert Signature.objects.count() == 3


def test_a_key_belongs_to_its_body_and_its_address(front_end, path, typed, pages):
    assert front_end.post(path, typed, idempotency_key=KEY).status_code == 202
    answer = front_end.post(path, typed | {"first_name": "Other"}, idempotency_key=KEY)
    assert answer.status_code == 422 and answer.json()["type"].endswith(":key_reused")
    elsewhere = f"/petitions/{pages['kk'].pk}/sign"
    assert front_end.post(elsewhere, typed, idempotency_key=KEY).status_code == 202
    assert Signature.objects.count() == 2


def test_what_was_refused_may_come_again_with_its_key(front_end, path, typed):
    wrong = typed | {"email": "nobody"}
    assert front_end.post(path, wrong, idempotency_key=KEY).status_code == 422
    assert not TakenRequest.objects.exists()
    assert front_end.post(path, typed, idempotency_key=KEY).status_code == 202


@pytest.mark.parametrize("key", ["short", "x" * 129, "with space here", "қазақша-кілт", ""])
def test_a_key_that_is_none_is_refused(front_end, path, typed, key):
    answer = front_end.post(path, typed, idempotency_key=key)
    assert answer.status_code == 400 and not Signature.objects.exists()


def test_one_that_died_on_its_way_is_taken_anew(front_end, path, typed):
    digest, body = _digests(front_end, path, typed)
    TakenRequest.objects.create(digest=digest, body=body)
    answer = front_end.post(path, typed, idempotency_key=KEY)
    assert answer.status_code == 409 and answer.headers["Retry-After"] == "1"
    then = timezone.now() - idempotency.GIVEN_UP_AFTER - timedelta(seconds=1)
    TakenRequest.objects.update(begun_at=then)
    assert front_end.post(path, typed, idempotency_key=KEY).status_code == 202
    assert Signature.objects.count() == 1


def _digests(front_end, path, typed):
    """Those of a request, as the API makes them."""
    front_end.post(path, typed, idempotency_key=KEY)
    row = TakenRequest.objects.get()
    row.delete()
    Signature.objects.all().delete()
    return row.digest, row.body


@pytest.mark.django_db(transaction=True)
def test_twenty_of_the_same_at_once_are_one(page, typed, settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None
    path = f"/petitions/{page.pk}/sign"
    answers = at_once(
        20, lambda i: FrontEnd(Client()).post(path, typed, idempotency_key=KEY).status_code
    )
    assert set(answers) <= {202, 409} and 202 in answers
    assert Signature.objects.count() == 1


def test_nothing_that_was_sent_is_kept_and_nothing_longer_than_a_day(front_end, path, typed):
    front_end.post(path, typed, idempotency_key=KEY)
    row = TakenRequest.objects.get()
    kept = f"{row.digest} {row.body} {row.made}"
    assert KEY not in kept and typed["email"] not in kept
    assert forget_old(None) == 0
    TakenRequest.objects.update(begun_at=timezone.now() - timedelta(hours=25))
    assert forget_old(None) == 1 and not TakenRequest.objects.exists()
