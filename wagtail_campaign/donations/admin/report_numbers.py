"""What was given by day, currency and source, of each fund: counted at most once a minute."""

from dataclasses import dataclass

from django.db.models import Count, F, Sum

from ...actions.admin import patience
from ...actions.days import day_of
from ..models import Donation
from ..states import DonationState
from ..stripe_api import gateway


@dataclass(frozen=True)
class Part:
    """What a fund has of one day, currency and source: ``amount`` in minor units, without what was
    given back or is disputed. Days ("2026-11-24") are those of UTC."""

    fund: int
    day: str
    currency: str
    source: str
    amount: int
    gifts: int


def read(fund_ids) -> list[Part]:
    """The parts of some funds, in the order of their days, at most some minutes old; of the mode
    that the site is in."""
    livemode = gateway.is_live()
    keys = {pk: f"campaign:given:{pk}:{livemode}" for pk in fund_ids}
    found = patience.counted_of(keys, lambda ids: _count(ids, livemode)) if keys else {}
    parts = [Part(pk, *row) for pk, of_fund in found.items() for row in of_fund.get("rows", ())]
    return sorted(parts, key=lambda part: part.day)


def _count(fund_ids, livemode: bool) -> dict[int, dict[str, list]]:
    """In one query on the index of donations by fund and state."""
    paid = Donation.objects.filter(fund__in=fund_ids, state=DonationState.PAID, livemode=livemode)
    by_day = paid.order_by().annotate(day=day_of("paid_at"))
    rows = by_day.values_list("fund", "day", "currency", "source").annotate(
        kept=Sum(F("amount") - F("refunded") - F("disputed")), gifts=Count("pk")
    )
    found = {}
    for fund, day, currency, source, kept, gifts in rows:
        row = (day, currency, source, int(kept), gifts)
        found.setdefault(fund, {"rows": []})["rows"].append(row)
    return found
