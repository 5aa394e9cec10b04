"""What Stripe told of: written down once, then looked at, and again until that worked."""

import logging
from datetime import timedelta

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django_tasks import task

from ..stripe_api import gateway
from ..stripe_api.events import Event
from . import hints
from .gifts import Busy

logger = logging.getLogger(__name__)

#: The events that mean something here, as the webhook's endpoint at Stripe has to list them. Twenty
#: at most: of more it isn't asked at once which it couldn't deliver (``gateway.missed_events``).
TYPES = [
    "checkout.session.async_payment_failed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.completed",
    "checkout.session.expired",
    "charge.dispute.closed",
    "charge.dispute.created",
    "charge.dispute.funds_reinstated",
    "charge.dispute.funds_withdrawn",
    "customer.subscription.deleted",
    "customer.subscription.paused",
    "customer.subscription.resumed",
    "customer.subscription.updated",
    "invoice.paid",
    "invoice.payment_failed",
    "payment_intent.succeeded",
    "radar.early_fraud_warning.created",
    "refund.created",
    "refund.failed",
    "refund.updated",
]
#: What has been looked at is forgotten then; Stripe itself knows it for thirty days.
KEPT_FOR = timedelta(days=40)


class StripeEvent(models.Model):
    """One event, with no more of it than says where to look."""

    stripe_id = models.CharField(max_length=100, unique=True)
    type = models.CharField(max_length=100)
    kind = models.CharField(max_length=100)
    object_id = models.CharField(max_length=100)
    created_at = models.DateTimeField()
    received_at = models.DateTimeField(default=timezone.now)
    #: When it had been looked at; empty until that worked.
    done_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["done_at", "id"], name="campaign_event_due")]

    def __str__(self):
        return self.stripe_id


def receive(event: Event) -> bool:
    """Writes an event down and has it looked at. False for one that was known, or that means
    nothing here: of another account, of another mode, or of a type that isn't asked for."""
    if event.type not in TYPES or event.is_foreign or event.livemode != gateway.is_live():
        return False
    found = StripeEvent(
        stripe_id=event.id,
        type=event.type,
        kind=event.kind,
        object_id=event.object_id,
        created_at=event.created,
    )
    try:
        with transaction.atomic():
            found.save(force_insert=True)
            transaction.on_commit(lambda: look_at.enqueue(found.pk), robust=True)
    except IntegrityError:
        return False
    return True


@task()
def look_at(event_id: int) -> None:
    """What a worker does with an event; inline where a site has none. What can't be done now is
    left to ``campaign_work``."""
    work_off(StripeEvent.objects.get(pk=event_id))


def work_off(event: StripeEvent) -> bool:
    """Looks at what an event tells of; whether that worked."""
    try:
        hints.sync(event.kind, event.object_id)
    except (gateway.StripeError, Busy) as error:
        logger.warning("Event %s waits: %s", event.stripe_id, error)
        return False
    StripeEvent.objects.filter(pk=event.pk).update(done_at=timezone.now())
    return True
