"""All gifts of a year in a session of ``/me``, by JSON."""

from datetime import datetime
from typing import Annotated

from ninja import Path, Router, Schema
from pydantic import Field

from ...headless import problems
from ...headless.answers import PageHead, ProblemDocument, answers
from ...headless.me import inside
from ...headless.pages import named
from ..amounts import money
from ..options import MINOR_UNITS
from . import statement

router = Router(tags=["My actions"])
#: A year that a gift can be of.
Year = Annotated[int, Path(ge=1, le=9999)]


class Years(Schema):
    """The years in which something was paid, the latest first."""

    years: list[int]


class StatementGift(Schema):
    """A gift of the year."""

    number: int
    day: datetime
    amount: int = Field(description=MINOR_UNITS)
    currency: str
    exponent: int
    page: PageHead | None


class Returned(Schema):
    """Money that went back in the year."""

    number: int = Field(description="Of the gift that it is of.")
    day: datetime
    amount: int
    currency: str
    exponent: int
    by_bank: bool = Field(description="Taken back by the bank, not given back by the campaign.")


class Sum(Schema):
    """Of one currency; what is kept may be below zero."""

    currency: str
    exponent: int
    given: int
    returned: int
    kept: int


class Statement(Schema):
    """All gifts of a year. No receipt for the tax office."""

    year: int
    address: str
    is_test: bool
    gifts: list[StatementGift]
    returned: list[Returned]
    sums: list[Sum]


@router.get(
    "/gifts", auth=inside, response={200: Years, 401: ProblemDocument}, url_name="api_me_years"
)
def years(request):
    """Of which years there is a statement."""
    return {"years": statement.years(request.auth.keys)}


@router.get(
    "/gifts/{year}",
    auth=inside,
    response=answers((200, Statement), 401, 422),
    url_name="api_me_statement",
)
def yearly(request, year: Year):
    """All gifts of a year; 404 where there is none."""
    keys = request.auth.keys
    found = statement.of_year(year, keys)
    if not found.gifts and not found.returned:
        raise problems.unknown()
    return {
        "year": year,
        "address": statement.address(keys),
        "is_test": found.is_test,
        "gifts": [
            {
                "number": gift.pk,
                "day": gift.paid_at,
                "amount": gift.amount,
                **_currency(gift.currency),
                "page": named(gift.page),
            }
            for gift in found.gifts
        ],
        "returned": [
            {
                "number": one.gift.pk,
                "day": one.day,
                "amount": one.amount,
                **_currency(one.gift.currency),
                "by_bank": one.by_bank,
            }
            for one in found.returned
        ],
        "sums": [
            {
                **_currency(one.currency),
                "given": one.given,
                "returned": one.returned,
                "kept": one.kept,
            }
            for one in found.sums
        ],
    }


def _currency(currency: str) -> dict:
    return {"currency": currency, "exponent": money.exponent(currency)}
