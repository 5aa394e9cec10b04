"""What a signature, a letter, a sponsor's name and a gift have in common: somebody did it once."""

from datetime import timedelta

import swapper
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import rows
from ..conf import conf
from ..sharing.sources import MAX_LENGTH
from ..supporters import addresses, tokens
from ..supporters.models import TOLD, Display, Supporter


class RecordState(models.TextChoices):
    """Where a record stands; only confirmed ones count."""

    PENDING = "pending", _("Not confirmed")
    CONFIRMED = "confirmed", _("Confirmed")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    INVALID = "invalid", _("Invalidated")


class Record(models.Model):
    """What one supporter did once: base of the records that are confirmed by mail.

    Each time is a row of its own, with its own links, so that whoever types your address changes
    nothing about what you confirm. It holds no name and no address but ``supporter``, which is
    emptied by erasing. ``dedupe_key`` is written by confirming: subclasses make it unique, with
    their action, over whatever counts once.
    """

    supporter = models.ForeignKey(Supporter, on_delete=models.SET_NULL, null=True, related_name="+")
    state = models.CharField(
        _("state"), max_length=9, choices=RecordState.choices, default=RecordState.PENDING
    )
    country = models.CharField(_("country"), max_length=2, blank=True)
    language = models.CharField(_("language"), max_length=12)
    # The word behind ?via= in the address that brought the supporter here: "telegram".
    source = models.CharField(_("source"), max_length=MAX_LENGTH, blank=True)
    # NULL, not "": it is unique, and many have none.
    dedupe_key = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001
    key_id = models.CharField(max_length=20, blank=True, editable=False)
    nonce = models.CharField(max_length=32, default=tokens.new_nonce, editable=False)
    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("page"),
    )
    created_at = models.DateTimeField(_("date"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, editable=False)

    # Wagtail keeps no index of which pages each person's records point to.
    wagtail_reference_index_ignore = True

    #: The first part of the tokens in its mails: see ``supporters.links.MailedLink``.
    mailed_slice: str

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.pk)

    @property
    def action(self):
        """The action that it belongs to."""
        raise NotImplementedError

    @property
    def is_erased(self) -> bool:
        """Whether nothing of the person is left; its mailed links are dead then."""
        return not self.nonce

    @property
    def is_forgotten(self) -> bool:
        """Whether what was told is destroyed, while the links of its mail still work."""
        return self.supporter_id is None and not self.is_erased

    @property
    def is_too_late(self) -> bool:
        """Whether the link to confirm it has run out."""
        return timezone.now() - self.created_at > timedelta(days=conf.CONFIRM_DAYS)

    def token(self, purpose: str) -> str:
        """The secret of a mailed link about this record: "confirm" or "disown"."""
        return tokens.make(purpose, self.mailed_slice, self.pk, self.nonce)


def insert_supporter(door, typed: dict) -> Supporter:
    """Writes down what somebody typed into the form of a page: the cleaned data of an
    ``ActionForm``, sent to a ``Door``. Inside the verb's transaction."""
    told = {name: typed.get(name, "") for name in TOLD}
    supporter = Supporter(
        **told,
        email_key=addresses.email_key(typed["email"]),
        key_id=addresses.writing_key_id(),
        language=door.language,
        display=typed.get("display") or Display.ANONYMOUS,
        ticked=typed["ticked"],
        answers=typed.get("answers", {}),
        page_id=door.page_id,
        revision_id=door.revision_id,
    )
    rows.insert(supporter)
    return supporter


def locked(record: Record) -> Record | None:
    """The row as it is now, locked until the commit; None where it vanished or was erased. One that
    was forgotten is there, without a supporter.

    By its id alone: with more to look for, MariaDB locks another index first, and two verbs in two
    windows would wait for each other.
    """
    now = type(record).objects.select_for_update().filter(pk=record.pk).first()
    return None if now is None or now.is_erased else now
