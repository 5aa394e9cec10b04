"""A row of a file with targets, read and checked: what is wrong in it, by column, in words."""

import unicodedata
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ...actions.reading import Problem
from ..country_codes import check_countries, codes_in
from . import rows as directory
from .contacts import Contact, ContactKind, ContactState, check_value
from .missions import Mission, MissionKind
from .reading import objection
from .rows import CONTACT, OF_CONTACT, OF_WORDS, PLAIN, STATES, WORDS, Entry
from .targets import Target, TargetWords, check_key

KINDS = (PLAIN, *MissionKind.values)
FIELDS = {
    "key": Target._meta.get_field("key"),
    "reads": Target._meta.get_field("reads"),
    "covers": Mission._meta.get_field("covers"),
    **{part: TargetWords._meta.get_field(part) for part in WORDS},
    "value": Contact._meta.get_field("value"),
    "source": Contact._meta.get_field("source"),
}


def entry_from(row: int, cells: dict[str, str]) -> tuple[Entry, list[Problem]]:
    """The entry that a whole row makes, and what is wrong with it."""
    reader = _Reader(row, cells)
    return reader.entry(), reader.problems


class _Reader:
    """One row; each problem is kept with its column, and reading goes on."""

    def __init__(self, row: int, cells: dict[str, str]):
        self.row, self.cells, self.problems = row, cells, []
        for column, text in cells.items():
            if any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in text):
                self.wrong(column, _("There are characters in it that can’t be seen."))

    def wrong(self, column: str, said: str) -> None:
        self.problems.append(Problem(self.row, column, said))

    def entry(self) -> Entry:
        entry = Entry(
            key=self.key(),
            kind=self.one_of("kind", KINDS, PLAIN),
            country=self.country("country", needed=True),
            reads=self.codes("reads").lower(),
            in_use=self.one_of("in_use", (directory.YES, directory.NO), "yes") == directory.YES,
            words=self.words(),
            contacts=self.contacts(),
        )
        is_mission = entry.kind != PLAIN
        entry.host = self.country("host", needed=is_mission)
        entry.covers = self.codes("covers").upper()
        self.check("reads", "reads", entry.reads)
        self.check("covers", "covers", entry.covers)
        if not is_mission:
            for column in ("host", "covers"):
                if self.cells.get(column):
                    self.wrong(column, _("Only an embassy, consulate or mission has one."))
        return entry

    def key(self) -> str:
        key = self.cells.get("key", "")
        if key and (said := objection(check_key, key)):
            self.wrong("key", said)
        elif key:
            self.check("key", "key", key)
        return key

    def one_of(self, column: str, known: tuple, default: str) -> str:
        value = self.cells.get(column, "").lower() or default
        if value in known:
            return value
        said = _("“%(value)s” isn’t one of: %(known)s")
        self.wrong(column, said % {"value": value, "known": ", ".join(known)})
        return default

    def country(self, column: str, needed: bool) -> str:
        code = self.cells.get(column, "").upper()
        if len(code.split()) > 1:
            self.wrong(column, _("One code only, like this: KZ"))
        elif code and (said := objection(check_countries, code)):
            self.wrong(column, said)
        elif needed and not code:
            self.wrong(column, _("The code of the country is missing, like this: KZ"))
        return code

    def codes(self, column: str) -> str:
        return " ".join(codes_in(self.cells.get(column, "")))

    def check(self, column: str, name: str, value) -> None:
        """By the field of the record: whether it may be empty, its length, what it may say."""
        try:
            FIELDS[name].clean(value, None)
        except ValidationError as error:
            self.wrong(column, " ".join(error.messages))

    def words(self) -> dict[str, dict[str, str]]:
        found = {}
        for column, text in self.cells.items():
            if match := OF_WORDS.fullmatch(column):
                found.setdefault(match[2], dict.fromkeys(WORDS, ""))[match[1]] = text
        found = {language: words for language, words in found.items() if any(words.values())}
        for language, words in found.items():
            for part, text in words.items():
                self.check(f"{part}_{language}", part, text)
        if not found:
            self.wrong("office_…", _("It has an office and a salutation in no language."))
        return found

    def contacts(self) -> list[dict]:
        numbers = {int(m[1]) for column in self.cells if (m := OF_CONTACT.fullmatch(column))}
        return [found for number in sorted(numbers) if (found := self.contact(number))]

    def contact(self, number: int) -> dict | None:
        name = f"contact_{number}_{{}}".format
        cells = {part: self.cells.get(name(part), "") for part in CONTACT}
        if not any(cells.values()):
            return None
        contact = {
            "way": self.one_of(name("way"), tuple(ContactKind.values), ""),
            "value": cells["value"],
            "source": cells["source"],
            "verified": self.day(name("verified"), cells["verified"]),
            "state": self.one_of(name("state"), STATES, ContactState.WORKS.value),
        }
        self.check(name("value"), "value", contact["value"])
        self.check(name("source"), "source", contact["source"])
        if contact["way"] and (said := objection(check_value, contact["way"], contact["value"])):
            self.wrong(name("value"), said)
        return contact

    def day(self, column: str, text: str) -> date | None:
        for form in ("%Y-%m-%d", "%d.%m.%Y"):
            try:
                return datetime.strptime(text, form).date() if text else None
            except ValueError:
                continue
        self.wrong(column, _("Write the day like this: 2026-05-31"))
        return None
