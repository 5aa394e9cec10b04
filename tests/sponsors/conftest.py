"""A sponsor list in three languages, and what those type who join it."""

import json

import pytest
from wagtail.models import Locale

from tests.headless.conftest import FrontEnd
from wagtail_campaign.pages.models import SponsorPage

UNION = "6f1c4a5e-1111-4c1e-9d0f-000000000001"
PARTY = "6f1c4a5e-1111-4c1e-9d0f-000000000002"
MP = "6f1c4a5e-1111-4c1e-9d0f-000000000003"
TYPES = {
    "en": [("Trade union", "Trade unions"), ("Party", "Parties"), ("Deputy", "Deputies")],
    "ru": [("Профсоюз", "Профсоюзы"), ("Партия", "Партии"), ("Депутат", "Депутаты")],
    "kk": [("Кәсіподақ", "Кәсіподақтар"), ("Партия", "Партиялар"), ("Депутат", "Депутаттар")],
}


def types_in(language: str) -> str:
    """The types of the list as a StreamField keeps them: the same blocks in every language."""
    kinds = ["organisation", "organisation", "person"]
    return json.dumps(
        [
            {"type": kind, "id": uuid, "value": {"name": name, "heading": heading}}
            for kind, uuid, (name, heading) in zip(
                kinds, [UNION, PARTY, MP], TYPES[language], strict=True
            )
        ]
    )


@pytest.fixture
def page(home):
    """A live English sponsor page."""
    page = SponsorPage(title="They support us", slug="sponsors", types=types_in("en"))
    return home.add_child(instance=page)


@pytest.fixture
def pages(page, home):
    """The sponsor page in English, Russian and Kazakh: {language: page}."""
    found = {"en": page}
    titles = {"ru": "Кампанию поддерживают", "kk": "Науқанды қолдайтындар"}
    for code, title in titles.items():
        locale = Locale.objects.get(language_code=code)
        translation = SponsorPage(
            title=title,
            slug="sponsors",
            locale=locale,
            translation_key=page.translation_key,
            types=types_in(code),
        )
        found[code] = home.get_translation(locale).add_child(instance=translation)
    return found


@pytest.fixture
def front_end(client):
    return FrontEnd(client)


@pytest.fixture
def sponsor_list(page):
    return page.get_action()


@pytest.fixture
def person():
    """What a person types; a test changes what it is about."""
    return {
        "first_name": "Aigul",
        "last_name": "Serikova",
        "email": "aigul@example.org",
        "country": "DE",
        "type": MP,
        "role": "Member of parliament",
        "organisation": "The Greens",
        "quote": "Nobody belongs in prison for a strike.",
    }


@pytest.fixture
def organisation():
    """What somebody types for an organisation."""
    return {
        "name": "Oil Workers’ Union",
        "name_ru": "Профсоюз нефтяников",
        "type": UNION,
        "country": "KZ",
        "site": "https://www.union.example.org/",
        "members": "12 000",
        "quote": "We stand with you.",
        "first_name": "Bolat",
        "last_name": "Omarov",
        "email": "bolat@gmail.com",
        "authority": "Chair",
    }
