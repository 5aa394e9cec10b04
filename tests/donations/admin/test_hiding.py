"""An editor takes what a donor has written off the page: a slur, a name that isn't theirs."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.donations.donors import monthly
from tests.editors import editor, superuser, text
from wagtail_campaign.actions import tallies
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.offline_gifts import Told, enter
from wagtail_campaign.donations.syncing.subscriptions import sync_subscription
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db


def hide(browser, gift, reason="A slur"):
    url = reverse("campaign_donations:hide", args=[gift.pk])
    return text(browser.post(url, {"reason": reason}, follow=True))


@pytest.fixture
def dedicated(fund, gift_of):
    fund.ask_dedication = "optional"
    fund.save()
    return gift_of(dedication="To the scabs")


def test_name_and_dedication_are_gone_at_once_and_the_gift_counts(
    client, donation_page, fund, dedicated
):
    assert "To the scabs" in client.get(donation_page.url).content.decode()
    before, browser = tallies.by_metric(fund.key), superuser()
    assert "It is shown no longer." in hide(browser, dedicated)
    page = client.get(donation_page.url).content.decode()
    assert "To the scabs" not in page and "Aigul" not in page
    assert tallies.by_metric(fund.key) == before
    [entry] = ModelLogEntry.objects.filter(action="campaign.hide_donor")
    assert (entry.user, entry.message) == (browser.user, "Taken off the page: A slur")
    assert "Aigul" not in str(entry.data) and entry.label == str(dedicated)
    # Who gave is known as before, to those who may see it.
    assert Supporter.objects.get().first_name == "Aigul"


def test_what_comes_of_a_recurring_gift_stays_hidden_with_it(
    client, stripe, donation_page, gift_typed
):
    recurring = monthly(client, stripe, donation_page, gift_typed)
    hide(superuser(), recurring.donations.get())
    stripe.control.forward(days=31)
    sync_subscription(recurring.subscription)
    assert list(recurring.donations.values_list("public_name", flat=True)) == ["", ""]


def test_a_gift_that_was_entered_is_hidden_too(client, donation_page, fund):
    browser = superuser()
    told = Told(2500, "EUR", timezone.localdate(), "a form", "Marat", is_public=True)
    [gift] = enter(fund, [told], browser.user)
    assert "Marat" in client.get(donation_page.url).content.decode()
    hide(browser, gift)
    assert "Marat" not in client.get(donation_page.url).content.decode()


def test_a_second_time_there_is_nothing_to_hide(dedicated):
    browser = superuser()
    inspect = reverse("campaign_donations:inspect", args=[dedicated.pk])
    assert "Take off the page" in text(browser.get(inspect))
    hide(browser, dedicated)
    assert "Take off the page" not in text(browser.get(inspect))
    assert "Neither a name nor a dedication is shown of it." in hide(browser, dedicated)
    assert ModelLogEntry.objects.filter(action="campaign.hide_donor").count() == 1


def test_only_who_may_change_the_fund_hides(donation_page, dedicated):
    hide(editor("view_donor", "refund_donation", edits=[donation_page]), dedicated)
    assert Donation.objects.get().public_name == "Aigul Serikova"
    hide(editor("view_donor", "change_fund", edits=[donation_page]), dedicated)
    assert Donation.objects.get().public_name == ""
