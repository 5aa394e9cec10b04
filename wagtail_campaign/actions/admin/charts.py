"""Charts as the server draws them: the shapes and the table that stands beside them."""

from dataclasses import dataclass
from datetime import date, timedelta

from .. import words

HEIGHT = 100
WIDE = 10
# So many columns are told apart at a glance.
MOST_COLUMNS = 62


@dataclass(frozen=True)
class Column:
    """One column of a chart over time: what it is of, how many, and its shape in the drawing."""

    label: str
    number: int
    x: int
    y: float
    height: float


@dataclass(frozen=True)
class Bar:
    """One row of a table with bars: what it is of, how many, and its share in per cent."""

    label: str
    number: int
    share: int
    #: Of the longest bar of the table, for the drawing.
    length: int


def over_time(days: dict[str, int]) -> list[Column]:
    """Columns for {"2026-11-24": 12, …}, gaps included: days, weeks or months, as they fit."""
    counted = sorted((date.fromisoformat(day), number) for day, number in days.items())
    if not counted:
        return []
    first, last = counted[0][0], counted[-1][0]
    start_of, next_of, label = _unit((last - first).days)
    numbers, start = {}, start_of(first)
    while start <= last:
        numbers[start] = 0
        start = next_of(start)
    for day, number in counted:
        numbers[start_of(day)] += number
    highest = max(numbers.values()) or 1
    return [
        Column(
            label=label(start),
            number=number,
            x=place * WIDE,
            y=round(HEIGHT - number * HEIGHT / highest, 2),
            height=round(number * HEIGHT / highest, 2),
        )
        for place, (start, number) in enumerate(numbers.items())
    ]


def drawn(columns: list[Column]) -> dict:
    """What ``admin/chart.html`` draws of columns; there is one at least."""
    return {
        "columns": columns,
        "width": len(columns) * WIDE,
        "height": HEIGHT,
        "highest": max(column.number for column in columns),
    }


def _unit(days: int):
    """How a day finds its column, the next one, and what a column is called."""
    if days < MOST_COLUMNS:
        return (lambda day: day), (lambda start: start + timedelta(days=1)), words.day
    if days < MOST_COLUMNS * 7:
        return (
            (lambda day: day - timedelta(days=day.weekday())),
            (lambda start: start + timedelta(days=7)),
            words.day,
        )
    return (
        (lambda day: day.replace(day=1)),
        (lambda start: (start + timedelta(days=32)).replace(day=1)),
        words.month,
    )


def in_order(numbers: dict[str, int], name) -> list[Bar]:
    """Rows for {code: number} as they stand: months, one after the other."""
    return _bars([(name(code), number) for code, number in numbers.items()])


def bars(numbers: dict[str, int], name, small: int = 0, rest: str = "") -> list[Bar]:
    """Rows for {code: number}, most first; ``name`` says a code in words.

    Those below ``small`` are summed up in one last row, called ``rest`` ("Others (%(count)s)").
    """
    ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = [(name(code), number) for code, number in ordered if number >= small]
    others = [number for _code, number in ordered if number < small]
    if others:
        shown.append((rest % {"count": words.number(len(others))}, sum(others)))
    return _bars(shown)


def _bars(shown: list[tuple[str, int]]) -> list[Bar]:
    total = sum(number for _, number in shown)
    longest = max((number for _, number in shown), default=1)
    return [
        Bar(label, number, round(number * 100 / total), round(number * 100 / longest))
        for label, number in shown
    ]
