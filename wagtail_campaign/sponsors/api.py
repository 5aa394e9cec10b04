"""A sponsor list by JSON: read and joined, as on its page."""

from ninja import Query, Router, Schema
from pydantic import Field

from ..headless import reading, taking
from ..headless.answers import FORM, Taken, answers, check_mail
from ..headless.bodies import Typed, Value
from ..headless.paths import Id
from . import joining, listing, services
from .listing import MAX_QUERY, Listing
from .pages import SponsorPageMixin
from .states import Kind, Verified

router = Router(tags=["Sponsors"])


class Sought(Schema):
    """What is looked for: nothing, and it is the whole list."""

    q: str = Field("", max_length=MAX_QUERY, description="Words of a name, in any script and case.")
    type: str = Field("", max_length=36, description="One of the answer’s ``types``.")
    country: str = Field("", max_length=2, description="One of its ``countries``.")
    page: int = Field(1, ge=1, lt=10**5)


class Logo(Schema):
    """A logo or picture."""

    url: str
    width: int
    height: int


class SponsorSaid(Schema):
    """One entry: a person or an organisation."""

    kind: Kind
    type: str | None
    name: str = Field(description="In the language of the list, where it has one in it.")
    names: dict[str, str] = Field(description="By language, beside the main one.")
    role: str
    organisation: str
    speaks_for: bool = Field(description="Whether a person speaks for the organisation.")
    country: str
    website: str
    domain: str = Field(description="That of its web site, by which it can be verified.")
    members: int | None
    quote: str
    language: str = Field(description="That of the main name and the quote.")
    verified_by: Verified
    logo: Logo | None


class Group(Schema):
    """Entries that stand under one heading."""

    heading: str
    sponsors: list[SponsorSaid]


class Choice(Schema):
    """Something that the list can be narrowed down to."""

    value: str
    title: str
    number: int


class ListSaid(Schema):
    """A page of the list, fifty entries: by type, then country, then name."""

    language: str
    sought: Sought = Field(description="As it was understood.")
    counts: dict[str, int] = Field(
        description="Of the whole list; ``members`` are those of all its organisations together.",
        examples=[{"persons": 41, "organisations": 12, "members": 120000}],
    )
    number: int = Field(description="How many entries are found.")
    pages: int
    types: list[Choice]
    countries: list[Choice]
    groups: list[Group]


class PersonTyped(Typed):
    """A person who lends her name; the other fields of ``forms.join_person`` go beside these."""

    first_name: Value = Field("", examples=["Aigul"])
    last_name: Value = Field("", examples=["Serikova"])
    type: Value = Field("", description="One of those in the schema.")
    country: Value = Field("", description="ISO 3166-1 alpha-2.", examples=["DE"])
    quote: Value = Field("", description="A word of support.")


class OrganisationTyped(Typed):
    """An organisation, with who may speak for it; the other fields of ``forms.join_organisation``
    go beside these."""

    name: Value = Field("", description="In the language of the page.")
    type: Value = Field("", description="One of those in the schema.")
    country: Value = Field("", description="ISO 3166-1 alpha-2.", examples=["KZ"])
    site: Value = Field("", description="Its web site.", examples=["https://union.example.org"])
    members: Value = Field("", examples=[12000])
    first_name: Value = Field("", description="Of who fills this in: never published.")
    last_name: Value = ""
    authority: Value = Field("", description="In what capacity they speak for it.")


@router.get(
    "/{page_id}",
    response=answers((200, ListSaid), 422),
    url_name="api_sponsors",
)
def sponsors(request, page_id: Id, sought: Query[Sought]):
    """The list, searched and narrowed down, in the language of its page."""

    def answer(page):
        live = page.get_live(request)
        asked = listing.looked_for(sought.q, sought.type, sought.country, sought.page)
        found = listing.read(page.action_key, page.sponsor_types(), live, asked)
        counts = {metric: getattr(live, metric) for metric in page.metrics}
        return {"language": request.LANGUAGE_CODE, "counts": counts, **_said(found)}

    return reading.read(request, page_id, SponsorPageMixin, answer)


def _said(found: Listing) -> dict:
    asked = found.asked
    return {
        "sought": {
            "q": asked.q,
            "type": asked.type,
            "country": asked.country,
            "page": asked.number,
        },
        "number": found.number,
        "pages": found.pages,
        "types": [_choice(*choice) for choice in found.types],
        "countries": [_choice(*choice) for choice in found.countries],
        "groups": [
            {"heading": heading, "sponsors": [listing.as_json(one) for one in entries]}
            for heading, entries in found.groups
        ],
    }


def _choice(value: str, title: str, number: int) -> dict:
    return {"value": value, "title": title, "number": number}


@router.post(
    "/{page_id}/join/person", response=answers((202, Taken), *FORM), url_name="api_join_person"
)
def join_person(request, page_id: Id, typed: PersonTyped):
    """A person lends her name. The answer is the same whether or not she has; the campaign looks at
    what is confirmed before it is published. 404 also where the list takes no persons."""
    return _join(request, page_id, Kind.PERSON, typed)


@router.post(
    "/{page_id}/join/organisation",
    response=answers((202, Taken), *FORM),
    url_name="api_join_organisation",
)
def join_organisation(request, page_id: Id, typed: OrganisationTyped):
    """The same of an organisation. An address at its own domain verifies it."""
    return _join(request, page_id, Kind.ORGANISATION, typed)


def _join(request, page_id: int, kind: Kind, typed: Typed):
    def answer(door):
        taking.take(
            request,
            door,
            typed,
            lambda data: joining.form_at(door, kind, data),
            lambda door, cleaned: services.join(door, kind, cleaned),
        )
        return check_mail()

    return taking.at_the_door(request, page_id, SponsorPageMixin, answer)
