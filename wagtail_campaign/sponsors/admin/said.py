"""What an entry says, in an editor's words: field by field, and what has changed."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ...actions import words
from ...supporters import countries
from .. import entries, types
from ..models import Sponsor
from ..states import Kind

#: Those that only one kind has.
ONLY = {
    "role": Kind.PERSON,
    "organisation": Kind.PERSON,
    "speaks_for": Kind.PERSON,
    "website": Kind.ORGANISATION,
    "members": Kind.ORGANISATION,
}


def label(name: str) -> str:
    """What a field is called."""
    return capfirst(Sponsor._meta.get_field(name).verbose_name)


def value(name: str, of, named: dict[str, str]) -> str:
    """What a field says; ``named`` are the types of the list, {UUID: name}."""
    if of in (None, "", {}):
        return ""
    match name:
        case "type_uuid":
            return named.get(str(of), _("A type that the page doesn’t have any more"))
        case "names":
            return "; ".join(f"{words.language(code)}: {said}" for code, said in of.items())
        case "speaks_for":
            return _("yes") if of else _("no")
        case "country":
            return countries.name(of)
        case "members":
            return words.number(of)
    return str(of)


def names_of_types(sponsor: Sponsor) -> dict[str, str]:
    """The types of its list, {UUID: name}, in the editor's language."""
    return {each.uuid: each.name for each in types.for_reader(sponsor.sponsor_list)}


def all_of(sponsor: Sponsor) -> list[tuple[str, str]]:
    """(label, what it says) of each field that the kind has."""
    named = names_of_types(sponsor)
    fields = [n for n in entries.FIELDS if ONLY.get(n, sponsor.kind) == sponsor.kind]
    if not sponsor.organisation:
        fields = [name for name in fields if name != "speaks_for"]
    return [(label(n), value(n, getattr(sponsor, n), named)) for n in fields]


def changes(sponsor: Sponsor) -> list[tuple[str, str, str]]:
    """(label, was, is) of what has changed since a moderator saw it last."""
    found = entries.differences(sponsor)
    named = names_of_types(sponsor) if found else {}
    return [(label(n), value(n, was, named), value(n, now, named)) for n, was, now in found]
