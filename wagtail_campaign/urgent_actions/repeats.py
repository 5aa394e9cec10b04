"""Whether an address has written the same day to the same target. Asked where nobody can watch."""

from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from ..supporters import addresses
from .models import Letter

A_DAY = timedelta(days=1).total_seconds()


def subject(letter: Letter) -> str:
    """What counts once for an address: an action, a target, a day (UTC)."""
    target = letter.target_id or letter.channel
    return f"{letter.urgent_action.key}:{target}:{timezone.now():%Y-%m-%d}"


def was_written(letter: Letter, older_keys_only: bool = False) -> bool:
    """Whether another letter of the address stands, counting or invalidated; or has gone that day
    and was taken back since.

    With ``older_keys_only`` the writing key is left to the database's own constraint.
    """
    keys = addresses.dedupe_keys(subject(letter), letter.supporter.email)
    if cache.get_many([_cache_key(key) for key in keys]):
        return True
    keys = keys[1 if older_keys_only else 0 :]
    written = Letter.objects.filter(urgent_action=letter.urgent_action_id, dedupe_key__in=keys)
    return bool(keys) and written.exclude(pk=letter.pk).exists()


def keep_the_day(letter: Letter) -> None:
    """Keeps that a letter was the one of its day, when it is about to lose its key. Else an address
    would write, take back, and write again. As the limits are, it is kept in the cache; from the
    commit on."""
    if letter.dedupe_key:
        key = _cache_key(letter.dedupe_key)
        transaction.on_commit(lambda: cache.set(key, True, A_DAY))


def _cache_key(dedupe_key: str) -> str:
    return f"campaign:limit:letter:{dedupe_key}"
