"""Moments counted by their day."""

from datetime import UTC, datetime, timedelta

from django.db.models import CharField, Count
from django.db.models.functions import Cast, Substr
from django.utils import timezone


def day_of(column: str):
    """The day of a moment in a query, as text ("2026-11-24"), in UTC: databases without time zone
    tables can't truncate a moment."""
    return Substr(Cast(column, CharField()), 1, 10)


def by(records, column: str) -> dict:
    """How many of a queryset there are of each value of a column."""
    return dict(records.order_by().values_list(column).annotate(Count("pk")).order_by(column))


def by_day(records, column: str) -> dict[str, int]:
    """How many of a queryset there are of each day: {"2026-11-24": 12}."""
    return by(records.annotate(day=day_of(column)), "day")


def latest(number: int) -> list[str]:
    """The latest days, today the last, as ``day_of`` writes them."""
    today = timezone.now().astimezone(UTC).date()
    return [str(today - timedelta(days=ago)) for ago in reversed(range(number))]


def beginning(day: str) -> datetime:
    """The moment at which a day begins."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC)
