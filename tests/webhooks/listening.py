"""An endpoint that listens, and what it will be told, in a word each."""

import json
import re

from django.test import TestCase

from wagtail_campaign.webhooks import endpoints, events
from wagtail_campaign.webhooks.models import Delivery, Endpoint


def listening(url="https://hooks.example.org/", *names, name="Statistics") -> Endpoint:
    """An endpoint that is told of some events, of all by default."""
    names = names or [event.name for event in events.all_events()]
    endpoint = Endpoint(name=name, url=url, events=list(names))
    with TestCase.captureOnCommitCallbacks(execute=True):
        endpoints.add(endpoint, None)
    return endpoint


def told() -> list[tuple[str, dict]]:
    """(type, data) of all that is in the outbox, the oldest first."""
    bodies = [json.loads(d.body) for d in Delivery.objects.order_by("pk")]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b["timestamp"]) for b in bodies)
    return [(body["type"], body["data"]) for body in bodies]
