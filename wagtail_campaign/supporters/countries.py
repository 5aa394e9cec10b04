"""Countries by ISO 3166-1 alpha-2 code, named and sorted in the reader's language (CLDR)."""

import unicodedata
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

# What CLDR lists beside countries: unions, pseudo-locales and codes reserved for other uses.
NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# Where the order of Unicode isn't the order of the alphabet.
ALPHABETS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
}


def babel_locale(language: str | None = None) -> Locale:
    """Babel's locale for a Django language code, English where Babel has none."""
    try:
        return Locale.parse((language or get_language() or "en").replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@lru_cache(maxsize=1)
def codes() -> frozenset[str]:
    """Every code that a supporter may choose."""
    names = Locale("en").territories
    return frozenset(c for c in names if len(c) == 2 and c.isalpha() and c not in NO_COUNTRIES)


def name(code: str, language: str | None = None) -> str:
    """A country's name in the nominative, "" for no code."""
    return babel_locale(language).territories.get(code, code) if code else ""


@lru_cache(maxsize=16)
def choices(language: str) -> list[tuple[str, str]]:
    """All (code, name) pairs in the alphabetical order of the language."""
    pairs = [(code, name(code, language)) for code in codes()]
    return sorted(pairs, key=lambda pair: sort_key(pair[1], language))


def sort_key(text: str, language: str) -> list:
    """A key that sorts words as a reader of the language expects."""
    text = text.casefold()
    if alphabet := ALPHABETS.get(language[:2]):
        return [(alphabet.find(c), c) for c in text if c.isalnum()]
    return [c for c in unicodedata.normalize("NFD", text) if c.isalnum()]
