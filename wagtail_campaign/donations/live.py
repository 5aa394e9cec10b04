"""The public side of a fund."""

from dataclasses import dataclass, field
from datetime import date

from ..actions import goals, tallies
from ..actions.live import Live
from ..conf import conf
from ..embeds import origins
from . import ledger
from .amounts import money, offers
from .amounts.offers import Offer
from .models import Donation, Fund, FundCurrency
from .states import DonationState
from .stripe_api import gateway


@dataclass(frozen=True)
class FundLive(Live):
    """``count`` and ``goal`` are whole units of ``goal_currency``: what was paid, in all currencies
    whose worth the editor has said. The amounts are in minor units, each in its own currency."""

    goal_currency: str = "EUR"
    offers: tuple[Offer, ...] = ()
    asks_fees: bool = True
    #: (currency, amount): what the campaign has, what is on its way, and what was given back.
    paid: list[tuple[str, int]] = field(default_factory=list)
    processing: list[tuple[str, int]] = field(default_factory=list)
    refunded: list[tuple[str, int]] = field(default_factory=list)
    #: How many gifts were paid.
    gifts: int = 0
    #: Of the oldest rate that the total is reckoned by; None where there is one currency.
    rates_of: date | None = None

    def as_json(self) -> dict:
        """As of every action, and the ``currency`` of count and goal, the number of ``gifts``."""
        return super().as_json() | {"currency": self.goal_currency, "gifts": self.gifts}


def read(fund: Fund | None) -> FundLive:
    """The fund as it stands, in four queries; the default settings for None."""
    fund = fund or Fund()
    counts = tallies.by_metric(fund.key) if fund.pk else {}
    sums = ledger.amounts(counts, gateway.is_live())
    currencies = offers.currencies_of(fund)
    rates = {row.currency: row for row in currencies}
    reckoned, rates_of = total(fund.goal_currency, sums[ledger.PAID], rates)
    return FundLive(
        state=fund.state,
        opens_at=fund.opens_at,
        closes_at=fund.closes_at,
        goal=goals.shown(fund.goal, fund.raises_goal, reckoned),
        count=reckoned,
        version=fund.version,
        embed_origins=origins.listed(fund.embed_origins),
        asks=fund.asks(),
        latest=_latest(fund) if fund.pk and fund.shows_donors else [],
        goal_currency=fund.goal_currency,
        offers=offers.of_fund(fund, currencies),
        asks_fees=fund.asks_fees,
        paid=sums[ledger.PAID],
        processing=sums[ledger.PROCESSING],
        refunded=sums[ledger.REFUNDED],
        gifts=sum(number for _currency, number in sums[ledger.GIFTS]),
        rates_of=rates_of,
    )


def total(
    goal_currency: str, paid: list[tuple[str, int]], rates: dict[str, FundCurrency]
) -> tuple[int, date | None]:
    """What was paid, in whole units of the goal's currency, by the editor's rates: {currency: row
    of the fund}; and of which day the oldest rate is, None where none was used."""
    reckoned, dates = 0, []
    for currency, amount in paid:
        row = rates.get(currency)
        if currency == goal_currency:
            reckoned += money.to_major(amount, currency)
        elif row and row.rate:
            reckoned += money.to_major(amount, currency) * row.rate
            dates.append(row.rate_on)
    return int(reckoned), min(filter(None, dates), default=None)


def _latest(fund: Fund) -> list[tuple[str, str]]:
    """(public name, dedication) of the latest donors who say so, the newest first."""
    shown = Donation.objects.filter(fund=fund, state=DonationState.PAID).exclude(public_name="")
    latest = shown.order_by("-paid_at")[: conf.LATEST_SIGNERS]
    return list(latest.values_list("public_name", "dedication"))
