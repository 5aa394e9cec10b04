"""One gift, as its donor finds it by the secret address: how it stands, and paying it after all."""

from contextlib import suppress

from ..supporters import limits, tokens
from . import giving, services
from .models import Donation
from .states import DonationState
from .stripe_api import gateway
from .syncing import hints
from .syncing.gifts import Busy


class AskedOften(Exception):
    """Stripe was asked of this gift too often, and can be asked again in ``wait`` seconds."""

    def __init__(self, wait: int):
        super().__init__(wait)
        self.wait = wait


def find(text: str) -> Donation | None:
    """The gift that a token proves, None where it proves none."""
    token = tokens.parse(text)
    donation = None
    if token and token.slice == Donation.mailed_slice:
        donation = (
            Donation.objects.select_related("page", "fund", "supporter").filter(pk=token.pk).first()
        )
    proven = token is not None and tokens.proves(token, "gift", getattr(donation, "nonce", ""))
    return donation if proven and donation and donation.nonce else None


def page_of(donation: Donation):
    """The page on which a gift was made, None where it is public no longer."""
    page = donation.page
    return page.specific if page and page.live else None


def looked_at(donation: Donation) -> Donation:
    """The gift as Stripe knows it, as long as it isn't paid. Where Stripe is away it is as it was
    known last, and the webhook will come."""
    if donation.state != DonationState.PAID:
        with suppress(AskedOften, gateway.StripeError, Busy):
            count_asking(donation)
            return hints.sync_gift(donation)
    return donation


def may_be_paid(donation: Donation, page) -> bool:
    """Whether its donor can go and pay it; ``page`` is that of ``page_of``."""
    return page is not None and services.may_be_paid(donation)


def pay(donation: Donation) -> str:
    """The address at which it is paid, "" where it can't be. Raises ``AskedOften``, and what
    ``gateway`` raises."""
    page = page_of(donation)
    if not may_be_paid(donation, page):
        return ""
    count_asking(donation)
    return giving.to_stripe(donation, page)


def count_asking(donation: Donation) -> None:
    """Counts that Stripe is asked of a gift. Raises ``AskedOften``."""
    if wait := limits.was_asked_often(f"{Donation.mailed_slice}-{donation.pk}"):
        raise AskedOften(wait)
