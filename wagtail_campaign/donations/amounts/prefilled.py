"""Links to a donation's form in which an amount is chosen already, and what the form reads of them.

``?amount=5000&currency=KZT&interval=month``: the amount in whole units, with a point before cents.
Without a currency it is the one that the form shows first. What the fund doesn't offer is left out:
who follows such a link chooses anew. Nothing is signed but the source: the donor sees the amount,
here and at Stripe.
"""

import re
from decimal import Decimal
from urllib.parse import urlencode

from django.utils.translation import get_language

from ...sharing.sources import with_source
from ..forms import amount_name
from ..live import FundLive
from . import money
from .offers import INTERVALS, Offer, first_for

NAMES = ("amount", "currency", "interval")
AMOUNT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")
#: So many amounts of a kind are asked for; the form has all of them.
MOST = 3
#: How often: once or each month. Who wants to give each year finds it in the form.
ASKED = ("", "month")


def link(page, via: str = "", **chosen) -> str:
    """The address of the form on a page, "" where it has none; ``chosen`` by ``NAMES``."""
    url = page.url
    if not url:
        return ""
    if chosen:
        url = f"{url}?{urlencode(chosen)}"
    return f"{with_source(url, via) if via else url}#{page.campaign_anchor}"


def rows(page, fund: FundLive, via: str = "") -> list[tuple[str, list]]:
    """What is asked for on other pages, in the currency of the reader's language: for each way to
    give (what it is called, [(amount, link), …]), those without amounts left out; nothing while the
    fund takes nothing."""
    if not fund.is_open:
        return []
    offer = first_for(fund.offers, get_language() or "")
    found = []
    for interval, amounts in offer.amounts:
        if interval in ASKED and amounts:
            links = [said_and_linked(page, offer, interval, a, via) for a in amounts[:MOST]]
            found.append((INTERVALS[interval], links))
    return found


def said_and_linked(
    page, offer: Offer, interval: str, amount: int, via: str = ""
) -> tuple[str, str]:
    """An amount that is offered, in the reader's language, and the link that chooses it."""
    chosen = {"amount": amount // money.per_unit(offer.currency), "currency": offer.currency}
    if interval:
        chosen["interval"] = interval
    return money.say(amount, offer.currency, get_language()), link(page, via, **chosen)


def initial(query, offers: tuple[Offer, ...]) -> dict:
    """What a form begins with, of the query of a request (``QueryDict``); {} where it says nothing
    of a gift."""
    if not any(name in query for name in NAMES):
        return {}
    first = first_for(offers, get_language() or "")
    asked = query.get("currency", first.currency)
    offer = next((offer for offer in offers if offer.currency == asked), None)
    offered = dict((offer or first).amounts)
    interval = query.get("interval", "")
    begin = {
        "currency": (offer or first).currency,
        "interval": interval if interval in offered else "",
    }
    amount = _amount(query.get("amount", ""), offer) if offer else None
    if amount in offered[begin["interval"]]:
        begin[amount_name(offer.currency, begin["interval"])] = amount
    elif amount:
        begin["other"] = money.typed(amount, offer.currency, get_language())
    return begin


def _amount(text: str, offer: Offer) -> int | None:
    """Minor units, None for what can't be given."""
    if not AMOUNT.fullmatch(text):
        return None
    try:
        amount = money.to_minor(Decimal(text), offer.currency)
    except ValueError:
        return None
    return amount if offer.minimum <= amount <= offer.maximum else None
