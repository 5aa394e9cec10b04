"""``campaign_start``: the first pages of a site, in every language."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import Translation

from wagtail_campaign.donations.models import Fund
from wagtail_campaign.pages.models import DonationPage, PetitionPage, SponsorPage
from wagtail_campaign.petitions.models import Petition
from wagtail_campaign.sponsors import types

pytestmark = pytest.mark.django_db


def start(*arguments) -> str:
    out = StringIO()
    call_command("campaign_start", *arguments, stdout=out)
    return out.getvalue()


def made() -> list[tuple]:
    """(slug, language, live) of all that there is, as editors see it."""
    kinds = (PetitionPage, SponsorPage, DonationPage)
    pages = [page for kind in kinds for page in kind.objects.order_by("pk")]
    return [(page.slug, page.locale.language_code, page.live) for page in pages]


def without(locale):
    """Takes a language away from the site."""
    for page in Page.objects.filter(locale=locale):
        page.delete()
    locale.delete()


LANGUAGES = ["en", "ru", "kk"]
DRAFTS = [(slug, code, False) for slug in ("petition", "sponsors", "donate") for code in LANGUAGES]


def test_there_is_a_draft_of_each_kind_in_each_language(home):
    said = start()
    assert made() == DRAFTS
    # One petition and one fund, whatever the language.
    assert Petition.objects.count() == Fund.objects.count() == 1
    assert said.count("made, as a draft") == 9
    for page in PetitionPage.objects.all():
        assert page.get_parent().specific.locale == page.locale
        assert f"/admin/pages/{page.pk}/edit/" in said


def test_a_translator_finds_the_words_where_translations_are_made(home):
    start()
    source = PetitionPage.objects.get(locale__language_code="en")
    translated = Translation.objects.filter(source__object_id=source.translation_key)
    assert {t.target_locale.language_code for t in translated} == {"ru", "kk"}


def test_run_again_it_changes_nothing(home):
    start()
    before = list(Page.objects.values_list("pk", "latest_revision"))
    said = start()
    assert list(Page.objects.values_list("pk", "latest_revision")) == before
    assert said.count("is there already") == 9


def test_published_they_are_seen_by_the_public(home, client):
    said = start("--publish")
    assert made() == [(slug, code, True) for slug, code, _live in DRAFTS]
    assert said.count("published") == 9
    for page in PetitionPage.objects.all():
        assert client.get(page.url).status_code == 200


def test_drafts_are_published_by_a_second_run(home):
    start()
    assert start("--publish").count(": published") == 9
    assert all(live for _slug, _code, live in made())


def test_a_language_that_comes_later_is_added(home):
    without(Locale.objects.get(language_code="kk"))
    start()
    assert [code for _slug, code, _live in made()] == ["en", "ru"] * 3
    Locale.objects.create(language_code="kk")
    start()
    assert sorted(code for _slug, code, _live in made()) == sorted(LANGUAGES * 3)


def test_a_page_of_the_sites_own_stays_alone_in_every_language(page):
    page.title = "Free the strikers"
    said = start()
    slugs = [slug for slug, _code, _live in made()]
    assert slugs == ["petition", *["sponsors"] * 3, *["donate"] * 3]
    assert "“Free the strikers”: left alone" in said


def test_what_an_editor_made_of_it_is_left_alone(home):
    start()
    page = PetitionPage.objects.get(locale__language_code="en")
    page.title = "Free the strikers"
    page.save_revision()
    assert "“Sign our appeal”: left alone" in start("--publish")
    assert not PetitionPage.objects.filter(live=True).exists()


@pytest.mark.parametrize("localize", [True, False])
def test_types_of_sponsors_are_there_in_each_language_and_are_the_same(home, monkeypatch, localize):
    from django.apps import apps

    installed = apps.is_installed
    monkeypatch.setattr(
        apps,
        "is_installed",
        lambda name: installed(name) and (localize or name != "wagtail_localize"),
    )
    start()
    pages = [page.get_latest_revision_as_object() for page in SponsorPage.objects.order_by("pk")]
    english, russian, kazakh = (types.of_page(page) for page in pages)
    assert [each.uuid for each in english] == [each.uuid for each in kazakh]
    names = [(one.name, other.name) for one, other in zip(english, russian, strict=True)]
    assert ("Trade union", "Профсоюз") in names
    assert not [one for one, other in names if one == other]


def test_without_wagtail_localize_the_pages_are_translated_all_the_same(home, monkeypatch):
    from django.apps import apps

    installed = apps.is_installed
    monkeypatch.setattr(
        apps, "is_installed", lambda name: name != "wagtail_localize" and installed(name)
    )
    start()
    assert made() == DRAFTS
    assert not Translation.objects.exists()
    start("--publish")
    assert all(live for _slug, _code, live in made())


def test_an_alias_becomes_a_translation(home):
    """wagtail-localize makes one for each page where a language follows another."""
    locale = Locale.objects.get(language_code="ru")
    without(Locale.objects.get(language_code="kk"))
    start("--publish")
    for page in PetitionPage.objects.filter(locale=locale):
        page.delete()
    source = PetitionPage.objects.get()
    source.copy_for_translation(locale, alias=True)
    assert "ru" in start("--publish")
    assert PetitionPage.objects.get(locale=locale).alias_of is None


def test_a_site_without_languages_gets_one_page_of_each(home, settings):
    settings.WAGTAIL_I18N_ENABLED = False
    start()
    assert made() == [(slug, "en", False) for slug in ("petition", "sponsors", "donate")]


def test_an_address_that_is_taken_is_left_to_who_has_it(home):
    home.add_child(instance=Page(title="About petitions", slug="petition"))
    start()
    assert PetitionPage.objects.get(locale=home.locale).slug == "petition-1"


def test_it_is_done_for_the_site_that_is_named(home):
    other = home.get_parent().add_child(instance=Page(title="Other", slug="other"))
    Site.objects.create(hostname="other.example.org", port=8000, root_page=other)
    start("--site", "other.example.org:8000")
    page = PetitionPage.objects.get(locale=home.locale)
    assert page.get_parent().pk == other.pk
    start("--site", "other.example.org", "--site", "testserver")
    assert PetitionPage.objects.filter(locale=home.locale).count() == 2


def test_a_site_that_is_not_there_is_named_with_those_that_are(home):
    with pytest.raises(CommandError, match="0 sites are called nowhere.*testserver:80"):
        start("--site", "nowhere")
    Site.objects.all().delete()
    with pytest.raises(CommandError, match="no default site"):
        start()


def test_where_no_page_of_the_kind_may_stand_it_says_so(home, monkeypatch):
    monkeypatch.setattr(PetitionPage, "can_create_at", classmethod(lambda model, parent: False))
    said = start()
    assert "no page type of this kind" in said
    assert [slug for slug, _code, _live in made()] == ["sponsors"] * 3 + ["donate"] * 3


def test_a_page_type_that_asks_for_more_is_not_made_up(home, monkeypatch):
    field = PetitionPage._meta.get_field("addressed_to")
    monkeypatch.setattr(field, "blank", False)
    assert start().count("made, as a draft") == 9
    said = start("--publish")
    assert said.count("its page type asks for more") == 3 and "addressed_to: " in said
    assert not PetitionPage.objects.filter(live=True).exists()
