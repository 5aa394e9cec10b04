"""What the page of a fund shows of it, as JSON."""

from .amounts import money
from .live import FundLive


def as_json(page, live: FundLive) -> dict:
    """Beside what is said of all actions: what was ``paid``, is on its way (``processing``) and was
    given back (``refunded``), in each currency: {"currency", "amount" (in minor units), "said"}; of
    which day the oldest rate is that ``count`` is reckoned by (``rates_of``, or null); and the
    latest ``donors`` who say so: {"name", "dedication"}; what can be given in each currency
    (``offers``, see ``Offer.as_json``), and whether donors may add the fees (``asks_fees``)."""
    language = page.locale.language_code
    return {
        "paid": _said(live.paid, language),
        "processing": _said(live.processing, language),
        "refunded": _said(live.refunded, language),
        "rates_of": live.rates_of and live.rates_of.isoformat(),
        "donors": [{"name": name, "dedication": said} for name, said in live.latest],
        "offers": [offer.as_json() for offer in live.offers],
        "asks_fees": live.asks_fees,
    }


def _said(sums: list[tuple[str, int]], language: str) -> list[dict]:
    return [
        {"currency": currency, "amount": amount, "said": money.say(amount, currency, language)}
        for currency, amount in sums
    ]
