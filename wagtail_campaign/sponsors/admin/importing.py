"""Importing an existing list: a file, what is wrong in it or what it would enter, and yes."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.coreutils import get_content_languages

from ...actions import reading, words
from ...actions.admin.importing import ImportView
from ...actions.reading import MOST_PROBLEMS, Outdated, Problem
from .. import entering, entries, naming, types
from ..entering import Told
from ..models import Sponsor
from ..services import ListedAlready
from ..states import Kind
from .entering import EnterForm
from .of_list import OfListMixin

#: The columns of a file, and the fields that they are; the first two are needed.
COLUMNS = {
    "kind": "",
    "name": "name",
    "type": "",
    "role": "role",
    "organisation": "organisation",
    "speaks_for": "",
    "country": "country",
    "website": "site",
    "members": "members",
    "quote": "quote",
    "language": "written_in",
    "first_name": "first_name",
    "last_name": "last_name",
    "email": "email",
    "authority": "authority",
}
NEEDED = ("kind", "name")
#: Those that a download has, and that mean nothing here.
LEFT = ("number", "list", "entered", "state", "verified")


@dataclass
class Plan:
    """What a file would do; nothing of it where there are problems."""

    digest: str
    problems: list[Problem] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


class SponsorImportView(OfListMixin, ImportView):
    """Many entries from a file, all or none. What is on the list already is a problem."""

    template_name = "wagtail_campaign/admin/import_sponsors.html"
    page_title = gettext_lazy("Import sponsors")
    about_file = gettext_lazy(
        "UTF-8, with commas or semicolons, up to 2,000 rows and 1 MB. Columns: kind (person or"
        " organisation) and name; if you like type, country (DE), role, organisation, speaks_for"
        " (yes), website, members, quote, language, name_ru and the like, and of who stands behind"
        " it first_name, last_name, email, authority. First you see what would be entered."
    )

    def read(self, content):
        self.content = content
        return reading.read(content, against_column, NEEDED)

    def plan(self, table):
        plan, seen = Plan(reading.digest(self.content, self.sponsor_list.pk)), {}
        of_list = types.of_list(self.sponsor_list)
        for row, cells in table.rows:
            told, problems = told_of(row, cells, of_list)
            if told:
                problems += self.twice(row, told, seen)
            plan.problems += problems
            if told:
                plan.told.append(told)
        if not table.rows:
            plan.problems.append(Problem(0, "", _("There is no sponsor in it.")))
        plan.problems = plan.problems[:MOST_PROBLEMS]
        return plan

    def twice(self, row: int, told: Told, seen: dict) -> list[Problem]:
        """What is there already: in the file, or on the list."""
        sponsor = Sponsor(sponsor_list=self.sponsor_list, kind=told.kind, **told.entry)
        key = told.kind, naming.listed_key(sponsor.name, sponsor.country), told.email
        if told.kind == Kind.ORGANISATION:
            key = key[:2]
        if first := seen.get(key):
            said = _("It is the same as row %(number)s.") % {"number": first}
            return [Problem(row, "name", said)]
        seen[key] = row
        if entries.same_organisation(sponsor).exists():
            return [Problem(row, "name", _("It is on the list already."))]
        return []

    def carry_out(self, table, agreed):
        plan = self.plan(table)
        if plan.problems or plan.digest != agreed:
            raise Outdated
        try:
            entering.enter(
                self.sponsor_list, plan.told, self.request.user, "campaign.import_sponsors"
            )
        except ListedAlready as error:
            row = table.rows[error.number][0]
            said = _("Row %(number)s is on the list already: nothing was imported.")
            raise Outdated(said % {"number": row}) from None
        return plan

    def changes(self, plan):
        return plan.told

    def told(self, plan):
        number = len(plan.told)
        return ngettext(
            "%(number)s sponsor is put on the list.",
            "%(number)s sponsors are put on the list.",
            number,
        ) % {"number": words.number(number)}


def against_column(name: str) -> str:
    """What is wrong with a column of that name, "" for nothing."""
    names = {f"name_{code.lower()}" for code in get_content_languages()}
    known = name in COLUMNS or name in LEFT or name in names
    return "" if known else _("There is no column of that name.")


def told_of(row: int, cells: dict[str, str], of_list) -> tuple[Told | None, list[Problem]]:
    """The entry that a row is, by the form in which one is typed; or what is wrong with it."""
    kind = cells.get("kind", "").lower()
    if kind not in Kind.values:
        return None, [Problem(row, "kind", _("Write person or organisation."))]
    problems = []
    language = cells.get("language", "") or next(iter(get_content_languages()))
    typed = {COLUMNS.get(name) or name: text for name, text in cells.items()}
    typed["country"] = typed.get("country", "").upper()
    typed["written_in"] = language
    typed["type"] = _type_of(cells.get("type", ""), kind, of_list)
    if typed["type"] is None:
        problems.append(Problem(row, "type", _("The page has no type of that name.")))
    speaks, wrong = reading.yes_or_no(row, "speaks_for", cells)
    problems += wrong
    typed["speaks_for"] = "yes" if speaks else ""
    form = EnterForm(typed, kind=kind, types=of_list, language=language)
    columns = {name: column for column, name in COLUMNS.items() if name}
    for name, errors in form.errors.items():
        problems += [Problem(row, columns.get(name, name), said) for said in errors]
    return (None, problems) if problems else (form.told(), [])


def _type_of(name: str, kind: str, of_list) -> str | None:
    if not name:
        return ""
    wanted = naming.fold(name)
    own = types.of_kind(of_list, kind)
    return next((t.uuid for t in own if wanted in {naming.fold(t.name), t.uuid}), None)
