"""The end of an action, and when those who acted are forgotten after it."""

import calendar
from datetime import datetime

from django.utils import timezone

from ..conf import conf
from .models import Action


def note(actions) -> int:
    """Writes down the end of those of a queryset of actions whose closing date has come.

    What editors change is noted by ``Action.save``. It is the moment at which the end was seen, not
    the date: whoever types a wrong year, or brings an old site up to date, has all the months left.
    """
    now = timezone.now()
    return actions.filter(ended_at=None, closes_at__lte=now).update(ended_at=now)


def forgets_on(action: Action) -> datetime | None:
    """When those who acted are forgotten; None while it goes on, and where that is never done."""
    if not conf.FORGET_AFTER_MONTHS or not action.ended_at:
        return None
    return months_later(action.ended_at, conf.FORGET_AFTER_MONTHS)


def months_later(moment: datetime, months: int) -> datetime:
    """The same day some months later, or the last day of a month that is too short."""
    years, month = divmod(moment.month - 1 + months, 12)
    year, month = moment.year + years, month + 1
    last = calendar.monthrange(year, month)[1]
    return moment.replace(year=year, month=month, day=min(moment.day, last))


def due(actions) -> list[Action]:
    """Those of a queryset of actions whose time has come, and that still hold who acted."""
    waiting = actions.filter(ended_at__isnull=False, forgotten_at=None).order_by("pk")
    return [action for action in waiting if is_due(action)]


def is_due(action: Action) -> bool:
    """Whether who acted is to be forgotten by now, or has been."""
    then = forgets_on(action)
    return bool(action.forgotten_at or then and then <= timezone.now())
