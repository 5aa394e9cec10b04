"""The one home of personal data: who acted, and what they agreed to."""

import hashlib
from datetime import timedelta

import swapper
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import countries, tokens
from .cleaning import initial

#: The fields of a Supporter that are typed, in the order of the forms.
TOLD = ("first_name", "last_name", "email", "country", "postcode", "organisation", "comment")


class Display(models.TextChoices):
    """How a supporter is named in public; nobody is named unless they say so."""

    ANONYMOUS = "anonymous", _("As “Supporter”, with the country")
    INITIAL = "initial", _("First name and initial")
    FULL = "full", _("Full name")


class Purpose(models.TextChoices):
    """What a supporter may agree to, each apart and never ticked beforehand."""

    UPDATES = "updates", _("Updates on this action")
    NEWS = "news", _("News of the campaign")
    HANDOVER = "handover", _("Hand-over of the name to those addressed")
    ALERTS = "alerts", _("Urgent actions, as soon as there are any")


class Supporter(models.Model):
    """What one person told us for one act; not a profile.

    Each act has a row of its own: who types your address can't change your name, and your acts are
    joined only by ``email_key``, under a secret that is not in the database. Erasing an act deletes
    this row. ``str()`` is the id, as logs keep strings for ever.
    """

    first_name = models.CharField(_("first name"), max_length=60)
    last_name = models.CharField(_("last name"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254)
    email_key = models.CharField(max_length=64, editable=False)
    key_id = models.CharField(max_length=20, editable=False)
    country = models.CharField(_("country"), max_length=2, blank=True)
    postcode = models.CharField(_("postcode"), max_length=16, blank=True)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    comment = models.TextField(_("comment"), max_length=1000, blank=True)
    language = models.CharField(_("language"), max_length=12)
    display = models.CharField(
        _("named in public as"),
        max_length=10,
        choices=Display.choices,
        default=Display.ANONYMOUS,
    )
    # Ids of the ConsentWordings ticked, until confirming makes Consents of them.
    ticked = models.JSONField(default=list, blank=True, editable=False)
    # What the action's own questions were answered with: see ``actions.answers.collect``.
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("page"),
    )
    revision_id = models.BigIntegerField(null=True, editable=False)
    created_at = models.DateTimeField(_("date"), default=timezone.now)

    # Wagtail keeps no index of which pages each person's records point to.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("supporter")
        verbose_name_plural = _("supporters")
        default_permissions = ()
        # Not db_index: on PostgreSQL that makes a second one, for LIKE, which nobody asks.
        indexes = [models.Index(fields=["email_key"], name="campaign_supporter_email")]

    def __str__(self):
        return str(self.pk)

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def wordings_ticked(self) -> list["ConsentWording"]:
        """What confirming makes consents of, in the order of the form."""
        if not self.ticked:
            return []
        found = ConsentWording.objects.filter(pk__in=self.ticked)
        return sorted(found, key=lambda wording: Purpose.values.index(wording.purpose))

    @property
    def public_name(self) -> str:
        """What they let be shown; "" is said as "Supporter (Germany)" in the reader's language."""
        return self.public_name_as(self.display)

    def public_name_as(self, display: str) -> str:
        """What would be shown if they chose a ``Display``."""
        match display:
            case Display.FULL:
                return self.full_name
            case Display.INITIAL if self.last_name:
                return f"{self.first_name} {initial(self.last_name)}."
            case Display.INITIAL:
                return self.first_name
        return ""


def said_in_public(public_name: str, country: str) -> str:
    """A public name in the reader's language: the name itself, or "Supporter (Germany)"."""
    if public_name:
        return public_name
    if country:
        return _("Supporter (%(country)s)") % {"country": countries.name(country)}
    return str(_("Supporter"))


class ConsentWording(models.Model):
    """The exact words of a consent in one language, kept once for all who agreed to them."""

    id = models.CharField(primary_key=True, max_length=64, editable=False)
    # Or what else a slice asks for in a box, such as the one reminder of a gift.
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    language = models.CharField(max_length=12)
    text = models.TextField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.id

    @staticmethod
    def id_of(purpose: str, language: str, text: str) -> str:
        """SHA-256 of purpose, language and words, 64 hex digits: the same words, the same row."""
        return hashlib.sha256(f"{purpose}\n{language}\n{text}".encode()).hexdigest()


class Consent(models.Model):
    """That a supporter agreed to one wording, when, and when they took it back."""

    supporter = models.ForeignKey(Supporter, on_delete=models.CASCADE, related_name="consents")
    wording = models.ForeignKey(
        ConsentWording, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    action_key = models.UUIDField(_("action"))
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        default_permissions = ()
        indexes = [models.Index(fields=["action_key", "purpose"], name="campaign_consent_action")]

    def __str__(self):
        return str(self.pk)


class MagicLink(models.Model):
    """One way into ``/campaign/me/``, mailed to who asks: good for an hour, used up by one POST.

    It is written for every address that is typed, known here or not, and holds no address: only
    its keys. That of an unknown address is deleted as soon as its mail would be written.
    """

    email_key = models.CharField(max_length=64, db_index=True)
    # The same address under the older keys in force, by which older acts are found.
    older_keys = models.JSONField(default=list)
    # Those of the page where it was asked for: the mail's language, and where its link leads.
    language = models.CharField(max_length=12)
    site_id = models.BigIntegerField(null=True)
    nonce = models.CharField(max_length=32, default=tokens.new_nonce)
    created_at = models.DateTimeField(default=timezone.now)
    mailed_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    #: How long it can be used, and how long one stays inside after using it.
    GOOD_FOR = timedelta(hours=1)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.pk)

    @property
    def is_fresh(self) -> bool:
        """Whether it can still be used."""
        return self.used_at is None and self.created_at > timezone.now() - self.GOOD_FOR

    @property
    def keys(self) -> list[str]:
        """The ``email_key`` of its address under every key that was in force."""
        return [self.email_key, *self.older_keys]

    def token(self, purpose: str) -> str:
        """The secret of the mailed link ("me"), or of the cookie it is used up for ("session")."""
        return tokens.make(purpose, "me", self.pk, self.nonce)
