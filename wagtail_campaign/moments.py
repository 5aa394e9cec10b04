"""Moments as other programs read them."""

from datetime import UTC, datetime


def said(when: datetime | None) -> str | None:
    """A moment to the second, in UTC: "2014-03-20T21:04:31Z"; None without one."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else None
