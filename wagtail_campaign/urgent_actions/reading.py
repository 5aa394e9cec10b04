"""A file with targets, read and checked: what is wrong in it, by row and column, in words."""

import csv
import io
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..actions.spreadsheets import plain
from . import directory
from .directory import CONTACT, OF_CONTACT, OF_WORDS, PLAIN, STATES, WORDS, Entry
from .languages import check_language
from .targets import (
    Contact,
    ContactKind,
    ContactState,
    Mission,
    MissionKind,
    Target,
    TargetWords,
    check_countries,
    check_key,
    check_value,
)

MOST_BYTES = 1_000_000
MOST_ROWS = 2000
#: After so many problems the rest isn't told.
MOST_PROBLEMS = 100
KINDS = (PLAIN, *MissionKind.values)
FIELDS = {
    "key": Target._meta.get_field("key"),
    "reads": Target._meta.get_field("reads"),
    "covers": Mission._meta.get_field("covers"),
    **{part: TargetWords._meta.get_field(part) for part in WORDS},
    "value": Contact._meta.get_field("value"),
    "source": Contact._meta.get_field("source"),
}


@dataclass(frozen=True)
class Problem:
    """What is wrong where: "row" as a spreadsheet counts them, 0 where it is the file."""

    row: int
    column: str
    said: str


@dataclass(frozen=True)
class Table:
    """What a file has: its columns, and (row, {column: text}) of each row with something in it."""

    columns: list[str]
    rows: list[tuple[int, dict[str, str]]]


class Unreadable(Exception):
    """A file that isn't a table of targets; "problems" says why."""

    def __init__(self, problems: list[Problem]):
        super().__init__()
        self.problems = problems


def read(content: bytes) -> Table:
    """The table in a file: UTF-8 with or without a mark, with commas or semicolons."""
    if len(content) > MOST_BYTES:
        raise _unreadable(_("The file is larger than 1 MB. Split it into several."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(
            _("The file isn’t in UTF-8. In the spreadsheet choose “CSV UTF-8” when you save it.")
        ) from None
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise _unreadable(_("The file is no CSV: perhaps a quotation mark isn’t closed.")) from None
    if not any(any(line) for line in lines):
        raise _unreadable(_("The file is empty."))
    columns = [name.strip().lower() for name in lines[0]]
    while columns and not columns[-1]:
        columns.pop()
    problems = _wrong_columns(columns)
    rows = []
    for row, line in enumerate(lines[1:], 2):
        if any(cell.strip() for cell in line[len(columns) :]):
            problems.append(Problem(row, "", _("It has more cells than there are headings.")))
        cells = {name: _cell(text) for name, text in zip(columns, line, strict=False)}
        if any(cells.values()):
            rows.append((row, cells))
    if len(rows) > MOST_ROWS:
        problems = [
            Problem(0, "", _("There are more than 2,000 rows. Split it into several files."))
        ]
    if problems:
        raise Unreadable(problems[:MOST_PROBLEMS])
    return Table(columns, rows)


def _unreadable(said: str) -> Unreadable:
    return Unreadable([Problem(0, "", said)])


def _cell(text: str) -> str:
    return plain(directory.lines(text)).strip()


def _wrong_columns(columns: list[str]) -> list[Problem]:
    problems = []
    for number, name in enumerate(columns):
        if not directory.is_column(name):
            problems.append(Problem(1, name, _("There is no column of that name.")))
        elif name in columns[:number]:
            problems.append(Problem(1, name, _("There are two columns of that name.")))
        elif (match := OF_WORDS.fullmatch(name)) and (said := _said(check_language, match[2])):
            problems.append(Problem(1, name, said))
    return problems


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
        if key and (said := _said(check_key, key)):
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
        elif code and (said := _said(check_countries, code)):
            self.wrong(column, said)
        elif needed and not code:
            self.wrong(column, _("The code of the country is missing, like this: KZ"))
        return code

    def codes(self, column: str) -> str:
        return " ".join(self.cells.get(column, "").replace(",", " ").replace(";", " ").split())

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
        if contact["way"] and (said := _said(check_value, contact["way"], contact["value"])):
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


def _said(check, *values) -> str:
    """What a check has against a value, "" for nothing."""
    try:
        check(*values)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
