"""Pages that people acted on are not deleted, and copies start anew."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page

from tests.editors import editor, superuser, text
from tests.people import change, signature_of
from wagtail_campaign.actions import guards
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import Petition


def delete(browser, page):
    return browser.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


def delete_ticked(browser, *pages):
    ids = "&".join(f"id={page.pk}" for page in pages)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return browser.post(f"{url}?{ids}")


def is_there(page):
    return Page.objects.filter(pk=page.pk).exists()


@pytest.fixture
def folder(home):
    """A page with petitions below it."""
    return home.add_child(instance=Page(title="Our petitions", slug="petitions"))


def test_a_page_with_a_signature_stays_and_archiving_is_offered(page, petition):
    signature_of(page)
    browser = superuser()
    for response in (
        browser.get(reverse("wagtailadmin_pages:delete", args=[page.pk])),
        delete(browser, page),
    ):
        assert response.status_code == 409
        said = text(response)
        assert "Nothing was deleted" in said and "Free the strikers" in said
        archive = reverse("campaign_petitions:edit", args=[petition.pk]) + "?state=archived"
        assert archive in said
    assert is_there(page)


def test_ticked_pages_stay_all_if_one_has_a_signature(page, folder):
    signature_of(page)
    response = delete_ticked(superuser(), page, folder)
    assert response.status_code == 409
    assert is_there(page) and is_there(folder)


def test_a_page_above_a_petition_stays_too(page, folder):
    page.move(folder, pos="last-child")
    signature_of(page)
    browser = superuser()
    assert delete(browser, folder).status_code == 409
    assert delete_ticked(browser, folder).status_code == 409
    assert is_there(folder) and is_there(page)


@pytest.mark.parametrize("confirmed", [True, False])
def test_an_unconfirmed_signature_holds_its_page_as_well(page, confirmed):
    signature_of(page, confirmed=confirmed)
    assert delete(superuser(), page).status_code == 409


def test_what_nobody_signed_can_be_deleted(page, folder):
    browser = superuser()
    assert delete(browser, page).status_code == 302
    assert delete_ticked(browser, folder).status_code == 302
    assert not is_there(page) and not is_there(folder)


def test_a_signature_that_was_withdrawn_holds_nothing(page):
    services.withdraw(signature_of(page))
    assert delete(superuser(), page).status_code == 302
    assert Petition.objects.count() == 1


def test_a_translation_may_go_but_the_source_stays(pages):
    """Else the editors of a translation would see who signed."""
    signature_of(pages["ru"])
    browser = superuser()
    response = delete(browser, pages["en"])
    assert response.status_code == 409
    assert "It is the original of its translations" in text(response)
    assert delete_ticked(browser, pages["en"]).status_code == 409
    assert delete(browser, pages["ru"]).status_code == 302
    assert delete_ticked(browser, pages["kk"]).status_code == 302
    response = delete(browser, pages["en"])
    assert response.status_code == 409
    assert "It is the original" not in text(response)
    assert is_there(pages["en"])


def test_translations_may_go_together_but_not_with_their_source(pages):
    signature_of(pages["ru"])
    browser = superuser()
    assert delete_ticked(browser, *pages.values()).status_code == 409
    assert delete_ticked(browser, pages["en"], pages["ru"]).status_code == 409
    assert delete_ticked(browser, pages["ru"], pages["kk"]).status_code == 302
    assert is_there(pages["en"])


@pytest.fixture
def russian_alias(pages):
    """An alias of the Russian translation, in Russian as well."""
    return pages["ru"].create_alias(parent=pages["ru"].get_parent(), update_slug="alias")


def test_a_translation_with_an_alias_stays(pages, russian_alias):
    """The alias would become a petition of its own, at nought."""
    signature_of(pages["en"])
    browser = superuser()
    response = delete(browser, pages["ru"])
    assert response.status_code == 409
    assert "is an alias of it and would start again at nought" in text(response)
    assert delete(browser, russian_alias).status_code == 302
    assert delete(browser, pages["ru"]).status_code == 302


def test_a_translation_and_its_alias_may_go_together(pages, russian_alias):
    signature_of(pages["en"])
    assert delete_ticked(superuser(), pages["ru"], russian_alias).status_code == 302


def test_an_alias_alone_may_go(page, home):
    alias = page.create_alias(parent=home, update_slug="alias")
    signature_of(page)
    assert delete(superuser(), alias).status_code == 302
    assert is_there(page)


def test_an_alias_in_another_language_may_go_and_its_source_stays(page, home):
    russian = Locale.objects.get(language_code="ru")
    alias = page.copy_for_translation(russian, alias=True)
    signature_of(page)
    [held] = guards.held_by([page])
    assert (held.page.pk, held.alias, held.has_translations) == (page.pk, None, True)
    assert delete(superuser(), alias).status_code == 302
    assert is_there(page)


def test_unpublishing_is_never_refused(page):
    signature_of(page)
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    assert superuser().post(url).status_code == 302
    page.refresh_from_db()
    assert not page.live


def test_who_may_not_archive_is_refused_all_the_same(page, home):
    signature_of(page)
    response = delete(editor(edits=[home], deletes=True), page)
    assert response.status_code == 409
    assert "Archive the petition" not in text(response)
    assert reverse("wagtailadmin_pages:unpublish", args=[page.pk]) in text(response)


def test_other_things_can_be_deleted_in_bulk(page):
    """The guard looks at pages only."""
    signature_of(page)
    browser = superuser()
    other = superuser().user
    label, name = other._meta.app_label, other._meta.model_name
    url = reverse("wagtail_bulk_action", args=[label, name, "delete"])
    assert browser.post(f"{url}?id={other.pk}").status_code == 302
    assert not type(other).objects.filter(pk=other.pk).exists()


def copy(browser, page, parent, **choices):
    sent = {
        "new_title": "A copy",
        "new_slug": "a-copy",
        "new_parent_page": str(parent.pk),
        **choices,
    }
    response = browser.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), sent)
    assert response.status_code == 302, response.context["form"].errors
    return Page.objects.get(slug="a-copy", locale=page.locale).specific


def test_a_copied_page_asks_the_same_and_starts_at_nought(page, petition, home):
    change(petition, goal=77, ask_country="off", state="won", closes_at="2030-01-01T00:00:00+00:00")
    copied = copy(superuser(), page, home).get_action()
    assert (copied.goal, copied.ask_country) == (77, "off")
    assert (copied.state, copied.closes_at) == ("open", None)
    assert copied.key != petition.key


def test_petitions_below_a_copied_page_take_their_own_settings(page, petition, home):
    first = page.add_child(instance=PetitionPage(title="First", slug="first"))
    second = page.add_child(instance=PetitionPage(title="Second", slug="second"))
    first.move(second, pos="right")
    change(first.get_action(), goal=11)
    change(second.get_action(), goal=22, ask_postcode="required")
    change(petition, goal=33)
    copied = copy(superuser(), page, home, copy_subpages="on")
    below = {child.title: child.get_action() for child in copied.get_children().specific()}
    assert (copied.get_action().goal, below["First"].goal, below["Second"].goal) == (33, 11, 22)
    assert below["Second"].ask_postcode == "required"


def test_an_alias_made_by_the_copy_form_changes_no_settings(page, petition, home):
    change(petition, goal=77, state="paused")
    alias = copy(superuser(), page, home, alias="on")
    petition.refresh_from_db()
    assert alias.get_action() == petition
    assert (petition.goal, petition.state) == (77, "paused")
