"""What comes out: a line for each budget."""

from dataclasses import dataclass


@dataclass
class Row:
    """One measurement beside its budget.

    ``cost`` and ``other`` are said as they are ("3.1 ms"); ``ratio`` is the first through the
    second. ``budget`` is the most it may be, or with ``at_least`` the least; None for a number that
    is only told.
    """

    what: str
    cost: str
    against: str
    other: str
    ratio: float
    budget: float | None = None
    at_least: bool = False

    @property
    def is_over(self) -> bool:
        if self.budget is None:
            return False
        return self.ratio < self.budget if self.at_least else self.ratio > self.budget

    def cells(self) -> list[str]:
        """What, cost, against, its cost, ratio, budget, verdict."""
        sign = "≥" if self.at_least else "≤"
        budget = f"{sign} {self.budget:.2f}" if self.budget is not None else ""
        verdict = "OVER" if self.is_over else "ok" if budget else ""
        ratio = f"{self.ratio:.2f}"
        return [self.what, self.cost, self.against, self.other, ratio, budget, verdict]


HEADINGS = ["what", "cost", "against", "its cost", "ratio", "budget", ""]


def table(rows: list[Row]) -> str:
    """The rows as a table of Markdown, so that it can be put into the documentation."""
    lines = [HEADINGS, *[row.cells() for row in rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    )


def ms(seconds: float) -> str:
    """Seconds as "3.14 ms"."""
    return f"{seconds * 1000:.2f} ms"
