"""What every pass of ``campaign_work`` does for the API."""

from ..mailing.work import Lease, due
from . import idempotency


@due(40, "requests forgotten that were taken")
def forget_old(lease: Lease) -> int:
    """Forgets the keys of requests that nobody sends again."""
    return idempotency.forget_old()
