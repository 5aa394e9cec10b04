"""The types of sponsors that an editor sets: blocks of the page, translated with it.

An entry is joined to its type by the UUID of the block, the same in every language.
"""

import json
from dataclasses import dataclass
from uuid import uuid4

from django.utils.translation import gettext, override, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..actions.question_blocks import is_uuid
from ..actions.siblings import pages_of, source_page
from ..actions.titles import readers_language
from .states import Kind


@dataclass(frozen=True)
class Type:
    """A type as one page has it, in its language. It can be hashed, cached and pickled."""

    uuid: str
    kind: str
    name: str
    heading: str


class TypeBlock(blocks.StructBlock):
    """Base of the two. The type is known by the UUID that its block has in the stream."""

    kind: Kind

    name = blocks.CharBlock(label=pgettext_lazy("sponsor", "Type"), max_length=80)
    heading = blocks.CharBlock(
        label=_("Heading"), max_length=80, help_text=_("What stands over them in the list.")
    )

    def get_preview_value(self):
        """An example in the editor's language."""
        return self.normalize(self.example())

    class Meta:
        template = "wagtail_campaign/sponsors/type.html"
        preview_template = "wagtail_campaign/blocks/preview.html"


class PersonTypeBlock(TypeBlock):
    """A type of persons: elected representatives, scientists."""

    kind = Kind.PERSON

    def example(self):
        """An example in the editor's language."""
        return {
            "name": gettext("Elected representative"),
            "heading": gettext("Elected representatives"),
        }

    class Meta:
        label = _("Type of persons")
        icon = "user"
        description = _("Elected representatives, scientists, artists … Persons choose among them.")


class OrganisationTypeBlock(TypeBlock):
    """A type of organisations: trade unions, parties."""

    kind = Kind.ORGANISATION

    def example(self):
        """An example in the editor's language."""
        return {"name": gettext("Trade union"), "heading": gettext("Trade unions")}

    class Meta:
        label = _("Type of organisations")
        icon = "group"
        description = _("Trade unions, parties, associations … Organisations choose among them.")


def of_page(page) -> tuple[Type, ...]:
    """The types that a page has, each once; none without the field ``types``."""
    found = {}
    for child in getattr(page, "types", None) or ():
        if isinstance(child.block, TypeBlock) and is_uuid(child.id):
            value = child.value
            found.setdefault(
                child.id, Type(child.id, child.block.kind.value, value["name"], value["heading"])
            )
    return tuple(found.values())


def of_kind(types: tuple[Type, ...], kind: str) -> list[Type]:
    """Those of persons, or of organisations."""
    return [each for each in types if each.kind == kind]


def of_list(sponsor_list) -> tuple[Type, ...]:
    """The types of a list as its source page has them."""
    page = source_page(sponsor_list.key)
    return of_page(page) if page else ()


def for_reader(sponsor_list) -> tuple[Type, ...]:
    """The same, as its page in the reader's language calls them, where there is one."""
    here = pages_of(sponsor_list.key).filter(
        locale__language_code=readers_language(), alias_of=None
    )
    page = here.specific().first()
    called = {each.uuid: each for each in of_page(page)} if page else {}
    return tuple(called.get(each.uuid, each) for each in of_list(sponsor_list))


def heading_of_the_rest(kind: str, there_are_types: bool) -> str:
    """What stands over those of no type, or of one that was removed."""
    if kind == Kind.PERSON:
        return gettext("Other persons") if there_are_types else gettext("Persons")
    return gettext("Other organisations") if there_are_types else gettext("Organisations")


def defaults_as_json(language: str) -> str:
    """What a new page starts with, in its language, as a StreamField keeps it."""
    with override(language):
        offered = [
            ("organisation", gettext("Trade union"), gettext("Trade unions")),
            ("organisation", pgettext("politics", "Party"), pgettext("politics", "Parties")),
            ("organisation", gettext("Association"), gettext("Associations")),
            ("organisation", gettext("Media"), gettext("Media")),
            (
                "person",
                gettext("Elected representative"),
                gettext("Elected representatives"),
            ),
            ("person", gettext("Public figure"), gettext("Public figures")),
            ("person", gettext("Supporter in person"), gettext("Supporters in person")),
        ]
    return json.dumps(
        [
            {"type": kind, "value": {"name": name, "heading": heading}, "id": str(uuid4())}
            for kind, name, heading in offered
        ]
    )
