"""Signatures as rows of a table: see ``actions.exporting``."""

from collections.abc import Iterator

from django.db.models import Case, Exists, OuterRef, Value, When
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from ...actions import tallies
from ...actions.admin.answer_columns import AnswerColumns
from ...actions.exporting import (
    MINUTE,
    MONTH,
    NO_CONSENTS,
    batches,
    consents,
    editors_clock,
    text,
)
from ...actions.spreadsheets import SUSPECT, apart, safe
from ...actions.titles import title_of, titles
from ...supporters import countries
from ...supporters.models import Consent, Purpose
from ..models import METRIC, PAPER, Petition, SignatureState

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
    answers = AnswerColumns(queryset, "petition") if personal else None
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
        self.minute = editors_clock()


def _signatures(queryset, personal, headings, words, answers) -> Iterator[list[str]]:
    yield headings
    turn = words.minute
    fields = ["pk", "petition", text("created_at"), text("confirmed_at"), "state", "language"]
    fields += ["country", PUBLIC_NAME, "source", "supporter"]
    fields += [f"supporter__{name}" for name in TYPED] if personal else []
    fields += ["supporter__answers"] if answers else []
    for rows, batch in batches(queryset, fields):
        supporters = [row[9] for row in batch if row[9]] if personal else []
        agreed = consents(rows, supporters, turn, words.withdrawn) if supporters else {}
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
                cells += agreed.get(supporter, NO_CONSENTS)
                if answers:
                    cells += answers.cells(petition, row[TYPED_UNTIL])
            yield cells


# Whoever doesn't count is not shown any more.
PUBLIC_NAME = Case(When(state=SignatureState.CONFIRMED, then="public_name"), default=Value(""))
# The end of what was typed among the values of a row; answers come after it.
TYPED_UNTIL = 10 + len(TYPED)


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
    fields = ["pk", *(f"supporter__{name}" for name in fields)]
    for _rows, batch in batches(standing_handovers(petition), fields):
        number += len(batch)
        for _pk, first, last, country, organisation, comment in batch:
            name = f"{first} {last}".strip()
            yield [safe(name), names.get(country, country), safe(organisation), safe(comment)]
    others = max(0, tallies.count(petition.key, METRIC) - number)
    yield [rest["others"] % {"number": others}, "", "", ""]
    if on_paper := tallies.count(petition.key, PAPER):
        yield [rest["paper"] % {"number": on_paper}, "", "", ""]
