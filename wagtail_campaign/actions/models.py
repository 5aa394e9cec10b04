"""What petition, urgent action, sponsor list and fund have in common."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..embeds import origins

# Concurrent increments of one count wait for each other only where they meet in a slot.
SLOTS = 16


class State(models.TextChoices):
    """What an editor says of an action."""

    OPEN = "open", _("Open")
    PAUSED = "paused", _("Paused")
    CLOSED = "closed", _("Closed")
    DELIVERED = "delivered", _("Delivered")
    ANSWERED = "answered", _("Answered")
    WON = "won", _("Won")
    ARCHIVED = "archived", _("Archived")


#: The states in which it is over, maybe to be opened again. A pause is no end.
ENDED = {State.CLOSED, State.DELIVERED, State.ANSWERED, State.WON, State.ARCHIVED}
# Beside the states: open, but the opening date is still to come.
NOT_YET = "not_yet"


class Action(models.Model):
    """The live side of an action page: one row for the page in all its languages.

    ``key`` is the ``translation_key`` of the page at the root of the ``alias_of`` chain. Nothing
    here is versioned: publishing an old revision of a page changes none of it.
    """

    key = models.UUIDField(unique=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    opens_at = models.DateTimeField(
        _("opens"), null=True, blank=True, help_text=_("Empty: open as soon as it is published.")
    )
    closes_at = models.DateTimeField(
        _("closes"), null=True, blank=True, help_text=_("Empty: open until you close it.")
    )
    goal = models.PositiveIntegerField(
        _("goal"), default=1000, help_text=_("The number that the page shows progress towards.")
    )
    raises_goal = models.BooleanField(
        _("raise the goal by itself"),
        default=True,
        help_text=_(
            "Once nine tenths are reached, the page shows the next of 100, 250, 500, 1,000,"
            " 2,500 … Otherwise the goal stays as it is."
        ),
    )
    embed_origins = models.TextField(
        _("sites that may show it"),
        blank=True,
        help_text=_(
            "One a line: https://ally.example.org. They can show the form and its progress on their"
            " pages. Empty: no other site can."
        ),
    )
    # The highest step of ``goals`` that was reached and told.
    milestone = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # When it was first seen to be over; empty again once it is opened. See ``endings``.
    ended_at = models.DateTimeField(null=True, editable=False)
    # When all who acted had been forgotten after its end.
    forgotten_at = models.DateTimeField(null=True, editable=False)
    # Rises with every change, so that what was cached with the old settings is left behind.
    version = models.PositiveIntegerField(default=1, editable=False)

    #: What a copied page's action takes over: how it asks, never its state or its dates.
    COPIED = ("goal", "raises_goal")

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self._meta.model_name} {self.pk}"

    def save(self, *, update_fields=None, **kwargs):
        noted = self._note_end()
        if self.pk:
            self.version += 1
            update_fields = update_fields and {*update_fields, *noted, "version"}
        super().save(update_fields=update_fields, **kwargs)

    def clean(self):
        super().clean()
        try:
            self.embed_origins = origins.cleaned(self.embed_origins)
        except ValidationError as error:
            raise ValidationError({"embed_origins": error}) from None

    def _note_end(self) -> set[str]:
        """Whoever changes state or dates comes by here; the names of the fields it changed."""
        if not self.is_over():
            self.ended_at = self.forgotten_at = None
            return {"ended_at", "forgotten_at"}
        if self.ended_at:
            return set()
        self.ended_at = timezone.now()
        return {"ended_at"}

    def status(self, now: datetime | None = None) -> str:
        """The state at a moment: that of the editor, unless a date says otherwise."""
        return status_at(self.state, self.opens_at, self.closes_at, now)

    def is_open(self) -> bool:
        """Whether people can take part now, as far as the action itself says."""
        return self.status() == State.OPEN

    def is_over(self) -> bool:
        """Whether its state or its closing date has ended it. A pause puts no end to it."""
        return self.state in ENDED or bool(self.closes_at and self.closes_at <= timezone.now())

    def is_held(self) -> bool:
        """Whether people acted on it, so that its last page must not be deleted. Slices say."""
        raise NotImplementedError


def status_at(
    state: str, opens_at: datetime | None, closes_at: datetime | None, now: datetime | None = None
) -> str:
    """The state of an action at a moment (now): a ``State``, or ``NOT_YET``."""
    if state != State.OPEN:
        return state
    now = now or timezone.now()
    if opens_at and now < opens_at:
        return NOT_YET
    if closes_at and now >= closes_at:
        return State.CLOSED
    return State.OPEN


class Tally(models.Model):
    """One slot of one count of one action; the count is the sum of its slots."""

    key = models.UUIDField()
    metric = models.CharField(max_length=20)
    slot = models.PositiveSmallIntegerField()
    count = models.BigIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["key", "metric", "slot"], name="campaign_tally_slot")
        ]

    def __str__(self):
        return f"{self.key} {self.metric} {self.slot}"
