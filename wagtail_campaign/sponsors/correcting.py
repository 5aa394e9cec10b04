"""What editors do with what an entry says: change it, put it back, verify it, erase it.

As in ``moderation``, ``of`` is a queryset of the entries that the user may moderate.
"""

from django.db import IntegrityError, transaction

from ..deadlocks import repeated
from . import entries, services
from .models import Sponsor
from .moderating import Done, each, locked, note
from .services import ListedAlready
from .states import SponsorState, Verified


@repeated
def change(sponsor: Sponsor, entry: dict, logo, user) -> bool:
    """Changes what an entry says, as an editor does: nobody has to look at it again. True where
    that was anything new. Raises ``ListedAlready``."""
    try:
        with transaction.atomic(durable=True):
            now = locked(sponsor.pk)
            if now is None:
                return False
            values = {n: v for n, v in entry.items() if v != getattr(now, n)}
            if logo != now.logo:
                values["logo"] = logo
            if not values:
                return False
            changed = sorted(values)
            if entries.loses_its_proof(now, values):
                values |= entries.unproved()
            if now.state == SponsorState.PUBLISHED:
                services.refuse_twice(now, values)
            entries.write(now, now.sponsor_list.key, **values)
            if now.reviewed and not now.needs_review:
                Sponsor.objects.filter(pk=now.pk).update(reviewed=entries.said(now))
            note(now, "campaign.change_sponsor", user, fields=changed)
    except IntegrityError:
        raise ListedAlready from None
    return True


def can_put_back(sponsor: Sponsor) -> bool:
    """Whether what was changed can be put back as a moderator saw it last."""
    return sponsor.needs_review and bool(entries.differences(sponsor))


def put_back(of, ids, user, seen=None) -> Done:
    """Puts entries back as a moderator saw them last; what was verified then is verified anew by
    hand. An organisation whose former name is another one's by now is left."""
    return each(of, ids, lambda pk: _put_back(pk, user, seen))


@repeated
def _put_back(pk: int, user, seen) -> bool:
    try:
        with transaction.atomic(durable=True):
            now = locked(pk, seen)
            if now is None or not can_put_back(now):
                return False
            values = entries.put_back(now)
            if entries.loses_its_proof(now, values):
                values |= entries.unproved()
            if now.state == SponsorState.PUBLISHED:
                services.refuse_twice(now, values)
                values["needs_review"] = False
            entries.write(now, now.sponsor_list.key, **values)
            note(now, "campaign.put_back_sponsor", user)
    except IntegrityError:
        raise ListedAlready from None
    return True


def verify(of, ids, by: Verified, user) -> Done:
    """Writes down that organisations are the ones they say they are, or (``Verified.NO``) that it
    isn't known any more."""
    return each(of, ids, lambda pk: _verify(pk, by, user))


@repeated
def _verify(pk: int, by: Verified, user) -> bool:
    with transaction.atomic(durable=True):
        now = locked(pk)
        if now is None or not now.is_organisation or now.verified_by == by:
            return False
        values = entries.proved(by) if by else entries.unproved()
        entries.write(now, now.sponsor_list.key, **values)
        note(now, "campaign.verify_sponsor", user, by=by)
    return True


def erase(of, ids, user) -> Done:
    """Destroys all that entries say: see ``services.erase``."""
    return each(of, ids, lambda pk: _erase(pk, user))


def _erase(pk: int, user) -> bool:
    sponsor = Sponsor.objects.select_related("sponsor_list").filter(pk=pk).first()
    if sponsor is None or sponsor.is_erased:
        return False
    services.erase(sponsor)
    note(sponsor, "campaign.erase_sponsor", user)
    return True
