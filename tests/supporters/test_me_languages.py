"""``/campaign/me/`` speaks the languages that the site has, and no others."""

import pytest
from django.conf import global_settings
from django.urls import reverse
from django.utils.html import escape

pytestmark = pytest.mark.django_db


def ask_page(client, home, language):
    response = client.get(reverse("wagtail_campaign:me"), headers={"accept-language": language})
    return response.headers["Content-Language"], response.content.decode()


@pytest.fixture
def one_language(settings):
    """A new site: it says nothing of languages, so Django's own list is in force."""
    settings.LANGUAGE_CODE = "en-us"
    settings.LANGUAGES = global_settings.LANGUAGES
    settings.WAGTAIL_I18N_ENABLED = False
    del settings.WAGTAIL_CONTENT_LANGUAGES


def test_a_site_in_one_language_offers_no_choice(client, home, one_language):
    language, page = ask_page(client, home, "de")
    assert language == "en"
    assert "campaign-languages" not in page


def test_a_language_that_the_site_added_is_offered_by_its_own_name(client, home, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [
        ("en", "English"),
        ("uk", "Ukrainian"),
    ]
    language, page = ask_page(client, home, "uk-UA,uk;q=0.9")
    assert language == "uk"
    assert escape("Українська") in page
    assert "Русский" not in page
