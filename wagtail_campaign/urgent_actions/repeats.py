"""Whether an address has written the same day to the same target. Asked where nobody can watch."""

from django.utils import timezone

from ..supporters import addresses
from .models import Letter


def subject(letter: Letter) -> str:
    """What counts once for an address: an action, a target, a day (UTC)."""
    target = letter.target_id or letter.channel
    return f"{letter.urgent_action.key}:{target}:{timezone.now():%Y-%m-%d}"


def was_written(letter: Letter, older_keys_only: bool = False) -> bool:
    """Whether another letter of the address stands, counting or invalidated.

    With ``older_keys_only`` the writing key is left to the database's own constraint.
    """
    keys = addresses.dedupe_keys(subject(letter), letter.supporter.email)
    keys = keys[1 if older_keys_only else 0 :]
    written = Letter.objects.filter(urgent_action=letter.urgent_action_id, dedupe_key__in=keys)
    return bool(keys) and written.exclude(pk=letter.pk).exists()
