"""A file with records as a table, and why it is none. What its rows say is for the slices."""

import csv
import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .spreadsheets import plain

MOST_BYTES = 1_000_000
MOST_ROWS = 2000
#: After so many problems the rest isn't told.
MOST_PROBLEMS = 100


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
    """A file that isn't a table of such records; "problems" says why."""

    def __init__(self, problems: list[Problem]):
        super().__init__()
        self.problems = problems


class Outdated(Exception):
    """What would be done isn't any more what the user agreed to; its words say why, if any."""


def read(content: bytes, against: Callable[[str], str], needed: tuple[str, ...] = ()) -> Table:
    """The table in a file: UTF-8 with or without a mark, with commas or semicolons.

    ``against`` says what is wrong with a column of that name, "" for nothing; ``needed`` are the
    columns without which it is none. Raises ``Unreadable``.
    """
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
    problems = _wrong_columns(columns, against)
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
    problems = problems or [
        Problem(1, name, _("This column is missing.")) for name in needed if name not in columns
    ]
    if problems:
        raise Unreadable(problems[:MOST_PROBLEMS])
    return Table(columns, rows)


def digest(content: bytes, key: int) -> str:
    """What a file is agreed to by, for the action with that id: one file may be of several."""
    return hashlib.sha256(f"{key}\n".encode() + content).hexdigest()


def yes_or_no(row: int, column: str, cells: dict[str, str]) -> tuple[bool, list[Problem]]:
    """Whether a cell says yes; "no", and an empty one, say no. What says neither is a problem."""
    said = cells.get(column, "").lower()
    wrong = said not in ("yes", "no", "")
    return said == "yes", [Problem(row, column, _("Write yes or no."))] if wrong else []


def _unreadable(said: str) -> Unreadable:
    return Unreadable([Problem(0, "", said)])


def _cell(text: str) -> str:
    return plain(lines(text)).strip()


def lines(text: str) -> str:
    """A text with the line breaks of files: what is typed in a browser has two signs for one."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wrong_columns(columns: list[str], against: Callable[[str], str]) -> list[Problem]:
    problems = []
    for number, name in enumerate(columns):
        if said := against(name):
            problems.append(Problem(1, name, said))
        elif name in columns[:number]:
            problems.append(Problem(1, name, _("There are two columns of that name.")))
    return problems
