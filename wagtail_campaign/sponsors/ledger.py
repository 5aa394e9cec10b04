"""What an entry adds to which count, and how that is proved by the records.

Of a list it is counted how many persons and organisations are published, and how many members the
organisations have together. Each organisation is there once, as ``Sponsor.listed_key`` is unique.
"""

from collections import Counter

from django.db.models import Count, Sum

from ..actions import tallies
from .models import Sponsor
from .states import Kind, SponsorState

PERSONS, ORGANISATIONS, MEMBERS = "persons", "organisations", "members"
METRICS = (PERSONS, ORGANISATIONS, MEMBERS)
#: What a list shows as its number of sponsors.
COUNTED = (PERSONS, ORGANISATIONS)


def parts(sponsor: Sponsor | None) -> Counter:
    """What an entry adds: {metric: number}."""
    if sponsor is None or sponsor.state != SponsorState.PUBLISHED:
        return Counter()
    if sponsor.kind == Kind.PERSON:
        return Counter({PERSONS: 1})
    return Counter({ORGANISATIONS: 1, MEMBERS: sponsor.members or 0})


def move(key, was: Counter, now: Counter) -> None:
    """Counts the difference; inside the transaction of the change."""
    for metric in METRICS:
        if difference := now[metric] - was[metric]:
            tallies.add(key, metric, difference)


def _published(keys: list | None, kind: Kind):
    found = Sponsor.objects.filter(state=SponsorState.PUBLISHED, kind=kind).order_by()
    if keys is not None:
        found = found.filter(sponsor_list__key__in=keys)
    return found.values_list("sponsor_list__key")


def count_persons(keys: list | None) -> dict:
    """Published persons by the key of their list, for the keys given or for all."""
    return dict(_published(keys, Kind.PERSON).annotate(Count("pk")))


def count_organisations(keys: list | None) -> dict:
    """The same of organisations."""
    return dict(_published(keys, Kind.ORGANISATION).annotate(Count("pk")))


def count_members(keys: list | None) -> dict:
    """How many members these have."""
    sums = _published(keys, Kind.ORGANISATION).annotate(Sum("members"))
    return {key: number or 0 for key, number in sums}


tallies.register(PERSONS, count_persons)
tallies.register(ORGANISATIONS, count_organisations)
tallies.register(MEMBERS, count_members)
