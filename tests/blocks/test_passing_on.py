"""Blocks by which a page is passed on: links, and a poster to print."""

import pytest
from django.urls import reverse

from wagtail_campaign.sharing.links import short_address

from .drawing import drawn

pytestmark = pytest.mark.django_db


def test_the_page_that_carries_the_block_is_passed_on_unless_another_is_chosen(pages, home):
    here = drawn("campaign_share", home, text="It helps.")
    assert f'value="{home.full_url}"' in here and "It helps." in here
    there = drawn("campaign_share", home, page=pages["en"])
    assert f'value="{pages["en"].full_url}"' in there


def test_without_a_page_there_is_nothing_to_pass_on():
    assert drawn("campaign_share") == ""


def test_a_poster_says_what_it_is_about_and_how_to_get_there(pages):
    page = pages["kk"]
    shown = drawn("campaign_poster", page, page=pages["en"])
    assert page.title in shown and "testserver" in shown
    assert reverse("wagtail_campaign:qr", args=[page.pk]) in shown
    assert f'href="#{page.campaign_anchor}-poster"' in shown


def test_a_poster_has_the_words_of_its_editor(page):
    shown = drawn("campaign_poster", page, page=page, heading="Scan and sign", text="Now.")
    assert "Scan and sign" in shown and "Now." in shown and page.intro not in shown


@pytest.mark.parametrize(
    ("url", "short"),
    [
        ("https://www.example.org/petition/", "example.org/petition"),
        ("http://localhost:8000/en/petition/", "localhost:8000/en/petition"),
        ("https://example.org/%D0%BF%D0%B5%D1%82%D0%B8%D1%86%D0%B8%D1%8F/", "example.org/петиция"),
        ("https://example.org/", "example.org"),
        ("", ""),
    ],
)
def test_an_address_to_type_has_nothing_that_nobody_types(url, short):
    assert short_address(url) == short
