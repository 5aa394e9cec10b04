"""What became of a petition: delivered, answered, won. Said at once, in every language."""

from datetime import date

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model, get_image_model_string

from .. import signals
from ..actions import logs
from ..actions.models import State
from ..actions.titles import title_of
from ..deadlocks import repeated
from ..mailing import broadcasts
from .models import Petition

#: The kind of the mail that tells of one: see ``outcome_emails.py``.
MAIL = "petitions.outcome"


class Outcome(models.Model):
    """What became of a petition: said on its page in every language at once.

    A petition can be delivered, then answered, then won; each is told once.
    """

    KINDS = [State.DELIVERED, State.ANSWERED, State.WON]

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="outcomes")
    kind = models.CharField(
        _("what happened"), max_length=10, choices=[(kind.value, kind.label) for kind in KINDS]
    )
    happened_on = models.DateField(_("date"), default=timezone.localdate)
    whom = models.CharField(
        _("to whom, or by whom"),
        max_length=255,
        blank=True,
        help_text=_(
            "A name that reads the same in every language. Empty, when it was delivered: whom the"
            " petition is addressed to, as each page says it."
        ),
    )
    photo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Ask those who can be recognised in it first."),
    )

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        default_permissions = ()
        ordering = ["happened_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["petition", "kind"], name="campaign_outcome_once")
        ]

    def __str__(self):
        return str(self.pk)


@repeated
def declare(outcome: Outcome, user) -> bool:
    """Saves an outcome, new or corrected; a new one becomes the state of its petition.

    False where somebody else has just said the same, or taken it back.
    """
    with transaction.atomic(durable=True):
        petition = Petition.objects.select_for_update().get(pk=outcome.petition_id)
        is_new = outcome.pk is None
        same = {"kind": outcome.kind} if is_new else {"pk": outcome.pk}
        if petition.outcomes.filter(**same).exists() == is_new:
            return False
        outcome.save()
        was = petition.state
        if is_new:
            petition.state = outcome.kind
        # Saved in any case: what pages show of it is drawn anew.
        petition.save()
        logs.note(
            [petition],
            "campaign.outcome",
            user,
            label=title_of,
            kind=outcome.kind,
            happened_on=outcome.happened_on.isoformat(),
        )
        if petition.state != was:
            signals.send_on_commit(signals.action_changed, Petition, action=petition, was=was)
    return True


@repeated
def take_back(outcome: Outcome, user) -> None:
    """Deletes an outcome. The petition goes back to the one before it, or is closed.

    Who wasn't mailed it yet won't be.
    """
    with transaction.atomic(durable=True):
        petition = Petition.objects.select_for_update().get(pk=outcome.petition_id)
        broadcasts.call_off(MAIL, outcome.pk)
        Outcome.objects.filter(pk=outcome.pk).delete()
        was = petition.state
        if was == outcome.kind:
            last = petition.outcomes.last()
            petition.state = last.kind if last else State.CLOSED
        petition.save()
        said = {"kind": outcome.kind, "back": True}
        logs.note([petition], "campaign.outcome", user, label=title_of, **said)
        if petition.state != was:
            signals.send_on_commit(signals.action_changed, Petition, action=petition, was=was)


def whom_to_name(kind: str, whom: str, addressed_to: str) -> str:
    """Whom an outcome names beside its date, "" for nobody: who won needs nobody to say so.

    ``addressed_to`` is written to stand behind "To:". Where an answer came from it would be in the
    wrong case, in languages that have cases.
    """
    if kind == State.WON:
        return ""
    return whom or (addressed_to if kind == State.DELIVERED else "")


def with_photos(outcomes: list[tuple], addressed_to: str) -> list[dict]:
    """Outcomes as ``told`` gives them, to be shown: {"kind", "happened_on", "whom", "photo"}, the
    photo an image or None. One query."""
    images = get_image_model().objects.in_bulk([photo for *_, photo in outcomes if photo])
    return [
        {
            "kind": kind,
            "happened_on": happened_on,
            "whom": whom_to_name(kind, whom, addressed_to),
            "photo": images.get(photo),
        }
        for kind, happened_on, whom, photo in outcomes
    ]


def told(petition: Petition) -> list[tuple[str, date, str, int | None]]:
    """(kind, date, whom, id of the photo) of each outcome, the first first."""
    return list(petition.outcomes.values_list("kind", "happened_on", "whom", "photo"))
