"""Parts of an urgent action on any page, and the ways to embassies and to alerts."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import RequestFactory
from django.utils import translation

from tests.people import change
from wagtail_campaign.blocks import CAMPAIGN_BLOCKS
from wagtail_campaign.pages.models import EmbassyFinderPage

from .people import write_url

pytestmark = pytest.mark.django_db

BLOCKS = dict(CAMPAIGN_BLOCKS)
OF_ACTION = ["urgent_action", "urgent_letter", "campaign_deadline"]


def drawn(name, page, language="en", address="/", **values):
    """A block as a page that carries it shows it; ``page`` is what the block is about."""
    block = BLOCKS[name]
    block.set_name(name)
    request = RequestFactory().get(address)
    about = {"page": page} if name in OF_ACTION else {}
    carrier = page.get_translation(page.locale.__class__.objects.get(language_code=language))
    with translation.override(language):
        shown = block.render(block.normalize(about | values), {"request": request, "page": carrier})
    return " ".join(shown.split())


def test_the_panel_says_how_far_it_is_and_whom_to_write_to(urgent_pages, ministry):
    shown = drawn("urgent_action", urgent_pages["en"], heading="Write for her")
    for words in ["Write for her", "Be the first to write", "days are left", "campaign.css"]:
        assert words in shown
    assert write_url(urgent_pages["en"], ministry) in shown
    assert f"/urgent-actions/{urgent_pages['en'].pk}/find/" in shown


def test_a_block_speaks_the_language_of_the_page_that_carries_it(urgent_pages, ministry):
    shown = drawn("urgent_action", urgent_pages["en"], "ru")
    assert 'lang="ru"' in shown and urgent_pages["ru"].title in shown
    assert write_url(urgent_pages["ru"], ministry) in shown


@pytest.mark.parametrize("name", OF_ACTION)
def test_nothing_is_shown_of_a_draft(urgent_pages, name):
    for page in urgent_pages.values():
        page.unpublish()
    assert drawn(name, urgent_pages["en"]) == ""


@pytest.mark.parametrize(
    ("language", "chosen", "words"),
    [
        ("en", "", "I write about Saule Nurlanova"),
        ("ru", "", "Пишу Вам о судьбе Сауле Нурлановой"),
        ("kk", "", "Сәуле Нұрланова туралы"),
        ("en", "kk", "Сәуле Нұрланова туралы"),
    ],
)
def test_the_example_letter_is_in_the_language_of_the_page_or_a_chosen_one(
    urgent_pages, language, chosen, words
):
    shown = drawn_letter(urgent_pages["en"], language, chosen)
    assert words in shown and "data-campaign-copy" in shown
    assert f'lang="{chosen or language}" data-campaign-text' in shown
    # Whom it goes to is left to whoever copies it.
    assert "[salutation]" in shown or "[приветствие]" in shown or "[сәлемдесу]" in shown


def drawn_letter(page, language, chosen):
    block = BLOCKS["urgent_letter"]
    with translation.override(language):
        value = block.normalize({"page": page, "language": chosen})
        shown = block.render(value, {"request": RequestFactory().get("/"), "page": page})
    return " ".join(shown.split())


def test_the_deadline_is_said_in_words_and_its_end_too(urgent_pages, action, after_commit):
    assert "19 days are left." in drawn("campaign_deadline", urgent_pages["en"])
    with after_commit():
        change(action, state="closed")
    shown = drawn("campaign_deadline", urgent_pages["en"])
    assert "This urgent action has ended" in shown and "left" not in shown


def test_after_the_end_no_block_shows_a_letter_or_a_way_to_write(
    urgent_pages, action, after_commit
):
    with after_commit():
        change(action, state="closed")
    block, value = BLOCKS["urgent_action"], {"page": urgent_pages["en"]}
    context = {"request": RequestFactory().get("/"), "page": urgent_pages["en"]}
    first, second = (block.render(block.normalize(value), context) for _ in range(2))
    letter = drawn_letter(urgent_pages["en"], "en", "")
    for shown in (first, letter):
        assert "This urgent action has ended" in shown
    for shown in (first, second, letter):
        assert "Write" not in shown and "data-campaign-copy" not in shown


def test_the_embassy_is_found_on_the_page_that_carries_the_block(urgent_pages, embassy):
    before = drawn("embassy_finder", urgent_pages["en"], state="KZ")
    assert "Embassy in English" not in before and 'name="country"' in before
    found = drawn("embassy_finder", urgent_pages["en"], address="/?country=DE", state="KZ")
    assert "Embassy in English" in found and 'action="#campaign-finder-KZ"' in found
    other = drawn("embassy_finder", urgent_pages["en"], address="/?country=JP", state="KZ")
    assert "We know of no embassy" in other


def test_who_found_the_embassy_can_write_to_it_for_each_open_urgent_action(
    client, urgent_pages, home, embassy, action, after_commit
):
    finder = EmbassyFinderPage(title="Embassies", slug="finder", missions_of="KZ")
    finder = home.add_child(instance=finder)
    write = f"/campaign/urgent-actions/{urgent_pages['en'].pk}/write/?target={embassy.pk}"
    for shown in (
        lambda: client.get(finder.url, {"country": "DE"}).content.decode(),
        lambda: drawn("embassy_finder", urgent_pages["en"], address="/?country=DE", state="KZ"),
    ):
        change(action, state="open", missions_of="KZ")
        cache.clear()
        assert f'href="{write}&amp;country=DE"' in shown()
        assert "Write to them: A lawyer is in danger<" in shown()
        assert f"/{urgent_pages['ru'].pk}/write/" not in shown()
        for settings in ({"missions_of": "UZ"}, {"missions_of": "KZ", "state": "closed"}):
            change(action, **settings)
            cache.clear()
            assert "Embassy in English" in shown() and "/write/" not in shown()


def test_alerts_are_asked_for_in_the_name_of_the_page_that_carries_the_form(client, urgent_pages):
    carrier = urgent_pages["ru"]
    shown = drawn("urgent_alerts", urgent_pages["en"], "ru")
    assert f'action="/campaign/alerts/{carrier.pk}/#campaign-alert-note"' in shown
    wording = shown.split('name="consent_alerts" value="')[1].split('"')[0]
    typed = {"email": "aigul@example.org", "consent_alerts": wording}
    assert client.post(f"/campaign/alerts/{carrier.pk}/", typed).status_code == 303
    assert mail.outbox[-1].to == ["aigul@example.org"]


def test_looking_at_a_form_for_alerts_writes_nothing(urgent_pages, django_assert_num_queries):
    page = urgent_pages["en"]
    block = BLOCKS["urgent_alerts"]
    with django_assert_num_queries(0):
        block.render(block.normalize({}), {"request": RequestFactory().get("/"), "page": page})
