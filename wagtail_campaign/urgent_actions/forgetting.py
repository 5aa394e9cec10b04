"""Destroying what is personal in letters, while they still count."""

from datetime import timedelta

from django.utils import timezone

from .. import signals
from ..actions.forgetting import forget_all
from ..actions.records import RecordState
from ..conf import conf
from ..mailing.work import Lease
from ..supporters import erasure
from ..supporters.models import Supporter
from ..webhooks import outbox
from . import wall
from .models import Delivery, Letter, LetterText, UrgentAction

BATCH = 500


def erase(letters: list[Letter]) -> None:
    """Destroys what is personal in letters whose rows are locked.

    State, way, country, language, source and month stay. An invalidated one keeps the key of its
    address and day: it doesn't come back by being forgotten.
    """
    moments = ("created_at", "confirmed_at", "delivered_at")
    for ids, months in erasure.by_months(letters, *moments):
        rows = Letter.objects.filter(pk__in=ids)
        rows.exclude(state=RecordState.INVALID).update(dedupe_key=None, key_id="")
        rows.update(
            supporter=None, public_name="", on_wall=False, nonce="", reminded_at=None, **months
        )
    Supporter.objects.filter(pk__in=[s.supporter_id for s in letters if s.supporter_id]).delete()
    # Of what was never confirmed nobody was told.
    outbox.put_erased([letter for letter in letters if letter.state != RecordState.PENDING])
    for letter in letters:
        signals.send_on_commit(
            signals.supporter_erased, Letter, action_key=letter.urgent_action.key
        )


def forget_texts(renew=lambda: None) -> int:
    """Destroys the texts of letters some weeks after they went out; returns how many.

    What is on a wall of letters stays as long as its writer lets it be shown.
    """
    then = timezone.now() - timedelta(days=conf.LETTER_TEXT_DAYS)
    gone = Letter.objects.filter(delivered_at__lt=then, supporter__isnull=False).exclude(wall.SHOWN)
    over = Letter.objects.filter(
        delivery__in=[Delivery.CANCELLED, Delivery.REFUSED, Delivery.UNKNOWN],
        created_at__lt=then,
        supporter__isnull=False,
    )
    number = 0
    for letters in (gone, over):
        # By their own age first, for which there is an index: no pass goes through all letters.
        old = LetterText.objects.filter(created_at__lt=then)
        texts = old.filter(supporter__in=letters.values("supporter"))
        while ids := list(texts.values_list("pk", flat=True)[:BATCH]):
            renew()
            number += LetterText.objects.filter(pk__in=ids).delete()[0]
    return number


def forget_writers(action: UrgentAction, lease: Lease) -> int:
    """Forgets all who wrote for an urgent action; returns how many."""

    def forget(ids: list[int]) -> int:
        locked = Letter.objects.select_for_update().filter(pk__in=ids).order_by("pk")
        letters = [letter for letter in locked if not letter.is_erased]
        for letter in letters:
            letter.urgent_action = action
        erase(letters)
        return len(letters)

    return forget_all(action, action.letters, forget, lease)
