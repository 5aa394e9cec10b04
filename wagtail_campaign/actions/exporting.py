"""Records as rows of a table: at the same memory whether there are a hundred or a million.

Rows are read by id, a batch at a time, without model instances; so no cursor stays open, and it
works the same behind a connection pool. Whatever an editor's language says is looked up before
the first row: the stream is drawn when the request's language is over.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache

from django.db import connection
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.utils import timezone

from ..supporters.models import Consent, Purpose

BATCH = 2000
# Characters of a moment up to the minute, "2026-11-24 10:15", to the hour, and to the month, which
# is all that is known of an erased record.
MINUTE, HOUR, MONTH = 16, 13, 7
NO_CONSENTS = [""] * len(Purpose)


def batches(queryset, fields) -> Iterator[tuple]:
    """The rows of a queryset by id, some thousands at a time; the id is the first field.

    Each comes as a queryset of those rows and the list of their values.
    """
    rows, last = queryset.order_by("pk"), 0
    while batch := list(rows.filter(pk__gt=last).values_list(*fields)[:BATCH]):
        first, last = batch[0][0], batch[-1][0]
        yield queryset.filter(pk__range=(first, last)), batch


def text(field: str) -> Cast:
    """A moment as the database writes it: "2026-11-24 10:15:00…", on each of them."""
    return Cast(field, CharField())


def editors_clock() -> Callable[[str], str]:
    """A function from a minute as the database writes it to the editor's time."""
    return _clock(connection.timezone, timezone.get_current_timezone())


def _clock(kept_in, read_in) -> Callable[[str], str]:
    """Turning the text of each hour once costs a tenth of a datetime object for each row."""
    if kept_in is None:
        return str

    def exactly(minute: str) -> str:
        moment = datetime.fromisoformat(minute).replace(tzinfo=kept_in)
        return f"{moment.astimezone(read_in):%Y-%m-%d %H:%M}"

    @lru_cache(maxsize=1000)
    def turned(hour: str) -> str:
        first, last = exactly(f"{hour}:00"), exactly(f"{hour}:59")
        # "" where zones are not whole hours apart, or the clocks are changed within the hour.
        return first[:HOUR] if last == f"{first[:HOUR]}:59" else ""

    def turn(minute: str) -> str:
        hour = turned(minute[:HOUR])
        return hour + minute[HOUR:] if hour else exactly(minute)

    return turn


def consents(records, supporters: list, turn: Callable, withdrawn: str) -> dict[int, list[str]]:
    """When supporters agreed to each purpose, in order; ``withdrawn`` is said of those taken back.

    They are given twice: as a queryset of their records, so that the database picks the rows, and
    by their ids, so that it looks through those of a range only.
    """
    given = Consent.objects.filter(
        Exists(records.filter(supporter=OuterRef("supporter"))),
        supporter__gte=min(supporters),
        supporter__lte=max(supporters),
    )
    places = {purpose.value: place for place, purpose in enumerate(Purpose)}
    found = {}
    for supporter, purpose, given_at, withdrawn_at in given.order_by("pk").values_list(
        "supporter", "purpose", text("given_at"), text("withdrawn_at")
    ):
        said = turn(given_at[:MINUTE])
        if withdrawn_at:
            said = withdrawn % {"date": turn(withdrawn_at[:MINUTE])}
        found.setdefault(supporter, list(NO_CONSENTS))[places[purpose]] = said
    return found
