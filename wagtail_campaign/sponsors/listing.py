"""The list as it is read: by type, then country, then name; searched, narrowed down, in pages.

A page of it takes three queries, whether there are ten entries or ten thousand.
"""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.translation import get_language
from wagtail.images import get_image_model

from ..supporters import countries
from ..supporters.cleaning import clean_line
from . import domains, naming, types
from .live import SponsorsLive
from .models import Sponsor
from .states import Kind, SponsorState
from .types import Type

A_PAGE = 50
LOGO = "max-240x120"
MAX_QUERY = 100
#: So many words are looked for.
MOST_WORDS = 8


@dataclass(frozen=True)
class Asked:
    """What a reader looks for: ``?q=…&type=…&country=…&list=2``. All of it may be missing."""

    q: str = ""
    type: str = ""
    country: str = ""
    number: int = 1

    @property
    def narrows(self) -> bool:
        return bool(self.q or self.type or self.country)

    @property
    def is_first(self) -> bool:
        """Whether it is what everybody sees who comes to the page."""
        return not self.narrows and self.number == 1

    def query(self, number: int) -> str:
        """The query string of another page of the same."""
        named = {"q": self.q, "type": self.type, "country": self.country}
        named = {name: value for name, value in named.items() if value}
        return urlencode(named | ({"list": number} if number > 1 else {}))


def asked(request) -> Asked:
    """What stands in an address; odd values are none."""
    given = request.GET if request else {}
    number = given.get("list", "")
    is_number = number.isascii() and number.isdecimal() and len(number) < 6
    words = (given.get(name, "") for name in ("q", "type", "country"))
    return looked_for(*words, number=int(number) if is_number else 1)


def looked_for(q: str, type: str, country: str, number: int) -> Asked:
    """The same of words that somebody typed; odd ones are none."""
    return Asked(
        q=clean_line(q[:MAX_QUERY]),
        type=type[:36],
        country=country if country in countries.codes() else "",
        number=max(1, number),
    )


@dataclass(frozen=True)
class Listing:
    """A page of the list, in one language."""

    asked: Asked
    #: (heading, entries) of each type on this page; an entry is a ``Sponsor`` with ``domain`` and
    #: ``picture``, a rendition or None.
    groups: list[tuple[str, list]]
    #: How many are found, and pages.
    number: int
    pages: int
    #: (value, words, how many) to choose from.
    types: list[tuple[str, str, int]] = field(default_factory=list)
    countries: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def before(self) -> str | None:
        """The query string of the page before, None where there is none."""
        here = self.asked.number
        return f"?{self.asked.query(here - 1)}" if here > 1 else None

    @property
    def after(self) -> str | None:
        """The same of the page after."""
        here = self.asked.number
        return f"?{self.asked.query(here + 1)}" if here < self.pages else None


@dataclass(frozen=True)
class Group:
    """What stands under one heading: ``value`` is the UUID of a type, or the kind of the rest."""

    value: str
    kind: str
    heading: str


def groups_of(page_types: tuple[Type, ...]) -> list[Group]:
    """The groups of a list in the order of its page's types, organisations first."""
    found = []
    for kind in (Kind.ORGANISATION, Kind.PERSON):
        own = types.of_kind(page_types, kind)
        found += [Group(each.uuid, kind, each.heading) for each in own]
        found.append(Group(kind, kind, types.heading_of_the_rest(kind, bool(own))))
    return found


def read(action_key, page_types: tuple[Type, ...], live: SponsorsLive, what: Asked) -> Listing:
    """A page of the list with that key; ``live`` is its public side, at most some seconds old."""
    groups = groups_of(page_types)
    known = {group.value for group in groups}
    of_type, of_country = Counter(), Counter()
    for (kind, uuid, country), number in live.places:
        of_type[uuid if uuid in known else kind] += number
        of_country[country] += number
    language = get_language() or "en"
    names = {code: countries.name(code) for code in of_country if code}
    in_order = sorted(names, key=lambda code: countries.sort_key(names[code], language))
    found = _narrowed(_listed(action_key), what, groups)
    number = found.count() if what.narrows else live.count
    pages = max(1, -(-number // A_PAGE))
    what = Asked(what.q, what.type, what.country, min(what.number, pages))
    first = (what.number - 1) * A_PAGE
    rows = _ordered(found, groups, in_order)[first : first + A_PAGE]
    return Listing(
        asked=what,
        groups=_grouped(rows, groups),
        number=number,
        pages=pages,
        types=[(g.value, g.heading, of_type[g.value]) for g in groups if of_type[g.value]],
        countries=[(code, names[code], of_country[code]) for code in in_order],
    )


def _listed(action_key):
    return Sponsor.objects.filter(sponsor_list__key=action_key, state=SponsorState.PUBLISHED)


def _narrowed(found, what: Asked, groups: list[Group]):
    for word in naming.words_of(what.q)[:MOST_WORDS]:
        found = found.filter(search__contains=word)
    if what.country:
        found = found.filter(country=what.country)
    if what.type:
        group = next((each for each in groups if each.value == what.type), None)
        found = found.filter(in_group(group, groups)) if group else found.none()
    return found


def in_group(group: Group, groups: list[Group]) -> Q:
    """The entries of a group; of the rest those of no type that the page has."""
    if group.value != group.kind:
        return Q(kind=group.kind, type_uuid=group.value)
    others = [g.value for g in groups if g.kind == group.kind and g.value != g.kind]
    return Q(kind=group.kind) & (Q(type_uuid=None) | ~Q(type_uuid__in=others))


def _ordered(found, groups: list[Group], in_order: list[str]):
    typed = [g for g in groups if g.value != g.kind]
    place = {g: Value(number) for number, g in enumerate(groups)}
    of_type = Case(
        *(When(type_uuid=g.value, kind=g.kind, then=place[g]) for g in typed),
        *(When(kind=g.kind, then=place[g]) for g in groups if g not in typed),
        output_field=IntegerField(),
    )
    whens = [When(country=code, then=Value(number)) for number, code in enumerate(in_order)]
    last = Value(len(in_order))
    of_country = Case(*whens, default=last, output_field=IntegerField()) if whens else last
    return found.order_by(of_type, of_country, "sort_key", "pk")


def _grouped(rows, groups: list[Group]) -> list[tuple[str, list]]:
    rows = shown(list(rows))
    headings = {group.value: group.heading for group in groups}
    found = {}
    for row in rows:
        uuid = str(row.type_uuid or "")
        heading = headings[uuid if uuid in headings else row.kind]
        found.setdefault(heading, []).append(row)
    return list(found.items())


def shown(rows: list[Sponsor]) -> list[Sponsor]:
    """Entries with what is shown beside them, in one query for all their pictures."""
    ids = [row.logo_id for row in rows if row.logo_id]
    images = get_image_model().objects.prefetch_renditions(LOGO)
    images = images.in_bulk(ids) if ids else {}
    for row in rows:
        image = images.get(row.logo_id)
        row.picture = image.get_rendition(LOGO) if image else None
        row.domain = domains.of_website(row.website)
    return rows


def latest(action_key, number: int, kind: str = "") -> list[Sponsor]:
    """The latest entries of a list, those with a picture among them as ``shown`` gives them."""
    found = _listed(action_key)
    if kind:
        found = found.filter(kind=kind)
    return shown(list(found.order_by("-published_at", "-pk")[:number]))


def as_json(sponsor: Sponsor) -> dict:
    """What is public of an entry that ``shown`` gave, its name in the language that is active."""
    return {
        "kind": sponsor.kind,
        "type": sponsor.type_uuid and str(sponsor.type_uuid),
        "name": sponsor.name_here,
        "names": sponsor.names,
        "role": sponsor.role,
        "organisation": sponsor.organisation,
        "speaks_for": sponsor.speaks_for,
        "country": sponsor.country,
        "website": sponsor.website,
        "members": sponsor.members,
        "quote": sponsor.quote,
        "language": sponsor.language,
        "verified_by": sponsor.verified_by,
        "domain": sponsor.domain,
        "logo": _picture(sponsor.picture),
    }


def _picture(drawn) -> dict | None:
    if drawn is None:
        return None
    return {"url": drawn.full_url, "width": drawn.width, "height": drawn.height}
