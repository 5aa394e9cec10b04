"""Targets: those to whom letters go, how they are reached, and whether that still holds.

One record for all languages, as an address that refuses mail does so in every language. What they
are called, how they are greeted and how their address is written is in it once for each language,
in any language that they read, whether the site speaks it or not.
"""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from ..supporters import countries
from .languages import MAX_LENGTH, best_of, check_language, check_languages

#: After that a contact that nobody has verified is said to be old.
OLD_AFTER = timedelta(days=365)


class CountryCodeField(models.CharField):
    """A country by its ISO 3166-1 alpha-2 code, chosen by name in forms."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 2, **kwargs})

    def formfield(self, **kwargs):
        from ..supporters.fields import CountryField, CountrySelect

        kwargs |= {"widget": CountrySelect}
        kwargs.pop("max_length", None)
        return super().formfield(form_class=CountryField, **kwargs)


class Target(ClusterableModel):
    """An office or official to whom letters are written."""

    country = CountryCodeField(
        _("state"), help_text=_("Whose office it is; of an embassy, the state that sends it.")
    )
    reads = models.CharField(
        _("languages it reads"),
        max_length=60,
        validators=[check_languages],
        help_text=_("Their codes, the best first: kk ru en"),
    )
    is_active = models.BooleanField(
        _("in use"), default=True, help_text=_("Not ticked: nobody is offered to write to it.")
    )

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")

    def __str__(self):
        words = self.words_in("")
        return (words.title if words else "") or f"#{self.pk}"

    @property
    def languages(self) -> list[str]:
        """The languages it reads, the best first."""
        return self.reads.split()

    def words_in(self, *languages: str) -> "TargetWords | None":
        """What it is called in the first of the languages that is known, or in any."""
        return best_of({words.language: words for words in self.words.all()}, *languages)

    def contact(self, kind: str) -> "Contact | None":
        """The first contact of a kind that works, else the first that there is."""
        found = [contact for contact in self.contacts.all() if contact.kind == kind]
        working = [contact for contact in found if contact.works]
        return next(iter(working or found), None)


class TargetWords(Orderable):
    """What a target is called, how it is greeted and addressed, in one language."""

    target = ParentalKey(Target, on_delete=models.CASCADE, related_name="words")
    language = models.CharField(
        _("language"), max_length=MAX_LENGTH, validators=[check_language], help_text="kk, ru, en …"
    )
    office = models.CharField(
        _("office"), max_length=200, help_text=_("“Ministry of Foreign Affairs”")
    )
    name = models.CharField(
        _("name"), max_length=120, blank=True, help_text=_("Of the official, if it is one.")
    )
    salutation = models.CharField(
        _("salutation"),
        max_length=160,
        help_text=_(
            "As a whole, as a letter begins: “Dear Minister,” “Уважаемый Имя Отчество!” “Құрметті"
            " Аты Әкесінің аты!”"
        ),
    )
    address = models.TextField(
        _("postal address"),
        max_length=600,
        blank=True,
        help_text=_("Line by line, as it stands on an envelope in this script."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("words in a language")
        verbose_name_plural = _("words in each language")
        constraints = [
            models.UniqueConstraint(fields=["target", "language"], name="campaign_target_language")
        ]

    def __str__(self):
        return str(self.pk)

    @property
    def title(self) -> str:
        """Name and office, or the office alone."""
        return f"{self.name}, {self.office}" if self.name else self.office

    @property
    def lines(self) -> list[str]:
        """The postal address, line by line."""
        return [line.strip() for line in self.address.splitlines() if line.strip()]


class ContactKind(models.TextChoices):
    """How a target is reached."""

    EMAIL = "email", _("E-mail")
    POST = "post", _("Post")
    PHONE = "phone", _("Telephone")
    FAX = "fax", _("Fax")
    FORM = "form", _("Form on a web site")
    SOCIAL = "social", _("Social network")


class ContactState(models.TextChoices):
    """Whether a contact works."""

    WORKS = "works", _("Works")
    REFUSES = "refuses", _("Refuses mail")
    WRONG = "wrong", _("Wrong")


class Contact(Orderable):
    """One way to reach a target, with how we know of it and since when."""

    target = ParentalKey(Target, on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField(_("way"), max_length=6, choices=ContactKind.choices)
    value = models.CharField(
        _("address, number or link"),
        max_length=300,
        blank=True,
        help_text=_("Empty for post: the addresses stand among the words."),
    )
    source = models.CharField(
        _("source"),
        max_length=300,
        blank=True,
        help_text=_("Where you found it: a link, a person."),
    )
    verified_on = models.DateField(_("verified on"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=7, choices=ContactState.choices, default=ContactState.WORKS
    )
    # What was said last when it refused: "SMTP 550", "hard bounce".
    refusal = models.CharField(max_length=60, blank=True, editable=False)
    refused_at = models.DateTimeField(null=True, editable=False)
    # When the next letter may go there: see ``sending``.
    free_at = models.DateTimeField(null=True, editable=False)

    class Meta(Orderable.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self):
        return str(self.pk)

    @property
    def works(self) -> bool:
        """Whether nothing is known against it."""
        return self.state == ContactState.WORKS

    @property
    def is_old(self) -> bool:
        """Whether nobody has verified it for a year, or ever."""
        return self.verified_on is None or self.verified_on < date.today() - OLD_AFTER


class MissionKind(models.TextChoices):
    """What kind of mission a state has in another."""

    EMBASSY = "embassy", _("Embassy")
    CONSULATE = "consulate", _("Consulate")
    MISSION = "mission", _("Mission to an international organisation")


class Mission(Target):
    """An embassy or consulate of a state in a host country."""

    kind = models.CharField(
        _("kind"), max_length=9, choices=MissionKind.choices, default=MissionKind.EMBASSY
    )
    host = CountryCodeField(_("host country"))
    covers = models.CharField(
        _("also for"),
        max_length=200,
        blank=True,
        help_text=_("Codes of other countries that it is accredited to: AT LI"),
    )

    class Meta:
        verbose_name = _("embassy or consulate")
        verbose_name_plural = _("embassies and consulates")
        indexes = [models.Index(fields=["host"], name="campaign_mission_host")]

    @property
    def covered(self) -> list[str]:
        """The codes of the other countries."""
        return self.covers.split()

    @property
    def host_name(self) -> str:
        """The host country in the reader's language."""
        return countries.name(self.host)


def missions_for(state: str, country: str) -> list[Mission]:
    """The missions of a state for who lives in a country: those in it, embassies first; where there
    is none, those that cover it from elsewhere."""
    missions = Mission.objects.filter(country=state, is_active=True).prefetch_related(
        "words", "contacts"
    )
    order = list(MissionKind.values)
    missions = sorted(missions, key=lambda mission: (order.index(mission.kind), mission.pk))
    there = [mission for mission in missions if mission.host == country]
    return there or [mission for mission in missions if country in mission.covered]
