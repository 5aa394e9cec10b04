"""Taking what is told out of the outbox and to its endpoint, until that has it.

It is claimed (``sending``, committed), sent and settled. Who is killed between leaves it
``sending``; the next pass puts it back, and it is sent again with the same ``webhook-id``.

=====================================  ====================================================
the endpoint answers …                 what is told …
=====================================  ====================================================
2xx                                    is ``delivered``
410                                    is ``failed``, and the endpoint switched off
429, 5xx, or not at all                waits, and so does the endpoint: it is unwell
anything else, redirects included      waits; the endpoint is asked for the next
=====================================  ====================================================

An endpoint that is unwell is left alone for as long as it has been so, ten minutes at most, or as
long as it wants itself (Retry-After). So one that is dead costs a pass one call now and then, and
what waited for it goes as soon as it is well.
"""

import logging
import random
import time
from datetime import datetime, timedelta

from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..mailing.work import Lease
from . import calling, outbox, signing
from .models import Delivery, DeliveryState, Endpoint, OffReason

logger = logging.getLogger(__name__)

#: How long to wait after the first, second … failed attempt; after the last it is given up, three
#: days after the first: the schedule of the specification.
BACK_OFF = [
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    *(timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 24)),
]
#: So much longer or shorter, so that what failed at once doesn't come back at once.
JITTER = 0.1
#: For how long an endpoint that is unwell is left alone, at least and at most.
SHORTEST_REST, LONGEST_REST = timedelta(seconds=5), timedelta(minutes=10)
#: What an endpoint may ask for at most.
MOST_PATIENCE = timedelta(days=1)
#: An endpoint at which nothing has succeeded for so long is switched off.
OFF_AFTER = timedelta(days=5)
#: Far longer than any call: what is still "sending" then was cut off.
CUT_OFF_AFTER = timedelta(minutes=1)
#: How long a pass is at it, over all endpoints and for each of them, in seconds.
A_PASS, A_TURN = 45, 15
GONE, TOO_MANY = 410, 429
USER_AGENT = "wagtail-campaign (Standard Webhooks)"


def put_back() -> int:
    """Puts back what was being sent by a process that died; returns how many."""
    cut_off = Delivery.objects.filter(
        state=DeliveryState.SENDING, claimed_at__lt=timezone.now() - CUT_OFF_AFTER
    )
    return cut_off.update(state=DeliveryState.QUEUED)


def deliver_due(lease: Lease) -> int:
    """Sends what is due, to each endpoint for some seconds; returns how much arrived.

    Who was tried longest ago comes first: whom this pass doesn't reach, the next one does.
    """
    number, ends = 0, time.monotonic() + A_PASS
    awake = Q(rests_until=None) | Q(rests_until__lte=timezone.now())
    endpoints = Endpoint.objects.filter(awake).order_by(F("tried_at").asc(nulls_first=True), "pk")
    for endpoint_id in list(endpoints.values_list("pk", flat=True)):
        number += _deliver_to(endpoint_id, lease, min(ends, time.monotonic() + A_TURN))
    return number


def _deliver_to(endpoint_id: int, lease: Lease, ends: float) -> int:
    number = 0
    # As it is by now: others had their turn, and an editor may have changed it.
    endpoint = Endpoint.objects.filter(pk=endpoint_id, is_on=True).first()
    while endpoint and time.monotonic() < ends and (delivery := _next(endpoint)):
        lease.renew()
        if not _claim(delivery):
            continue
        answer = _call(endpoint, delivery)
        _settle(delivery, answer)
        number += succeeded(answer)
        endpoint = _noted(endpoint_id, answer)
        if is_unwell(answer):
            break
    return number


def _next(endpoint: Endpoint) -> Delivery | None:
    due = endpoint.deliveries.filter(state=DeliveryState.QUEUED, due_at__lte=timezone.now())
    return due.order_by("due_at", "pk").first()


def _claim(delivery: Delivery) -> bool:
    queued = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.QUEUED)
    delivery.attempts += 1
    return bool(
        queued.update(
            state=DeliveryState.SENDING, claimed_at=timezone.now(), attempts=delivery.attempts
        )
    )


def _call(endpoint: Endpoint, delivery: Delivery) -> calling.Answer:
    headers = signing.headers(endpoint, delivery.webhook_id, delivery.body)
    headers |= {"Content-Type": "application/json", "User-Agent": USER_AGENT}
    try:
        return calling.post(endpoint.url, delivery.body, headers)
    except Exception as error:
        # A fault of ours with one of them holds up no other.
        logger.exception("Webhook %s could not be called", endpoint.pk)
        return calling.Answer(error=type(error).__name__)


def succeeded(answer: calling.Answer) -> bool:
    """Whether an endpoint has got what it was sent."""
    return answer.status is not None and 200 <= answer.status < 300


def is_unwell(answer: calling.Answer) -> bool:
    """Whether an endpoint is to be left alone for a while."""
    return answer.status is None or answer.status == TOO_MANY or answer.status >= 500


def _settle(delivery: Delivery, answer: calling.Answer) -> None:
    said = {"status": answer.status, "error": answer.error[:60]}
    if succeeded(answer):
        said |= {"state": DeliveryState.DELIVERED, "settled_at": timezone.now()}
    elif answer.status == GONE or delivery.attempts > len(BACK_OFF):
        said |= {"state": DeliveryState.FAILED, "settled_at": timezone.now()}
    else:
        wait = BACK_OFF[delivery.attempts - 1] * random.uniform(1 - JITTER, 1 + JITTER)
        due_at = max(timezone.now() + wait, _patience(answer) or timezone.now())
        said |= {"state": DeliveryState.QUEUED, "due_at": due_at}
    Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.SENDING).update(**said)


def _noted(endpoint_id: int, answer: calling.Answer) -> Endpoint | None:
    """Writes down how an endpoint has answered; as it is then, None where it is on no more."""
    now, found = timezone.now(), Endpoint.objects.filter(pk=endpoint_id)
    if succeeded(answer):
        found.update(tried_at=now, succeeded_at=now, failing_since=None, rests_until=None)
        return found.filter(is_on=True).first()
    found.update(tried_at=now, failing_since=Coalesce("failing_since", Value(now)))
    endpoint = found.filter(is_on=True).first()
    if endpoint is None:
        return None
    if answer.status == GONE:
        return _switched_off(endpoint, OffReason.GONE)
    failing_for = now - (endpoint.failing_since or now)
    if failing_for > OFF_AFTER:
        return _switched_off(endpoint, OffReason.FAILING)
    if is_unwell(answer):
        rest = min(max(failing_for, SHORTEST_REST), LONGEST_REST)
        found.update(rests_until=max(now + rest, _patience(answer) or now))
    return endpoint


def _patience(answer: calling.Answer) -> datetime | None:
    """Until when an endpoint wants to be left alone, as far as that is within reason."""
    return answer.again_at and min(answer.again_at, timezone.now() + MOST_PATIENCE)


def _switched_off(endpoint: Endpoint, reason: OffReason) -> None:
    Endpoint.objects.filter(pk=endpoint.pk).update(is_on=False, off_reason=reason)
    outbox.forget_listeners()
    logger.warning("Webhook %s is switched off: %s", endpoint.pk, reason)
