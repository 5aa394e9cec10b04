"""What a currency of a fund lacks to be of use, though it can be saved."""

from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..models import Fund, FundCurrency
from . import currency_checks, minimums, money

#: Stripe does not serve Russia, and cards from there fail.
UNSERVED = frozenset(["RUB"])


def of_currency(row: FundCurrency, fund: Fund) -> list[tuple[str, str]]:
    """(field, what is wrong with it), in the reader's language; of what the fund offers."""
    found = []
    if row.currency in UNSERVED:
        said = _("Stripe doesn’t serve Russia, and cards from there fail. Offer another currency.")
        found.append(("currency", said))
    if minimums.is_under(row):
        said = _(
            "an account that is paid out in it takes no gift under %(least)s. Set the least to"
            " that, or Stripe refuses what is below it."
        )
        found.append(("minimum", said % {"least": minimums.said(row.currency)}))
    offers = {"monthly": fund.asks_monthly, "yearly": fund.asks_yearly}
    wrong = currency_checks.against(row).items()
    found += [(field, said) for field, said in wrong if offers.get(field, True)]
    try:
        money.to_minor(Decimal(row.fee_fixed), row.currency)
    except ValueError:
        said = _("nobody pays parts of it: the fixed fee counts as %(fee)s.")
        unit = money.per_unit(row.currency)
        whole = money.say(int(row.fee_fixed) * unit, row.currency, get_language() or "en")
        found.append(("fee_fixed", said % {"fee": whole}))
    return found
