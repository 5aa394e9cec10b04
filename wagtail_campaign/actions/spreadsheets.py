"""Tables for spreadsheets, as CSV and as XLSX, row by row at the same memory.

No cell is taken for a formula. Rows are lists of text, the heading first; amounts are ``Decimal``,
and numbers in the spreadsheet, too.
"""

import re
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from django.http import FileResponse, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from ..supporters import countries

BATCH = 2000
# A sheet of XLSX has no more rows than 1,048,576.
ROWS_A_SHEET = 1_000_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a spreadsheet takes for a formula, after spaces too (OWASP: CSV injection); and what would
# look like one made safe, so that ``plain`` can tell.
FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
# The first characters of what may be one.
SUSPECT = frozenset("'=+-@＝＋－＠" + "".join(c for c in map(chr, range(0x3001)) if c.isspace()))
# Without it, Excel reads the file as Latin.
BYTE_ORDER_MARK = "\ufeff"


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def plain(text: str) -> str:
    """What "text" was before ``safe``, as it comes back from a spreadsheet."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def apart(headings: list[str]) -> list[str]:
    """Headings of which no two are the same, as they must be for sorting and summing."""
    seen, told = {}, []
    for heading in headings:
        seen[heading] = number = seen.get(heading, 0) + 1
        told.append(heading if number == 1 else f"{heading} ({number})")
    return told


def csv_response(rows: Iterator[list[str]], filename: str) -> StreamingHttpResponse:
    """The rows as CSV. They are drawn later, after the request's language is over."""
    answer = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    return private(answer, f"{filename}.csv")


def xlsx_response(rows: Iterator[list[str]], filename: str) -> FileResponse:
    """The rows as XLSX, written to a temporary file first: the format can't be streamed."""
    # The answer closes it, when it was sent.
    file = tempfile.TemporaryFile()  # noqa: SIM115
    write_xlsx(rows, file)
    file.seek(0)
    return private(FileResponse(file, content_type=XLSX), f"{filename}.xlsx")


def private(answer, filename: str):
    """The answer as a download that nothing keeps."""
    answer.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    answer.headers["Cache-Control"] = "no-store, private"
    return answer


def csv_lines(rows: Iterator[list[str]]) -> Iterator[bytes]:
    """The rows as CSV (RFC 4180), with what the reader's language puts between cells. An amount in
    it is text: ``decimal_text``."""
    return _lines(rows, _delimiter())


def decimal_text(amount: Decimal, mark: str) -> str:
    """An amount as a spreadsheet reads it; ``mark`` as ``decimal_mark`` gives it."""
    return f"{amount:f}".replace(".", mark)


def _lines(rows: Iterator[list[str]], delimiter: str) -> Iterator[bytes]:
    between = f'"{delimiter}"'
    yield BYTE_ORDER_MARK.encode()
    while batch := list(islice(rows, BATCH)):
        yield "".join([_line(cells, between) for cells in batch]).encode()


def _line(cells: list[str], between: str) -> str:
    """A line of CSV as RFC 4180 has it; the csv module takes three times as long.

    Every cell is quoted, so that no separator of another spreadsheet starts a cell.
    """
    quoted = between.join([c.replace('"', '""') if '"' in c else c for c in cells])
    return f'"{quoted}"\r\n'


def _delimiter() -> str:
    """What spreadsheets of the editor's language put between cells."""
    return ";" if decimal_mark() == "," else ","


def decimal_mark() -> str:
    """What parts cents in the editor's language: "." or ","."""
    return countries.babel_locale().number_symbols["latn"].get("decimal")


def write_xlsx(rows: Iterator[list[str]], file, progress=lambda number: None) -> int:
    """Writes the rows as XLSX into a binary file; returns how many, without the heading.

    ``progress`` is told the number now and then.
    """
    book, number, sheet = Workbook(write_only=True), 0, None
    heading = next(rows)
    while batch := list(islice(rows, BATCH)):
        for row in batch:
            if number % ROWS_A_SHEET == 0:
                sheet = _new_sheet(book, heading)
            sheet.append(_allowed(row))
            number += 1
        progress(number)
    if sheet is None:
        _new_sheet(book, heading)
    book.save(file)
    return number


def _new_sheet(book, heading: list[str]):
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    sheet.append(_allowed(heading))
    return sheet


def _allowed(cells: list) -> list:
    """The cells without what XML forbids: editors paste it into their questions unseen."""
    return [c if isinstance(c, Decimal) else ILLEGAL_CHARACTERS_RE.sub("", c) for c in cells]
