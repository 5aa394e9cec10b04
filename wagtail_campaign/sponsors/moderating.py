"""What the verbs of editors have in common: which entries they are about, and what became of them.

Each entry is a transaction of its own: one that is refused keeps no other from it. What counts is
the state that the database has when the row is locked, as another moderator, or the sponsor, may
have been there first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db import transaction

from ..actions import live, logs
from . import entries
from .models import Sponsor, SponsorList
from .services import ListedAlready


class ChangedMeanwhile(Exception):
    """The entry is no longer the one that the moderator saw: nothing was changed."""


@dataclass
class Done:
    """What a verb did: how many it changed, and ids of those that it left: they would be on a list
    twice, or are no longer what the moderator saw."""

    number: int = 0
    twice: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)

    @property
    def told(self) -> int:
        """How many are told of, one way or the other."""
        return self.number + len(self.twice) + len(self.changed)


def each(of, ids, verb: Callable[[int], bool]) -> Done:
    """Calls a verb for the entries with those ids that are in the queryset ``of``, which are those
    that the user may moderate."""
    done = Done()
    for pk in of.filter(pk__in=ids).order_by("pk").values_list("pk", flat=True):
        try:
            done.number += verb(pk)
        except ListedAlready:
            done.twice.append(pk)
        except ChangedMeanwhile:
            done.changed.append(pk)
    return done


def locked(pk: int, seen: Mapping[int, int] | None = None) -> Sponsor | None:
    """The entry as it is now, locked until the commit; None where it vanished or was erased.

    ``seen`` is {id: ``entries.version``} of what the moderator saw. Raises ``ChangedMeanwhile``
    where it was another one.
    """
    now = Sponsor.objects.select_for_update().filter(pk=pk).first()
    if now is None or now.is_erased:
        return None
    if entries.version(now) != (seen or {}).get(pk, entries.version(now)):
        raise ChangedMeanwhile
    now.sponsor_list = SponsorList.objects.get(pk=now.sponsor_list_id)
    return now


def note(sponsor: Sponsor, deed: str, user, **data) -> None:
    """Writes into the log what was done, and has the list drawn anew after the commit."""
    key = sponsor.sponsor_list.key
    transaction.on_commit(lambda: live.forget(key))
    logs.note([sponsor], deed, user, **data)
