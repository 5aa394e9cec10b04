"""Amounts of many currencies, as editors read them."""

from django.utils.translation import get_language

from ...actions import tallies
from .. import ledger
from ..amounts import money
from ..stripe_api import gateway


def said(amount: int, currency: str) -> str:
    """An amount in minor units in the reader's words."""
    return money.say(amount, currency, get_language() or "en")


def together(amounts: list[tuple[str, int]]) -> str:
    """(currency, amount) side by side: "€1,200 · 5 000 ₸"; "" for none."""
    return " · ".join(said(amount, currency) for currency, amount in amounts)


def of_funds(keys) -> dict:
    """What funds have, in one query: {key: {count: [(currency, number), …]}}, of the mode that the
    site is in; counts as ``ledger`` calls them."""
    counts = tallies.all_counts(keys)
    return {key: ledger.amounts(counts.get(key, {}), gateway.is_live()) for key in keys}


def number_of(counts: list[tuple[str, int]]) -> int:
    """The sum of what is no money, over all currencies."""
    return sum(number for _currency, number in counts)
