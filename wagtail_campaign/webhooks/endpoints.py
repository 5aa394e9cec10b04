"""The verbs of editors: set endpoints up, renew their secrets, try them, and tell again."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from ..actions import logs
from ..supporters.tokens import new_nonce
from . import outbox, signing
from .models import Delivery, DeliveryState, Endpoint, OffReason

#: How long the former secret is good beside the new one.
OLDER_FOR = timedelta(days=2)
#: What can be told again: whatever isn't on its way.
SETTLED = (DeliveryState.DELIVERED, DeliveryState.FAILED)


def add(endpoint: Endpoint, user) -> str:
    """Saves a new endpoint, which is told from now on; returns its secret."""
    with transaction.atomic(durable=True):
        endpoint.save(force_insert=True)
        _note(endpoint, "campaign.add_webhook", user, events=endpoint.events)
    return signing.secret(endpoint)


def change(endpoint: Endpoint, user) -> None:
    """Saves name, address and events."""
    with transaction.atomic(durable=True):
        endpoint.save(update_fields=["name", "url", "events"])
        _note(endpoint, "campaign.change_webhook", user, events=endpoint.events)


def switch_on(endpoint: Endpoint, user) -> None:
    """Has it told again; what waits for it goes with the next pass."""
    with transaction.atomic(durable=True):
        off = Endpoint.objects.filter(pk=endpoint.pk, is_on=False)
        if off.update(is_on=True, off_reason=OffReason.NO, failing_since=None, rests_until=None):
            _note(endpoint, "campaign.switch_webhook_on", user)


def switch_off(endpoint: Endpoint, user) -> None:
    """Has it told no more. What waits stays here; of what happens meanwhile it learns what is
    erased alone, and when it is on again."""
    with transaction.atomic(durable=True):
        on = Endpoint.objects.filter(pk=endpoint.pk, is_on=True)
        if on.update(is_on=False, off_reason=OffReason.EDITOR):
            _note(endpoint, "campaign.switch_webhook_off", user)


def renew_secret(endpoint: Endpoint, user) -> str:
    """Makes a new secret, and returns it. The former one is good for some time, none before it."""
    with transaction.atomic(durable=True):
        now = Endpoint.objects.select_for_update().get(pk=endpoint.pk)
        now.older_nonce, now.nonce = now.nonce, new_nonce()
        now.older_until = timezone.now() + OLDER_FOR
        now.save(update_fields=["nonce", "older_nonce", "older_until"])
        _note(now, "campaign.renew_webhook_secret", user)
    return signing.secret(now)


def delete(endpoint: Endpoint, user) -> None:
    """Deletes an endpoint with all that was told to it, or waits."""
    with transaction.atomic(durable=True):
        _note(endpoint, "campaign.delete_webhook", user)
        Endpoint.objects.filter(pk=endpoint.pk).delete()


def test(endpoint: Endpoint, user) -> Delivery:
    """Has it told that this is a test."""
    with transaction.atomic(durable=True):
        delivery = outbox.put_test(endpoint)
        Endpoint.objects.filter(pk=endpoint.pk).update(rests_until=None)
        _note(endpoint, "campaign.test_webhook", user)
    return delivery


def failed_since(endpoint: Endpoint, moment: datetime):
    """What was given up of what happened since a moment: a queryset."""
    return endpoint.deliveries.filter(state=DeliveryState.FAILED, created_at__gte=moment)


def replay(endpoint: Endpoint, deliveries, user) -> int:
    """Tells again those of a queryset of deliveries that aren't on their way, under the same
    ``webhook-id``; returns how many."""
    with transaction.atomic(durable=True):
        number = deliveries.filter(endpoint=endpoint, state__in=SETTLED).update(
            state=DeliveryState.QUEUED, due_at=timezone.now(), attempts=0, settled_at=None
        )
        if number:
            Endpoint.objects.filter(pk=endpoint.pk).update(rests_until=None)
            _note(endpoint, "campaign.replay_webhook", user, count=number)
    return number


def _note(endpoint: Endpoint, action: str, user, **data) -> None:
    logs.note([endpoint], action, user, **data)
    transaction.on_commit(outbox.forget_listeners)
