"""What goes wrong with a request because a test asked for it: see ``control.fault``."""

import time

from .errors import Refused

CODES = {402: "card_declined", 409: "lock_timeout", 429: "rate_limit"}


class HungUp(Exception):
    """The connection is closed without an answer."""


class Fault:
    """Something that goes wrong with one request to come.

    ``status``: of an error, None for a connection that is closed without an answer; ``after``:
    whether the request did its work before; ``delay``: seconds that it takes; ``retry``: what
    ``Stripe-Should-Retry`` says, None to leave it out.
    """

    def __init__(self, status=500, after=False, delay=0.0, retry: bool | None = None):
        self.status, self.after, self.delay, self.retry = status, after, delay, retry

    def happen(self):
        time.sleep(self.delay)
        if self.status == 200:
            return
        if self.status is None:
            raise HungUp
        headers = {} if self.retry is None else {"Stripe-Should-Retry": str(self.retry).lower()}
        types = {401: "invalid_request_error", 402: "card_error", 409: "idempotency_error"}
        fault = Refused("This fault was asked for.", headers=headers, code=CODES.get(self.status))
        fault.status = self.status
        fault.error["type"] = types.get(
            self.status, "invalid_request_error" if self.status < 500 else "api_error"
        )
        raise fault
