"""What a fund has, as counts that are exact at every moment: see ``actions.tallies``.

Each gift stands in them by what ``parts`` makes of it; whoever changes a gift moves it from one to
another in the same transaction. Minor units, a metric for each currency; gifts of a test key are in
metrics of their own, so that no test money is ever on a page that takes real money.
"""

from collections import Counter
from collections.abc import Callable
from functools import partial

from django.db.models import Count, F, Q, Sum

from ..actions import tallies
from .models import Donation
from .states import DonationState

PAID, PROCESSING, REFUNDED, DISPUTED, GIFTS = "paid", "processing", "refunded", "disputed", "gifts"


def metric(name: str, currency: str, livemode: bool) -> str:
    """The name of a count: "paid EUR", "paid EUR test"."""
    return f"{name} {currency}" + ("" if livemode else " test")


def amounts(counts: dict[str, int], livemode: bool) -> dict[str, list[tuple[str, int]]]:
    """What there is of each count, by currency: {"paid": [("EUR", 2500)], …}, of one mode.
    ``counts``: those of one fund, by metric."""
    found = {name: [] for name in (PAID, PROCESSING, REFUNDED, DISPUTED, GIFTS)}
    for known, number in sorted(counts.items()):
        name, currency, *test = known.split()
        if number and livemode != bool(test):
            found[name].append((currency, number))
    return found


def parts(donation: Donation | None) -> Counter:
    """What a gift adds to each count; nothing, for none."""
    if donation is None:
        return Counter()
    adds = {}
    if donation.state == DonationState.PAID:
        adds = {
            PAID: donation.amount - donation.refunded - donation.disputed,
            REFUNDED: donation.refunded,
            DISPUTED: donation.disputed,
            GIFTS: 1,
        }
    elif donation.state == DonationState.PROCESSING:
        adds = {PROCESSING: donation.amount}
    return Counter(
        {metric(name, donation.currency, donation.livemode): n for name, n in adds.items() if n}
    )


def move(key, was: Counter, now: Counter) -> None:
    """Counts what has become of a gift, in the transaction that writes it down."""
    for name in sorted(was.keys() | now.keys()):
        if now[name] != was[name]:
            tallies.add(key, name, now[name] - was[name])


#: The same as ``parts``, as the database counts it.
_PAID = Q(state=DonationState.PAID)
_PROOFS = {
    PAID: Sum(F("amount") - F("refunded") - F("disputed"), filter=_PAID),
    REFUNDED: Sum("refunded", filter=_PAID),
    DISPUTED: Sum("disputed", filter=_PAID),
    GIFTS: Count("pk", filter=_PAID),
    PROCESSING: Sum("amount", filter=Q(state=DonationState.PROCESSING)),
}


def counters() -> dict[str, Callable]:
    """How each count is proved by the gifts, for every currency that there is."""
    known = Donation.objects.order_by().values_list("currency", "livemode").distinct()
    return {
        metric(name, currency, livemode): partial(_count, name, currency, livemode)
        for currency, livemode in known
        for name in _PROOFS
    }


def _count(name: str, currency: str, livemode: bool, keys: list | None) -> dict:
    gifts = Donation.objects.filter(currency=currency, livemode=livemode)
    if keys is not None:
        gifts = gifts.filter(fund__key__in=keys)
    counted = gifts.order_by().values("fund__key").annotate(number=_PROOFS[name])
    return {row["fund__key"]: row["number"] for row in counted if row["number"]}


tallies.register_family(counters)
