"""What can be given to a fund, for a front end that draws the amounts itself: as numbers, in words,
and as links to the page with the amount chosen."""

from typing import Literal

from django.utils.translation import get_language
from ninja import Schema
from pydantic import Field

from ..actions.sites import absolute
from .amounts import prefilled
from .amounts.offers import INTERVALS, Offer, first_for
from .live import FundLive

Interval = Literal["", "month", "year"]
MINOR_UNITS = "In minor units, as all amounts: see “exponent”."


class Amount(Schema):
    """An amount that is offered; any other between minimum and maximum can be typed."""

    amount: int
    words: str = Field(examples=["€25"])
    url: str = Field(description="The page, with this amount chosen in its form.")


class Frequency(Schema):
    """How often one gives."""

    interval: Interval = Field(description="Empty for once.")
    words: str = Field(examples=["Each month"])
    amounts: list[Amount]


class Fees(Schema):
    """Who adds them adds (amount × percent / 100 + fixed) / (1 − percent / 100), rounded up to a
    “step”."""

    percent: str = Field(examples=["1.50"])
    fixed: int


class Currency(Schema):
    """What is offered in one currency."""

    currency: str = Field(description="ISO 4217.", examples=["EUR"])
    exponent: int = Field(description="How many digits of minor units are parts of one.")
    step: int = Field(description="By how much amounts can differ: a cent, a whole krona.")
    minimum: int = Field(description=MINOR_UNITS)
    maximum: int
    fees: Fees | None = Field(description="Null where donors aren’t asked to add them.")
    frequencies: list[Frequency]


class Options(Schema):
    """What can be given to a fund; ``currency`` is the one to show first."""

    language: str
    is_open: bool
    currency: str
    currencies: list[Currency]


def of_page(page, live: FundLive) -> dict:
    """The ``Options`` of a page, in the language that is active."""
    language = get_language()
    return {
        "language": language,
        "is_open": live.is_open,
        "currency": first_for(live.offers, language).currency,
        "currencies": [_currency(page, live, offer) for offer in live.offers],
    }


def _currency(page, live: FundLive, offer: Offer) -> dict:
    said = offer.as_json()
    return said | {
        "fees": said["fees"] if live.asks_fees else None,
        "frequencies": [
            {
                "interval": interval,
                "words": str(INTERVALS[interval]),
                "amounts": [_amount(page, offer, interval, amount) for amount in amounts],
            }
            for interval, amounts in offer.amounts
        ],
    }


def _amount(page, offer: Offer, interval: str, amount: int) -> dict:
    words, link = prefilled.said_and_linked(page, offer, interval, amount)
    return {"amount": amount, "words": words, "url": absolute(page, link) if link else ""}
