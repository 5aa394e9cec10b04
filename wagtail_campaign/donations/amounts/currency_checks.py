"""What an editor says of a currency that a fund takes, and what is wrong with it."""

from decimal import Decimal

from django.utils.translation import gettext as _

from ...actions import words
from . import money

#: The fields with amounts to choose from.
AMOUNTS = ("once", "monthly", "yearly")
#: Per cent: no payment costs more, and the sum of a gift and its fees stays a sum.
HIGHEST_FEE = 25


def against(row) -> dict[str, str]:
    """What one field alone can't tell of a ``FundCurrency``: {field: what is wrong}."""
    wrong = _against_fees(row)
    if row.minimum and row.maximum and row.maximum < row.minimum:
        wrong["maximum"] = _("The most is less than the least.")
    elif row.maximum and not wrong and row.maximum > (most := most_of(row)):
        said = _("At most %(number)s: with the fees that donors may add, Stripe takes no more.")
        wrong["maximum"] = said % {"number": words.number(most)}
    for name in AMOUNTS if not wrong else ():
        if said := _against_amounts(getattr(row, name), row.minimum, row.maximum):
            wrong[name] = said
    if row.rate is not None and row.rate <= 0:
        wrong["rate"] = _("Say what one is worth, or leave it empty.")
    if row.rate and not row.rate_on:
        wrong["rate_on"] = _("Say of which day it is: the page shows it.")
    return wrong


def _against_fees(row) -> dict[str, str]:
    wrong = {}
    if row.fee_percent is not None and not 0 <= row.fee_percent <= HIGHEST_FEE:
        wrong["fee_percent"] = _("From 0 to %(most)s.") % {"most": HIGHEST_FEE}
    if row.fee_fixed is not None and row.fee_fixed < 0:
        wrong["fee_fixed"] = _("Nothing below 0.")
    return wrong


def most_of(row) -> int:
    """The greatest gift in the currency of a ``FundCurrency``, in whole units, whose sum with its
    fees Stripe takes at once."""
    if not row.currency or row.fee_percent is None or row.fee_fixed is None:
        return row.maximum
    unit = money.per_unit(row.currency)
    share = 1 - Decimal(row.fee_percent) / 100
    # As ``Offer.fees_on``, which rounds up to whole units in some currencies.
    return int((money.most(row.currency) - unit) * share / unit - Decimal(row.fee_fixed))


def _against_amounts(text: str, minimum: int | None, maximum: int | None) -> str:
    """What is wrong with amounts to choose from, "" for nothing."""
    parts = text.split()
    if not all(part.isascii() and part.isdecimal() and len(part) < 10 for part in parts):
        return _("Write whole numbers, parted by spaces: 10 25 50")
    amounts = [int(part) for part in parts]
    if len(set(amounts)) < len(amounts):
        return _("An amount stands there twice.")
    if minimum and maximum:
        outside = [amount for amount in amounts if not minimum <= amount <= maximum]
        if outside:
            said = _("%(amount)s isn’t between the least and the most.")
            return said % {"amount": outside[0]}
    return ""
