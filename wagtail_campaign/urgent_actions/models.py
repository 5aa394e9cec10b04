"""The urgent action behind its page in all languages, and the letters written for it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..actions.asks import Ask
from ..actions.models import Action, State
from ..actions.records import Record, RecordState
from ..supporters.models import Supporter, said_in_public
from .country_codes import CountryCodeField
from .directory.contacts import Contact
from .directory.targets import Target
from .drafting import placeholders
from .languages import MAX_LENGTH, check_language
from .persons import Person

METRIC = "letters"


class Kind(models.TextChoices):
    """What is written, and to whom."""

    URGENT = "urgent", _("Urgent action: letters for a person in danger")
    PROTEST = "protest", _("Protest: letters to those responsible")
    SOLIDARITY = "solidarity", _("Solidarity: letters to the people concerned")


class UrgentAction(Action):
    """Who is written to and for whom, until when: live, in every language."""

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.URGENT)
    persons = models.ManyToManyField(
        Person, verbose_name=_("persons of concern"), blank=True, related_name="urgent_actions"
    )
    targets = models.ManyToManyField(
        Target, verbose_name=_("targets"), blank=True, related_name="urgent_actions"
    )
    missions_of = CountryCodeField(
        _("embassies of"),
        blank=True,
        help_text=_("Supporters are led to the nearest embassy of this state, beside the targets."),
    )
    copies_to = models.EmailField(
        _("daily numbers to"),
        blank=True,
        help_text=_("Once a day how many letters went to whom; never a letter itself."),
    )
    # When an editor told everybody to write no more: nothing may go out any longer.
    stopped_at = models.DateTimeField(null=True, editable=False)
    # The links of its chain that have ended it: see ``chain.follow``.
    followed = models.JSONField(default=list, editable=False)

    # When the daily numbers were mailed last.
    digest_at = models.DateTimeField(null=True, editable=False)

    COPIED = (*Action.COPIED, "kind", "missions_of")

    class Meta:
        verbose_name = _("urgent action")
        verbose_name_plural = _("urgent actions")
        default_permissions = ("change",)

    def save(self, *, update_fields=None, **kwargs):
        if self.state == State.OPEN and self.stopped_at:
            # Who opens it again takes the stop back.
            self.stopped_at = None
            update_fields = update_fields and {*update_fields, "stopped_at"}
        super().save(update_fields=update_fields, **kwargs)

    @property
    def is_solidarity(self) -> bool:
        """Whether letters go through the campaign instead of to targets."""
        return self.kind == Kind.SOLIDARITY

    def asks(self) -> dict[str, str]:
        """Field name -> ``Ask``: a letter without a name and a country is worth little."""
        return {"last_name": Ask.REQUIRED, "country": Ask.REQUIRED}

    def is_held(self) -> bool:
        return self.letters.exclude(state=RecordState.WITHDRAWN).exists()

    def is_open(self) -> bool:
        return super().is_open() and not self.stopped_at

    def takes_letters(self) -> bool:
        """Whether letters may go out now. A pause is no end: what was written before it goes."""
        return not self.is_over() and not self.stopped_at


class LetterTemplate(models.Model):
    """The letter to start from, in one language; see ``placeholders`` for what is filled in."""

    urgent_action = models.ForeignKey(
        UrgentAction, on_delete=models.CASCADE, related_name="templates"
    )
    language = models.CharField(_("language"), max_length=MAX_LENGTH, validators=[check_language])
    subject = models.CharField(_("subject"), max_length=150)
    text = models.TextField(_("letter"), max_length=6000)

    class Meta:
        verbose_name = _("letter to start from")
        verbose_name_plural = _("letters to start from")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["urgent_action", "language"], name="campaign_template_language"
            )
        ]

    def __str__(self):
        return str(self.pk)

    def clean(self):
        super().clean()
        if self.urgent_action_id:
            placeholders.check(self)


class Channel(models.TextChoices):
    """Which way a letter went."""

    SITE = "site", _("By this site")
    MAIL = "mail", _("By their own mail program")
    POST = "post", _("On paper")
    CAMPAIGN = "campaign", _("Through the campaign")


class Delivery(models.TextChoices):
    """Where a letter that the site or the campaign passes on is on its way."""

    NONE = "", _("Sent by themselves")
    HELD = "held", _("Waits for a moderator")
    QUEUED = "queued", _("Waiting")
    SENT = "sent", _("Sent")
    REFUSED = "refused", _("Refused")
    UNKNOWN = "unknown", _("Unknown")
    CANCELLED = "cancelled", _("Cancelled")


#: What never went out, or not any more: it doesn't count.
NEVER_WENT = (Delivery.CANCELLED,)


class Letter(Record):
    """One letter of one supporter to one target; its text is elsewhere, and not for long.

    ``dedupe_key`` is over action, target, day and address: the same to the same once a day.
    """

    mailed_slice = "letter"

    urgent_action = models.ForeignKey(
        UrgentAction, on_delete=models.PROTECT, related_name="letters", db_index=False
    )
    # Empty for solidarity, and where the target was deleted.
    target = models.ForeignKey(
        Target, on_delete=models.SET_NULL, null=True, blank=True, related_name="letters"
    )
    contact = models.ForeignKey(
        Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    channel = models.CharField(_("way"), max_length=8, choices=Channel.choices)
    delivery = models.CharField(
        _("delivery"), max_length=9, choices=Delivery.choices, default=Delivery.NONE, blank=True
    )
    # That of the letter; ``language`` is its writer's.
    written_in = models.CharField(_("written in"), max_length=MAX_LENGTH, blank=True)
    # How its writer is named on the wall of letters; "" is "Supporter (Germany)".
    public_name = models.CharField(_("public name"), max_length=125, blank=True)
    on_wall = models.BooleanField(_("may be shown"), default=False)
    # What the mail server said: "SMTP 550".
    error = models.CharField(max_length=60, blank=True, editable=False)
    delivered_at = models.DateTimeField(_("sent"), null=True, blank=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        default_permissions = ()
        permissions = [
            ("view_letter_numbers", _("See how many letters were written")),
            ("view_letter", _("Read letters and see who wrote them")),
            ("moderate_letter", _("Release, refuse, send again and erase letters")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["urgent_action", "dedupe_key"], name="campaign_letter_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["urgent_action", "state", "-confirmed_at"], name="campaign_letter_latest"
            ),
            # Of those that may be shown, which are few among all.
            models.Index(
                fields=["urgent_action", "on_wall", "-confirmed_at"], name="campaign_letter_wall"
            ),
            models.Index(fields=["state", "created_at"], name="campaign_letter_due"),
            models.Index(fields=["delivery", "created_at", "id"], name="campaign_letter_queue"),
            models.Index(fields=["created_at", "id"], name="campaign_letter_newest"),
        ]

    @property
    def action(self) -> UrgentAction:
        return self.urgent_action

    @property
    def is_carried(self) -> bool:
        """Whether the site or the campaign passes it on; else it tells of one that was sent."""
        return self.channel in {Channel.SITE, Channel.CAMPAIGN}

    @property
    def said_in_public(self) -> str:
        """The public name in the reader's language."""
        return said_in_public(self.public_name, self.country)


class LetterText(models.Model):
    """What a letter says. It goes with its writer, and by itself some weeks after sending."""

    supporter = models.OneToOneField(
        Supporter, on_delete=models.CASCADE, primary_key=True, related_name="letter_text"
    )
    subject = models.CharField(_("subject"), max_length=150, blank=True)
    text = models.TextField(_("letter"), max_length=6000)
    city = models.CharField(_("city"), max_length=80, blank=True)
    # Whether the target may answer to the writer's own address.
    wants_reply = models.BooleanField(_("answer to my address"), default=False)
    created_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["created_at"], name="campaign_lettertext_age")]

    def __str__(self):
        return str(self.pk)
