"""The wall of sponsors on any page, its preview, its JSON; and the types that an editor sets."""

import json

import pytest
from django.test import RequestFactory
from django.utils import translation

from tests.sponsors.people import listed
from wagtail_campaign.blocks import CAMPAIGN_BLOCKS, SPONSOR_TYPE_BLOCKS
from wagtail_campaign.pages.models import SponsorPage
from wagtail_campaign.sponsors import types
from wagtail_campaign.sponsors.pages import SponsorPageForm

pytestmark = pytest.mark.django_db
WALL = dict(CAMPAIGN_BLOCKS)["sponsor_wall"]


def drawn(page, language="en", **values):
    WALL.set_name("sponsor_wall")
    request = RequestFactory().get("/")
    with translation.override(language):
        value = WALL.normalize({"page": page, "number": 12, "kind": "", **values})
        return WALL.render(value, {"request": request, "page": page})


def test_the_wall_shows_the_latest_and_leads_to_the_list(client, pages, person, organisation):
    listed(client, pages["en"], organisation)
    listed(client, pages["en"], person)
    shown = drawn(pages["en"])
    assert "Aigul Serikova" in shown and "Oil Workers" in shown
    assert "See the whole list" in shown and "Lend your name" in shown
    assert "Профсоюз нефтяников" in drawn(pages["en"], "ru")
    assert "Aigul" not in drawn(pages["en"], kind="organisation")
    assert "Oil Workers" not in drawn(pages["en"], number=1)


def test_an_empty_wall_invites(page):
    assert "Nobody is on the list yet." in drawn(page)


def test_a_wall_as_json_has_what_is_public_and_no_more(client, page, organisation):
    listed(client, page, organisation)
    said = WALL.get_api_representation(WALL.normalize({"page": page, "number": 3, "kind": ""}))
    assert said["counts"] == {"persons": 0, "organisations": 1, "members": 12000}
    assert said["sponsors"][0]["names"] == {"ru": "Профсоюз нефтяников"}
    assert "bolat" not in json.dumps(said, default=str).lower()


def test_the_wall_has_a_preview(client, page, person):
    listed(client, page, person)
    assert WALL.get_preview_value()["page"].pk == page.pk


@pytest.mark.parametrize("name", [name for name, _block in SPONSOR_TYPE_BLOCKS])
def test_a_type_has_a_preview(name):
    block = dict(SPONSOR_TYPE_BLOCKS)[name]
    assert block.get_preview_value()["heading"] in block.render(block.get_preview_value())


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_new_page_offers_types_in_its_language(pages, language):
    locale = pages[language].locale
    page = SponsorPage(title="New", locale=locale)
    form_class = SponsorPage.get_edit_handler().get_form_class()
    assert issubclass(form_class, SponsorPageForm)
    form_class(instance=page)
    offered = types.of_page(page)
    assert len(offered) == 7 and len({each.uuid for each in offered}) == 7
    with translation.override(language):
        assert offered[0].name == translation.gettext("Trade union")
