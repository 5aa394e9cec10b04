"""Agreeing, and taking it back."""

import re
from functools import lru_cache

from django.db import transaction
from django.utils import timezone

from .. import rows
from ..webhooks import outbox
from .hooks import CONSENT_WITHDRAWN
from .models import Consent, ConsentWording, Supporter

ID = re.compile("[0-9a-f]{64}")


def wording(purpose: str, language: str, text: str) -> ConsentWording:
    """A wording, not yet kept."""
    pk = ConsentWording.id_of(purpose, language, text)
    return ConsentWording(pk=pk, purpose=purpose, language=language, text=text)


def keep_wordings(wordings: list[ConsentWording]) -> None:
    """Writes down wordings that are shown, those that are new."""
    ConsentWording.objects.bulk_create(wordings, ignore_conflicts=True)


def is_kept(purpose: str, wording_id: str) -> bool:
    """Whether that wording was ever shown for that purpose."""
    if not ID.fullmatch(wording_id):
        return False
    return ConsentWording.objects.filter(pk=wording_id, purpose=purpose).exists()


def give(supporter: Supporter, action_key) -> None:
    """Makes Consents of the boxes a supporter ticked, when they confirm; inside its transaction."""
    for wording_id in supporter.ticked:
        purpose = _purpose_of(wording_id)
        rows.insert(
            Consent(
                supporter=supporter, wording_id=wording_id, purpose=purpose, action_key=action_key
            )
        )


@lru_cache(maxsize=1024)
def _purpose_of(wording_id: str) -> str:
    # For ever true, as the id is a hash of purpose and words.
    return ConsentWording.objects.values_list("purpose", flat=True).get(pk=wording_id)


def standing(supporter_id: int) -> set[str]:
    """The purposes that a supporter agrees to now."""
    given = Consent.objects.filter(supporter=supporter_id, withdrawn_at=None)
    return set(given.values_list("purpose", flat=True))


def withdraw(consents) -> int:
    """Takes back those of a queryset of Consents that still stand; returns how many."""
    standing = consents.filter(withdrawn_at=None)
    with transaction.atomic(savepoint=False):
        outbox.put_all(CONSENT_WITHDRAWN, standing)
        return standing.update(withdrawn_at=timezone.now())
