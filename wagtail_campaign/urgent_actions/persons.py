"""Persons of concern: who is in danger, how they are called, and what may be told of them.

One record for all languages: whom it is about, what they agreed to and how they are act at once
everywhere. Names are in it once for each language, with the cases that letters need.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from .languages import MAX_LENGTH, best_of, check_language

#: The cases beside the nominative, by the names that stand in placeholders: {person:genitive}.
CASES = {
    "genitive": _("genitive (кого? кімнің?)"),
    "dative": _("dative (кому? кімге?)"),
    "accusative": _("accusative (кого? кімді?)"),
    "instrumental": _("instrumental (кем? кіммен?)"),
    "locative": _("prepositional, locative (о ком? кімде?)"),
    "ablative": _("ablative (кімнен?)"),
}


class Status(models.TextChoices):
    """How a person is, as far as the campaign knows."""

    DANGER = "danger", _("In danger")
    DETAINED = "detained", _("Detained")
    ON_TRIAL = "on_trial", _("On trial")
    SENTENCED = "sentenced", _("Sentenced")
    MISSING = "missing", _("Missing")
    RELEASED = "released", _("Released")
    DEAD = "dead", _("Dead")


class Person(ClusterableModel):
    """A person of concern. ``str()`` is the id: logs keep strings for ever."""

    status = models.CharField(
        _("status"), max_length=9, choices=Status.choices, default=Status.DANGER
    )
    consent_by = models.CharField(
        _("who agreed to publication"),
        max_length=200,
        blank=True,
        help_text=_(
            "The person, a relative, a lawyer; and how you know. Without it no page about them can"
            " be published. It is never shown."
        ),
    )
    consent_on = models.DateField(_("agreed on"), null=True, blank=True)
    look_again_on = models.DateField(
        _("look again on"),
        null=True,
        blank=True,
        help_text=_("When to ask whether they still agree. After that day editors are warned."),
    )
    never_mention = models.TextField(
        _("never mention"),
        blank=True,
        help_text=_(
            "Words that could harm them, one a line: names of children, an illness, a party."
            " Templates with one of them are refused, and letters wait for you. Write the part"
            " that stays the same in all cases. It is never shown."
        ),
    )

    class Meta:
        verbose_name = _("person of concern")
        verbose_name_plural = _("persons of concern")
        default_permissions = ("add", "change", "delete")

    def __str__(self):
        return f"#{self.pk}"

    @property
    def name(self) -> str:
        """The name as the reader knows it, to be shown and never to be logged."""
        words = self.words_in("")
        return words.name if words else str(self)

    def clean(self):
        super().clean()
        if bool(self.consent_by) != bool(self.consent_on):
            missing = "consent_on" if self.consent_by else "consent_by"
            raise ValidationError({missing: _("Say both who agreed and when.")}, code="half")

    @property
    def has_agreed(self) -> bool:
        """Whether somebody who may has agreed to publication."""
        return bool(self.consent_by and self.consent_on)

    @property
    def is_to_be_asked_again(self) -> bool:
        """Whether the day to look again has come."""
        return bool(self.look_again_on and self.look_again_on <= date.today())

    @property
    def mentions(self) -> list[str]:
        """What must never be mentioned."""
        return [line.strip() for line in self.never_mention.splitlines() if line.strip()]

    def words_in(self, language: str) -> "PersonWords | None":
        """The name in a language, or in one that there is."""
        return best_of({words.language: words for words in self.words.all()}, language)


class PersonWords(Orderable):
    """How a person is called and told of, in one language."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="words")
    language = models.CharField(
        _("language"), max_length=MAX_LENGTH, validators=[check_language], help_text="kk, ru, en …"
    )
    # That of somebody: things have another word for it in Russian.
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120)
    genitive = models.CharField(CASES["genitive"], max_length=120, blank=True)
    dative = models.CharField(CASES["dative"], max_length=120, blank=True)
    accusative = models.CharField(CASES["accusative"], max_length=120, blank=True)
    instrumental = models.CharField(CASES["instrumental"], max_length=120, blank=True)
    locative = models.CharField(CASES["locative"], max_length=120, blank=True)
    ablative = models.CharField(CASES["ablative"], max_length=120, blank=True)
    story = models.TextField(
        _("what may be told"),
        max_length=1000,
        blank=True,
        help_text=_("In two sentences, for the page. Only what they agreed to."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("name in a language")
        verbose_name_plural = _("names in each language")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "language"], name="campaign_person_language")
        ]

    def __str__(self):
        return str(self.pk)

    def in_case(self, case: str) -> str:
        """The name in a case ("genitive"), "" where it isn't known; in none, the name itself."""
        return getattr(self, case) if case else self.name
