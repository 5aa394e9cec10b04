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

from ...actions import words
from ...supporters import countries
from ...supporters.countries import babel_locale
from ..persons import CASES
from . import mentions

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
KNOWN = {"salutation", "target", "deadline", "person", "name", "city", "country"}
#: Those that only the writer can fill in.
OF_WRITER = ("name", "city", "country")
#: How often each is filled in. Who writes a letter of nothing else would send one of many pages.
MOST = 10


def names_in(text: str) -> list[str]:
    """The placeholders of a text: ["salutation", "person:genitive"]."""
    return PLACEHOLDER.findall(text)


def check(template) -> None:
    """Raises ``ValidationError`` for a ``LetterTemplate`` that can't be filled in for its action,
    beside the field that it is about: an unknown placeholder, a case that a person has none of, a
    name in another language, or a word that must not be mentioned; each by its name."""
    persons = list(template.urgent_action.persons.prefetch_related("words"))
    wrong = {
        field: problems
        for field in ("subject", "text")
        if (problems := _problems(getattr(template, field), template, persons))
    }
    if wrong:
        raise ValidationError(wrong)


def _problems(text: str, template, persons) -> list[str]:
    mentioned = [
        _("“%(word)s” must not be mentioned.") % {"word": word}
        for word in mentions.found_in(text, persons)
    ]
    return unfillable(text, template, persons) + list(dict.fromkeys(map(str, mentioned)))


def unfillable(text: str, template, persons) -> list[str]:
    """What stands in braces in a part of a ``LetterTemplate`` and can't be filled in: an unknown
    placeholder, a name that isn't there in its language or in a case, a deadline that isn't set."""
    names = names_in(text)
    wrong = [_unknown(name) for name in names if not _is_known(name)]
    cases = {name.partition(":")[2] for name in names if name.partition(":")[0] == "person"}
    for person in persons:
        for case in sorted(cases & ({""} | CASES.keys())):
            if problem := missing(person, template.language, case):
                wrong.append(problem)
    if "deadline" in names and not template.urgent_action.closes_at:
        wrong.append(_("{deadline}: the urgent action has none."))
    return list(dict.fromkeys(str(said) for said in wrong))


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


def missing(person, language: str, case: str) -> str:
    """Why a person can't be named in a case of a language, "" where they can."""
    known = {known.language: known for known in person.words.all()}.get(language)
    said = {"person": person.name, "language": words.language(language), "case": case}
    if known is None:
        return _("%(person)s has no name in the language “%(language)s”.") % said
    if not known.in_case(case):
        return _("{person:%(case)s}: %(person)s has none in the language “%(language)s”.") % said
    return ""


def fill(text: str, language: str, action, persons, target=None) -> str:
    """A template with all but what only its writer knows; that stands in brackets, to be seen."""
    called = target.words_in(language) if target else None
    with override(language):
        # Without a target it is left open who is greeted, as in an example to be copied.
        values = {
            "salutation": called.salutation if called else gettext("[salutation]"),
            "target": called.title if called else gettext("[to whom]"),
            "deadline": _date(action.closes_at, language) if action.closes_at else "",
        }
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
        text = text.replace(blank, values[word], MOST)
    if not signed and name and name not in text:
        text = "\n".join([text.rstrip(), "", name, place]).rstrip()
    return text


def _called(person, language: str, case: str) -> str:
    known = person.words_in(language)
    return (known.in_case(case) or known.name) if known else ""


def _listed(names: list[str], language: str) -> str:
    return format_list([name for name in names if name], locale=babel_locale(language))


def written_day(day: date, language: str) -> str:
    """A day as letters have it: "23 November 2026"."""
    if language == "kk":
        # CLDR's form for lists and screens is shortened; a letter isn't.
        month = babel_locale("kk").months["format"]["wide"][day.month]
        return f"{day.year} жылғы {day.day} {month}"
    if language == "ru":
        # CLDR ends it with "г.", and a sentence that ends with it would have two full stops.
        return format_date(day, "d MMMM y 'года'", locale=babel_locale("ru"))
    return format_date(day, "long", locale=babel_locale(language))


def _date(moment, language: str) -> str:
    return written_day(timezone.localtime(moment).date(), language)
