"""Countries, named and sorted as the reader knows them."""

import pytest

from wagtail_campaign.supporters import countries


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_country_has_a_name_in_the_language(language):
    choices = dict(countries.choices(language))
    assert set(choices) == countries.codes()
    assert 240 < len(choices) < 260
    assert all(name and name != code for code, name in choices.items())
    assert len(set(choices.values())) == len(choices)


@pytest.mark.parametrize(
    ("language", "names"),
    [("en", "Kazakhstan Germany"), ("ru", "Казахстан Германия"), ("kk", "Қазақстан Германия")],
)
def test_countries_are_named_in_the_nominative(language, names):
    assert f"{countries.name('KZ', language)} {countries.name('DE', language)}" == names


def test_what_is_no_country_is_not_offered():
    assert not countries.codes() & {"EU", "UN", "ZZ", "XA", "XB", "QO", "001"}
    assert {"KZ", "DE", "PS", "TW", "XK"} <= countries.codes()


def order(language, *codes) -> list[str]:
    return [code for code, _ in countries.choices(language) if code in codes]


def test_english_puts_accents_where_readers_look_for_them():
    assert order("en", "AX", "AF", "AL", "ZW", "CI", "HR", "CR") == [
        *("AF", "AX", "AL"),
        *("CR", "CI", "HR"),
        "ZW",
    ]


def test_kazakh_follows_its_own_alphabet():
    # А Ә … Г … К Қ … О Ө … У … Ф: the letters of Kazakh stand beside their sisters.
    assert order("kk", "AU", "AZ", "DE", "CA", "KZ", "KG", "UA") == [
        *("AU", "AZ", "DE"),
        *("CA", "KZ", "KG"),
        "UA",
    ]
    words = ["өзен", "оқу", "қала", "кеме", "ән", "ат", "ғалым", "гүл", "үй", "ұя", "су"]
    assert sorted(words, key=lambda word: countries.sort_key(word, "kk")) == [
        *("ат", "ән", "гүл", "ғалым", "кеме", "қала", "оқу", "өзен", "су", "ұя", "үй")
    ]


def test_russian_sorts_yo_after_ye():
    words = ["ёлка", "жук", "ель", "един"]
    assert sorted(words, key=lambda word: countries.sort_key(word, "ru")) == [
        *("един", "ель", "ёлка", "жук")
    ]


def test_a_language_that_cldr_does_not_know_gets_english():
    assert countries.name("DE", "xx") == "Germany"
    assert countries.name("DE", "en-au") == "Germany"
    assert countries.name("", "en") == ""
    assert countries.name("??", "en") == "??"
