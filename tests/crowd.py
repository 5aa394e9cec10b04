"""Many people at once."""

import fcntl
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from django.db import connections

# Each of fifty has a connection, and a server gives a hundred to all processes of these tests: one
# crowd at a time.
TURNSTILE = Path(tempfile.gettempdir()) / "wagtail-campaign-crowd.lock"


def at_once(number, do) -> list:
    """Calls ``do(i)`` for 0 … number - 1, each in a thread of its own, all started together.

    Returns what they returned, in order; raises what the first of them raised.
    """
    ready = Barrier(number)

    def run(i):
        ready.wait(timeout=60)
        try:
            return do(i)
        finally:
            connections.close_all()

    with TURNSTILE.open("w") as turn, ThreadPoolExecutor(number) as pool:
        fcntl.flock(turn, fcntl.LOCK_EX)
        return list(pool.map(run, range(number)))
