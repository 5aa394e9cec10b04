"""Destroying what is personal in entries.

Erasing an entry takes it off the list. Some months after the end of a list those are erased that
are not on it; of the others goes who entered them: what was published stays, and can still be taken
back by the link in our mail.
"""

from .. import signals
from ..actions import endings
from ..actions.forgetting import forget_all
from ..mailing.work import Lease
from ..supporters import consents, erasure
from ..supporters.models import Purpose, Supporter
from ..webhooks import outbox
from .models import Sponsor, SponsorContact, SponsorList
from .states import SponsorState, Verified


def erase(sponsors: list[Sponsor]) -> None:
    """Destroys all that entries say, and who is behind them; their rows are locked, and none is
    listed. State, kind, country, language, source and month stay."""
    moments = ("created_at", "confirmed_at", "changed_at", "published_at")
    for ids, months in erasure.by_months(sponsors, *moments):
        Sponsor.objects.filter(pk__in=ids).update(
            supporter=None,
            dedupe_key=None,
            key_id="",
            nonce="",
            reminded_at=None,
            type_uuid=None,
            name="",
            names={},
            role="",
            organisation="",
            speaks_for=False,
            quote="",
            website="",
            members=None,
            logo=None,
            verified_by=Verified.NO,
            verified_at=None,
            dns_asked_at=None,
            dns_looked_at=None,
            reviewed={},
            needs_review=False,
            decline_reason="",
            search="",
            sort_key="",
            listed_key=None,
            **months,
        )
    Supporter.objects.filter(pk__in=[s.supporter_id for s in sponsors if s.supporter_id]).delete()
    # Of what was never confirmed nobody was told.
    outbox.put_erased([s for s in sponsors if s.state != SponsorState.PENDING])
    _tell(sponsors)


def let_go(sponsors: list[Sponsor]) -> int:
    """Destroys who is behind entries of a list whose time has come, but for what news of the
    campaign needs; how many were destroyed. Their rows are locked."""
    gone = []
    for sponsor in sponsors:
        if not sponsor.supporter_id or not endings.is_due(sponsor.sponsor_list):
            continue
        SponsorContact.objects.filter(supporter=sponsor.supporter_id).delete()
        standing = consents.standing(sponsor.supporter_id) & {Purpose.NEWS}
        supporter = Supporter.objects.get(pk=sponsor.supporter_id)
        if not erasure.keep_for(supporter, standing):
            gone.append(sponsor)
    outbox.put_erased(gone, whole=False)
    _tell(gone)
    return len(gone)


def forget_sponsors(sponsor_list: SponsorList, lease: Lease) -> int:
    """Forgets who is behind the entries of a list that is over; returns how many."""
    return forget_all(
        sponsor_list, sponsor_list.sponsors, lambda ids: _forget(sponsor_list, ids), lease
    )


def _forget(sponsor_list: SponsorList, ids: list[int]) -> int:
    locked = list(Sponsor.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    for sponsor in locked:
        sponsor.sponsor_list = sponsor_list
    listed = [s for s in locked if s.state == SponsorState.PUBLISHED]
    others = [s for s in locked if s.state != SponsorState.PUBLISHED and not s.is_erased]
    held = [s for s in others if s.supporter_id and _wants_news(s)]
    gone = [s for s in others if s not in held]
    erase(gone)
    return len(gone) + let_go(listed)


def _wants_news(sponsor: Sponsor) -> bool:
    return Purpose.NEWS in consents.standing(sponsor.supporter_id)


def _tell(sponsors: list[Sponsor]) -> None:
    for sponsor in sponsors:
        key = sponsor.sponsor_list.key
        signals.send_on_commit(signals.supporter_erased, Sponsor, action_key=key)
