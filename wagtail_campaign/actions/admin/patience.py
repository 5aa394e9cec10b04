"""Numbers counted from records at most once a minute, and less often where that is slow."""

import time
from collections.abc import Callable

from django.core.cache import cache

SECONDS = 60
# Kept for so many times the time that counting took.
PATIENCE = 200


def counted(key: str, count: Callable):
    """What ``count()`` gives, at most some minutes old; it isn't None."""
    found = cache.get(key)
    if found is None:
        started = time.monotonic()
        found = count()
        cache.set(key, found, _seconds_for(started))
    return found


def counted_of(keys: dict, count: Callable[[list], dict]) -> dict:
    """The same for several at once: {id: number} for ``keys``, {id: key in the cache}.

    ``count`` is given the ids that aren't known, and may leave some out: those stand for {}.
    """
    kept = cache.get_many(keys.values())
    known = {pk: kept[key] for pk, key in keys.items() if kept.get(key)}
    if missing := [pk for pk, key in keys.items() if key not in kept]:
        started = time.monotonic()
        found = count(missing)
        cache.set_many({keys[pk]: found.get(pk, {}) for pk in missing}, _seconds_for(started))
        known |= found
    return known


def _seconds_for(started: float) -> int:
    return max(SECONDS, round((time.monotonic() - started) * PATIENCE))
