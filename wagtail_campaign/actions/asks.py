"""Whether the form of an action asks for something, as a setting of the action."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Ask(models.TextChoices):
    """Whether a form asks for something."""

    OFF = "off", _("Not asked")
    OPTIONAL = "optional", _("Optional")
    REQUIRED = "required", _("Required")


def ask(label, default: Ask, help_text="") -> models.CharField:
    """A setting that says whether the form asks for something."""
    return models.CharField(
        label, max_length=8, choices=Ask.choices, default=default, help_text=help_text
    )
