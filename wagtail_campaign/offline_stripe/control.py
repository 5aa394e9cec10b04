"""What only a test or the demo can do to this Stripe.

In Python: ``server.control.forward(days=31)``. Over HTTP, for another process: POST
``/control/forward/`` with ``{"days": 31}`` as JSON (``Content-Type: application/json``); the answer
is JSON. Amounts are in minor units, ids are Stripe's.
"""

import json
import random
from datetime import timedelta

from .errors import NotFound, Refused
from .expand import bare
from .faults import Fault
from .objects import checkout_sessions, disputes, early_fraud_warnings, refunds

PAYER = {"name": "Dana Demo", "email": "dana@example.org"}


class Control:
    """The verbs; each may be called by name over HTTP."""

    VERBS = [
        "pay",
        "decline",
        "settle",
        "bounce",
        "card",
        "dispute",
        "close_dispute",
        "warn_of_fraud",
        "fail_refund",
        "forward",
        "hold",
        "deliver",
        "drop",
        "resume",
        "thin",
        "fault",
        "events",
        "state",
    ]

    def __init__(self, server):
        self.server, self.store, self.webhooks = server, server.store, server.webhooks

    # What donors and their banks do.

    def pay(self, session: str, delayed: bool = False, **by) -> dict:
        """Somebody pays a Checkout Session; ``delayed``: by a method that takes days; ``name``,
        ``email``: who."""
        with self.store.change():
            found = self._open(session)
            checkout_sessions.pay(self.store, found, PAYER | by, delayed)
            return bare(found)

    def decline(self, session: str, **by) -> dict:
        """Somebody's card is refused."""
        with self.store.change():
            found = self._open(session)
            checkout_sessions.decline(self.store, found, PAYER | by)
            return bare(found)

    def _open(self, session: str) -> dict:
        found = self.store.get("checkout.session", session)
        if found["status"] != "open":
            raise Refused(f"This Checkout Session is {found['status']}.")
        return found

    def settle(self, session: str) -> dict:
        """A delayed payment comes."""
        return self._end(session, checkout_sessions.settle)

    def bounce(self, session: str) -> dict:
        """A delayed payment fails."""
        return self._end(session, checkout_sessions.bounce)

    def _end(self, session: str, verb) -> dict:
        with self.store.change():
            found = self.store.get("checkout.session", session)
            intent = self.store.objects.get(found["payment_intent"], {})
            if intent.get("status") != "processing":
                raise Refused("Nothing of this Checkout Session is under way.")
            verb(self.store, found)
            return bare(found)

    def card(self, customer: str, declines: bool) -> dict:
        """From here on the bank refuses what is taken from a customer; or gives it again."""
        with self.store.change():
            found = self.store.get("customer", customer)
            found["_declines"] = declines
            return bare(found)

    def dispute(self, payment_intent: str, reason: str = "fraudulent") -> dict:
        """A donor's bank takes a payment back."""
        with self.store.change():
            return bare(disputes.open(self.store, self._charge_of(payment_intent), reason))

    def _charge_of(self, payment_intent: str) -> dict:
        intent = self.store.get("payment_intent", payment_intent)
        return self.store.get("charge", intent["latest_charge"] or "")

    def close_dispute(self, dispute: str, won: bool) -> dict:
        """The bank decides."""
        with self.store.change():
            found = self.store.get("dispute", dispute)
            disputes.close(self.store, found, won)
            return bare(found)

    def warn_of_fraud(self, payment_intent: str, fraud_type: str = "misc") -> dict:
        """A donor's bank holds a payment for fraud; nothing is taken back yet."""
        with self.store.change():
            charge = self._charge_of(payment_intent)
            return bare(early_fraud_warnings.warn(self.store, charge, fraud_type))

    def fail_refund(self, refund: str, reason: str = "expired_or_canceled_card") -> dict:
        """A refund comes back, days later."""
        with self.store.change():
            found = self.store.get("refund", refund)
            refunds.fail(self.store, found, reason)
            return bare(found)

    # Time.

    def forward(self, days: float = 0, hours: float = 0, seconds: float = 0) -> int:
        """Moves the clock on and does what becomes due: sessions expire, subscriptions renew, what
        failed is tried again. The new time, in seconds since 1970."""
        gone = timedelta(days=days, hours=hours, seconds=seconds)
        with self.store.change():
            self.store.forward(int(gone.total_seconds()))
            return self.store.now()

    # Webhooks.

    def hold(self) -> None:
        """Sends nothing from here on, but keeps it for ``deliver``."""
        self.webhooks.wait()
        with self.store.change():
            self.webhooks.is_holding = True

    def deliver(self, order: str = "as it happened", times: int = 1, types=None) -> list[int]:
        """Sends what is held, each so many times; the statuses of the answers.

        ``order``: "as it happened", "reversed" or "shuffled"; ``types``: only events of these, the
        others stay held.
        """
        self._need_address()
        with self.store.change():
            chosen = [e for e in self.webhooks.held if types is None or e["type"] in types]
            self.webhooks.held = [e for e in self.webhooks.held if e not in chosen]
            events = [event for event in chosen for _ in range(times)]
            self.webhooks.to_send += events
        if order == "reversed":
            events.reverse()
        elif order == "shuffled":
            random.shuffle(events)
        return [self.webhooks.send(event) for event in events]

    def drop(self) -> int:
        """Forgets what is held, as if the site had been down for three days; how many these were.
        ``events.list(delivery_success=False)`` still has them."""
        with self.store.change():
            lost, self.webhooks.held = len(self.webhooks.held), []
            return lost

    def resume(self) -> None:
        """Sends what is held, and everything again as it happens."""
        self._need_address()
        with self.store.change():
            self.webhooks.is_holding = False
            held, self.webhooks.held = self.webhooks.held, []
            self.webhooks.send_soon(held)
        self.webhooks.wait()

    def thin(self, on: bool = True) -> None:
        """From here on events say no more than where to look; or all again."""
        self.webhooks.wait()
        with self.store.change():
            self.webhooks.is_thin = on

    def _need_address(self) -> None:
        if self.webhooks.url is None:
            raise Refused("There is no address that events could be sent to.")

    def events(self) -> list[dict]:
        """Everything that happened, the oldest first."""
        with self.store.lock:
            return bare(self.store.all("event")[::-1])

    def state(self) -> dict:
        """What no endpoint tells: the time, where events go, which are held back, and the customers
        whose bank refuses."""
        with self.store.lock:
            declining = self.store.all("customer", _declines=True)
            return {
                "now": self.store.now(),
                "webhook": self.webhooks.url,
                "is_holding": self.webhooks.is_holding,
                "is_thin": self.webhooks.is_thin,
                "held": [event["id"] for event in self.webhooks.held],
                "declining": [customer["id"] for customer in declining],
            }

    # Faults.

    def fault(self, times: int = 1, **fault) -> None:
        """Lets the next requests go wrong: see ``faults.Fault`` for ``status``, ``after``,
        ``delay`` and ``retry``."""
        self.server.faults += [Fault(**fault) for _ in range(times)]

    def over_http(self, path: str, body: str) -> tuple[int, object]:
        """What another process asks for: (status, answer)."""
        try:
            name = path.removeprefix("/control/").strip("/")
            if name not in self.VERBS:
                raise NotFound(f"There is no {name!r} here, but {', '.join(self.VERBS)}.")
            return 200, getattr(self, name)(**json.loads(body or "{}"))
        except Refused as error:
            return error.status, error.body
        except (TypeError, ValueError) as error:
            return 400, {"error": {"type": "invalid_request_error", "message": str(error)}}
