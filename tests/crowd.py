"""Many people at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections


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

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(run, range(number)))
