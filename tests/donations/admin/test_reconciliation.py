"""Editors see whether Stripe still reaches the site, and mend what it didn't tell."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.donations.scenarios import intent_of
from tests.editors import editor, superuser, text
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing import reconciling
from wagtail_campaign.donations.syncing.received import StripeEvent

pytestmark = pytest.mark.django_db
REPORT = reverse("campaign_donations:reconciliation")
SILENT = "Stripe doesn’t reach this site"


def heard(minutes_ago=0, done=True):
    """An event that came."""
    now = timezone.now() - timedelta(minutes=minutes_ago)
    return StripeEvent.objects.create(
        stripe_id=f"evt_{StripeEvent.objects.count()}",
        type="refund.updated",
        kind="refund",
        object_id="re_1",
        created_at=now,
        received_at=now,
        done_at=now if done else None,
    )


def paid_before(minutes):
    Donation.objects.update(paid_at=timezone.now() - timedelta(minutes=minutes))


def test_what_differs_is_shown_and_mended(stripe, gift_of):
    lost, refunded = gift_of(paid=False), gift_of(email="other@example.org")
    stripe.control.pay(lost.session)
    gateway.refund(intent_of(refunded), 1000, "1")
    browser = superuser()
    assert "Gifts that Stripe would be asked for" in text(browser.get(REPORT))
    assert not Donation.objects.filter(pk=lost.pk, state="paid").exists()
    said = text(browser.post(REPORT))
    assert "Stripe says" in said and "was mended." in said
    assert reverse("campaign_donations:inspect", args=[lost.pk]) in said
    lost.refresh_from_db()
    assert lost.state == "paid"
    entry = ModelLogEntry.objects.for_instance(lost).get(action="campaign.mend_donation")
    assert (entry.user, entry.message) == (
        browser.user,
        "Mended, as Stripe says: Not paid → Paid",
    )
    assert "Nothing: all is as Stripe says." in text(browser.post(REPORT))


def test_the_last_event_and_those_that_wait_are_told(stripe):
    browser = superuser()
    assert "None yet" in text(browser.get(REPORT))
    heard(), heard(done=False)
    said = text(browser.get(REPORT))
    assert "(refund.updated)" in said and "<dd>1</dd>" in said


def test_a_webhook_that_is_silent_is_told(gift):
    browser = superuser()
    # Just paid: its event may be on its way.
    assert SILENT not in text(browser.get(REPORT))
    paid_before(minutes=60)
    assert SILENT in text(browser.get(REPORT))
    heard(minutes_ago=120)
    assert SILENT in text(browser.get(REPORT))
    heard(minutes_ago=59)
    assert SILENT not in text(browser.get(REPORT))


def test_gifts_that_didnt_come_through_stripe_make_no_alarm(gift):
    paid_before(minutes=60)
    Donation.objects.update(is_offline=True)
    assert SILENT not in text(superuser().get(REPORT))


def test_while_stripe_is_away_that_is_said(stripe):
    stripe.control.fault(times=3, status=503)
    assert "doesn’t answer just now" in text(superuser().post(REPORT))


def test_too_many_to_wait_for_are_left_to_the_command(gift_of, monkeypatch):
    from wagtail_campaign.donations.admin import reconciliation

    gift_of(paid=False)
    monkeypatch.setattr(reconciliation, "MOST_AT_ONCE", 0)
    said = text(superuser().post(REPORT))
    assert "manage.py campaign_reconcile" in said and "Nothing: all" not in said


def test_the_command_mends_and_says_what(stripe, gift_of):
    lost = gift_of(paid=False)
    stripe.control.pay(lost.session)
    said = StringIO()
    call_command("campaign_reconcile", stdout=said)
    assert said.getvalue() == f"donation {lost.pk}: asked 0 0 -> paid 0 0\n1 mended\n"
    [entry] = ModelLogEntry.objects.filter(action="campaign.mend_donation")
    assert entry.user is None
    stripe.control.fault(times=3, status=503)
    with pytest.raises(CommandError, match="can't be asked"):
        call_command("campaign_reconcile")


def test_what_is_settled_is_not_even_read_and_the_rest_a_few_at_a_time(
    stripe, gift_of, fund, monkeypatch
):
    monkeypatch.setattr(reconciling, "BATCH", 2)
    lost = [gift_of(paid=False, email=f"{n}@example.org") for n in range(5)]
    for gift in lost:
        stripe.control.pay(gift.session)
    monthly = gift_of(interval="month", amount_EUR_once="", other="7")
    stripe.control.forward(days=31)
    Donation.objects.bulk_create(
        Donation(
            fund=fund,
            state="paid",
            amount=100,
            currency="EUR",
            livemode=False,
            language="en",
            payment_intent=f"pi_{n}",
        )
        for n in range(300)
    )
    read, from_db = [], Donation.from_db.__func__
    monkeypatch.setattr(
        Donation,
        "from_db",
        # With Django 6.1 it is also told how to fetch what is missing.
        classmethod(lambda cls, *row, **more: read.append(row[2][0]) or from_db(cls, *row, **more)),
    )
    found = reconciling.reconcile()
    told = {(type(d.record).__name__, d.record.pk): (d.was, d.now) for d in found}
    renewal = Donation.objects.exclude(pk=monthly.pk).get(recurring__isnull=False)
    assert told == {
        **{("Donation", gift.pk): ("asked 0 0", "paid 0 0") for gift in lost},
        ("Donation", renewal.pk): ("", "paid 0 0"),
        # Coming back after paying makes it known, and no more.
        ("Donation", monthly.pk): ("processing 0 0", "paid 0 0"),
        ("RecurringDonation", renewal.recurring_id): ("", "active"),
    }
    assert len(set(read)) < 10
    assert reconciling.reconcile() == []


def test_only_who_may_see_numbers_or_change_funds_sees_it(donation_page, gift):
    assert editor("view_donor", edits=[donation_page]).get(REPORT).status_code == 302
    browser = editor("view_donation_numbers")
    said = text(browser.get(REPORT))
    assert "Last event received" in said and "aigul" not in said
