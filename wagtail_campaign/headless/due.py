"""What every pass of ``campaign_work`` does for the API."""

from ..mailing.work import Lease, due
from . import idempotency

FORGOTTEN = "requests of other programs forgotten"


@due(40, FORGOTTEN)
def forget_old(lease: Lease) -> int:
    """Forgets the keys of requests that nobody sends again."""
    return idempotency.forget_old()
