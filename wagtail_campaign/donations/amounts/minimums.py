"""The least that Stripe takes, of accounts that are paid out in a currency.

https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts: it is the currency of the
account that decides. What is given in another has to be worth as much, at the rate of the day.
"""

from django.utils.translation import get_language

from ..models import FundCurrency
from . import money

#: In minor units.
LEAST = {
    "AED": 200,
    "AUD": 50,
    "BRL": 50,
    "CAD": 50,
    "CHF": 50,
    "CZK": 1500,
    "DKK": 250,
    "EUR": 50,
    "GBP": 30,
    "HKD": 400,
    "HUF": 17500,
    "INR": 50,
    "JPY": 50,
    "MXN": 1000,
    "MYR": 200,
    "NOK": 300,
    "NZD": 50,
    "PLN": 200,
    "RON": 200,
    "SEK": 300,
    "SGD": 50,
    "THB": 1000,
    "USD": 50,
}


def is_under(row: FundCurrency) -> bool:
    """Whether a fund offers to take less than Stripe does."""
    return row.minimum * money.per_unit(row.currency) < LEAST.get(row.currency, 0)


def said(currency: str) -> str:
    """The least of a currency in the reader's words."""
    return money.say(LEAST[currency], currency, get_language() or "en")
