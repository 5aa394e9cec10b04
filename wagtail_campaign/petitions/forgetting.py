"""Destroying what is personal in signatures, while they still count.

``erase`` is for whoever wants it, and for all some months after the end of a petition. ``let_go``
is what a petition promises that forgets: of a signer is kept what a consent needs, nothing else.
"""

from django.db import transaction

from .. import signals
from ..actions.forgetting import forget_all
from ..mailing.work import Lease
from ..supporters import consents, erasure
from ..supporters.models import Consent, Display, Purpose, Supporter
from ..webhooks import outbox
from .models import Petition, Signature, SignatureState


def let_go(signature: Signature) -> bool:
    """Destroys what none of the signer's consents needs; True where nothing of them is left.

    Inside a transaction that has locked the signature. The key of the address stays, so that it
    counts once, and so do the links in the mail: by them it can still be taken back.
    """
    supporter = signature.supporter
    if erasure.keep_for(supporter, consents.standing(supporter.pk)):
        return False
    # Not before: see ``keep_for``.
    transaction.on_commit(lambda: setattr(signature, "supporter", None))
    _tell(signature.petition)
    return True


def erase(signatures: list[Signature]) -> None:
    """Destroys what is personal in signatures that are not pending; their rows are locked.

    State, country, language, source and month stay. An invalidated one keeps the key of its address
    too: it doesn't come back by being forgotten.
    """
    for ids, months in erasure.by_months(signatures, "created_at", "confirmed_at"):
        rows = Signature.objects.filter(pk__in=ids)
        rows.exclude(state=SignatureState.INVALID).update(dedupe_key=None, key_id="")
        rows.update(
            supporter=None,
            public_name="",
            nonce="",
            reminded_at=None,
            # What took it out can't bring it back in.
            sweep=None,
            **months,
        )
    Supporter.objects.filter(pk__in=[s.supporter_id for s in signatures if s.supporter_id]).delete()
    # Of what was never confirmed nobody was told.
    outbox.put_erased([s for s in signatures if s.state != SignatureState.PENDING])
    for signature in signatures:
        _tell(signature.petition)


def forget_signers(petition: Petition, lease: Lease) -> int:
    """Forgets all who signed a petition; returns how many.

    Who agreed to news of the campaign stays with name and address until they take that back.
    """
    return forget_all(petition, petition.signatures, lambda ids: _forget(petition, ids), lease)


def _forget(petition: Petition, ids: list[int]) -> int:
    locked = list(Signature.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    news = Consent.objects.filter(
        supporter__in=[signature.supporter_id for signature in locked],
        purpose=Purpose.NEWS,
        withdrawn_at=None,
    )
    held = set(news.values_list("supporter", flat=True))
    free = [s for s in locked if s.supporter_id not in held and not s.is_erased]
    for signature in free:
        signature.petition = petition
    erase(free)
    Signature.objects.filter(pk__in=ids, supporter__in=held).update(public_name="")
    Supporter.objects.filter(pk__in=held).update(
        postcode="", organisation="", comment="", answers={}, display=Display.ANONYMOUS
    )
    return len(free)


def holds_for_news(signature: Signature) -> bool:
    """Whether somebody is kept after the end of a petition, for news of the campaign."""
    return Purpose.NEWS in consents.standing(signature.supporter_id)


def _tell(petition: Petition) -> None:
    signals.send_on_commit(signals.supporter_erased, Signature, action_key=petition.key)
