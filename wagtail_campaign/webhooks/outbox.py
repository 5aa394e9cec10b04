"""Putting what happened into the outbox of webhooks, inside the transaction of the verb."""

import json
from collections.abc import Iterable

from django.core.cache import cache
from django.utils import timezone

from .. import moments, rows
from .events import Event, kind_of
from .models import Delivery, Endpoint

#: Of what is erased every endpoint is told; one that is switched off learns it when it is on again.
ERASED = "erased"
TEST = "test"
KEY = "campaign:webhooks"
#: For how long it is remembered who is told of what, where a change isn't noticed otherwise.
SECONDS = 60
#: Of so many at most one event tells: fewer than 20 KB, as the specification recommends.
MOST_ERASED = 500


def put(event: Event, record) -> None:
    """Tells of something that happened to one record. Without an endpoint that listens it costs a
    look into the cache."""
    put_all(event, [record])


def put_all(event: Event, records: Iterable) -> None:
    """The same for several; a queryset is only asked where somebody listens."""
    listening = listeners().get(event.name)
    if not listening:
        return
    for record in records:
        data = event.data(record)
        body, subject = written(event.name, data), subject_of(data)
        for endpoint_id in listening:
            _insert(endpoint_id, event.name, subject, body)


def put_erased(records: list, whole: bool = True) -> None:
    """Tells that what was known of some records of one model is destroyed; each still says who its
    supporter was. With ``whole`` off only of these, and the records stay.

    What was told of them, and what was still to be told, is destroyed here as well: nothing about
    somebody comes after it.
    """
    everybody = listeners().get(ERASED)
    if not everybody or not records:
        return
    for start in range(0, len(records), MOST_ERASED):
        some = records[start : start + MOST_ERASED]
        data = {
            "kind": kind_of(some[0]),
            "ids": [record.pk for record in some] if whole else [],
            "supporters": sorted({record.supporter_id for record in some} - {None}),
        }
        forget(data)
        body = written(ERASED, data)
        for endpoint_id in everybody:
            _insert(endpoint_id, ERASED, "", body)


def forget(erased: dict) -> None:
    """Deletes all that tells of what was erased, delivered or not."""
    subjects = [f"{erased['kind']} {pk}" for pk in erased["ids"]]
    subjects += [f"supporter {pk}" for pk in erased["supporters"]]
    Delivery.objects.filter(subject__in=subjects).delete()


def put_test(endpoint: Endpoint) -> Delivery:
    """Tells an endpoint nothing, so that it can be seen whether that arrives."""
    body = written(TEST, {"endpoint": endpoint.name})
    return _insert(endpoint.pk, TEST, "", body)


def written(name: str, data: dict) -> str:
    """The body, as it is signed and sent."""
    said = {"type": name, "timestamp": moments.said(timezone.now()), "data": data}
    return json.dumps(said, separators=(",", ":"))


def subject_of(data: dict) -> str:
    """How a delivery says which record, or whose consent, it tells of."""
    return f"{data['kind']} {data['id']}" if "kind" in data else f"supporter {data['supporter']}"


def listeners() -> dict[str, list[int]]:
    """{name of an event: the ids of the endpoints that are told of it}, from the cache."""
    found = cache.get(KEY)
    if found is None:
        found = _look()
        cache.set(KEY, found, SECONDS)
    return found


def forget_listeners() -> None:
    """Lets the next event find the endpoints as they are now; after the commit."""
    cache.delete(KEY)


def _look() -> dict[str, list[int]]:
    found = {}
    for pk, is_on, events in Endpoint.objects.order_by("pk").values_list("pk", "is_on", "events"):
        for name in [*(events if is_on else ()), ERASED]:
            found.setdefault(name, []).append(pk)
    return found


def _insert(endpoint_id: int, event: str, subject: str, body: str) -> Delivery:
    delivery = Delivery(endpoint_id=endpoint_id, event=event, subject=subject, body=body)
    rows.insert(delivery)
    return delivery
