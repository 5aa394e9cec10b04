"""While somebody tries stolen cards, the address at Stripe comes by mail alone."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from wagtail_campaign.donations import breaker
from wagtail_campaign.donations.models import Donation

pytestmark = pytest.mark.django_db
KEY = {"idempotency_key": "0b4a5d1e-one-gift"}


@pytest.fixture
def burst(fund):
    """``burst()``: so many gifts that nobody paid, five minutes ago."""

    def burst():
        moment = timezone.now() - timedelta(minutes=5)
        gift = {"state": "asked", "amount": 100, "currency": "EUR", "language": "en"}
        Donation.objects.bulk_create(
            Donation(fund=fund, livemode=False, created_at=moment, **gift)
            for _ in range(breaker.BURST)
        )

    return burst


def test_the_answer_leads_to_the_mail_and_holds_no_token(front_end, stripe, begin, burst):
    burst()
    answer = begin()
    assert (answer.status_code, answer.json()) == (202, {"next": "check_mail"})
    assert stripe.store.all("checkout.session") == []
    [sent] = mail.outbox
    token = re.search(r"/campaign/gift/(\S+?)/", sent.body)[1]
    assert front_end.get(f"/gifts/{token}").json()["may_be_paid"] is True
    paying = front_end.post(f"/gifts/{token}/pay").json()
    assert paying["checkout_url"].startswith(stripe.address)


def test_the_same_request_is_mailed_once_and_no_way_around_it(stripe, begin, burst, clock):
    burst()
    assert [begin(KEY).status_code for _ in range(3)] == [202] * 3
    # Nor once it is over: the mail has the address.
    clock.forward(minutes=20)
    assert begin(KEY).status_code == 202
    assert len(mail.outbox) == 1 and stripe.store.all("checkout.session") == []


def test_a_gift_that_waited_for_stripe_is_held_back_as_well(stripe, begin, burst):
    stripe.control.fault(times=3, status=503)
    assert begin(KEY).status_code == 503
    burst()
    assert begin(KEY).status_code == 202
    assert len(mail.outbox) == 1 and stripe.store.all("checkout.session") == []


def test_one_that_was_put_to_stripe_before_is_paid_there(stripe, begin, burst):
    first = begin(KEY)
    burst()
    assert begin(KEY).json() == first.json() and mail.outbox == []
