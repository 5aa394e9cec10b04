"""Forgetting people, while what they did still counts."""

from datetime import datetime

from .models import Supporter


def erase_supporter(supporter_id: int | None) -> None:
    """Deletes what one person told us for one act, with their consents; their mails lose them."""
    if supporter_id:
        Supporter.objects.filter(pk=supporter_id).delete()


def month_of(moment: datetime | None) -> datetime | None:
    """The first moment of a month (UTC): as much of a date as is kept."""
    return moment and moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
