"""Everything that one can do, from the pages there are."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from tests.people import change
from wagtail_campaign.blocks import WaysBlock
from wagtail_campaign.pages.models import PetitionPage

from .drawing import drawn

pytestmark = pytest.mark.django_db


def ways(carrier, *kinds) -> str:
    cache.clear()
    return drawn("campaign_ways", carrier, kinds=list(kinds))


def test_each_open_action_is_there_with_what_its_button_says(actions, home):
    shown = ways(home)
    for page in actions:
        assert page.title in shown and f'href="{page.url}"' in shown
        assert str(page.call_to_action) in shown
    assert "We ask." in shown and "Ways to help" in shown


def test_an_editor_chooses_which_kinds_and_in_which_order(actions, home):
    petition, urgent, fund, _sponsors = actions
    shown = ways(home, "fund", "petition")
    assert shown.index(fund.title) < shown.index(petition.title)
    assert urgent.title not in shown
    # One that a later release doesn't know any more.
    assert petition.title in ways(home, "raffle", "petition")


def test_pages_of_a_kind_stand_as_the_editor_orders_them(page, home):
    second = home.add_child(instance=PetitionPage(title="Second", slug="second", intro="Two."))
    assert ways(home).index(page.title) < ways(home).index("Second")
    second.move(page, pos="left")
    assert ways(home).index("Second") < ways(home).index(page.title)


def test_only_pages_in_the_language_of_the_page_are_there(pages, home):
    russian = home.get_translation(pages["ru"].locale)
    shown = ways(russian)
    assert pages["ru"].title in shown and "Петиция" not in pages["ru"].title
    assert pages["en"].title not in shown and pages["kk"].title not in shown


@pytest.mark.parametrize("state", ["paused", "closed", "won"])
def test_what_nobody_can_do_now_is_left_out(page, petition, home, state):
    change(petition, state=state)
    assert ways(home) == ""


def test_a_draft_is_left_out_and_a_page_for_some_only(page, home):
    page.unpublish()
    assert ways(home) == ""
    page.save_revision().publish()
    assert page.title in ways(home)
    page.view_restrictions.create(restriction_type="login")
    assert ways(home) == ""


def test_another_site_has_its_own(pages, home):
    root = home.get_parent()
    other = root.add_child(instance=Page(title="Other", slug="other", locale=home.locale))
    Site.objects.create(hostname="other.example.org", root_page=other)
    assert ways(Page.objects.get(pk=other.pk)) == ""
    assert pages["en"].title in ways(home)


def test_the_cost_does_not_grow_with_the_pages(page, home):
    def queries():
        cache.clear()
        Site.clear_site_root_paths_cache()
        with CaptureQueriesContext(connection) as captured:
            drawn("campaign_ways", home)
        return len(captured)

    queries()
    before = queries()
    for number in range(5):
        home.add_child(instance=PetitionPage(title=f"No. {number}", slug=f"n{number}", intro="."))
    assert queries() == before
    with CaptureQueriesContext(connection) as captured:
        drawn("campaign_ways", home)
    assert not [q for q in captured if "petition" in q["sql"]]


def test_a_front_end_is_told_of_all_of_them(pages, home):
    block = WaysBlock()
    value = block.normalize({**block.get_default(), "heading": "Help"})
    request = RequestFactory().get("/", headers={"host": "testserver"})
    [way] = block.get_api_representation(value, {"request": request})["ways"]
    assert way["title"] == pages["en"].title and way["url"] == pages["en"].full_url
    assert way["invitation"] == "Sign the petition"
