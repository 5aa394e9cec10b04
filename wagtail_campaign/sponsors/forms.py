"""What a sponsor fills in to lend a name, and to change the entry later."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from ..actions.asks import Ask
from ..actions.forms import ActionForm
from ..supporters.fields import LineField
from . import fields
from .models import Sponsor
from .states import Kind
from .types import Type, of_kind

#: Which of the switched fields each kind has, by their names in a form.
OF_KIND = {
    Kind.PERSON: ("country", "role", "organisation", "quote"),
    Kind.ORGANISATION: ("country", "site", "members", "quote"),
}
#: A form has a trap that is called "website".
IN_FORMS = {"website": "site"}


def asks_of(kind: str, asks: dict[str, str]) -> dict[str, str]:
    """What the form of a kind asks, of what a list does."""
    named = {IN_FORMS.get(name, name): asked for name, asked in asks.items()}
    return {name: named[name] for name in OF_KIND[kind] if name in named}


def entry_of(kind: str, cleaned: dict, names_but: str) -> dict:
    """What a form cleaned as {field of ``Sponsor``: value}; what it doesn't have isn't in it."""
    found = {}
    for name, as_stored in (("site", "website"), ("country", "country"), ("quote", "quote")):
        if name in cleaned:
            found[as_stored] = cleaned[name]
    if "members" in cleaned:
        found["members"] = cleaned["members"]
    if "type" in cleaned:
        found["type_uuid"] = UUID(cleaned["type"]) if cleaned["type"] else None
    if kind == Kind.ORGANISATION or "name" in cleaned:
        found["name"] = cleaned["name"]
    if kind == Kind.PERSON:
        found["role"] = cleaned.get("role", "")
        found["organisation"] = cleaned.get("organisation", "")
        speaks = cleaned.get("speaks_for") == fields.FOR_IT
        found["speaks_for"] = bool(found["organisation"]) and speaks
    names = {
        name.removeprefix("name_"): value
        for name, value in cleaned.items()
        if name.startswith("name_") and value and value != cleaned.get("name")
    }
    if any(name.startswith("name_") for name in cleaned):
        found["names"] = names
    return found


class JoinForm(ActionForm):
    """Base of the two forms of a list: ``types`` are those of its page, ``language`` that of it.

    In ``cleaned_data``, ``entry`` is {field of ``Sponsor``: value}.
    """

    kind: Kind
    ASKED = fields.SWITCHED

    def __init__(self, *args, asks: dict, types: tuple[Type, ...], language: str, **kwargs):
        self.language = language
        self.is_welcome = asks.get(f"joins_{self.kind}", Ask.OPTIONAL) != Ask.OFF
        super().__init__(*args, asks=asks_of(self.kind, asks), **kwargs)
        if own := of_kind(types, self.kind):
            self.fields["type"] = fields.type_choice(own)
        self.add_fields()
        # As they are shown: what is wrong is told in the order of the fields.
        self.order_fields([field.name for field in (*self.published, *self.private)])

    def add_fields(self) -> None:
        """Adds what isn't the same for all forms of the kind."""

    @property
    def published(self) -> list:
        """The bound fields of what is published, in order."""
        return [self[name] for name in self.PUBLISHED if name in self.fields]

    @property
    def private(self) -> list:
        """Those of what is never shown."""
        return [self[name] for name in self.PRIVATE if name in self.fields]

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            cleaned["entry"] = self.entry(cleaned)
        return cleaned

    def entry(self, cleaned: dict) -> dict:
        """The entry that was typed."""
        return entry_of(self.kind, cleaned, self.language)


class PersonForm(JoinForm):
    """The form for a person."""

    kind = Kind.PERSON
    last_name = fields.NameField(
        label=_("Last name"),
        max_length=60,
        widget=fields.text("family-name"),
        error_messages={"required": _("Please enter your last name.")},
    )
    speaks_for = fields.speaks_for()

    PUBLISHED = ("first_name", "last_name", "type", "role", "organisation", "country", "quote")
    PRIVATE = ("email",)

    @classmethod
    def adapt(cls, fields):
        if "organisation" not in fields:
            del fields["speaks_for"]

    def entry(self, cleaned):
        full_name = f"{cleaned['first_name']} {cleaned['last_name']}"
        return super().entry(cleaned) | {"name": full_name}


class OrganisationForm(JoinForm):
    """The form for an organisation, with who fills it in and may speak for it."""

    kind = Kind.ORGANISATION
    name = fields.name(_("Name of the organisation"))
    last_name = fields.NameField(
        label=_("Last name"),
        max_length=60,
        widget=fields.text("family-name"),
        error_messages={"required": _("Please enter your last name.")},
    )
    authority = LineField(
        label=_("In what capacity do you speak for it?"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
        help_text=_("For example: chair, by decision of the board of 3 March."),
        error_messages={"required": _("Please say in what capacity you speak for it.")},
    )

    PUBLISHED = ("name", "type", "country", "site", "members", "quote")
    PRIVATE = ("first_name", "last_name", "authority", "email")

    def add_fields(self):
        # Each form has fields of its own here: the others are shared.
        self.fields |= fields.names(but=self.language)

    @property
    def published(self):
        found = super().published
        names = [self[name] for name in self.fields if name.startswith("name_")]
        return [*found[:1], *names, *found[1:]]


FORMS = {Kind.PERSON: PersonForm, Kind.ORGANISATION: OrganisationForm}


class EntryForm(forms.Form):
    """All of an entry, to be changed: by its sponsor, by an editor, or from a row of a file.

    ``language`` is the one of the main name; what the list doesn't ask for can be filled in, too.
    """

    use_required_attribute = False

    def __init__(self, *args, kind: str, types: tuple[Type, ...], language: str, **kwargs):
        self.kind, self.language = kind, language
        super().__init__(*args, **kwargs)
        label = _("Name of the organisation") if kind == Kind.ORGANISATION else _("Your name")
        self.fields["name"] = fields.name(self.name_label or label)
        self.fields |= fields.names(but=language)
        if own := of_kind(types, kind):
            self.fields["type"] = fields.type_choice(own, required=False)
        if kind == Kind.PERSON:
            self.fields["role"] = fields.role(required=False)
            self.fields["organisation"] = fields.organisation(required=False)
            self.fields["speaks_for"] = fields.speaks_for()
        self.fields["country"] = fields.SWITCHED["country"](required=False)
        if kind == Kind.ORGANISATION:
            self.fields["site"] = fields.website(required=False)
            self.fields["members"] = fields.members(required=False)
        self.fields["quote"] = fields.quote(required=False)

    #: What the field of the name is called, where that isn't for its sponsor to read.
    name_label = ""

    @staticmethod
    def initial_of(sponsor: Sponsor) -> dict:
        """What stands in it."""
        return {
            "name": sponsor.name,
            **{f"name_{code}": name for code, name in sponsor.names.items()},
            "type": str(sponsor.type_uuid or ""),
            "role": sponsor.role,
            "organisation": sponsor.organisation,
            "speaks_for": fields.FOR_IT if sponsor.speaks_for else "",
            "country": sponsor.country,
            "site": sponsor.website,
            "members": sponsor.members,
            "quote": sponsor.quote,
        }

    def entry(self) -> dict:
        """{field of ``Sponsor``: value} of a form that is valid."""
        return entry_of(self.kind, self.cleaned_data, self.language)
