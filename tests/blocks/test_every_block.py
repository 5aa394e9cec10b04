"""What holds of every block: it explains itself, has a preview, is translated, and is JSON."""

import json

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from tests.editors import superuser, text
from wagtail_campaign.blocks import (
    CAMPAIGN_BLOCKS,
    NEXT_STEPS_BLOCKS,
    QUESTION_BLOCKS,
    SPONSOR_TYPE_BLOCKS,
    TEXT_BLOCKS,
)

from .filled import filled, in_a_stream

pytestmark = pytest.mark.django_db

BLOCKS = dict(CAMPAIGN_BLOCKS)
OF_A_PAGE = [name for name in BLOCKS if "page" in getattr(BLOCKS[name], "child_blocks", {})]
#: The names of lists that a site may put into one field must not meet.
LISTS = [CAMPAIGN_BLOCKS, NEXT_STEPS_BLOCKS, QUESTION_BLOCKS, SPONSOR_TYPE_BLOCKS, TEXT_BLOCKS]
ALL = {name: block for blocks in LISTS for name, block in blocks}
#: By the blocks of sites, with which they share a StreamField.
OFTEN_TAKEN = {"quote", "image", "heading", "paragraph", "share", "contact", "figures", "call"}


def block_of(name):
    block = ALL[name]
    block.set_name(name)
    return block


def test_no_two_lists_have_a_block_of_the_same_name():
    assert len(ALL) == sum(map(len, LISTS))
    assert not BLOCKS.keys() & OFTEN_TAKEN


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_says_what_it_is(name):
    block = block_of(name)
    assert block.meta.description and block.meta.group and block.label
    assert block.meta.icon != "placeholder"


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("there", ["nothing", "actions"])
def test_a_preview_in_the_admin_shows_something(request, home, name, there):
    if there == "actions":
        request.getfixturevalue("actions")
    address = reverse("wagtailadmin_block_preview")
    response = superuser().get(address, {"id": block_of(name).definition_prefix})
    assert response.status_code == 200
    shown = text(response).partition('class="campaign campaign-block"')[2]
    if there == "actions":
        assert "There is nothing to show yet." not in shown
    assert strip_tags(f"<{shown}").split()


@pytest.mark.parametrize("name", ALL)
def test_all_text_of_every_block_is_offered_for_translation(actions, picture, name):
    block, texts = block_of(name), []
    value = in_a_stream(name, block, filled(block, actions, picture, texts))
    found = StreamFieldSegmentExtractor(None).handle_stream_block(value)
    offered = [segment.string.data for segment in found if isinstance(segment, StringSegmentValue)]
    assert sorted(offered) == sorted(texts)


@pytest.mark.parametrize("name", ALL)
def test_every_block_is_json_for_a_front_end_without_our_templates(actions, picture, name):
    block, texts = block_of(name), []
    value = in_a_stream(name, block, filled(block, actions, picture, texts))
    context = {"request": RequestFactory().get("/")}
    [said] = json.loads(json.dumps(value.stream_block.get_api_representation(value, context)))
    assert all(words in json.dumps(said, ensure_ascii=False) for words in texts)
    if name in BLOCKS:
        assert not list(paths_of_numbers(block, said["value"]))


def paths_of_numbers(block, said):
    """The fields in which a page or a picture is a number, which says nothing to a front end."""
    if not isinstance(block, blocks.StructBlock):
        return
    for name, child in block.child_blocks.items():
        if isinstance(child, blocks.ChooserBlock) and isinstance(said[name], int):
            yield name


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_with_nothing_in_it_is_json_and_draws_nothing_wrong(pages, name):
    block = block_of(name)
    value = block.normalize(block.get_default())
    request = RequestFactory().get("/")
    json.dumps(block.get_api_representation(value, {"request": request}))
    block.render(value, {"request": request, "page": pages["en"]})
    block.render(value, {})


@pytest.mark.parametrize("name", OF_A_PAGE)
def test_a_front_end_is_told_of_a_page_in_all_its_languages_and_of_no_draft(actions, pages, name):
    block = block_of(name)
    page = filled(block.child_blocks["page"], actions, None, [])
    value = block.normalize({**block.get_default(), "page": page})
    said = block.get_api_representation(value, {})["page"]
    assert (said["title"], said["url"]) == (page.title, page.full_url)
    if page == pages["en"]:
        assert [other["language"] for other in said["translations"]] == ["ru", "kk"]
    page.unpublish()
    said = block.get_api_representation(value, {})
    assert said["page"] is None and not said.get("action")
