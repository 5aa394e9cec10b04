"""Languages of letters: any, not only those of the site. An embassy may read Portuguese."""

from babel import localedata
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..supporters.countries import babel_locale, sort_key
from .country_codes import codes_in

MAX_LENGTH = 12


def check_language(code: str) -> None:
    """Raises ``ValidationError`` where a code ("kk", "pt-br") isn't that of a language; to who
    wrote its name it says the code."""
    known = localedata.normalize_locale(code.replace("-", "_"))
    if code.lower() != code or known is None or known == "root":
        if meant := {name.casefold(): code for code, name in choices()}.get(code.casefold()):
            raise ValidationError(
                _("“%(name)s” is written by its code: %(code)s"),
                code="language",
                params={"name": code, "code": meant},
            )
        raise ValidationError(
            _("“%(code)s” is no code of a language: kk, ru, en …"),
            code="language",
            params={"code": code},
        )


def check_languages(codes: str) -> None:
    """The same for several codes."""
    for code in codes_in(codes.lower()):
        check_language(code)


def choices() -> list[tuple[str, str]]:
    """All languages that have a code of two letters, named and sorted in the reader's own."""
    named = [
        (code, name)
        for code, name in babel_locale().languages.items()
        if len(code) == 2 and localedata.normalize_locale(code)
    ]
    return sorted(named, key=lambda pair: sort_key(pair[1], get_language() or "en"))


def best_of(words: dict, *wanted: str):
    """What ``words`` ({language: anything}) has in the first of the languages that it has; else in
    English, else whatever it has; None where it is empty."""
    for code in (*wanted, get_language() or "", "en"):
        for known in (code, code.partition("-")[0]):
            if known in words:
                return words[known]
    return next(iter(words.values()), None)
