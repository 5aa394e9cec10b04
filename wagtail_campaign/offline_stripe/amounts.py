"""Which amounts Stripe takes (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).

All are whole numbers of the currency's minor unit.
"""

from decimal import Decimal

from babel import Locale
from babel.numbers import format_currency

from .errors import Refused

#: The least that is charged. Of a currency that isn't listed, Stripe takes what 0.50 USD are worth
#: that day; for KZT this is a rough value.
MINIMUMS = {
    "aed": 200,
    "aud": 50,
    "bgn": 100,
    "brl": 50,
    "cad": 50,
    "chf": 50,
    "czk": 1500,
    "dkk": 250,
    "eur": 50,
    "gbp": 30,
    "hkd": 400,
    "huf": 17500,
    "inr": 50,
    "jpy": 50,
    "kzt": 25000,
    "mxn": 1000,
    "myr": 200,
    "nok": 300,
    "nzd": 50,
    "pln": 200,
    "ron": 200,
    "sek": 300,
    "sgd": 50,
    "thb": 1000,
    "usd": 50,
}
#: Their minor unit is the whole one (https://docs.stripe.com/currencies#zero-decimal).
ZERO_DECIMALS = frozenset(
    ["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga"]
    + ["pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"]
)
#: Eight digits.
MOST = 99_999_999


def check_currency(code: str, param: str) -> str:
    """A three-letter code, in lower case. Raises ``Refused``."""
    if code.upper() not in Locale("en").currencies or code != code.lower():
        raise Refused(f"Invalid currency: {code}.", param=param)
    return code


def check(amount: int, param: str) -> int:
    """An amount that can be a price. Raises ``Refused``."""
    if amount < 0:
        said = "This value must be greater than or equal to 0."
        raise Refused(said, code="parameter_invalid_integer", param=param)
    if amount > MOST:
        said = f"This value must be no more than {MOST}."
        raise Refused(said, code="amount_too_large", param=param)
    return amount


def check_total(amount: int, currency: str) -> int:
    """An amount that can be charged. Raises ``Refused``."""
    least = MINIMUMS.get(currency, 1)
    if amount < least:
        said = f"The total amount must be at least {least} ({currency})."
        raise Refused(said, code="amount_too_small")
    if amount > MOST:
        said = f"The total amount must be no more than {MOST} ({currency})."
        raise Refused(said, code="amount_too_large")
    return amount


def written(amount: int, currency: str, language: str) -> str:
    """An amount as a reader of a language writes it: "25,00 €"."""
    exponent = 0 if currency in ZERO_DECIMALS else -2
    return format_currency(Decimal(amount).scaleb(exponent), currency.upper(), locale=language)
