"""Signatures as rows of a table: at the same memory whether there are a hundred or a million.

Rows are read by id, a batch at a time, without model instances; so no cursor stays open, and it
works the same behind a connection pool. Whatever an editor's language says is looked up before
the first row: the stream is drawn when the request's language is over.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from django.db import connection
from django.db.models import Case, CharField, Exists, OuterRef, Value, When
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from ...actions import tallies
from ...actions.spreadsheets import SUSPECT, apart, safe
from ...actions.titles import title_of, titles
from ...supporters import countries
from ...supporters.models import Consent, Purpose
from ..models import METRIC, PAPER, Petition, SignatureState
from .answer_columns import AnswerColumns

BATCH = 2000
# Characters of a moment up to the minute, "2026-11-24 10:15", to the hour, and to the month, which
# is all that is known of an erased signature.
MINUTE, HOUR, MONTH = 16, 13, 7
# Typed by supporters: after their names in the database.
TYPED = ("first_name", "last_name", "email", "postcode", "organisation", "comment")


def signatures(queryset, personal: bool) -> Iterator[list[str]]:
    """A heading and a row for each signature of a queryset, oldest first.

    Only with ``personal`` what people typed and agreed to is in it.
    """
    headings = [
        pgettext("signature", "Number"),
        _("Petition"),
        _("Signed"),
        _("Confirmed"),
        _("State"),
        _("Language"),
        _("Country"),
        _("Public name"),
        pgettext("signature", "Source"),
    ]
    answers = AnswerColumns(queryset) if personal else None
    if personal:
        headings += [
            _("First name"),
            _("Last name"),
            _("E-mail"),
            _("Postcode"),
            _("Organisation"),
            pgettext("supporter", "Comment"),
            *(_("Consent: %(purpose)s") % {"purpose": purpose.label} for purpose in Purpose),
            *answers.headings,
        ]
    return _signatures(queryset, personal, apart(headings), _Words(), answers)


class _Words:
    """What the rows say in the editor's language and time zone, looked up once."""

    def __init__(self):
        petitions = list(Petition.objects.all())
        known = titles(petition.key for petition in petitions)
        self.petitions = {p.pk: safe(title_of(p, known)) for p in petitions}
        self.states = {state.value: str(state.label) for state in SignatureState}
        self.countries = {"": "", **dict(countries.choices(get_language() or "en"))}
        self.withdrawn = _("withdrawn %(date)s")
        # In the column of the address, so that nobody looks for what isn't there any more.
        self.forgotten = [_("forgotten") if name == "email" else "" for name in TYPED]
        self.minute = _clock(connection.timezone, timezone.get_current_timezone())


def _clock(kept_in, read_in):
    """A function from a minute as the database writes it to the editor's time.

    Turning the text of each hour once costs a tenth of a datetime object for each row.
    """
    if kept_in is None:
        return str

    def exactly(minute: str) -> str:
        moment = datetime.fromisoformat(minute).replace(tzinfo=kept_in)
        return f"{moment.astimezone(read_in):%Y-%m-%d %H:%M}"

    @lru_cache(maxsize=1000)
    def turned(hour: str) -> str:
        first, last = exactly(f"{hour}:00"), exactly(f"{hour}:59")
        # "" where zones are not whole hours apart, or the clocks are changed within the hour.
        return first[:HOUR] if last == f"{first[:HOUR]}:59" else ""

    def turn(minute: str) -> str:
        hour = turned(minute[:HOUR])
        return hour + minute[HOUR:] if hour else exactly(minute)

    return turn


def _text(field: str) -> Cast:
    """A moment as the database writes it: "2026-11-24 10:15:00…", on each of them."""
    return Cast(field, CharField())


def _signatures(queryset, personal, headings, words, answers) -> Iterator[list[str]]:
    yield headings
    turn = words.minute
    fields = ["pk", "petition", _text("created_at"), _text("confirmed_at"), "state", "language"]
    fields += ["country", PUBLIC_NAME, "source", "supporter"]
    fields += [f"supporter__{name}" for name in TYPED] if personal else []
    fields += ["supporter__answers"] if answers else []
    for rows, batch in _batches(queryset, fields):
        supporters = [row[9] for row in batch if row[9]] if personal else []
        consents = _consents(rows, supporters, words) if supporters else {}
        for row in batch:
            pk, petition, signed, confirmed, state, language, country, name, source, supporter = (
                row[:10]
            )
            cells = [
                str(pk),
                words.petitions.get(petition, ""),
                turn(signed[:MINUTE]) if supporter else signed[:MONTH],
                (turn(confirmed[:MINUTE]) if supporter else confirmed[:MONTH]) if confirmed else "",
                words.states[state],
                language,
                words.countries.get(country, country),
                name if name[:1] not in SUSPECT else safe(name),
                source,
            ]
            if personal:
                # As safe() does, but for the call: it is asked six times a row.
                typed = row[10:TYPED_UNTIL] if supporter else words.forgotten
                cells += [t if t[:1] not in SUSPECT else safe(t) for t in typed]
                cells += consents.get(supporter, NO_CONSENTS)
                if answers:
                    cells += answers.cells(petition, row[TYPED_UNTIL])
            yield cells


# Whoever doesn't count is not shown any more.
PUBLIC_NAME = Case(When(state=SignatureState.CONFIRMED, then="public_name"), default=Value(""))
# The end of what was typed among the values of a row; answers come after it.
TYPED_UNTIL = 10 + len(TYPED)
NO_CONSENTS = [""] * len(Purpose)


def _consents(signatures, supporters: list, words: _Words) -> dict[int, list[str]]:
    """When supporters agreed to each purpose, in order; withdrawn ones say so.

    They are given twice: as a queryset of their signatures, so that the database picks the rows,
    and by their ids, so that it looks through those of a range only.
    """
    consents = Consent.objects.filter(
        Exists(signatures.filter(supporter=OuterRef("supporter"))),
        supporter__gte=min(supporters),
        supporter__lte=max(supporters),
    )
    places = {purpose.value: place for place, purpose in enumerate(Purpose)}
    found = {}
    for supporter, purpose, given, withdrawn in consents.order_by("pk").values_list(
        "supporter", "purpose", _text("given_at"), _text("withdrawn_at")
    ):
        said = words.minute(given[:MINUTE])
        if withdrawn:
            said = words.withdrawn % {"date": words.minute(withdrawn[:MINUTE])}
        found.setdefault(supporter, list(NO_CONSENTS))[places[purpose]] = said
    return found


def hand_over(petition: Petition) -> Iterator[list[str]]:
    """The names of those who agreed to that, for those the petition is addressed to.

    No address, no postcode. The last lines are the numbers of all others who signed,
    here and on paper.
    """
    headings = [
        pgettext("person", "Name"),
        _("Country"),
        _("Organisation"),
        pgettext("supporter", "Comment"),
    ]
    names = dict(countries.choices(get_language() or "en"))
    rest = {
        "others": _("and %(number)s more who signed and did not hand over their names"),
        "paper": _("and %(number)s more on paper"),
    }
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


def _hand_over(petition, headings, names, rest) -> Iterator[list[str]]:
    yield headings
    fields = ["first_name", "last_name", "country", "organisation", "comment"]
    number = 0
    batches = _batches(
        standing_handovers(petition), ["pk", *(f"supporter__{name}" for name in fields)]
    )
    for _rows, batch in batches:
        number += len(batch)
        for _pk, first, last, country, organisation, comment in batch:
            name = f"{first} {last}".strip()
            yield [safe(name), names.get(country, country), safe(organisation), safe(comment)]
    others = max(0, tallies.count(petition.key, METRIC) - number)
    yield [rest["others"] % {"number": others}, "", "", ""]
    if on_paper := tallies.count(petition.key, PAPER):
        yield [rest["paper"] % {"number": on_paper}, "", "", ""]


def _batches(queryset, fields) -> Iterator[tuple]:
    """The rows of a queryset by id, some thousands at a time; the id is the first field.

    Each comes as a queryset of those rows and the list of their values.
    """
    rows, last = queryset.order_by("pk"), 0
    while batch := list(rows.filter(pk__gt=last).values_list(*fields)[:BATCH]):
        first, last = batch[0][0], batch[-1][0]
        yield queryset.filter(pk__range=(first, last)), batch
