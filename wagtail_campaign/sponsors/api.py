"""A sponsor list by JSON: read, joined, and one's own entry under "my actions"."""

from datetime import datetime

from django.urls import reverse
from django.utils import translation
from ninja import Query, Router, Schema, Status
from pydantic import Field

from ..headless import idempotency, me, pages, problems, taking
from ..headless.actions import Form
from ..headless.answers import FORM, Taken, answers
from ..headless.bodies import Fields, Typed, Value
from ..headless.described import describe
from ..headless.me import CHANGES, READS, Done, inside
from ..headless.paths import Id
from ..supporters.me.mine import UNCHANGED, Outcome
from . import changing, joining, listing, services
from .acts import SponsorAct
from .listing import MAX_QUERY, Listing
from .pages import SponsorPageMixin
from .states import Kind, Verified

router = Router(tags=["Sponsors"])
#: Under "my actions".
mine = Router(tags=["My actions"], auth=inside)


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


class EntrySaid(Schema):
    """One's own entry."""

    id: int
    state: str = Field(description="Where it stands, in words.")
    form: Form | None = Field(description="To change it, with what stands in it; null: not now.")
    domain: str = Field(description="What an organisation can prove: that this is its domain.")
    dns_record: str = Field(
        description="The text of the TXT record that proves it; “” where there is nothing to prove."
    )
    dns_asked_at: datetime | None = Field(description="Since when the record is looked for.")
    dns_looked_at: datetime | None = Field(description="When it was looked for last.")


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

    return pages.read(request, page_id, SponsorPageMixin, answer)


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
        return Status(202, {"next": "check_mail"})

    return taking.at_the_door(request, page_id, SponsorPageMixin, answer)


@mine.get(
    "/{pk}", response=answers((200, EntrySaid), *READS), url_name="api_my_sponsor", by_alias=True
)
def entry(request, pk: Id):
    """One's own entry, as it stands and as it can be changed."""
    act = me.find(request, SponsorAct.slice, pk)
    sponsor = act.record
    return {
        "id": act.pk,
        "state": act.state,
        "form": _form(act) if act.can_change else None,
        "domain": act.domain if sponsor.is_organisation else "",
        "dns_record": act.dns_record,
        "dns_asked_at": sponsor.dns_asked_at,
        "dns_looked_at": sponsor.dns_looked_at,
    }


def _form(act: SponsorAct) -> dict:
    language = translation.get_language()
    return {
        "method": "POST",
        "url": reverse("wagtail_campaign:api_my_sponsor", args=[act.pk]),
        "schema": describe(changing.form_of(act, language), language),
    }


@mine.post("/{pk}", response=answers((200, Done), *CHANGES), url_name="api_my_sponsor")
def change(request, pk: Id, typed: Fields):
    """Changes the entry at once, in every language; what isn't sent is emptied. The campaign looks
    at it afterwards; an organisation with another name or web site is no longer verified."""
    return _change(request, me.find(request, SponsorAct.slice, pk), typed.as_form())


@mine.patch("/{pk}", response=answers((200, Done), *CHANGES), url_name="api_my_sponsor")
def change_in_part(request, pk: Id, typed: Fields):
    """The same, but what isn't sent stays; null empties a field."""
    act = me.find(request, SponsorAct.slice, pk)
    standing = changing.standing(changing.form_of(act, translation.get_language()))
    return _change(request, act, typed.over(standing))


def _change(request, act: SponsorAct, data) -> dict:
    if idempotency.is_repeat(request):
        return me.done(UNCHANGED)
    form = changing.form_of(act, translation.get_language(), data)
    changed = changing.change(act, form)
    if changed is None:
        raise problems.of_form(form)
    return me.done(Outcome("entry") if changed else UNCHANGED)


@mine.post("/{pk}/prove", response=answers((200, Done), *CHANGES), url_name="api_my_sponsor_prove")
def prove(request, pk: Id):
    """Has the record in its domain looked for, every hour for a week."""
    return me.done(
        Outcome("domain") if changing.prove(me.find(request, SponsorAct.slice, pk)) else UNCHANGED
    )
