"""What a fund offers in one currency, ready for the form: amounts in minor units."""

from dataclasses import dataclass
from decimal import ROUND_UP, Decimal

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ...conf import conf
from ..models import Fund, FundCurrency
from . import money

#: How often somebody may give, as Stripe calls the interval; "" is once.
INTERVALS = {"": _("Once"), "month": _("Each month"), "year": _("Each year")}


@dataclass(frozen=True)
class Offer:
    """``amounts``: {interval: minor units, …} as pairs, so that a form can be kept by it."""

    currency: str
    minimum: int
    maximum: int
    fee_percent: Decimal
    fee_fixed: int
    amounts: tuple[tuple[str, tuple[int, ...]], ...]

    def fees_on(self, amount: int) -> int:
        """What has to be added so that an amount arrives whole: the fees of the sum of both."""
        share = self.fee_percent / 100
        added = (amount * share + self.fee_fixed) / (1 - share)
        return int((added / self._step).to_integral_value(ROUND_UP)) * self._step

    @property
    def _step(self) -> int:
        """The least by which an amount can differ, in minor units: a cent, a whole krona."""
        return money.per_unit(self.currency) if money.decimals(self.currency) == 0 else 1

    def as_json(self) -> dict:
        """For a front end that draws the form itself. All amounts are in minor units: ``exponent``
        says how many digits of them are parts of one, ``step`` by how much they can differ.

        The fees on an amount are (amount × percent / 100 + fixed) / (1 − percent / 100), rounded up
        to a step.
        """
        return {
            "currency": self.currency,
            "exponent": money.exponent(self.currency),
            "step": self._step,
            "minimum": self.minimum,
            "maximum": self.maximum,
            "fees": {"percent": str(self.fee_percent), "fixed": self.fee_fixed},
            "amounts": [
                {"interval": interval, "amounts": list(amounts)}
                for interval, amounts in self.amounts
            ],
        }


def each_time(amount: str, interval: str) -> str:
    """An amount that is given again and again, in words."""
    pattern = gettext("%(amount)s each month")
    if interval == "year":
        pattern = gettext("%(amount)s each year")
    return pattern % {"amount": amount}


def intervals_of(fund: Fund) -> tuple[str, ...]:
    """How often a fund lets people give."""
    offered = {"": True, "month": fund.asks_monthly, "year": fund.asks_yearly}
    return tuple(interval for interval, is_offered in offered.items() if is_offered)


def currencies_of(fund: Fund) -> list[FundCurrency]:
    """Those that a fund takes, in its order; one query. Without any it takes that of its goal, with
    the amounts of a new one."""
    currencies = list(fund.currencies.all()) if fund.pk else []
    return currencies or [FundCurrency(currency=fund.goal_currency)]


def of_fund(fund: Fund, currencies: list[FundCurrency]) -> tuple[Offer, ...]:
    """What a fund offers in its currencies."""
    return tuple(_offer(row, intervals_of(fund)) for row in currencies)


def _offer(row: FundCurrency, intervals: tuple[str, ...]) -> Offer:
    unit = money.per_unit(row.currency)
    texts = {"": row.once, "month": row.monthly, "year": row.yearly}
    return Offer(
        currency=row.currency,
        minimum=row.minimum * unit,
        maximum=row.maximum * unit,
        fee_percent=Decimal(row.fee_percent),
        fee_fixed=int(Decimal(row.fee_fixed) * unit),
        amounts=tuple(
            (interval, tuple(int(text) * unit for text in texts[interval].split()))
            for interval in intervals
        ),
    )


def first_for(offers: tuple[Offer, ...], language: str) -> Offer:
    """What a form shows first: the currency that the site gives a language, or the fund's first."""
    wanted = conf.CURRENCIES.get(language)
    return next((offer for offer in offers if offer.currency == wanted), offers[0])
