"""The verbs of sponsors. Each owns one transaction and sends its signal after the commit."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from .. import rows, signals
from ..actions import live
from ..actions.doors import Door
from ..actions.records import insert_supporter, locked
from ..deadlocks import repeated
from ..mailing import outbox
from ..supporters import addresses, consents
from ..supporters.models import Consent, Purpose
from . import domains, entries, forgetting, repeats
from .emails import Confirm
from .models import Sponsor, SponsorContact, SponsorList
from .states import Kind, SponsorState, Verified, after, may


class ListedAlready(Exception):
    """An organisation of that name and country is on the list: nothing was changed. Of several that
    were to be entered, it is the one at the place ``number``."""

    def __init__(self, number: int = 0):
        super().__init__(number)
        self.number = number


def join(door: Door, kind: Kind, typed: dict) -> Sponsor:
    """Writes down what somebody typed to lend a name, and mails the link to confirm it.

    ``typed`` is the cleaned data of a ``JoinForm``, with ``entry``, {field: value}, and ``via``.
    Whether the same is there already isn't looked up, so nobody can tell from the answer or from
    its time; which mail fits is decided when it is sent.
    """
    with transaction.atomic(durable=True):
        supporter = insert_supporter(door, typed)
        sponsor = Sponsor(
            sponsor_list_id=door.action_id,
            supporter=supporter,
            kind=kind,
            language=supporter.language,
            source=typed.get("via", ""),
            page_id=door.page_id,
            **typed["entry"],
        )
        entries.fit(sponsor)
        rows.insert(sponsor)
        if kind == Kind.ORGANISATION:
            SponsorContact.objects.create(supporter=supporter, authority=typed.get("authority", ""))
        outbox.put(Confirm, sponsor.pk, supporter)
        signals.send_on_commit(signals.sponsor_joined, Sponsor, sponsor=sponsor)
    return sponsor


@repeated
def confirm(sponsor: Sponsor) -> bool:
    """Lets a pending entry wait for a moderator, once. True where this call did it.

    False where it was confirmed already, or another one of the same by that address. An address at
    the organisation's own domain verifies it. ``sponsor`` comes with its supporter and list.
    """
    supporter = sponsor.supporter
    if supporter is None or repeats.is_there(sponsor, older_keys_only=True):
        return False
    confirmed = {
        "state": after("confirm"),
        "confirmed_at": timezone.now(),
        "changed_at": timezone.now(),
        "dedupe_key": addresses.dedupe_key(repeats.subject(sponsor), supporter.email),
        "key_id": addresses.writing_key_id(),
        "needs_review": True,
    }
    if sponsor.is_organisation and domains.is_at(supporter.email, sponsor.website):
        confirmed |= entries.proved(Verified.ADDRESS)
    pending = {"id": sponsor.pk, "state": SponsorState.PENDING}
    try:
        with transaction.atomic(durable=True):
            if not rows.change(Sponsor, pending, confirmed):
                return False
            consents.give(supporter, sponsor.sponsor_list.key)
            for name, value in confirmed.items():
                setattr(sponsor, name, value)
            signals.send_on_commit(signals.sponsor_confirmed, Sponsor, sponsor=sponsor)
    except IntegrityError:
        return False
    return True


@repeated
def withdraw(sponsor: Sponsor) -> bool:
    """Takes a name back: off the list at once, in every language. True where it stood.

    News about the list ends with it. What was entered stays until it is erased; the same address
    could join anew.
    """
    with transaction.atomic(durable=True):
        now = locked(sponsor)
        if now is None or not may("withdraw", now.state):
            return False
        take_back(now, sponsor.sponsor_list)
        signals.send_on_commit(signals.sponsor_withdrawn, Sponsor, sponsor=now)
    return True


def take_back(now: Sponsor, sponsor_list: SponsorList) -> None:
    """What ``withdraw`` does with a locked row, in the caller's transaction."""
    entries.write(
        now,
        sponsor_list.key,
        state=after("withdraw"),
        dedupe_key=None,
        key_id="",
        needs_review=False,
    )
    standing = Consent.objects.filter(supporter=now.supporter_id, purpose=Purpose.UPDATES)
    consents.withdraw(standing)
    _changed(sponsor_list)


def disown(sponsor: Sponsor) -> None:
    """What "it was not me" does: takes the name back if it stood, and erases the entry."""
    withdraw(sponsor)
    erase(sponsor)


@repeated
def change(sponsor: Sponsor, entry: dict) -> bool:
    """Changes what an entry says, at once and in every language; True where that was anything new.

    A moderator looks at it afterwards. An organisation with another name or web site is no longer
    verified. Raises ``ListedAlready``.
    """
    try:
        with transaction.atomic(durable=True):
            now = locked(sponsor)
            if now is None or not can_change(now):
                return False
            values = {n: v for n, v in entry.items() if v != getattr(now, n)}
            if not values:
                return False
            if entries.loses_its_proof(now, values):
                values |= entries.unproved()
            if may("mend", now.state):
                values["state"] = after("mend")
            now.sponsor_list = sponsor.sponsor_list
            if now.state == SponsorState.PUBLISHED:
                refuse_twice(now, values)
            entries.write(now, sponsor.sponsor_list.key, **values, needs_review=True)
            _changed(sponsor.sponsor_list)
            signals.send_on_commit(signals.sponsor_changed, Sponsor, sponsor=now)
    except IntegrityError:
        raise ListedAlready from None
    return True


def can_change(sponsor: Sponsor) -> bool:
    """Whether its sponsor can change an entry: one that is listed, waits, or was declined."""
    return sponsor.state in {
        SponsorState.WAITING,
        SponsorState.PUBLISHED,
        SponsorState.DECLINED,
    }


def refuse_twice(sponsor: Sponsor, values: dict) -> None:
    """Raises ``ListedAlready`` where an entry with those values would be a second one of an
    organisation. The database refuses the same main name; this the others, one after the other."""
    SponsorList.objects.select_for_update().get(pk=sponsor.sponsor_list_id)
    was = {name: getattr(sponsor, name) for name in values}
    vars(sponsor).update(values)
    found = entries.same_organisation(sponsor).exists()
    vars(sponsor).update(was)
    if found:
        raise ListedAlready


@repeated
def ask_for_dns(sponsor: Sponsor, now_on: bool = True) -> bool:
    """Has ``campaign_work`` look for the record in the organisation's domain, or no longer. True
    where it has a domain and isn't verified."""
    with transaction.atomic(durable=True):
        now = locked(sponsor)
        if now is None or now.verified_by or not domains.record_for(now):
            return False
        Sponsor.objects.filter(pk=now.pk).update(
            dns_asked_at=timezone.now() if now_on else None, dns_looked_at=None
        )
    return True


@repeated
def erase(sponsor: Sponsor) -> None:
    """Destroys what is personal in an entry; does nothing where that was done.

    It leaves the list and the count with it: nothing would be left to be listed. An unconfirmed one
    vanishes; of the others state, country and month stay.
    """
    with transaction.atomic(durable=True):
        now = locked(sponsor)
        if now is None:
            return
        if may("withdraw", now.state):
            take_back(now, sponsor.sponsor_list)
        if now.state == SponsorState.PENDING:
            Sponsor.objects.filter(pk=now.pk).delete()
        now.sponsor_list = sponsor.sponsor_list
        forgetting.erase([now])
        _changed(sponsor.sponsor_list)


@repeated
def let_go(sponsor: Sponsor) -> bool:
    """Destroys who stood behind an entry and was kept for a consent only, once that was taken
    back. True where it was all."""
    with transaction.atomic(durable=True):
        now = locked(sponsor)
        if now is None:
            return True
        now.sponsor_list = sponsor.sponsor_list
        return forgetting.let_go([now]) > 0


def _changed(sponsor_list: SponsorList) -> None:
    transaction.on_commit(lambda: live.forget(sponsor_list.key))
