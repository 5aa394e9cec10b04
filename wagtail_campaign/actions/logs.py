"""Writing down what editors did, where Wagtail's site history and the records themselves show it.

Logs are kept for ever: they hold ids, counts, reasons and settings, never names or addresses.
"""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.log_actions import LogFormatter, get_active_log_context
from wagtail.models import ModelLogEntry

BATCH = 500

_formatters: dict[str, type[LogFormatter]] = {}


def register(action: str):
    """Class decorator: makes a ``LogFormatter`` known for an action ("campaign.export")."""

    def remember(formatter: type[LogFormatter]) -> type[LogFormatter]:
        _formatters[action] = formatter
        return formatter

    return remember


def register_all(registry) -> None:
    """Gives Wagtail every action; for the hook ``register_log_actions``."""
    for action, formatter in _formatters.items():
        registry.register_action(action)(formatter)


def note(records, action: str, user, label=None, **data) -> None:
    """Writes one entry for each of the records (of one model), in one query for 500.

    ``label`` maps a record to what the site history calls it, its ``str()`` otherwise; ``data`` is
    what the action's formatter is given, JSON.
    """
    records = list(records)
    if not records:
        return
    if action not in _formatters:
        raise ValueError(f"{action} is not registered")
    content_type = ContentType.objects.get_for_model(records[0])
    ModelLogEntry.objects.bulk_create(
        [
            ModelLogEntry(
                content_type=content_type,
                object_id=str(record.pk),
                label=label(record) if label else str(record),
                action=action,
                data=data,
                user=user,
                uuid=get_active_log_context().uuid,
                timestamp=timezone.now(),
            )
            for record in records
        ],
        batch_size=BATCH,
    )


def of(record):
    """The entries about one record, newest first, with their users."""
    return ModelLogEntry.objects.for_instance(record).select_related("user").order_by("-timestamp")
