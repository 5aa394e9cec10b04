"""Contacts: how a target is reached, how that is known, and whether it still holds."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from ...supporters import addresses
from .targets import Target

#: After that a contact that nobody has verified is said to be old.
OLD_AFTER = timedelta(days=365)


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


def check_value(kind: str, value: str) -> None:
    """Raises ``ValidationError`` for the "value" of a contact that doesn't fit its kind."""
    problem = ""
    if kind != ContactKind.POST and not value:
        problem = _("Say the address, number or link.")
    elif kind == ContactKind.EMAIL:
        try:
            addresses.clean_address(value)
        except ValueError:
            problem = _("Write the e-mail address like this: name@example.org")
    elif kind in {ContactKind.FORM, ContactKind.SOCIAL}:
        try:
            URLValidator(["http", "https"])(value)
        except ValidationError:
            problem = _("Write the whole link, with https:// at its start.")
    if problem:
        raise ValidationError({"value": problem})


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
    # When the next letter may go there: see ``queue``.
    free_at = models.DateTimeField(null=True, editable=False)

    class Meta(Orderable.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        default_permissions = ()

    def __str__(self):
        return str(self.pk)

    def clean(self):
        super().clean()
        if self.kind:
            check_value(self.kind, self.value)

    @property
    def works(self) -> bool:
        """Whether nothing is known against it."""
        return self.state == ContactState.WORKS

    @property
    def is_old(self) -> bool:
        """Whether nobody has verified it for a year, or ever."""
        return self.verified_on is None or self.verified_on < date.today() - OLD_AFTER
