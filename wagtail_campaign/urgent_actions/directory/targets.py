"""Targets: those to whom letters go, and what they are called.

One record for all languages, as an address that refuses mail does so in every language. What they
are called, how they are greeted and how their address is written is in it once for each language,
in any language that they read, whether the site speaks it or not. How they are reached is in
``contacts``; embassies among them are in ``missions``.
"""

import re
import secrets

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from ..country_codes import CountryCodeField, codes_in
from ..languages import MAX_LENGTH, best_of, check_language, check_languages

KEY = re.compile(r"[a-z0-9][a-z0-9._-]*")


def check_key(key: str) -> None:
    """Raises ``ValidationError`` where a key can't be one."""
    if not KEY.fullmatch(key):
        raise ValidationError(
            _("A key has small Latin letters, digits, dots and hyphens: kz-embassy-berlin"),
            code="key",
        )


def new_key() -> str:
    """A key for a target that was given none."""
    return secrets.token_hex(8)


class Target(ClusterableModel):
    """An office or official to whom letters are written.

    ``key`` stays the same wherever it is imported; see ``importing``.
    """

    key = models.CharField(
        max_length=60, unique=True, default=new_key, validators=[check_key], editable=False
    )
    country = CountryCodeField(
        # A country: what "state" says elsewhere is a condition.
        pgettext_lazy("country", "state"),
        help_text=_("Whose office it is; of an embassy, the state that sends it."),
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
        default_permissions = ("add", "change", "delete")

    @classmethod
    def shown(cls, ids):
        """Those of these ids with all that is shown of them: a queryset."""
        return cls.objects.filter(pk__in=ids).prefetch_related("words", "contacts").order_by("pk")

    def __str__(self):
        words = self.words_in("")
        return (words.title if words else "") or f"#{self.pk}"

    def clean(self):
        super().clean()
        self.reads = " ".join(codes_in(self.reads.lower()))

    @property
    def languages(self) -> list[str]:
        """The languages it reads, the best first."""
        return self.reads.split()

    def words_in(self, *languages: str) -> "TargetWords | None":
        """What it is called in the first of the languages that is known, or in any."""
        return best_of({words.language: words for words in self.words.all()}, *languages)

    def contact(self, kind: str):
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
        pgettext_lazy("person", "name"),
        max_length=120,
        blank=True,
        help_text=_("Of the official, if it is one."),
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
        default_permissions = ()
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
