"""Money: integers in minor units, with a table of our own, and Babel to write them.

"Minor units" are what Stripe counts in: cents, tiyn, whole yen
(https://docs.stripe.com/currencies).
"""

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from babel import Locale
from babel.numbers import (
    format_currency,
    format_decimal,
    get_currency_name,
    get_currency_symbol,
    get_group_symbol,
)
from django.conf import settings

from ...supporters.countries import babel_locale

#: What Stripe takes: https://docs.stripe.com/currencies#presentment-currencies
# fmt: off
CURRENCIES = frozenset([
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT",
    "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF",
    "CLP", "CNY", "COP", "CRC", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ETB", "EUR",
    "FJD", "FKP", "GBP", "GEL", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF",
    "IDR", "ILS", "INR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KRW", "KWD",
    "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT",
    "MOP", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD",
    "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF",
    "SAR", "SBD", "SCR", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "STD", "SZL", "THB", "TJS",
    "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VND", "VUV",
    "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW",
])
#: Counted whole: https://docs.stripe.com/currencies#zero-decimal
ZERO_DECIMAL = frozenset([
    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
    "XOF", "XPF",
])
# fmt: on
#: Nobody has parts of them, yet Stripe counts a hundred to each:
#: https://docs.stripe.com/currencies#special-cases
WHOLE_BUT_HUNDREDFOLD = frozenset(["ISK", "UGX"])
#: Not offered: https://docs.stripe.com/currencies#three-decimal
THREE_DECIMAL = frozenset(["BHD", "JOD", "KWD", "OMR", "TND"])
OFFERED = CURRENCIES - THREE_DECIMAL

#: What Babel writes as a code, in languages whose readers know the sign.
SIGNS = {"KZT": "₸"}


def exponent(currency: str) -> int:
    """How many digits of minor units are parts of one: 2 of cents, none of yen."""
    return 0 if currency in ZERO_DECIMAL else 2


def per_unit(currency: str) -> int:
    """How many minor units are one: 100 cents are a euro, 1 yen is a yen."""
    return 10 ** exponent(currency)


def decimals(currency: str) -> int:
    """How many decimals people write: 2, or none."""
    return 0 if currency in ZERO_DECIMAL | WHOLE_BUT_HUNDREDFOLD else 2


def most(currency: str) -> int:
    """The most that Stripe charges at once, in minor units: eight digits, and twelve of rupiah.
    https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts"""
    return 999_999_999_999 if currency == "IDR" else 99_999_999


def to_minor(amount: Decimal, currency: str) -> int:
    """Minor units of an amount as people write it. Raises ``ValueError`` for parts that nobody can
    pay: 0.5 yen, a tenth of a cent."""
    step = Decimal(1).scaleb(-decimals(currency))
    if amount != amount.quantize(step):
        raise ValueError(f"{currency} has {decimals(currency)} decimals")
    return int(amount * per_unit(currency))


def to_major(minor: int, currency: str) -> Decimal:
    """The amount as people write it, of minor units."""
    return (Decimal(minor) / per_unit(currency)).quantize(Decimal(1).scaleb(-decimals(currency)))


#: What else people call a currency than CLDR does.
ALSO_CALLED = {"KZT": "тг"}

# The point of an abbreviation is none of the number: "Cg.5".
_TYPED = re.compile(
    r"(?P<before>\D*?)(?P<number>[+-]? ?(?:(?<![^\W\d_])[.,])?\d(?:[\d.,' ]*\d)?)(?P<after>\D*)"
)
_NUMBER = re.compile(r"(?P<sign>[+-]?) ?(?P<whole>[\d.,' ]*?)(?:(?P<mark>[.,])(?P<cents>\d\d?))?")
# "1000", "1 000 000", and as India groups: "10,00,000".
_WHOLE = re.compile(r"\d*|\d{1,3}([ .,'])\d{3}(?:\1\d{3})*|\d\d?(?:,\d\d)+,\d{3}")
# Letters that stand together, or a sign.
_WORDS = re.compile(r"[^\W\d_]+|[^\w\s.,-]")
# Apostrophes, and the marks of other scripts.
_ALIKE = {ord(c): "'" for c in "’‘ʼ´`′"} | str.maketrans("−–٬٫", "--,.")


def parse(text: str, currency: str, language: str) -> int:
    """Minor units of what somebody typed in a language: "1 000,50", "1,000.50", "5000 ₸".

    Beside the number only the currency may stand. "5 thousand", "1e5" and "50 USD" where euros are
    asked for are no fifty and no five: whatever isn't clear raises ``ValueError``.
    """
    found = _TYPED.fullmatch(_plain(text))
    if not found or not _is_said(found["before"] + " " + found["after"], currency):
        raise ValueError("no amount")
    # In English a debt is "-€5".
    sign = -1 if "-" in found["before"] else 1
    try:
        return sign * to_minor(_decimal(found["number"], language), currency)
    except InvalidOperation as error:
        raise ValueError("no amount") from error


def _plain(text: str) -> str:
    """Without what can't be seen, and with one character for those that look alike. "²" and "½" are
    no digits."""
    if any(c.isnumeric() and not c.isdecimal() for c in text):
        raise ValueError("no amount")
    text = unicodedata.normalize("NFKC", text.translate(_ALIKE))
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())


def _decimal(text: str, language: str) -> Decimal:
    """A lone point or comma with one or two digits behind it parts cents in every language: on a
    phone people type what the keyboard has. With three it parts thousands, or nobody knows."""
    number = _NUMBER.fullmatch(text)
    whole = number and _WHOLE.fullmatch(number["whole"])
    if not whole or (number["mark"] or "-") in number["whole"]:
        raise ValueError("no amount")
    groups = [c for c in number["whole"] if not c.isdecimal()]
    if (
        len(groups) == 1
        and not number["mark"]
        and groups[0] in ".,"
        and groups[0] != get_group_symbol(babel_locale(language))
    ):
        raise ValueError("no amount")
    digits = "".join(c for c in number["whole"] if c.isdecimal())
    return Decimal(f"{number['sign']}{digits or 0}.{number['cents'] or 0}")


def _is_said(words: str, currency: str) -> bool:
    """Whether words are nothing but names of a currency, or beginnings of them: "руб"."""
    known = _names(currency)
    return all(
        word in known or (len(word) > 2 and any(name.startswith(word) for name in known))
        for word in _WORDS.findall(words.casefold())
    )


@lru_cache
def _names(currency: str) -> frozenset[str]:
    """What a currency is called in the languages of the site, word by word, with its signs."""
    said = [currency, SIGNS.get(currency, ""), ALSO_CALLED.get(currency, "")]
    for language in {"en", *dict(settings.LANGUAGES)}:
        locale = babel_locale(language)
        said.append(get_currency_symbol(currency, locale))
        said += [get_currency_name(currency, count, locale) for count in (None, 1, 2, 5, 1.5)]
    return frozenset(_WORDS.findall(" ".join(said).casefold()))


def typed(minor: int, currency: str, language: str) -> str:
    """An amount as people type it in a language, for ``parse``: "1000", "12,50"."""
    amount = to_major(minor, currency)
    pattern = "0" if amount == amount.to_integral_value() else "0.00"
    return format_decimal(amount, pattern, locale=babel_locale(language))


def say(minor: int, currency: str, language: str) -> str:
    """An amount as people write it in a language, without ",00": "5 000 ₸", "€10", "10,50 €"."""
    amount = to_major(minor, currency)
    locale = babel_locale(language)
    said = format_currency(
        amount,
        currency,
        format=_whole(locale) if amount == amount.to_integral_value() else None,
        locale=locale,
        # By CLDR nobody has parts of some currencies in which Stripe takes them: 0.50 AFN.
        currency_digits=False,
    )
    if sign := SIGNS.get(currency):
        said = said.replace(currency, sign)
    # Babel puts a code before a number as close as a sign.
    return re.sub(r"([A-Z]{3})(?=[0-9])", "\\1\u00a0", said)


@lru_cache
def _whole(locale: Locale) -> str:
    """The pattern of a language without decimals."""
    return locale.currency_formats["standard"].pattern.replace(".00", "")
