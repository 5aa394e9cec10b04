"""Sweeps: one verb for all signatures of a petition that something is true of."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import patterns
from .models import Petition, Signature, SignatureState

#: Stands where a pattern or a domain was forgotten.
FORGOTTEN = "…"


class SweepVerb(models.TextChoices):
    """What a sweep does."""

    INVALIDATE = "invalidate", _("Invalidate")
    RESTORE = "restore", _("Restore")
    ERASE = "erase", _("Erase")
    RESEND = "resend", _("Mail the link again")


class SweepState(models.TextChoices):
    """Where a sweep stands."""

    RUNNING = "running", _("Under way")
    DONE = "done", _("Done")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")


#: While there is still something to do.
BUSY = {SweepState.RUNNING, SweepState.UNDOING}


class Sweep(models.Model):
    """What an editor had done to many signatures at once: by a rule, or to a filtered list.

    It goes through them by id, some hundred in one transaction with ``last``, the id it has come
    to; so it can break off anywhere and go on. Those that sign later (beyond ``until``) are none of
    its business. ``Signature.sweep`` says which it invalidated: those, and no others, are restored
    when it is undone.

    Domain and patterns can be a part of somebody's name or address, so their text is forgotten
    some time after it is done, and stands in no log and no address of a page.
    """

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="sweeps")
    verb = models.CharField(max_length=10, choices=SweepVerb.choices)
    state = models.CharField(
        _("state"), max_length=7, choices=SweepState.choices, default=SweepState.RUNNING
    )
    by_rule = models.BooleanField(default=False)

    domain = models.CharField(
        _("domain of the address"),
        max_length=253,
        blank=True,
        help_text=_("What stands behind the @, as a whole: example.org."),
    )
    address_pattern = models.CharField(
        _("address"),
        max_length=120,
        blank=True,
        help_text=_("* stands for anything: bot-*@*, *@*.example.org."),
    )
    name_pattern = models.CharField(
        pgettext_lazy("person", "name"),
        max_length=120,
        blank=True,
        help_text=_("First and last name, as typed. * stands for anything: *test*."),
    )
    country = models.CharField(_("country"), max_length=2, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    signed_from = models.DateTimeField(_("signed from"), null=True, blank=True)
    signed_until = models.DateTimeField(_("signed until"), null=True, blank=True)
    # Of the list that was filtered by it; a rule has none.
    signature_state = models.CharField(max_length=9, choices=SignatureState.choices, blank=True)

    reason = models.CharField(max_length=200, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    undo_reason = models.CharField(max_length=200, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    until = models.BigIntegerField(default=0)
    last = models.BigIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    undone = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("bulk change")
        verbose_name_plural = _("bulk changes")
        default_permissions = ()

    #: What can be asked for, by the names of the fields.
    SAID = (
        "domain",
        "address_pattern",
        "name_pattern",
        "country",
        "language",
        "signed_from",
        "signed_until",
        "signature_state",
    )
    #: Those of them that can be a part of somebody's name or address.
    PERSONAL = ("domain", "address_pattern", "name_pattern")

    def __str__(self):
        return str(self.pk)

    @property
    def is_busy(self) -> bool:
        """Whether there is still something to do."""
        return self.state in BUSY

    @property
    def can_be_undone(self) -> bool:
        """Whether it took signatures out that can be taken back in."""
        return self.verb == SweepVerb.INVALIDATE and self.state == SweepState.DONE and self.done > 0

    def said(self) -> dict:
        """What was asked for: {field: value}, without what was left empty."""
        values = {name: getattr(self, name) for name in self.SAID}
        return {name: value for name, value in values.items() if value}

    def signatures(self):
        """Those that it is about, in the state for its verb; newer ones too, without ``until``."""
        found = Signature.objects.filter(petition=self.petition_id, **self._columns())
        if self.signature_state:
            found = found.filter(state=self.signature_state)
        if self.domain:
            found = found.filter(supporter__email__endswith=f"@{self.domain}")
        if self.address_pattern:
            found = found.filter(patterns.address_matches(self.address_pattern))
        if self.name_pattern:
            found = found.filter(patterns.name_matches(self.name_pattern))
        return self._able(found)

    def _columns(self) -> dict:
        columns = {
            "country": self.country,
            "language": self.language,
            "created_at__gte": self.signed_from,
            "created_at__lte": self.signed_until,
            "pk__lte": self.until,
        }
        return {name: value for name, value in columns.items() if value}

    def _able(self, signatures):
        match self.verb:
            case SweepVerb.INVALIDATE:
                # One without a key could never be restored: see ``moderation.restore``.
                return signatures.filter(state=SignatureState.CONFIRMED, dedupe_key__isnull=False)
            case SweepVerb.RESTORE:
                return signatures.filter(state=SignatureState.INVALID, dedupe_key__isnull=False)
            case SweepVerb.RESEND:
                return signatures.filter(state=SignatureState.PENDING, supporter__isnull=False)
        # Erased ones have no links any more.
        return signatures.exclude(nonce="")

    def taken(self):
        """The signatures that it invalidated, and that nobody has decided about since."""
        return Signature.objects.filter(
            petition=self.petition_id,
            sweep=self.pk,
            state=SignatureState.INVALID,
            dedupe_key__isnull=False,
        )
