"""Signatures as CSV: streamed, at the same memory whether there are a hundred or a million.

Rows are read by id, a batch at a time, without model instances; so no cursor stays open, and it
works the same behind a connection pool. Whatever an editor's language says is looked up before
the first row: the stream is drawn when the request's language is over.
"""

import csv
import re
from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..actions import tallies
from ..actions.titles import title_of, titles
from ..supporters import countries
from ..supporters.models import Consent, Purpose
from .models import METRIC, Petition, SignatureState

BATCH = 2000
# What a spreadsheet takes for a formula, after spaces too (OWASP: CSV injection).
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# Without it, Excel reads the file as Latin.
BYTE_ORDER_MARK = "\ufeff"

# Typed by supporters: after their names in the database.
TYPED = ("first_name", "last_name", "email", "postcode", "organisation", "comment")


def response(rows: Iterator[list], filename: str) -> StreamingHttpResponse:
    """The rows as a download. ``rows`` are drawn later, after the request's language is over."""
    answer = StreamingHttpResponse(
        _lines(rows, _delimiter()), content_type="text/csv; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{filename}.csv"'
    answer.headers["Cache-Control"] = "no-store, private"
    return answer


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def signatures(queryset, personal: bool) -> Iterator[list]:
    """A heading and a row for each signature of a queryset, oldest first.

    Only with ``personal`` what people typed and agreed to is in it.
    """
    headings = [
        _("Number"),
        _("Petition"),
        _("Signed"),
        _("Confirmed"),
        _("State"),
        _("Language"),
        _("Country"),
        _("Public name"),
    ]
    if personal:
        headings += [
            _("First name"),
            _("Last name"),
            _("E-mail"),
            _("Postcode"),
            _("Organisation"),
            _("Comment"),
            *(_("Consent: %(purpose)s") % {"purpose": purpose.label} for purpose in Purpose),
        ]
    return _signatures(queryset, personal, headings, _Words())


class _Words:
    """What the rows say in the editor's language and time zone, looked up once."""

    def __init__(self):
        petitions = list(Petition.objects.all())
        known = titles(petition.key for petition in petitions)
        self.petitions = {p.pk: safe(title_of(p, known)) for p in petitions}
        self.states = {state.value: str(state.label) for state in SignatureState}
        self.countries = dict(countries.choices(get_language() or "en"))
        self.zone = timezone.get_current_timezone()
        self.withdrawn = _("withdrawn %(date)s")

    def moment(self, moment: datetime | None) -> str:
        if moment is None:
            return ""
        return moment.astimezone(self.zone).isoformat(" ", "minutes")[:16]


def _signatures(queryset, personal, headings, words) -> Iterator[list]:
    yield headings
    fields = ["pk", "petition", "created_at", "confirmed_at", "state", "language", "country"]
    fields.append("public_name")
    if personal:
        fields += [f"supporter__{name}" for name in TYPED] + ["supporter"]
    for batch in _batches(queryset, fields):
        consents = _consents([row[-1] for row in batch], words) if personal else {}
        for row in batch:
            pk, petition, created, confirmed, state, language, country, public_name, *typed = row
            cells = [
                pk,
                words.petitions.get(petition, petition),
                words.moment(created),
                words.moment(confirmed),
                words.states[state],
                language,
                words.countries.get(country, country),
                safe(public_name),
            ]
            if personal:
                supporter = typed.pop()
                cells += [safe(text) if text else "" for text in typed]
                cells += consents.get(supporter, _NONE)
            yield cells


_NONE = [""] * len(Purpose)


def _consents(supporters: list, words: _Words) -> dict[int, list[str]]:
    """When each supporter agreed to each purpose, in their order; withdrawn ones say so."""
    rows = Consent.objects.filter(supporter__in=[pk for pk in supporters if pk]).order_by("pk")
    places = {purpose.value: place for place, purpose in enumerate(Purpose)}
    found = {}
    for supporter, purpose, given, withdrawn in rows.values_list(
        "supporter", "purpose", "given_at", "withdrawn_at"
    ):
        said = words.moment(given)
        if withdrawn:
            said = words.withdrawn % {"date": words.moment(withdrawn)}
        found.setdefault(supporter, list(_NONE))[places[purpose]] = said
    return found


def hand_over(petition: Petition) -> Iterator[list]:
    """The names of those who agreed to that, for those the petition is addressed to.

    No address, no postcode. The last line is the number of all others who signed.
    """
    headings = [_("Name"), _("Country"), _("Organisation"), _("Comment")]
    names = dict(countries.choices(get_language() or "en"))
    rest = _("and %(number)s more who signed and did not hand over their names")
    return _hand_over(petition, headings, names, rest)


def standing_handovers(petition: Petition):
    """The confirmed signatures whose makers agreed to the hand-over and still do."""
    consent = Consent.objects.filter(
        supporter=OuterRef("supporter"),
        purpose=Purpose.HANDOVER,
        action_key=petition.key,
        withdrawn_at=None,
    )
    return petition.signatures.filter(Exists(consent), state=SignatureState.CONFIRMED)


def _hand_over(petition, headings, names, rest) -> Iterator[list]:
    yield headings
    fields = ["first_name", "last_name", "country", "organisation", "comment"]
    number = 0
    batches = _batches(
        standing_handovers(petition), ["pk", *(f"supporter__{name}" for name in fields)]
    )
    for batch in batches:
        number += len(batch)
        for _pk, first, last, country, organisation, comment in batch:
            name = f"{first} {last}".strip()
            yield [safe(name), names.get(country, country), safe(organisation), safe(comment)]
    others = max(0, tallies.count(petition.key, METRIC) - number)
    yield [rest % {"number": others}, "", "", ""]


def _batches(queryset, fields) -> Iterator[list[tuple]]:
    """The rows of a queryset by id, some thousands at a time; the id is the first field."""
    rows = queryset.order_by("pk").values_list(*fields)
    last = 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        yield batch
        last = batch[-1][0]


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _lines(rows: Iterator[list], delimiter: str) -> Iterator[bytes]:
    # Everything is quoted, so that no separator of another spreadsheet starts a cell.
    writer = csv.writer(_Echo(), delimiter=delimiter, quoting=csv.QUOTE_ALL)
    lines = [BYTE_ORDER_MARK]
    for row in rows:
        lines.append(writer.writerow(row))
        if len(lines) == BATCH:
            yield "".join(lines).encode()
            lines = []
    yield "".join(lines).encode()


def _delimiter() -> str:
    """What spreadsheets of the editor's language put between cells."""
    decimal = countries.babel_locale().number_symbols["latn"].get("decimal")
    return ";" if decimal == "," else ","
