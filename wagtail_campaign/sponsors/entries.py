"""What an entry says: written down as a whole, compared with what a moderator saw, put back."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from . import ledger, naming
from .models import Sponsor
from .states import Kind, SponsorState, Verified

#: The fields that are published, and that their sponsor can change.
FIELDS = (
    "type_uuid",
    "name",
    "names",
    "role",
    "organisation",
    "speaks_for",
    "country",
    "website",
    "members",
    "quote",
)
#: Those by which an organisation was verified.
PROVED = ("name", "names", "website")


def said(sponsor: Sponsor) -> dict:
    """The entry as JSON keeps it."""
    entry = {name: getattr(sponsor, name) for name in FIELDS}
    return entry | {"type_uuid": str(entry["type_uuid"]) if entry["type_uuid"] else None}


def differences(sponsor: Sponsor) -> list[tuple[str, object, object]]:
    """(field, was, is) of what has changed since a moderator saw it last; nothing before that."""
    now = said(sponsor)
    was = sponsor.reviewed
    return [(n, was.get(n), now[n]) for n in FIELDS if was and was.get(n) != now[n]]


def version(sponsor: Sponsor) -> int:
    """A number that is another one after each change of an entry: microseconds since 1970."""
    since = sponsor.changed_at - datetime(1970, 1, 1, tzinfo=UTC)
    return since // timedelta(microseconds=1)


def fit(sponsor: Sponsor) -> None:
    """Brings what follows from the entry in line with it."""
    names = sponsor.all_names
    sponsor.search = naming.search_text(names, [sponsor.role, sponsor.organisation])
    sponsor.sort_key = naming.sort_key(sponsor.name)
    is_listed = sponsor.is_organisation and sponsor.state == SponsorState.PUBLISHED
    key = naming.listed_key(sponsor.name, sponsor.country) if is_listed else None
    sponsor.listed_key = key


def write(sponsor: Sponsor, key, **values) -> None:
    """Changes an entry whose row is locked, and its counts. ``key`` is that of its list.

    Raises ``IntegrityError`` where an organisation of that name is listed already.
    """
    was = ledger.parts(sponsor)
    for name, value in values.items():
        setattr(sponsor, name, value)
    sponsor.changed_at = timezone.now()
    fit(sponsor)
    sponsor.save()
    ledger.move(key, was, ledger.parts(sponsor))


def put_back(sponsor: Sponsor) -> dict:
    """The values of the entry as a moderator saw it last."""
    values = {name: sponsor.reviewed[name] for name in FIELDS if name in sponsor.reviewed}
    uuid = values.get("type_uuid")
    return values | {"type_uuid": UUID(uuid) if uuid else None}


def loses_its_proof(sponsor: Sponsor, values: dict) -> bool:
    """Whether new values are no longer those that were verified."""
    changed = any(n in values and values[n] != getattr(sponsor, n) for n in PROVED)
    return sponsor.kind == Kind.ORGANISATION and bool(sponsor.verified_by) and changed


def unproved() -> dict:
    """The values of an organisation that isn't verified."""
    return {"verified_by": Verified.NO, "verified_at": None, "dns_asked_at": None}


def proved(by: Verified, at: datetime | None = None) -> dict:
    """The values of one that is."""
    return {"verified_by": by, "verified_at": at or timezone.now(), "dns_asked_at": None}


def same_organisation(sponsor: Sponsor):
    """Other entries of the list that are published and go by one of its names, in its country: a
    queryset. An organisation may be entered in two scripts."""
    found = Sponsor.objects.none()
    if not sponsor.is_organisation:
        return found
    listed = Sponsor.objects.filter(
        sponsor_list=sponsor.sponsor_list_id,
        state=SponsorState.PUBLISHED,
        kind=Kind.ORGANISATION,
        country=sponsor.country,
    ).exclude(pk=sponsor.pk)
    fence = naming.FENCE
    for name in filter(None, map(naming.bare, sponsor.all_names)):
        found = found | listed.filter(search__contains=f"{fence}{name}{fence}")
    return found
