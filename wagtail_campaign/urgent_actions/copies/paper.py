"""A letter on paper: one sheet, its address where a window envelope shows it; and as a PDF.

DIN 5008, form B: the window shows 85 mm × 45 mm of it, 45 mm from the top and 20 mm from the left.
The address begins 17.7 mm below its upper edge and 5 mm from its left one, so that it is seen
whole also where the sheet slips in the envelope; a long one begins higher. The text begins below
103 mm. Fold marks are at 105 and 210 mm.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from django.utils.translation import gettext, override
from fpdf import FPDF

from ...supporters import countries
from ..drafting.placeholders import fill_writer, written_day

FONT = Path(__file__).parent / "fonts" / "DejaVuSerif.ttf"
MARGIN, RIGHT, TOP = 25, 20, 27
WINDOW_TOP, WINDOW_END, ADDRESS_TOP, ADDRESS_WIDTH, TEXT_TOP = 45, 90, 62.7, 80, 103
LINE = 5.4
FOLDS = (105, 210)


@dataclass(frozen=True)
class Sheet:
    """What stands on it, from top to bottom, in the language of the letter."""

    language: str
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    place_and_date: str
    subject: str
    text: str
    #: The same in the writer's own language, "" where it isn't wished or is the same.
    beside: str = ""
    #: Whom copies go to.
    copies: tuple[str, ...] = ()

    @property
    def said_copies(self) -> str:
        """Whom copies go to, said in the language of the letter; "" where there are none."""
        if not self.copies:
            return ""
        with override(self.language):
            return gettext("Copies to: %(addresses)s") % {"addresses": ", ".join(self.copies)}

    @cached_property
    def paragraphs(self) -> list[str]:
        """The text, paragraph by paragraph."""
        return [part.strip() for part in self.text.split("\n\n") if part.strip()]


def sheet(place, copy, typed: dict) -> Sheet:
    """The sheet for a letter, from where it was written (``writing.Place``)."""
    language = typed["written_in"]
    name = f"{typed['first_name']} {typed['last_name']}".strip()
    country = countries.name(typed["country"], language)
    city = typed["city"]
    bilingual = typed.get("bilingual") and place.beside
    return Sheet(
        language=language,
        sender=tuple(filter(None, [name, ", ".join(filter(None, [city, country]))])),
        recipient=recipient(place.target, language),
        place_and_date=", ".join(filter(None, [city, written_day(date.today(), language)])),
        subject=copy.subject,
        text=copy.text,
        beside=_signed(place.beside, name, typed) if bilingual else "",
        copies=copy.cc,
    )


def _signed(draft, name: str, typed: dict) -> str:
    return fill_writer(draft.text, draft.language, name, typed["city"], typed["country"])


def recipient(target, language: str) -> tuple[str, ...]:
    """Whom it is addressed to, line by line, as far as that is known in the language of the letter;
    nothing without a target."""
    words = target.words_in(language) if target else None
    if words is None:
        return ()
    if words.lines:
        return tuple(words.lines)
    return tuple(filter(None, [words.name, words.office, countries.name(target.country, language)]))


def pdf(sheet: Sheet) -> bytes:
    """The sheet as a PDF (A4), with its letters embedded: Latin, Cyrillic with those of Kazakh,
    Greek, and more."""
    document = _document(sheet.language, sheet.subject or "Letter")
    document.add_page()
    document.set_font("letter", size=9)
    document.multi_cell(0, 4.5, "\n".join(sheet.sender), align="R")
    document.set_font("letter", size=11)
    _write_address(document, sheet.recipient)
    document.set_xy(MARGIN, TEXT_TOP - 12)
    document.multi_cell(0, LINE, sheet.place_and_date, align="R")
    for height in FOLDS:
        document.line(5, height, 9, height)
    document.set_xy(MARGIN, TEXT_TOP)
    _write(document, sheet.subject, sheet.text)
    if sheet.copies:
        document.ln(6)
        document.set_font("letter", size=9)
        document.multi_cell(0, 4.5, sheet.said_copies, align="L")
    if sheet.beside:
        document.add_page()
        _write(document, "", sheet.beside)
    return bytes(document.output())


def address_top(lines: int) -> float:
    """How far from the top of the sheet an address of so many lines begins, in mm."""
    return max(WINDOW_TOP, min(ADDRESS_TOP, WINDOW_END - lines * LINE))


def bundle(sheets: list[Sheet]) -> bytes:
    """Letters one after the other, each on a page of its own, without an address."""
    document = _document("", "Letters")
    for sheet in sheets:
        document.add_page()
        _write(document, sheet.subject, sheet.text)
    return bytes(document.output())


def _document(language: str, title: str) -> FPDF:
    document = FPDF(format="A4")
    document.set_margins(MARGIN, TOP, RIGHT)
    # Else a millimetre more at both sides of each text.
    document.c_margin = 0
    document.set_auto_page_break(True, margin=20)
    if language:
        document.set_lang(language)
    document.set_title(title)
    document.add_font("letter", fname=FONT)
    return document


def _write_address(document: FPDF, recipient: tuple[str, ...]) -> None:
    address = "\n".join(recipient)
    lines = document.multi_cell(ADDRESS_WIDTH, LINE, address, dry_run=True, output="LINES")
    document.set_xy(MARGIN, address_top(len(lines)))
    document.multi_cell(ADDRESS_WIDTH, LINE, address, align="L")


def _write(document: FPDF, subject: str, text: str) -> None:
    document.set_font("letter", size=11)
    if subject:
        document.multi_cell(0, 6, subject, align="L", new_x="LMARGIN", new_y="NEXT")
        document.ln(5)
    document.multi_cell(0, 5.6, text, align="L", new_x="LMARGIN", new_y="NEXT")
