"""Entries as rows of a table: see ``actions.exporting``. What is public in the columns of a file
that can be imported, so that a download is the easiest start for one."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_languages

from ...actions.exporting import MINUTE, MONTH, batches, editors_clock, text
from ...actions.spreadsheets import safe
from ...actions.titles import title_of, titles
from .. import types
from ..models import SponsorList
from ..states import Kind, SponsorState, Verified

#: Typed by who entered it: after their names in the database.
TYPED = ("first_name", "last_name", "email", "sponsor_contact__authority")


def sponsors(queryset, personal: bool) -> Iterator[list[str]]:
    """A heading and a row for each entry of a queryset, oldest first; only with ``personal`` who
    entered it. Headings are those of ``importing``, and a few more."""
    languages = list(get_content_languages())
    headings = [
        "number",
        "list",
        "entered",
        "state",
        "kind",
        "type",
        "name",
        *(f"name_{code}" for code in languages),
        "role",
        "organisation",
        "speaks_for",
        "country",
        "website",
        "members",
        "quote",
        "language",
        "verified",
    ]
    if personal:
        headings += ["first_name", "last_name", "email", "authority"]
    return _sponsors(queryset, personal, headings, languages, _Words())


class _Words:
    """What the rows say in the editor's language and time zone, looked up once."""

    def __init__(self):
        lists = list(SponsorList.objects.all())
        known = titles(each.key for each in lists)
        self.lists = {each.pk: safe(title_of(each, known)) for each in lists}
        self.types = {t.uuid: safe(t.name) for each in lists for t in types.of_list(each)}
        self.states = {state.value: str(state.label) for state in SponsorState}
        self.verified = {by.value: str(by.label) for by in Verified}
        self.minute = editors_clock()
        self.forgotten = [_("forgotten") if name == "email" else "" for name in TYPED]


FIELDS = (
    *("sponsor_list", "state", "kind", "type_uuid", "name", "names", "role", "organisation"),
    *("speaks_for", "country", "website", "members", "quote", "language", "verified_by", "nonce"),
)


def _sponsors(queryset, personal, headings, languages, words) -> Iterator[list[str]]:
    yield headings
    fields = ["pk", text("created_at"), *FIELDS, "supporter"]
    fields += [f"supporter__{name}" for name in TYPED] if personal else []
    for _rows, batch in batches(queryset, fields):
        for pk, made, *rest in batch:
            of = dict(zip(FIELDS, rest, strict=False))
            supporter, *typed = rest[len(FIELDS) :]
            is_organisation = of["kind"] == Kind.ORGANISATION
            cells = [
                str(pk),
                words.lists.get(of["sponsor_list"], ""),
                words.minute(made[:MINUTE]) if of["nonce"] else made[:MONTH],
                words.states[of["state"]],
                of["kind"],
                words.types.get(str(of["type_uuid"] or ""), ""),
                safe(of["name"]),
                *(safe(of["names"].get(code, "")) for code in languages),
                safe(of["role"]),
                safe(of["organisation"]),
                "yes" if of["speaks_for"] else "",
                of["country"],
                safe(of["website"]),
                str(of["members"] or ""),
                safe(of["quote"]),
                of["language"],
                words.verified[of["verified_by"]] if is_organisation else "",
            ]
            if personal:
                cells += [safe(t or "") for t in typed] if supporter else words.forgotten
            yield cells
