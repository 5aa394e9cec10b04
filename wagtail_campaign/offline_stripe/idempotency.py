"""A request with an ``Idempotency-Key`` is answered once; the same again gets the same answer
(https://docs.stripe.com/api/idempotent_requests).

What was refused for its parameters is not kept; a declined card is.
"""

import threading

from .errors import InUse, KeyUsedOtherwise


class Keys:
    """The answers by key. Two requests with one key at once: the second gets 409."""

    def __init__(self):
        self._lock = threading.Lock()
        self.answers: dict[str, tuple] = {}
        self._under_way: set[str] = set()

    def begin(self, key: str, said: tuple):
        """The answer that a key got before; None for a new one, which is under way from here on,
        until ``end``. Raises ``KeyUsedOtherwise``, ``InUse``."""
        with self._lock:
            if key in self._under_way:
                raise InUse(
                    "There is currently another in-progress request using this Idempotent Key"
                    f" ({key}).",
                    code="idempotency_key_in_use",
                )
            if key not in self.answers:
                self._under_way.add(key)
                return None
            before, answer = self.answers[key]
        if before != said:
            raise KeyUsedOtherwise(
                "Keys for idempotent requests can only be used with the same parameters they were"
                f" first used with. Try using a key other than '{key}' if you meant to execute a"
                " different request."
            )
        return answer

    def end(self, key: str, said: tuple, answer: tuple | None) -> None:
        """It is answered; None where nothing is kept of it."""
        with self._lock:
            self._under_way.discard(key)
            if answer is not None:
                self.answers[key] = (said, answer)
