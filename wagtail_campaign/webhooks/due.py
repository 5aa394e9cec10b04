"""What every pass of ``campaign_work`` does for webhooks."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from ..mailing.work import Lease, due
from . import delivery
from .models import Delivery, DeliveryState, Endpoint

BATCH = 500
#: What became of something told is known for so long, and can be replayed.
KEPT_FOR = timedelta(days=30)


@due(11, "webhooks cut off")
def put_back(lease: Lease) -> int:
    """Puts back what was being sent by a pass that was killed."""
    return delivery.put_back()


@due(95, "webhooks sent")
def deliver(lease: Lease) -> int:
    """Tells endpoints what has happened; after the mails, which people wait for."""
    return delivery.deliver_due(lease)


@due(99, "webhooks deleted")
def delete_old(lease: Lease) -> int:
    """Deletes what was told, or given up, a month ago; and what was left of endpoints that were
    deleted meanwhile."""
    old = Delivery.objects.filter(created_at__lt=timezone.now() - KEPT_FOR)
    is_settled = Q(state__in=[DeliveryState.DELIVERED, DeliveryState.FAILED])
    is_left = ~Q(endpoint__in=Endpoint.objects.values("pk"))
    number = 0
    while ids := list(old.filter(is_settled | is_left).values_list("pk", flat=True)[:BATCH]):
        lease.renew()
        number += Delivery.objects.filter(pk__in=ids).delete()[0]
    return number
