"""What every pass of ``campaign_work`` does for messages."""

from django.db.models import Q
from django.utils import timezone

from wagtail_campaign.actions.records import RecordState
from wagtail_campaign.mailing.work import Lease, due

from . import services
from .models import Message


@due(22, "messages to the campaign deleted")
def expire(lease: Lease) -> int:
    """Deletes what nobody confirmed within the hour, what has gone, and what could not go."""
    now = timezone.now()
    gone = Q(state=RecordState.PENDING) | Q(supporter=None)
    old = Q(created_at__lt=now - Message.WAITS_FOR)
    over = Message.objects.filter(old | gone & Q(created_at__lt=now - Message.GOOD_FOR))
    number = 0
    for message in over.order_by("pk"):
        lease.renew()
        number += services.delete(message)
    return number
