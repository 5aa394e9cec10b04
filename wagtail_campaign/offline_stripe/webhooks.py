"""Telling the site what happened, signed as Stripe signs it
(https://docs.stripe.com/webhooks#verify-manually).

By itself it sends each event as it happens, in order, from a thread of its own. ``control`` may
hold them back, and then send them late, twice, in another order, or never.
"""

import hashlib
import hmac
import json
import queue
import threading
import time
from datetime import UTC, datetime
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from .expand import bare
from .reads import PATHS

TIMEOUT = 10


def thin(event: dict) -> dict:
    """The thin event of a snapshot event; it has an id of its own."""
    about = event["data"]["object"]
    kind = about["object"]
    path = PATHS.get(kind, f"/v1/{kind.replace('.', '/')}s")
    return {
        "id": f"{event['id']}_thin",
        "object": "v2.core.event",
        "type": f"v1.{event['type']}",
        "created": f"{datetime.fromtimestamp(event['created'], UTC):%Y-%m-%dT%H:%M:%S}.000Z",
        "livemode": event["livemode"],
        "context": None,
        "related_object": {"id": about["id"], "type": kind, "url": f"{path}/{about['id']}"},
        "reason": None,
    }


class Webhooks:
    """The one endpoint of an account.

    ``held``: the events that wait, the oldest first; ``is_holding``: whether new ones join them;
    ``to_send``: those that are on their way, each as often as it is sent; ``is_thin``: whether they
    say no more than where to look (https://docs.stripe.com/event-destinations#thin-events).
    """

    def __init__(self, store, url: str | None, secrets: tuple[str, ...]):
        self.store, self.url, self.secrets = store, url, secrets
        self.is_holding = self.is_thin = False
        self.held: list[dict] = []
        self.to_send: list[dict] = []
        self._queue: queue.Queue = queue.Queue()
        store.listeners.append(self._happened)
        self._thread = threading.Thread(target=self._send_all, daemon=True)
        self._thread.start()

    def _happened(self, event: dict) -> None:
        if self.url is None:
            return
        event["pending_webhooks"], event["_delivered"] = 1, False
        if self.is_holding:
            self.held.append(event)
        else:
            self.send_soon([event])

    def send_soon(self, events: list[dict]) -> None:
        """Sends them one after another, by the thread; holds them where there is no address."""
        if self.url is None:
            self.held += events
            return
        self.to_send += events
        for event in events:
            self._queue.put(event)

    def _send_all(self) -> None:
        while (event := self._queue.get()) is not None:
            self.send(event)
            self._queue.task_done()

    def wait(self) -> None:
        """Until everything that isn't held has been sent."""
        self._queue.join()

    def close(self) -> None:
        self._queue.put(None)
        self._thread.join(TIMEOUT)

    def send(self, event: dict) -> int:
        """Sends one of ``to_send``, now; the status of the answer, 0 for none."""
        with self.store.lock:
            payload = self.payload(event)
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
            "Stripe-Signature": self.signature(payload),
        }
        try:
            with urlopen(Request(self.url, payload, headers), timeout=TIMEOUT) as answer:
                status = answer.status
        except HTTPError as error:
            status = error.code
        except (OSError, HTTPException):
            status = 0
        with self.store.change():
            if 200 <= status < 300:
                event["pending_webhooks"], event["_delivered"] = 0, True
            self.to_send.remove(event)
        return status

    def payload(self, event: dict) -> bytes:
        """What is sent of an event."""
        said = thin(event) if self.is_thin else bare(event)
        return json.dumps(said, default=str).encode()

    def signature(self, payload: bytes, moment: int | None = None) -> str:
        """``t=…,v1=…``, with one signature for each secret. ``moment``: now, by the clock of the
        site that checks it, which goes on as ever."""
        moment = moment or int(time.time())
        signed = b"%d.%s" % (moment, payload)
        parts = [
            "v1=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
            for secret in self.secrets
        ]
        return ",".join([f"t={moment}", *parts])
