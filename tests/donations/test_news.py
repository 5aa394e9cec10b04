"""Donors who asked for it are told what becomes of a fund, once each, and can end that."""

import pytest

from tests.donations.donors import AIGUL, given, monthly, paid, tell
from tests.people import change, link
from tests.supporters.visits import page_text, work_off
from tests.updates.posting import mailed, post
from wagtail_campaign.donations.me import donor
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.supporters import consents, links
from wagtail_campaign.supporters.models import Consent, Supporter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fast(settings):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 100
    settings.WAGTAIL_CAMPAIGN_BROADCAST_RATE = None
    settings.WAGTAIL_CAMPAIGN_BROADCAST_DELAY = 0


@pytest.fixture
def wanting(donation_page, gift_typed):
    """What a donor types who asks for news about what becomes of the fund."""
    wordings = donation_page.consent_wordings()
    consents.keep_wordings(wordings)
    [updates] = [wording for wording in wordings if wording.purpose == "updates"]
    return gift_typed | {"consent_updates": updates.pk}


def tell_donors(page, mailoutbox, title="Two released") -> list:
    """Mails an update; what went out."""
    mailoutbox.clear()
    assert mailed(post(page, title))
    work_off()
    return list(mailoutbox)


def test_those_who_paid_and_asked_for_news_get_it_and_nobody_else(
    client, stripe, donation_page, gift_typed, wanting, mailoutbox
):
    paid(client, stripe, donation_page, wanting)
    paid(client, stripe, donation_page, gift_typed | {"email": "quiet@example.org"})
    given(client, donation_page, wanting | {"email": "unpaid@example.org"})
    [mail] = tell_donors(donation_page, mailoutbox)
    assert mail.to == [AIGUL] and mail.subject == "Two released"
    assert "List-Unsubscribe" in mail.extra_headers
    assert "because you gave for “Strike fund”" in " ".join(mail.body.split())


def test_who_gave_several_times_gets_it_once(client, stripe, donation_page, wanting, mailoutbox):
    recurring = monthly(client, stripe, donation_page, wanting)
    stripe.control.forward(days=31)
    tell(recurring.donations.get())
    paid(client, stripe, donation_page, wanting)
    assert Donation.objects.count() == 3
    [mail] = tell_donors(donation_page, mailoutbox)
    assert mail.to == [AIGUL]


def test_the_link_in_it_ends_the_news_of_all_gifts(
    client, stripe, donation_page, wanting, mailoutbox
):
    paid(client, stripe, donation_page, wanting)
    paid(client, stripe, donation_page, wanting)
    other = paid(client, stripe, donation_page, wanting | {"email": "other@example.org"})
    [mail] = [m for m in tell_donors(donation_page, mailoutbox) if m.to == [AIGUL]]
    address = link(mail, "unsubscribe")
    assert "No more news about this?" in page_text(client.get(address))
    assert Consent.objects.filter(withdrawn_at=None).count() == 3, "opening it changes nothing"
    assert "You get no more news" in page_text(client.post(address))
    [standing] = Consent.objects.filter(withdrawn_at=None)
    assert standing.supporter == other.supporter
    assert "You get no more news" in page_text(client.post(address))
    [mail] = tell_donors(donation_page, mailoutbox, "Three released")
    assert mail.to == ["other@example.org"]
    assert Donation.objects.filter(state="paid", supporter__email=AIGUL).count() == 2


def test_after_its_end_the_link_lets_go_of_all_gifts(
    client, stripe, fund, donation_page, wanting, clock
):
    gifts = [paid(client, stripe, donation_page, wanting) for _ in range(2)]
    change(fund, state="closed")
    clock.forward(days=190)
    links.unsubscribe(links.of_slice("donation"), gifts[0])
    assert not Supporter.objects.exists() and not Consent.objects.exists()
    assert Donation.objects.filter(state="paid").count() == 2


def test_a_renewal_brings_back_no_consent_that_was_taken_back(
    client, stripe, donation_page, fund, wanting
):
    recurring = monthly(client, stripe, donation_page, wanting)
    consents.withdraw(Consent.objects.all())
    stripe.control.forward(days=31)
    tell(recurring.donations.get())
    assert recurring.donations.count() == 2 and Consent.objects.count() == 1
    assert not links.of_slice("donation").audience(fund.key).exists()


def test_who_was_erased_gets_nothing_and_the_link_is_dead(
    client, stripe, donation_page, fund, wanting, mailoutbox
):
    donation = paid(client, stripe, donation_page, wanting)
    [mail] = tell_donors(donation_page, mailoutbox)
    donor.erase(donation)
    assert client.get(link(mail, "unsubscribe")).status_code == 404
    assert not links.of_slice("donation").audience(fund.key).exists()


def test_what_must_reach_everybody_reaches_all_who_paid(
    client, stripe, donation_page, fund, gift_typed, wanting
):
    paid(client, stripe, donation_page, wanting)
    quiet = paid(client, stripe, donation_page, gift_typed | {"email": "quiet@example.org"})
    audience = links.of_slice("donation").audience(fund.key, everybody=True)
    assert audience.count() == 2 and quiet in audience
