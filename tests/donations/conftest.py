"""A site whose Stripe is the offline one."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale

from wagtail_campaign.donations.stripe_api.checkout import Ask, Line
from wagtail_campaign.offline_stripe.fixtures import offline_stripe  # noqa: F401
from wagtail_campaign.offline_stripe.server import KEY, WEBHOOK_SECRET
from wagtail_campaign.pages.models import DonationPage


@pytest.fixture
def stripe(offline_stripe, settings):  # noqa: F811
    """The offline Stripe, which the site asks."""
    settings.WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = KEY
    settings.WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS = [WEBHOOK_SECRET]
    settings.WAGTAIL_CAMPAIGN_STRIPE_ADDRESS = offline_stripe.address
    return offline_stripe


@pytest.fixture
def ask():
    """``ask(amount=2500, …)``: what is put to Stripe for a donation."""

    def ask(amount=2500, **more):
        said = {
            "donation": "5f3a",
            "lines": (Line("Donation", amount),),
            "currency": "EUR",
            "interval": "",
            "language": "en",
            "email": "dana@example.org",
            "success_url": "https://site.example/thanks/",
            "cancel_url": "https://site.example/donate/",
            "expires_at": timezone.now() + timedelta(hours=2),
        }
        return Ask(**{**said, **more})

    return ask


@pytest.fixture
def fund(donation_page):
    return donation_page.get_action()


@pytest.fixture
def gift_typed():
    """What a donor types; a test changes what it is about."""
    return {
        "first_name": "Aigul",
        "last_name": "Serikova",
        "email": "aigul@example.org",
        "currency": "EUR",
        "interval": "",
        "amount_EUR_once": "2500",
        "display": "full",
    }


@pytest.fixture
def donation_pages(donation_page, home):
    """The donation page in English, Russian and Kazakh: {language: page}."""
    translations = {"en": donation_page}
    for code, title in (("ru", "Фонд бастующих"), ("kk", "Ереуілшілер қоры")):
        locale = Locale.objects.get(language_code=code)
        page = DonationPage(
            title=title,
            slug="donate",
            locale=locale,
            translation_key=donation_page.translation_key,
        )
        translations[code] = home.get_translation(locale).add_child(instance=page)
    return translations
