"""How the site history tells what editors changed in the live settings of an action."""

from django.db import models
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from . import words
from .logs import register


@register("campaign.settings")
class Changed(LogFormatter):
    """``changes`` is {field: [before, after]}; of what points to others the ids."""

    label = gettext_lazy("Change the live settings")

    def format_message(self, log_entry):
        model = log_entry.content_type.model_class()
        changes = log_entry.data.get("changes", {})
        said = "; ".join(_change(model, name, *values) for name, values in changes.items())
        return _("Changed the live settings: %(changes)s") % {"changes": said}


def _change(model, name: str, was, now) -> str:
    field = model._meta.get_field(name)
    return f"{field.verbose_name}: {_said(field, was)} → {_said(field, now)}"


def _said(field, value) -> str:
    """A setting as an editor reads it; moments are kept as ISO 8601."""
    if value in (None, "", []):
        return "–"
    if isinstance(value, list):
        return ", ".join(f"#{pk}" for pk in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(field, models.DateTimeField):
        return words.moment(parse_datetime(value))
    if isinstance(value, int):
        return words.number(value)
    return str(dict(field.flatchoices).get(value, value))
