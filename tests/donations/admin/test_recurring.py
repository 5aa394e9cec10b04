"""Editors look after recurring gifts."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.donations.scenarios import customer_of, subscription_of
from tests.editors import editor, superuser, text
from wagtail_campaign.donations.recurring import RecurringDonation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing.subscriptions import sync_subscription

pytestmark = pytest.mark.django_db
LIST = reverse("campaign_recurring:index")


def address(recurring, verb="inspect"):
    return reverse(f"campaign_recurring:{verb}", args=[recurring.pk])


@pytest.fixture
def monthly(gift_of, stripe):
    """€10 each month of Aigul Serikova, given twice."""
    gift = gift_of(paid=False, interval="month", amount_EUR_month="1000")
    stripe.control.pay(gift.session)
    stripe.control.forward(days=32)
    sync_subscription(subscription_of(gift))
    gift.refresh_from_db()
    return gift.recurring


def test_recurring_gifts_are_listed_and_name_nobody_until_asked(monthly):
    browser = superuser()
    said = text(browser.get(LIST))
    assert "€10 each month, test" in said and "1 recurring gift" in said
    assert "aigul@example.org" not in said
    assert "aigul@example.org" in text(browser.get(LIST, {"people": "1"}))
    assert ModelLogEntry.objects.get(action="campaign.view_donor").data["ids"] == [monthly.pk]
    assert "1 recurring gift" in text(browser.get(LIST, {"interval": "month"}))
    assert "1 recurring gift" not in text(browser.get(LIST, {"state": "ended"}))


def test_one_is_shown_with_the_gifts_that_came_of_it(monthly, stripe):
    said = text(superuser().get(address(monthly)))
    for gift in monthly.donations.all():
        assert reverse("campaign_donations:inspect", args=[gift.pk]) in said
    assert monthly.donations.count() == 2
    assert monthly.subscription in said and "dashboard.stripe.com" not in said


def test_a_failed_payments_mail_is_shown(monthly, stripe):
    first = monthly.donations.earliest("pk")
    stripe.control.card(customer_of(first), declines=True)
    stripe.control.forward(days=31)
    sync_subscription(monthly.subscription)
    said = text(superuser().get(address(monthly)))
    assert "Last payment failed" in said and "A recurring gift couldn’t be taken" in said


def test_it_is_paused_goes_on_and_ends(monthly):
    browser = superuser()
    for verb, done, state, offered in (
        ("pause", "It is paused.", "paused", "go_on"),
        ("go_on", "It goes on.", "active", "pause"),
        ("end", "It is ended", "ending", "go_on"),
        ("go_on", "It goes on.", "active", "end"),
        ("pause", "It is paused.", "paused", "end"),
        ("end", "It is ended", "ended", None),
    ):
        said = text(browser.post(address(monthly, verb), {"reason": "On the phone"}, follow=True))
        assert done in said, verb
        monthly.refresh_from_db()
        assert monthly.state == state
        assert offered is None or address(monthly, offered) in said
    log = ModelLogEntry.objects.for_instance(monthly).order_by("timestamp")
    deeds = [entry.message for entry in log if "phone" in entry.message]
    assert deeds[:3] == ["Paused: On the phone", "Goes on: On the phone", "Ended: On the phone"]
    assert gateway.subscription(monthly.subscription).status == "canceled"


def test_it_asks_first_and_for_a_reason(monthly):
    browser = superuser()
    assert "Nothing is taken any more" in text(browser.get(address(monthly, "end")))
    assert "This field is required." in text(browser.post(address(monthly, "end"), {}))
    monthly.refresh_from_db()
    assert monthly.state == "active"


def test_what_has_ended_cant_go_on(monthly):
    gateway.stop_subscription(monthly.subscription)
    sync_subscription(monthly.subscription)
    browser = superuser()
    assert "That can’t be done with it: No longer given." in text(
        browser.get(address(monthly, "go_on"))
    )
    said = text(browser.post(address(monthly, "pause"), {"reason": "x"}, follow=True))
    assert "nothing was done" in said


def test_while_stripe_is_away_that_is_said(monthly, stripe):
    stripe.control.fault(times=3, status=503)
    said = text(superuser().post(address(monthly, "pause"), {"reason": "x"}, follow=True))
    assert "doesn’t answer just now" in said
    assert not ModelLogEntry.objects.filter(action="campaign.pause_recurring").exists()


def test_only_who_may_changes_a_recurring_gift(donation_page, monthly):
    browser = editor("view_donor", "refund_donation", "change_fund", edits=[donation_page])
    assert address(monthly, "end") not in text(browser.get(address(monthly)))
    browser.post(address(monthly, "end"), {"reason": "x"})
    elsewhere = editor("change_recurringdonation")
    assert elsewhere.post(address(monthly, "end"), {"reason": "x"}, follow=True).status_code == 404
    assert RecurringDonation.objects.get().state == "active"
    own = editor("change_recurringdonation", edits=[donation_page])
    assert "aigul@example.org" not in text(own.get(address(monthly)))
    own.post(address(monthly, "end"), {"reason": "x"})
    assert RecurringDonation.objects.get().state == "ending"
