"""Agreeing, and taking it back."""

from django.utils import timezone

from .models import Consent, ConsentWording, Supporter


def wording(purpose: str, language: str, text: str) -> ConsentWording:
    """A wording, not yet kept."""
    pk = ConsentWording.id_of(purpose, language, text)
    return ConsentWording(pk=pk, purpose=purpose, language=language, text=text)


def keep_wordings(wordings: list[ConsentWording]) -> None:
    """Writes down wordings that are shown, those that are new."""
    ConsentWording.objects.bulk_create(wordings, ignore_conflicts=True)


def is_kept(purpose: str, wording_id: str) -> bool:
    """Whether that wording was ever shown for that purpose."""
    return ConsentWording.objects.filter(pk=wording_id, purpose=purpose).exists()


def give(supporter: Supporter, action_key) -> None:
    """Makes Consents of the boxes a supporter ticked, when they confirm; inside its transaction."""
    if not supporter.ticked:
        return
    wordings = ConsentWording.objects.in_bulk(supporter.ticked)
    Consent.objects.bulk_create(
        Consent(
            supporter=supporter, wording=wording, purpose=wording.purpose, action_key=action_key
        )
        for wording in wordings.values()
    )


def withdraw(consents) -> int:
    """Takes back those of a queryset of Consents that still stand; returns how many."""
    return consents.filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
