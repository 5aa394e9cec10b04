"""Editors follow what was given: all funds, and a report by month, currency, fund and source."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from tests.editors import editor, superuser, text
from wagtail_campaign.donations.admin.welcome import gifts
from wagtail_campaign.donations.models import Donation, FundCurrency
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing.gifts import sync_donation
from wagtail_campaign.pages.models import DonationPage

pytestmark = pytest.mark.django_db
FUNDS = reverse("campaign_funds:index")
REPORT = reverse("campaign_funds:report")


@pytest.fixture
def second(home):
    """Another fund."""
    return home.add_child(instance=DonationPage(title="Lawyers", slug="lawyers"))


def paid_on(gift, year, month, **more):
    moment = datetime(year, month, 15, 12, tzinfo=UTC)
    Donation.objects.filter(pk=gift.pk).update(paid_at=moment, **more)


def rows(page, number):
    """(label, amount) of a table of the report."""
    _heading, bars = page.context["tables"][number]
    return [(bar.label, bar.number) for bar in bars]


def test_each_fund_is_listed_with_what_it_has(fund, gift_of, second):
    gift_of()
    refunded = gift_of(email="other@example.org")
    gateway.refund(refunded.payment_intent, 1000, "1")
    sync_donation(refunded.pk)
    gift = gift_of(paid=False, currency="KZT", amount_KZT_once="500000")
    Donation.objects.filter(pk=gift.pk).update(state="paid")
    from wagtail_campaign.actions import tallies

    tallies.recount()
    said = text(superuser().get(FUNDS))
    assert "Strike fund" in said and "Lawyers" in said and "Has (test money)" in said
    assert "€40 · ₸5,000" in said and "€10" in said
    assert "€1,000 (4%)" in said


def test_more_funds_are_no_more_queries(home, fund, second, django_assert_max_num_queries):
    browser = superuser()
    browser.get(FUNDS)
    with django_assert_max_num_queries(60) as first:
        browser.get(FUNDS)
        number_of_queries = len(first)
    for number in range(3):
        home.add_child(instance=DonationPage(title=f"Fund {number}", slug=f"fund-{number}"))
    with django_assert_max_num_queries(number_of_queries):
        browser.get(FUNDS)


def test_without_the_right_there_are_no_numbers(donation_page, gift):
    browser = editor("change_fund", edits=[donation_page])
    said = text(browser.get(FUNDS))
    assert "Strike fund" in said and "€25" not in said
    assert "€25" not in text(browser.get(reverse("campaign_funds:edit", args=[gift.fund_id])))
    assert browser.get(REPORT).status_code == 302
    # Those of petitions are another right.
    assert editor("view_numbers", edits=[donation_page]).get(FUNDS).status_code == 302


def test_who_may_see_numbers_follows_public_funds_and_leads_nowhere(donation_page, gift):
    browser = editor("view_donation_numbers")
    said = text(browser.get(FUNDS))
    assert "€25" in said and reverse("campaign_funds:edit", args=[gift.fund_id]) not in said
    donation_page.unpublish()
    assert "€25" not in text(browser.get(FUNDS))


def test_the_report_is_by_month_fund_and_source(fund, gift_of, second):
    other = second.get_action()
    first, later, elsewhere = (gift_of(email=f"d{n}@example.org") for n in range(3))
    paid_on(first, 2026, 3, source="telegram")
    paid_on(later, 2026, 5, refunded=500)
    paid_on(elsewhere, 2026, 5, fund=other)
    page = superuser().get(REPORT)
    assert rows(page, 0) == [("March 2026", 25), ("May 2026", 45)]
    assert rows(page, 1) == [("Strike fund", 45), ("Lawyers", 25)]
    assert rows(page, 2) == [("Not known", 45), ("Telegram", 25)]
    said = text(page)
    assert "€70" in said and "<svg" in said and "money of a test key" in said
    of_one = superuser().get(REPORT, {"fund": other.pk})
    assert rows(of_one, 0) == [("May 2026", 25)] and "Lawyers" in text(of_one)


def test_each_currency_is_a_report_of_its_own(gift_of, fund):
    gift_of()
    gift_of(email="other@example.org")
    tenge = gift_of(currency="KZT", amount_KZT_once="500000")
    paid_on(tenge, 2026, 4)
    browser = superuser()
    said = text(browser.get(REPORT))
    assert "Amount, EUR" in said and "₸5,000" in said
    page = browser.get(REPORT, {"currency": "KZT"})
    assert rows(page, 0) == [("April 2026", 5000)]


def test_the_report_counts_at_most_once_a_minute(gift_of, django_assert_max_num_queries):
    gift_of()
    browser = superuser()
    browser.get(REPORT)
    with django_assert_max_num_queries(60) as asked:
        browser.get(REPORT)
        sums = [q for q in asked.captured_queries if "SUM" in q["sql"] and "donation" in q["sql"]]
    assert not sums
    cache.clear()


@pytest.mark.parametrize("asked", [{"fund": "x"}, {"fund": "99999"}, {"currency": "XXX"}])
def test_an_odd_address_shows_the_whole_report(gift, asked):
    assert "€25" in text(superuser().get(REPORT, asked))


def test_gifts_that_were_all_given_back_are_no_report(gift):
    Donation.objects.update(refunded=2500)
    assert "Nothing was given yet." in text(superuser().get(REPORT))


def test_the_total_is_that_of_the_page(client, donation_page, fund, gift):
    from wagtail_campaign.donations import live
    from wagtail_campaign.donations.admin import overview, sums

    given = sums.of_funds([fund.key])
    assert overview.totals([fund], given) == {fund.pk: live.read(fund).count}
    assert FundCurrency.objects.filter(fund=fund).count() == 2


def test_each_sees_in_the_menu_what_their_rights_open(donation_page):
    from wagtail.admin.menu import admin_menu, reports_menu

    def menu(*rights):
        browser = editor(*rights, edits=[donation_page])
        request = browser.get(reverse("wagtailadmin_home")).wsgi_request
        items = admin_menu.menu_items_for_request(request)
        campaign = [item for item in items if item.name == "campaign"]
        names = [i.name for c in campaign for i in c.menu.menu_items_for_request(request)]
        reports = [i.name for i in reports_menu.menu_items_for_request(request)]
        return names + [name for name in reports if name == "campaign-reconciliation"]

    assert menu("view_donation_numbers") == ["campaign-funds", "campaign-reconciliation"]
    assert menu("export_donation") == ["campaign-donations"]
    assert menu("view_donor") == ["campaign-donations", "campaign-recurring"]
    assert menu("view_numbers") == ["campaign-petitions"]


def test_the_site_history_leads_to_what_was_done(donation_page, fund, gift):
    from wagtail_campaign.donations import moderation

    browser = superuser()
    moderation.look_again(gift, browser.user)
    said = text(browser.get(reverse("wagtailadmin_reports:site_history")))
    assert "Looked at Stripe again" in said
    assert reverse("campaign_donations:inspect", args=[gift.pk]) in said
    assert "Aigul" not in said


def test_the_home_page_says_what_the_week_has_brought(gift_of):
    old = gift_of(amount_EUR_once="5000", email="old@example.org")
    Donation.objects.filter(pk=old.pk).update(paid_at=timezone.now() - timedelta(days=9))
    gift_of(amount_EUR_once="2500")
    gift_of(currency="KZT", amount_KZT_once="200000", email="other@example.org")
    # Stripe's clock may be ahead, as a test clock is.
    ahead = gift_of(currency="KZT", amount_KZT_once="500000", email="ahead@example.org")
    Donation.objects.filter(pk=ahead.pk).update(paid_at=timezone.now() + timedelta(days=31))
    week = gifts(superuser().user)
    assert (week.total, week.ever) == (2, 4)
    assert "€25" in week.note and "₸2,000" in week.note
    assert gifts(editor("change_fund").user) is None
