"""The decisions of moderators: publish, decline, take off and put on the list again.

They can be made twice. ``of`` is a queryset of the entries that the user may moderate; what isn't
in it, or where a verb has nothing to do, is left as it is. So is what has changed since the
moderator looked: see ``moderating.locked``.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone

from .. import signals
from ..deadlocks import repeated
from ..mailing import outbox
from ..webhooks import outbox as webhooks
from . import domains, entries, hooks, services
from .emails import Declined, Published
from .models import Sponsor
from .moderating import Done, each, locked, note
from .services import ListedAlready
from .states import SponsorState, Verified, after, may


def can_publish(sponsor: Sponsor) -> bool:
    """Whether it could be published; one that is listed and was changed, accepted as it is."""
    if sponsor.state == SponsorState.PUBLISHED:
        return sponsor.needs_review
    return may("publish", sponsor.state) and not sponsor.is_erased


def publish(of, ids, user, seen=None) -> Done:
    """Publishes entries, or accepts what was changed in them.

    An organisation that is listed already, by any of its names, is left.
    """
    return each(of, ids, lambda pk: _publish(pk, user, seen))


@repeated
def _publish(pk: int, user, seen) -> bool:
    try:
        with transaction.atomic(durable=True):
            now = locked(pk, seen)
            if now is None or not can_publish(now):
                return False
            is_new = now.state != SponsorState.PUBLISHED
            values = _looked_at(now)
            if is_new:
                values |= {
                    "state": after("publish"),
                    "published_at": now.published_at or timezone.now(),
                    "decline_reason": "",
                }
                services.refuse_twice(now, values)
            entries.write(now, now.sponsor_list.key, **values)
            if is_new and now.supporter_id:
                outbox.put(Published, now.pk, now.supporter)
            note(now, "campaign.publish_sponsor", user)
            if is_new:
                webhooks.put(hooks.PUBLISHED, now)
                signals.send_on_commit(signals.sponsor_published, Sponsor, sponsor=now, user=user)
    except IntegrityError:
        raise ListedAlready from None
    return True


def _looked_at(now: Sponsor) -> dict:
    """That a moderator has seen the entry as it is. An address that was good for the former web
    site is looked at for the new one."""
    values = {"needs_review": False, "reviewed": entries.said(now)}
    address = now.supporter.email if now.supporter_id else ""
    if now.is_organisation and not now.verified_by and domains.is_at(address, now.website):
        values |= entries.proved(Verified.ADDRESS)
    return values


def decline(of, ids, reason: str, user, seen=None) -> Done:
    """Declines entries, and mails the reason to who entered them. One that is on the list leaves
    it. Their sponsors can mend them, and they are looked at once more."""
    deed = "campaign.decline_sponsor"
    return each(of, ids, lambda pk: _move(pk, "decline", deed, user, reason, seen))


def take_off(of, ids, reason: str, user, seen=None) -> Done:
    """Takes entries off the list, without a mail."""
    deed = "campaign.take_off_sponsor"
    return each(of, ids, lambda pk: _move(pk, "take_off", deed, user, reason, seen))


@repeated
def _move(pk: int, verb: str, deed: str, user, reason: str, seen) -> bool:
    with transaction.atomic(durable=True):
        now = locked(pk, seen)
        if now is None or not may(verb, now.state):
            return False
        is_declined = verb == "decline"
        entries.write(
            now,
            now.sponsor_list.key,
            state=after(verb),
            needs_review=False,
            decline_reason=reason if is_declined else "",
        )
        if is_declined and now.supporter_id:
            outbox.put(Declined, now.pk, now.supporter)
        note(now, deed, user, reason=reason)
        signals.send_on_commit(
            signals.sponsor_declined, Sponsor, sponsor=now, reason=reason, user=user
        )
    return True


def restore(of, ids, user) -> Done:
    """Puts entries on the list again that editors took off."""
    return each(of, ids, lambda pk: _restore(pk, user))


@repeated
def _restore(pk: int, user) -> bool:
    try:
        with transaction.atomic(durable=True):
            now = locked(pk)
            if now is None or not may("restore", now.state):
                return False
            values = {"state": after("restore"), "published_at": now.published_at or timezone.now()}
            services.refuse_twice(now, values)
            entries.write(now, now.sponsor_list.key, **values)
            note(now, "campaign.restore_sponsor", user)
    except IntegrityError:
        raise ListedAlready from None
    return True
