"""A fund on any page."""

import re

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from tests.donations.donors import paid
from tests.donations.test_sign_and_give import asked, chosen
from tests.people import change
from wagtail_campaign.actions import live
from wagtail_campaign.blocks import CAMPAIGN_BLOCKS

pytestmark = pytest.mark.django_db
BLOCK = dict(CAMPAIGN_BLOCKS)["donate"]


def drawn(page, language="en", **values):
    BLOCK.set_name("donate")
    with translation.override(language):
        value = BLOCK.normalize({"page": page, **values})
        return BLOCK.render(value, {"request": RequestFactory().get("/"), "page": page})


def test_it_shows_how_far_the_fund_is_and_asks_for_a_few_amounts(
    client, stripe, donation_page, gift_typed
):
    paid(client, stripe, donation_page, gift_typed)
    shown = drawn(donation_page, heading="Bread for the families")
    assert "Bread for the families" in shown and "<strong>€25</strong>" in shown
    assert [said for _url, said in asked(shown)][:2] == ["€10, Once", "€25, Once"]
    assert f'href="{donation_page.url}#campaign-{donation_page.pk}"' in shown
    assert "campaign.css" in shown and "via=" not in shown


def test_each_amount_leads_to_the_form_with_it_chosen(client, donation_page):
    url, _said = asked(drawn(donation_page))[3]
    begun = chosen(client, url.replace("&amp;", "&"))
    assert begun == {"currency": "EUR", "interval": "month", "amount_EUR_month": "500"}


def test_a_front_end_is_told_of_amounts_with_the_addresses_of_its_own_pages(
    donation_page, settings
):
    value = BLOCK.normalize({"page": donation_page})
    ours = BLOCK.get_api_representation(value)["asks"][0]["amounts"][0]
    assert ours["said"] == "€10"
    assert ours["url"].startswith(f"{donation_page.full_url}?amount=10&currency=EUR")
    settings.WAGTAIL_CAMPAIGN_FRONT_END = {"page": "https://app.example.org/{language}/{path}"}
    theirs = BLOCK.get_api_representation(value)["asks"][0]["amounts"][0]
    assert theirs["url"].startswith("https://app.example.org/en/donate/?amount=10&currency=EUR")


def test_it_speaks_the_language_of_the_page_that_carries_it(donation_pages, settings):
    settings.WAGTAIL_CAMPAIGN_CURRENCIES = {"kk": "KZT"}
    shown = drawn(donation_pages["en"], "kk")
    assert 'lang="kk"' in shown and "Ереуілшілер қоры" in shown
    assert {said[-1] for said in re.findall(r'rel="nofollow"[^>]*>([^<]+)', shown)} == {"₸"}
    assert donation_pages["kk"].url in shown


@pytest.mark.parametrize("state", ["paused", "closed"])
def test_a_fund_that_takes_nothing_says_so_and_asks_for_nothing(donation_page, fund, state):
    change(fund, state=state)
    shown = drawn(donation_page)
    assert "Giving is" in shown and asked(shown) == []
    assert "campaign-button" not in shown


def test_nothing_is_shown_of_a_draft(donation_page):
    donation_page.unpublish()
    assert drawn(donation_page).strip() == "" == drawn(None).strip()


def test_it_may_stand_twice_and_beside_the_form(client, donation_page):
    form = client.get(donation_page.url).content.decode()
    ids = re.findall(r'\bid="([^"]+)"', form + drawn(donation_page) * 2)
    assert len(ids) == len(set(ids))


def test_it_costs_no_query_of_the_fund_once_it_is_in_the_cache(donation_page):
    drawn(donation_page)
    with CaptureQueriesContext(connection) as captured:
        drawn(donation_page)
    assert "wagtail_campaign_" not in str([q["sql"] for q in captured]).replace(
        "wagtail_campaign_pages_", ""
    )


def test_its_heading_is_offered_for_translation(donation_page):
    value = BLOCK.normalize({"page": donation_page, "heading": "Bread"})
    found = StreamFieldSegmentExtractor(None).handle_block(BLOCK, value)
    assert "Bread" in [s.string.data for s in found if isinstance(s, StringSegmentValue)]


def test_its_preview_in_the_admin_is_of_the_newest_fund(donation_page):
    assert BLOCK.get_preview_value()["page"].pk == donation_page.pk


def test_a_front_end_without_our_templates_gets_the_amounts_and_their_links(donation_page, fund):
    value = BLOCK.normalize({"page": donation_page, "heading": "Bread"})
    said = BLOCK.get_api_representation(value)
    assert said["heading"] == "Bread"
    once, monthly = said["asks"]
    assert (once["often"], monthly["often"]) == ("Once", "Each month")
    first = once["amounts"][0]
    assert first["said"] == "€10"
    assert first["url"].startswith(f"http://testserver{donation_page.url}?amount=10&currency=EUR#")
    change(fund, state="paused")
    donation_page.refresh_from_db()
    live.forget(fund.key)
    assert BLOCK.get_api_representation(value)["asks"] == []
