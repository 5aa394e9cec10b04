"""Amounts of money in every currency that Stripe takes: typed, counted, and written again."""

from decimal import Decimal
from time import perf_counter

import pytest
from babel import Locale
from django.utils import translation
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wagtail_campaign.donations.amounts import money
from wagtail_campaign.donations.amounts.currency_checks import HIGHEST_FEE, most_of
from wagtail_campaign.donations.amounts.offers import Offer
from wagtail_campaign.donations.forms import DonationForm
from wagtail_campaign.donations.models import CURRENCY_CHOICES, FundCurrency

LANGUAGES = ["en", "ru", "kk"]
currencies = st.sampled_from(sorted(money.OFFERED))
languages = st.sampled_from(LANGUAGES)
#: What a number may be made of, and what people put around it.
PIECES = [
    *"0123456789.,'’ -+−–eE_/()٠٥٩５９²½①零٫٬",
    *("\u00a0", "\u2009", "\u202f", "\u200e", "\u202e", "\u200b", "\x00", "\n", "\t", "\ud7ff"),
    *("€", "$", "₸", "£", "KZT", "EUR", "USD", "тг", "тенге", "евро", "мың", "тыс", "k"),
    *("NaN", "Infinity", "inf", "1e5", "0x", "000", ",00", ".5", "<b>", "=1+1"),
]
typed = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))


def minor(currency: str):
    """Minor units of amounts that people can pay."""
    step = 100 if currency in money.WHOLE_BUT_HUNDREDFOLD else 1
    return st.integers(0, money.most(currency) // step).map(lambda n: n * step)


gifts = currencies.flatmap(lambda code: st.tuples(st.just(code), minor(code)))


def test_the_table_is_that_of_stripe():
    assert set(Locale("en").currencies) > money.CURRENCIES and len(money.ZERO_DECIMAL) == 15
    parts = [money.ZERO_DECIMAL, money.WHOLE_BUT_HUNDREDFOLD, money.THREE_DECIMAL]
    assert all(part < money.CURRENCIES for part in parts)
    assert sum(map(len, parts)) == len(frozenset.union(*parts))
    assert {code for code, _ in CURRENCY_CHOICES} == money.CURRENCIES - money.THREE_DECIMAL


@pytest.mark.parametrize(
    ("currency", "amount", "minor"),
    [
        ("EUR", "0.29", 29),
        ("KZT", "5000", 500_000),
        ("JPY", "500", 500),
        ("VND", "500000", 500_000),
        # They have no decimals, and Stripe counts a hundred to each.
        ("ISK", "5", 500),
        ("UGX", "5", 500),
        # Those of which Stripe pays out whole ones only are charged as any other.
        ("HUF", "10.45", 1045),
        ("TWD", "800.45", 80_045),
        # By CLDR nobody has parts of it, and by Stripe it has a hundred.
        ("AFN", "0.50", 50),
    ],
)
def test_what_stripe_counts(currency, amount, minor):
    assert money.to_minor(Decimal(amount), currency) == minor
    assert money.to_major(minor, currency) == Decimal(amount)


@pytest.mark.parametrize("currency", sorted(money.OFFERED))
def test_parts_that_nobody_can_pay_are_refused(currency):
    part = Decimal(1).scaleb(-money.decimals(currency) - 1)
    with pytest.raises(ValueError, match=currency):
        money.to_minor(1 + part, currency)


@settings(max_examples=200, deadline=None)
@given(gifts)
def test_there_and_back(gift):
    currency, amount = gift
    assert money.to_minor(money.to_major(amount, currency), currency) == amount


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("currency", sorted(money.OFFERED))
def test_what_is_written_can_be_typed_again(currency, language):
    unit = money.per_unit(currency)
    amounts = [unit, 999 * unit, 1000 * unit, 1_234_567 * unit, -5000 * unit]
    if money.decimals(currency):
        amounts += [1, 99, 10_050, 123_456_789]
    for amount in amounts:
        said = money.say(amount, currency, language)
        assert money.parse(said, currency, language) == amount, said


@settings(max_examples=200, deadline=None)
@given(gifts, languages)
def test_what_is_written_is_the_amount_and_never_breaks_over_lines(gift, language):
    currency, amount = gift
    said = money.say(amount, currency, language)
    assert money.parse(said, currency, language) == amount
    assert " " not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *((text, 5000) for text in ("5000", "5 000", "5\u00a0000", "5\u2009000", "5\u202f000")),
        *((text, 5000) for text in ("5'000", "5’000", "05000", "5000.", "5000,-", "+5000")),
        *((text, 5000) for text in (" 5000\n", "\u200e5000\u202c", "٥٠٠٠", "５ ０００")),
        *((text, 5000) for text in ("5000₸", "₸ 5000", "5000 KZT", "kzt 5000", "5000 тг.")),
        *((text, 5000) for text in ("5000 тенге", "5 000 ТЕҢГЕ", "5000 tenge", "теңге 5000")),
        *((text, "5000.5") for text in ("5000.5", "5000,5", "5 000,50", "5'000.50", "5000.50 ₸")),
        *((text, 1_000_000) for text in ("1 000 000", "1.000.000", "1,000,000", "10,00,000")),
        *((text, "1234.56") for text in ("1,234.56", "1.234,56", "1 234,56", "1'234.56")),
        *((text, "0.5") for text in (".5", ",5", "0,50", "₸.5")),
        *((text, -5) for text in ("-5", "−5", "- 5", "-₸5", "₸-5", "– 5")),
    ],
)
def test_what_people_type(text, amount, language):
    assert money.parse(text, "KZT", language) == money.to_minor(Decimal(amount), "KZT")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        *("", " ", ".", ",", "-", "₸", "much", "NaN", "Infinity", "-inf", "None", "\x00", "5\x00"),
        # Nobody who meant more, or something else, gives what the figures alone would say.
        *("5 мың", "5 тыс.", "5 thousand", "5k", "5к", "1e5", "1E+5", "0x10", "5_000", "5 m"),
        *("50 USD", "$50", "50 €", "50 евро", "KZT 5 USD", "5 or 10", "5-10", "5/2", "10%", "(5)"),
        *("5²", "½", "5½", "①", "五", "10 20", "1 0", "5 00", "12 34 567", "1,2,3", "1.2.3"),
        *("1,00.00", "1.000,000", "1,000.000", "1.000 000", "1 000.000,5", "0.001", "5.0000"),
        *("5.000", "9" * 40, "9" * 10_000, "1" + " 000" * 3000, "." * 10_000, "<b>5</b>", "=5"),
    ],
)
def test_what_is_not_clear_is_no_amount(text, language):
    begun = perf_counter()
    with pytest.raises(ValueError, match=r"no amount|KZT"):
        money.parse(text, "KZT", language)
    assert perf_counter() - begun < 1


def test_a_thousand_is_read_as_the_language_writes_it():
    assert money.parse("5,000", "EUR", "en") == 500_000
    for language in ("ru", "kk"):
        with pytest.raises(ValueError, match="no amount"):
            money.parse("5,000", "EUR", language)


@settings(max_examples=1000, deadline=None)
@given(typed, currencies, languages)
@example("9" * 10_000, "EUR", "en")
def test_whatever_is_typed_is_a_number_or_no_amount(text, currency, language):
    try:
        amount = money.parse(text, currency, language)
    except ValueError:
        return
    assert type(amount) is int
    assert money.to_minor(money.to_major(amount, currency), currency) == amount
    assert any(c.isdecimal() for c in text)


def offer(currency: str, **values) -> Offer:
    unit = money.per_unit(currency)
    said = {"minimum": unit, "maximum": 10_000 * unit, "fee_percent": Decimal("1.5")}
    said |= {"fee_fixed": 25, "amounts": (("", (10 * unit,)), ("month", (5 * unit,)))}
    return Offer(currency, **said | values)


fees = st.decimals(0, HIGHEST_FEE, places=2)


@settings(max_examples=200, deadline=None)
@given(gifts, fees, st.integers(0, 10_000))
def test_who_covers_the_fees_gives_all_of_them_and_hardly_more(gift, percent, fixed):
    currency, amount = gift
    offered = offer(currency, fee_percent=percent, fee_fixed=fixed)
    added = offered.fees_on(amount)
    total = amount + added
    arrives = total - (total * percent / 100 + fixed)
    step = money.per_unit(currency) if money.decimals(currency) == 0 else 1
    assert added % step == 0
    assert amount <= arrives < amount + step


@settings(max_examples=200, deadline=None)
@given(currencies, fees, st.decimals(0, 999, places=2))
def test_the_most_that_a_fund_may_take_is_taken_by_stripe_with_its_fees(currency, percent, fixed):
    row = FundCurrency(currency=currency, fee_percent=percent, fee_fixed=fixed, maximum=2**31 - 1)
    row.once = row.monthly = row.yearly = ""
    unit = money.per_unit(currency)
    most = min(most_of(row), row.maximum) * unit
    offered = offer(currency, fee_percent=percent, fee_fixed=int(fixed * unit))
    assert most > 0 and most + offered.fees_on(most) <= money.most(currency)


@settings(max_examples=200, deadline=None)
@given(
    currencies,
    languages,
    st.fixed_dictionaries(
        {"other": typed, "interval": st.sampled_from(["", "month", "year", "day", "\x00"])},
        optional={
            "currency": st.one_of(currencies, typed),
            "covers_fees": st.just("on"),
            "amount_EUR_once": typed,
        },
    ),
)
def test_a_form_has_an_amount_in_range_or_an_error(currency, language, sent):
    offers = (offer(currency), offer("EUR" if currency != "EUR" else "KZT"))
    with translation.override(language):
        form = DonationForm(
            {"first_name": "A", "email": "a@example.org", **sent},
            asks={},
            wordings={},
            questions=(),
            offers=offers,
            asks_fees=True,
        )
        is_valid = form.is_valid()
    if not is_valid:
        assert form.errors
        return
    taken = next(o for o in offers if o.currency == form.cleaned_data["currency"])
    amount, added = form.cleaned_data["amount"], form.cleaned_data["added"]
    assert type(amount) is int and taken.minimum <= amount <= taken.maximum
    assert added == (taken.fees_on(amount) if "covers_fees" in sent else 0)
