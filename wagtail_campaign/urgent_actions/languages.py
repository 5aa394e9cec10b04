"""Languages of letters: any, not only those of the site. An embassy may read Portuguese."""

from babel import localedata
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

MAX_LENGTH = 12


def check_language(code: str) -> None:
    """Raises ``ValidationError`` where a code ("kk", "pt-br") isn't that of a language."""
    known = localedata.normalize_locale(code.replace("-", "_"))
    if code.lower() != code or known is None or known == "root":
        raise ValidationError(
            _("“%(code)s” is no code of a language: kk, ru, en …"),
            code="language",
            params={"code": code},
        )


def check_languages(codes: str) -> None:
    """The same for several codes with spaces between."""
    for code in codes.split():
        check_language(code)


def best_of(words: dict, *wanted: str):
    """What ``words`` ({language: anything}) has in the first of the languages that it has; else in
    English, else whatever it has; None where it is empty."""
    for code in (*wanted, get_language() or "", "en"):
        for known in (code, code.partition("-")[0]):
            if known in words:
                return words[known]
    return next(iter(words.values()), None)
