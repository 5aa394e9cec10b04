"""All gifts of one address in a year, to print: each currency by itself, what went back apart."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from ..models import Donation
from ..money_back.refunds import GOING_BACK, TAKEN, Dispute, Refund
from ..states import DonationState
from ..stripe_api import gateway


@dataclass(frozen=True)
class Returned:
    """Money that went back: the gift it is of, when, in minor units, and who took it."""

    gift: Donation
    day: datetime
    amount: int
    by_bank: bool


@dataclass(frozen=True)
class Sum:
    """What was given in one currency, what went back, and the rest; in minor units."""

    currency: str
    given: int
    returned: int

    @property
    def kept(self) -> int:
        """May be below zero: a gift of the year before was given back."""
        return self.given - self.returned


@dataclass(frozen=True)
class Statement:
    """What stands in it, the first first."""

    year: int
    gifts: list[Donation]
    returned: list[Returned]

    @property
    def is_test(self) -> bool:
        """Whether a test key took any of it, so that no money has moved."""
        return any(not gift.livemode and not gift.is_offline for gift in self.gifts)

    @property
    def sums(self) -> list[Sum]:
        """By currency, in the order of their codes."""
        given, returned = Counter(), Counter()
        for gift in self.gifts:
            given[gift.currency] += gift.amount
        for one in self.returned:
            returned[one.gift.currency] += one.amount
        codes = sorted(given.keys() | returned.keys())
        return [Sum(code, given[code], returned[code]) for code in codes]


def of_year(year: int, email_keys: list[str]) -> Statement:
    """The gifts that were paid in a year, in the zone of the site, and what went back in it.

    Of the mode that the site is in, so that no test money is among real money.
    """
    gifts = list(_of(email_keys).select_related("page__locale").order_by("paid_at", "pk"))
    known = {gift.pk: gift for gift in gifts}
    refunds = Refund.objects.filter(donation__in=known, status__in=GOING_BACK)
    disputes = Dispute.objects.filter(donation__in=known, status__in=TAKEN)
    returned = [
        Returned(known[found.donation_id], found.created_at, found.amount, by_bank)
        for rows, by_bank in ((refunds, False), (disputes, True))
        for found in rows
    ]
    return Statement(
        year,
        [gift for gift in gifts if _year(gift.paid_at) == year],
        sorted((r for r in returned if _year(r.day) == year), key=lambda r: (r.day, r.gift.pk)),
    )


def years(email_keys: list[str]) -> list[int]:
    """Those in which something was paid, the latest first."""
    moments = _of(email_keys).values_list("paid_at", flat=True)
    return sorted({_year(moment) for moment in moments}, reverse=True)


def address(email_keys: list[str]) -> str:
    """The address, as it was typed with the latest gift."""
    latest = _of(email_keys).order_by("-pk").values_list("supporter__email", flat=True)
    return latest.first() or ""


def _of(email_keys: list[str]):
    ours = Q(livemode=gateway.is_live()) | Q(is_offline=True)
    return Donation.objects.filter(
        ours,
        supporter__email_key__in=email_keys,
        state=DonationState.PAID,
        paid_at__isnull=False,
    )


def _year(moment: datetime) -> int:
    return timezone.localtime(moment).year
