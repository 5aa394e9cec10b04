"""Signatures on paper: batches that editors enter, correct and take out again."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from ..actions import live, logs, tallies
from ..actions.titles import title_of
from ..deadlocks import repeated
from .models import PAPER, Petition

MOST = 10_000_000


class PaperBatch(models.Model):
    """Signatures that were collected on paper: how many, where and when.

    The sheets have the names, not the database. They count beside those made here, and nobody can
    tell whether somebody signed both: the page says how many are on paper.
    """

    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="paper_batches")
    number = models.PositiveIntegerField(
        _("number of signatures"), validators=[MinValueValidator(1), MaxValueValidator(MOST)]
    )
    place = models.CharField(_("place"), max_length=120, blank=True)
    collected_on = models.DateField(_("collected on"), default=timezone.localdate)
    note = models.TextField(_("note"), blank=True, max_length=1000)
    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("scan of the sheets"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Put it into a collection that is private: names and addresses are on it."),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("batch of paper signatures")
        verbose_name_plural = _("paper signatures")
        default_permissions = ()

    def __str__(self):
        return str(self.pk)


@repeated
def enter(batch: PaperBatch, user) -> None:
    """Saves a new batch and counts it."""
    with transaction.atomic(durable=True):
        batch.save(force_insert=True)
        _counted(batch, batch.number, user, was=0)


@repeated
def correct(batch: PaperBatch, user) -> bool:
    """Saves what was changed in a batch; the count follows what the database had before.

    False where somebody else just took it out.
    """
    with transaction.atomic(durable=True):
        found = PaperBatch.objects.select_for_update().filter(pk=batch.pk).first()
        if found is None:
            return False
        batch.save()
        _counted(batch, batch.number - found.number, user, was=found.number)
    return True


@repeated
def remove(batch: PaperBatch, user) -> bool:
    """Takes a batch out of the count and deletes it. False where somebody else just did."""
    with transaction.atomic(durable=True):
        found = PaperBatch.objects.select_for_update().filter(pk=batch.pk).first()
        if found is None:
            return False
        found.delete()
        batch.number = 0
        _counted(batch, -found.number, user, was=found.number)
    return True


def _counted(batch: PaperBatch, more: int, user, was: int) -> None:
    petition = batch.petition
    if more:
        tallies.add(petition.key, PAPER, more)
    transaction.on_commit(lambda: live.forget(petition.key))
    said = {"number": batch.number, "was": was, "place": batch.place}
    logs.note([petition], "campaign.paper", user, label=title_of, **said)


def count_batches(keys: list | None) -> dict:
    """Paper signatures by the key of their petition, for the keys given or for all."""
    petitions = Petition.objects.filter(paper_batches__isnull=False)
    if keys is not None:
        petitions = petitions.filter(key__in=keys)
    return dict(petitions.values_list("key").annotate(Sum("paper_batches__number")))


tallies.register(PAPER, count_batches)
