"""Dates as editors type them, kept to years that every time zone and every database can reach."""

from django import forms
from django.core.exceptions import ValidationError

# A day off either end can't be turned into another time zone.
YEARS = range(1900, 9000)


def refuse_odd_years(value) -> None:
    """Validator for a moment, or a slice of two: raises ``ValidationError`` for a slip of the keys
    such as the year 1 or 9999."""
    moments = (value.start, value.stop) if isinstance(value, slice) else (value,)
    if any(moment and moment.year not in YEARS for moment in moments):
        raise ValidationError(forms.DateField.default_error_messages["invalid"], code="invalid")
