"""What stands in braces in a letter, and what is put in its place.

{salutation}, {target}, {deadline}; {person} and, in a case, {person:genitive}; {name}, {city} and
{country} of who writes. A template that asks for more than there is isn't saved.
"""

import re
from datetime import date

from babel.dates import format_date
from babel.lists import format_list
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from ..supporters import countries
from ..supporters.countries import babel_locale
from . import mentions
from .persons import CASES

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
KNOWN = {"salutation", "target", "deadline", "person", "name", "city", "country"}
#: Those that only the writer can fill in.
OF_WRITER = ("name", "city", "country")


def names_in(text: str) -> list[str]:
    """The placeholders of a text: ["salutation", "person:genitive"]."""
    return PLACEHOLDER.findall(text)


def check(template) -> None:
    """Raises ``ValidationError`` for a ``LetterTemplate`` that can't be filled in for its action:
    an unknown placeholder, a case that a person has none of, a name in another language, or a word
    that must not be mentioned; each by its name."""
    text = f"{template.subject}\n{template.text}"
    wrong = [_unknown(name) for name in names_in(text) if not _is_known(name)]
    action = template.urgent_action
    persons = list(action.persons.prefetch_related("words"))
    cases = {name.partition(":")[2] for name in names_in(text) if name.startswith("person")}
    for person in persons:
        for case in sorted(cases & ({""} | CASES.keys())):
            if problem := _missing(person, template.language, case):
                wrong.append(problem)
    if "deadline" in names_in(text) and not action.closes_at:
        wrong.append(_("{deadline}: the urgent action has none."))
    wrong += [
        _("“%(word)s” must not be mentioned.") % {"word": word}
        for word in mentions.found_in(text, persons)
    ]
    if wrong:
        raise ValidationError(list(dict.fromkeys(str(words) for words in wrong)))


def _is_known(name: str) -> bool:
    word, colon, case = name.partition(":")
    return word in KNOWN and (not colon or (word == "person" and case in CASES))


def _unknown(name: str) -> str:
    return _("{%(name)s} is not known. Known are: %(known)s") % {
        "name": name,
        "known": ", ".join(f"{{{word}}}" for word in ordered()),
    }


def ordered() -> list[str]:
    """All that can stand in braces, as editors are told."""
    return [
        *("salutation", "target", "deadline", "person"),
        *(f"person:{case}" for case in CASES),
        *OF_WRITER,
    ]


def _missing(person, language: str, case: str) -> str:
    words = {words.language: words for words in person.words.all()}.get(language)
    said = {"person": str(person), "language": language, "case": case}
    if words is None:
        return _("%(person)s has no name in the language “%(language)s”.") % said
    if not words.in_case(case):
        return _("{person:%(case)s}: %(person)s has none in the language “%(language)s”.") % said
    return ""


def fill(text: str, language: str, action, persons, target=None) -> str:
    """A template with all but what only its writer knows; that stands in brackets, to be seen."""
    words = target.words_in(language) if target else None
    values = {
        "salutation": words.salutation if words else "",
        "target": words.title if words else "",
        "deadline": _date(action.closes_at, language) if action.closes_at else "",
    }
    with override(language):
        blanks = blanks_in(language)

    def value(match) -> str:
        word, _colon, case = match[1].partition(":")
        if word == "person":
            return _listed([_called(person, language, case) for person in persons], language)
        return values.get(word, blanks.get(word, match[0]))

    return PLACEHOLDER.sub(value, text)


def blanks_in(language: str) -> dict[str, str]:
    """What stands in a letter for what its writer is about to tell, in the letter's language."""
    with override(language):
        return {
            "name": gettext("[my name]"),
            "city": gettext("[my city]"),
            "country": gettext("[my country]"),
        }


def fill_writer(text: str, language: str, name: str, city: str, country: str) -> str:
    """A letter with who wrote it in the blanks that are left; where its name isn't in it, below."""
    blanks = blanks_in(language)
    place = ", ".join(filter(None, [city, countries.name(country, language)]))
    signed = blanks["name"] in text
    values = {"name": name, "city": city, "country": countries.name(country, language)}
    for word, blank in blanks.items():
        text = text.replace(blank, values[word])
    if not signed and name and name not in text:
        text = "\n".join([text.rstrip(), "", name, place]).rstrip()
    return text


def _called(person, language: str, case: str) -> str:
    words = person.words_in(language)
    return (words.in_case(case) or words.name) if words else ""


def _listed(names: list[str], language: str) -> str:
    return format_list([name for name in names if name], locale=babel_locale(language))


def written_day(day: date, language: str) -> str:
    """A day as letters have it: "23 November 2026"."""
    if language == "kk":
        # CLDR's form for lists and screens is shortened; a letter isn't.
        month = babel_locale("kk").months["format"]["wide"][day.month]
        return f"{day.year} жылғы {day.day} {month}"
    return format_date(day, "long", locale=babel_locale(language))


def _date(moment, language: str) -> str:
    return written_day(timezone.localtime(moment).date(), language)
