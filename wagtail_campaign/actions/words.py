"""Dates, numbers and languages as an editor reads them, in the editor's own language (CLDR)."""

from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal, format_percent
from django.utils import timezone

from ..supporters.countries import babel_locale


def moment(moment: datetime | None) -> str:
    """A date and time in the editor's time zone, "" for None."""
    if moment is None:
        return ""
    local, locale = timezone.localtime(moment), babel_locale()
    return f"{format_date(local, 'medium', locale)}, {format_time(local, 'short', locale=locale)}"


def day(day: date) -> str:
    """A day of the calendar."""
    return format_date(day, "medium", babel_locale())


def local_day(moment: datetime | None) -> str:
    """The day of a moment in the editor's time zone, "" for None."""
    return format_date(timezone.localtime(moment), "long", babel_locale()) if moment else ""


def month(moment: datetime) -> str:
    """A month of a year."""
    return format_skeleton("yMMMM", moment, locale=babel_locale())


def number(value: int) -> str:
    """A number with its thousands apart."""
    return format_decimal(value, locale=babel_locale())


def percent(value: int) -> str:
    """So many of a hundred."""
    return format_percent(Decimal(value) / 100, locale=babel_locale())


def language(code: str) -> str:
    """The name of a language."""
    return babel_locale().languages.get(code.replace("-", "_"), code)
