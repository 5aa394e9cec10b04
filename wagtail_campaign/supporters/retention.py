"""What is kept and for how long: a table that the rooms fill, from the settings in force.

Each room says in its ``retention.py`` what it stores of people, and which job of ``campaign_work``
destroys it. The privacy page and the admin show the same table, in the reader's language.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from ..conf import conf


@dataclass(frozen=True)
class Row:
    """What is kept, why, and for how long, in the reader's language.

    ``job`` is the job of ``campaign_work`` that destroys it; "" where it goes by itself or stays.
    """

    what: str
    why: str
    how_long: str
    job: str


_kept: list[tuple[int, str, str, str, Callable[[], str]]] = []


def keeps(order: int, what, why, job: str = "") -> Callable:
    """Decorator for the function that says for how long something is kept, "" where it isn't kept.

    ``what`` and ``why`` are lazy translations; lower orders stand higher in the table.
    """

    def register(how_long: Callable[[], str]) -> Callable[[], str]:
        _kept.append((order, what, why, job, how_long))
        return how_long

    return register


def table() -> list[Row]:
    """All that is kept, with the settings in force; asks the database for nothing."""
    rows = [
        Row(str(what), str(why), said, job)
        for _order, what, why, job, how_long in sorted(_kept, key=lambda entry: entry[0])
        if (said := str(how_long()))
    ]
    return rows


def for_ever() -> str:
    """What is said of what stays."""
    return gettext("For ever")


def days(number: int) -> str:
    """ "14 days"."""
    return ngettext("%(number)s day", "%(number)s days", number) % {"number": number}


def hours(number: int) -> str:
    """ "2 hours"."""
    return ngettext("%(number)s hour", "%(number)s hours", number) % {"number": number}


def minutes(number: int) -> str:
    """ "10 minutes"."""
    return ngettext("%(number)s minute", "%(number)s minutes", number) % {"number": number}


def after_the_end() -> str:
    """ "6 months after the action has ended"; until it is erased where that is never done."""
    number = conf.FORGET_AFTER_MONTHS
    if not number:
        return gettext("Until you erase it")
    return ngettext(
        "%(number)s month after the action has ended",
        "%(number)s months after the action has ended",
        number,
    ) % {"number": number}
