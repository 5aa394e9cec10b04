"""One action, however many pages show it, and whatever editors do to those."""

import pytest
from wagtail.models import Locale

from tests.people import count, sign_and_confirm, signature_of
from wagtail_campaign.actions import siblings
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions.models import Petition, Signature

pytestmark = pytest.mark.django_db


@pytest.fixture
def alias(page):
    """The petition once more, in the same language: an alias has a translation_key of its own."""
    return page.create_alias(update_slug="alias")


def test_one_petition_over_three_languages(pages):
    assert {page.get_action() for page in pages.values()} == {Petition.objects.get()}


def test_an_alias_shows_and_signs_the_same_petition(client, page, alias, petition, typed):
    assert alias.translation_key != page.translation_key
    signature = sign_and_confirm(client, alias, typed)
    assert signature.petition == petition == Petition.objects.get()
    for shown in (page, alias):
        assert client.get(shown.url).context["petition"].count == 1


def test_an_alias_of_an_alias_shows_the_same_petition(page, alias, petition):
    second = alias.create_alias(update_slug="alias-of-alias")
    assert second.get_action() == petition


def test_an_alias_in_another_language_shows_the_same_petition(client, page, petition, typed):
    russian = page.copy_for_translation(Locale.objects.get(language_code="ru"), alias=True)
    assert russian.alias_of_id == page.pk
    signature = sign_and_confirm(client, russian, typed)
    assert signature.petition == petition == Petition.objects.get()
    assert signature.language == "ru"


def test_all_pages_of_an_action_are_known(pages, alias, petition):
    second = alias.create_alias(update_slug="alias-of-alias")
    expected = sorted([*(page.pk for page in pages.values()), alias.pk, second.pk])
    assert siblings.page_ids(petition.key) == expected
    assert siblings.source_page(petition.key) == pages["en"]


def test_a_copy_begins_anew(client, page, petition, typed):
    sign_and_confirm(client, page, typed)
    copy = page.copy(update_attrs={"slug": "copy", "title": "Copy"})
    assert copy.get_action() != petition
    assert count(copy.get_action()) == 0
    assert count(petition) == 1
    assert client.get(copy.url).context["petition"].count == 0


def test_a_draft_has_its_petition_before_it_is_published(home):
    draft = home.add_child(instance=PetitionPage(title="Draft", slug="draft", live=False))
    assert Petition.objects.get().key == draft.translation_key


def test_an_old_revision_brings_no_old_setting_back(client, page, petition, set_petition):
    old = page.save_revision()
    set_petition(state="closed", goal=77)
    signature_of(page)
    old.publish()
    page.refresh_from_db()
    shown = client.get(page.url).context["petition"]
    assert (shown.status, shown.goal, shown.count) == ("closed", 77, 1)
    assert Signature.objects.get().page_id == page.pk


def test_the_petition_outlives_its_pages(page, alias, petition):
    signature = signature_of(alias)
    alias.delete()
    page.delete()
    signature.refresh_from_db()
    assert signature.petition == petition
    assert signature.page is None
    assert count(petition) == 1
