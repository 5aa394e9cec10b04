"""The sponsor list behind its page in all languages, and those who lend it their names."""

from django.db import models
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string

from ..actions.asks import Ask, ask
from ..actions.models import Action
from ..actions.records import Record
from ..supporters.models import Supporter
from .states import Kind, SponsorState, Verified


class SponsorList(Action):
    """Who may join, and what they are asked: live, in every language."""

    joins_persons = models.BooleanField(_("persons may join"), default=True)
    joins_organisations = models.BooleanField(_("organisations may join"), default=True)
    ask_country = ask(_("country"), Ask.REQUIRED, _("The list is sorted by it."))
    ask_role = ask(_("role or profession"), Ask.OPTIONAL)
    ask_organisation = ask(_("organisation"), Ask.OPTIONAL)
    ask_website = ask(
        _("web site"), Ask.OPTIONAL, _("Without one an organisation can’t verify itself.")
    )
    ask_members = ask(_("number of members"), Ask.OPTIONAL)
    ask_quote = ask(_("a word of support"), Ask.OPTIONAL, _("Published with the name."))

    #: The fields of the form that a list can switch, by their names in it.
    ASKED = ("country", "role", "organisation", "website", "members", "quote")
    COPIED = (
        *Action.COPIED,
        "joins_persons",
        "joins_organisations",
        *(f"ask_{name}" for name in ASKED),
    )

    class Meta:
        verbose_name = _("sponsor list")
        verbose_name_plural = _("sponsor lists")
        default_permissions = ("change",)

    def asks(self) -> dict[str, str]:
        """Field name -> ``Ask``, for the fields that can be switched; and under ``joins_<kind>``
        whether persons and organisations may join: ``Ask.OFF`` says no."""
        joins = {Kind.PERSON: self.joins_persons, Kind.ORGANISATION: self.joins_organisations}
        return {
            **{name: getattr(self, f"ask_{name}") for name in self.ASKED},
            **{f"joins_{kind}": Ask.OPTIONAL if may else Ask.OFF for kind, may in joins.items()},
        }

    def is_held(self) -> bool:
        """What was withdrawn doesn't hold it: nothing can become of it any more."""
        return self.sponsors.exclude(state=SponsorState.WITHDRAWN).exists()


class Sponsor(Record):
    """One entry of a list: a person, or an organisation.

    What is published stands here; who entered it is a ``Supporter``, never shown. ``dedupe_key`` is
    over list, kind and name of an organisation, and address: one entry for each. ``listed_key`` is
    over an organisation's name and country, and there while it is listed: it counts once.
    """

    mailed_slice = "sponsor"

    sponsor_list = models.ForeignKey(
        SponsorList, on_delete=models.PROTECT, related_name="sponsors", db_index=False
    )
    state = models.CharField(
        _("state"), max_length=9, choices=SponsorState.choices, default=SponsorState.PENDING
    )
    kind = models.CharField(_("who"), max_length=12, choices=Kind.choices)
    # The block of the page that says what type it is: see ``types``.
    type_uuid = models.UUIDField(_("type"), null=True, blank=True)
    name = models.CharField(pgettext_lazy("sponsor", "name"), max_length=200)
    #: {language: name}, where it is another one.
    names = models.JSONField(_("names in other languages"), default=dict, blank=True)
    role = models.CharField(_("role or profession"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    speaks_for = models.BooleanField(_("speaks for the organisation"), default=False)
    quote = models.TextField(_("a word of support"), max_length=500, blank=True)
    website = models.URLField(_("web site"), max_length=200, blank=True)
    members = models.PositiveIntegerField(_("members"), null=True, blank=True)
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo or picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    verified_by = models.CharField(
        _("verified"), max_length=7, choices=Verified.choices, default=Verified.NO, blank=True
    )
    verified_at = models.DateTimeField(null=True, editable=False)
    # Since when its sponsor has us look for a record in the domain; when we last did.
    dns_asked_at = models.DateTimeField(null=True, editable=False)
    dns_looked_at = models.DateTimeField(null=True, editable=False)
    # The entry as a moderator saw it last, and whether it has changed since: see ``entries``.
    reviewed = models.JSONField(default=dict, editable=False)
    needs_review = models.BooleanField(_("to be looked at"), default=False)
    # Said to its sponsor.
    decline_reason = models.CharField(_("reason"), max_length=200, blank=True)
    # Whether an editor wrote it down; then there may be no supporter behind it.
    is_entered = models.BooleanField(_("entered by an editor"), default=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    search = models.TextField(editable=False)
    sort_key = models.CharField(max_length=120, editable=False)
    # NULL, not "": it is unique, and many have none.
    listed_key = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001

    class Meta:
        verbose_name = _("sponsor")
        verbose_name_plural = _("sponsors")
        default_permissions = ()
        permissions = [
            ("view_sponsor_numbers", _("See how many sponsors there are")),
            ("view_sponsor", _("See who entered sponsors")),
            ("export_sponsor", _("Export sponsors")),
            ("moderate_sponsor", _("Publish, decline, edit, enter, import and erase sponsors")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["sponsor_list", "dedupe_key"], name="campaign_sponsor_once"
            ),
            models.UniqueConstraint(
                fields=["sponsor_list", "listed_key"], name="campaign_sponsor_listed_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["sponsor_list", "state", "sort_key"], name="campaign_sponsor_listed"
            ),
            models.Index(fields=["state", "created_at"], name="campaign_sponsor_due"),
            models.Index(fields=["created_at", "id"], name="campaign_sponsor_newest"),
            models.Index(fields=["needs_review", "created_at"], name="campaign_sponsor_queue"),
        ]

    @property
    def action(self) -> SponsorList:
        return self.sponsor_list

    @property
    def is_organisation(self) -> bool:
        return self.kind == Kind.ORGANISATION

    @property
    def is_forgotten(self) -> bool:
        """Whether who entered it is destroyed, while the links of its mail still work."""
        return super().is_forgotten and not self.is_entered

    @property
    def name_here(self) -> str:
        """The name in the reader's language, where it has one in it."""
        return self.names.get(get_language() or "") or self.name

    @property
    def all_names(self) -> list[str]:
        """Every name that it goes by, the main one first."""
        return [self.name, *self.names.values()]


class SponsorContact(models.Model):
    """Why who entered an organisation may speak for it. It goes with them, and is never public."""

    supporter = models.OneToOneField(
        Supporter, on_delete=models.CASCADE, primary_key=True, related_name="sponsor_contact"
    )
    authority = models.CharField(_("authority to speak for it"), max_length=200, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.pk)
