"""How somebody is named in public, and that nobody is who didn't say so."""

import pytest
from django.utils import translation

from wagtail_campaign.supporters.models import Display, Supporter, said_in_public


@pytest.mark.parametrize(
    ("first", "last", "display", "name"),
    [
        ("Айгүл", "Серікқызы", Display.FULL, "Айгүл Серікқызы"),
        ("Айгүл", "Серікқызы", Display.INITIAL, "Айгүл С."),
        ("Айгүл", "Серікқызы", Display.ANONYMOUS, ""),
        ("Suharto", "", Display.FULL, "Suharto"),
        ("Suharto", "", Display.INITIAL, "Suharto"),
        ("Suharto", "", Display.ANONYMOUS, ""),
        ("किरण", "किशोर", Display.INITIAL, "किरण कि."),
        ("S", "S\u0327en", Display.INITIAL, "S S\u0327."),
    ],
)
def test_a_public_name_is_what_the_supporter_chose(first, last, display, name):
    assert Supporter(first_name=first, last_name=last, display=display).public_name == name


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Supporter (Germany)"),
        ("ru", "Сторонник (Германия)"),
        ("kk", "Қолдаушы (Германия)"),
    ],
)
def test_who_is_not_named_is_a_supporter_of_a_country(language, said):
    with translation.override(language):
        assert said_in_public("", "DE") == said
        assert said_in_public("Айгүл С.", "DE") == "Айгүл С."
        assert said_in_public("", "") == said.split(" (")[0]
