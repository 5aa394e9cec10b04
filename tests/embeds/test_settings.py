"""Editors name the sites that may show an action, and get the code to hand to them."""

import html

import pytest
from django.core.cache import cache
from wagtail.models import ModelLogEntry

from tests.editors import superuser, text
from tests.people import change, sign_and_confirm
from tests.petitions.admin.test_settings import sent, settings_of
from wagtail_campaign.actions.admin.figures import source_names
from wagtail_campaign.actions.copying import after_copy_page

from .conftest import ALLY, frame_of

pytestmark = pytest.mark.django_db


def test_what_is_typed_is_cleaned_kept_and_logged(petition):
    typed = "Ally.example.org/news/\r\nhttps://union.example\r\n\r\n"
    superuser().post(settings_of(petition), sent(embed_origins=typed))
    petition.refresh_from_db()
    assert petition.embed_origins == f"{ALLY}\nhttps://union.example"
    [entry] = ModelLogEntry.objects.filter(action="campaign.settings")
    assert entry.data["changes"]["embed_origins"] == ["", petition.embed_origins]
    assert "sites that may show it: – → https://ally.example.org" in entry.message


def test_what_is_no_address_is_refused_with_the_line(petition):
    said = text(superuser().post(settings_of(petition), sent(embed_origins=f"{ALLY}\n*")))
    assert "“*” is no address of a site." in html.unescape(said)
    petition.refresh_from_db()
    assert petition.embed_origins == ""


def test_the_code_is_there_for_each_language_once_a_site_may_show_it(pages, petition):
    browser = superuser()
    assert "<iframe" not in html.unescape(text(browser.get(settings_of(petition))))
    change(petition, embed_origins=ALLY)
    said = html.unescape(text(browser.get(settings_of(petition))))
    for page in pages.values():
        assert f'<iframe src="http://testserver{frame_of(page)}" title="{page.title}"' in said
    assert '<script src="http://testserver/static/wagtail_campaign/embed.js" async>' in said


def test_a_copied_page_lets_nobody_in(page, petition):
    change(petition, embed_origins=ALLY)
    copy = page.copy(update_attrs={"slug": "copy"})
    after_copy_page(None, page, copy)
    assert copy.get_action().embed_origins == ""


def test_the_numbers_name_the_ally(client, page, petition, typed):
    change(petition, embed_origins=ALLY)
    cache.clear()
    signature = sign_and_confirm(client, page, typed | {"via": "embed:ally.example.org"})
    named = source_names([signature.source, "telegram", "petition:12", ""])
    assert named["embed:ally.example.org"] == "On ally.example.org"
    assert named["telegram"] == "Telegram"
