"""The verbs of a petition. Each owns one transaction and sends its signal after the commit."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from .. import rows, signals
from ..actions import endings, live, tallies
from ..actions.doors import Door
from ..actions.records import insert_supporter, locked
from ..deadlocks import repeated
from ..mailing import outbox
from ..supporters import addresses, consents
from ..supporters.models import Consent, Display, Purpose
from ..webhooks import outbox as webhooks
from . import forgetting, hooks, repeats
from .emails import Confirm
from .models import METRIC, Petition, Signature, SignatureState


def sign(door: Door, typed: dict) -> Signature:
    """Writes down what a supporter typed and sends the link that makes it count.

    ``typed`` is the cleaned data of ``SignatureForm``, and ``via`` (see ``sharing.sources``).
    Whether the address has signed before isn't looked up, so nobody can tell from the answer or
    from its time; which mail fits is decided when it is sent.
    """
    with transaction.atomic(durable=True):
        supporter = insert_supporter(door, typed)
        signature = Signature(
            petition_id=door.action_id,
            supporter=supporter,
            country=supporter.country,
            language=supporter.language,
            source=typed.get("via", ""),
            page_id=door.page_id,
        )
        rows.insert(signature)
        outbox.put(Confirm, signature.pk, supporter)
        signals.send_on_commit(signals.signature_made, Signature, signature=signature)
    return signature


@repeated
def confirm(signature: Signature) -> bool:
    """Makes a pending signature count, once. True where this call did it.

    False where it had been confirmed already, or another signature of the same address had.
    ``signature`` comes with its supporter and petition.
    """
    petition, supporter = signature.petition, signature.supporter
    if supporter is None or repeats.is_signed(petition, supporter.email, older_keys_only=True):
        return False
    confirmed = {
        "state": SignatureState.CONFIRMED,
        "confirmed_at": timezone.now(),
        "public_name": supporter.public_name,
        "dedupe_key": addresses.dedupe_key(petition.key, supporter.email),
        "key_id": addresses.writing_key_id(),
    }
    pending = {"id": signature.pk, "state": SignatureState.PENDING}
    try:
        with transaction.atomic(durable=True):
            if not rows.change(Signature, pending, confirmed):
                return False
            consents.give(supporter, petition.key)
            for name, value in confirmed.items():
                setattr(signature, name, value)
            if petition.forgets:
                forgetting.let_go(signature)
            tallies.add(petition.key, METRIC)
            webhooks.put(hooks.CONFIRMED, signature)
            _changed(petition)
            signals.send_on_commit(signals.signature_confirmed, Signature, signature=signature)
    except IntegrityError:
        return False
    return True


@repeated
def withdraw(signature: Signature) -> bool:
    """Takes a confirmed signature back; the address could sign again. True if it counted.

    News about the petition and the hand-over end with it; other consents stand until they are
    withdrawn themselves. Where the petition forgets, what was told goes but for those.
    """
    with transaction.atomic(durable=True):
        now = locked(signature)
        if now is None or now.state != SignatureState.CONFIRMED:
            return False
        Signature.objects.filter(pk=now.pk).update(
            state=SignatureState.WITHDRAWN, public_name="", dedupe_key=None, key_id=""
        )
        ended = [Purpose.UPDATES, Purpose.HANDOVER]
        consents.withdraw(Consent.objects.filter(supporter=now.supporter_id, purpose__in=ended))
        if signature.petition.forgets and now.supporter:
            forgetting.let_go(now)
        tallies.add(signature.petition.key, METRIC, -1)
        _changed(signature.petition)
        signals.send_on_commit(signals.signature_withdrawn, Signature, signature=signature)
    return True


def disown(signature: Signature) -> None:
    """What "I did not sign this" does: withdraws the signature if it counted, and erases it."""
    withdraw(signature)
    erase(signature)


@repeated
def show_as(signature: Signature, display: Display) -> bool:
    """Changes how a confirmed signature is named in public, at once. True where it is confirmed."""
    with transaction.atomic(durable=True):
        now = locked(signature)
        if now is None or now.state != SignatureState.CONFIRMED:
            return False
        supporter = now.supporter
        if supporter is None:
            return False
        supporter.display = display
        supporter.save(update_fields=["display"])
        Signature.objects.filter(pk=now.pk).update(public_name=supporter.public_name)
        _changed(signature.petition)
    return True


@repeated
def erase(signature: Signature) -> None:
    """Destroys the personal data of a signature; does nothing where that was done.

    An unconfirmed one vanishes. Of the others state, country and month stay, so that the count
    stays; the key goes too, so the same address can sign again, and then counts anew. Only an
    invalidated one keeps its key: it doesn't come back by being forgotten.
    """
    with transaction.atomic(durable=True):
        forget(signature)


def forget(signature: Signature) -> bool:
    """What ``erase`` does, in the caller's transaction. False where there was nothing left."""
    now = locked(signature)
    if now is None:
        return False
    now.petition = signature.petition
    if now.state == SignatureState.PENDING:
        Signature.objects.filter(pk=now.pk).delete()
    forgetting.erase([now])
    _changed(signature.petition)
    return True


@repeated
def let_go(signature: Signature) -> bool:
    """Destroys what only a consent kept, once it was taken back. True where nothing is left."""
    petition = signature.petition
    # Not forgotten_at: it may just be under way, and have passed this one by for the consent.
    if endings.is_due(petition):
        if forgetting.holds_for_news(signature):
            return False
        erase(signature)
        return True
    if not petition.forgets:
        return False
    with transaction.atomic(durable=True):
        now = locked(signature)
        if now is None or now.supporter is None:
            return True
        now.petition = petition
        return forgetting.let_go(now)


def _changed(petition: Petition) -> None:
    transaction.on_commit(lambda: live.forget(petition.key))
