"""Which events there are. A slice names its own in its ``hooks.py`` with ``register``.

What is told of an event leaves the site, to whom editors choose. Supporters have agreed to nothing
of the kind, so it says what happened, to which record, and no more: ids, the action, language and
country. Names that a page shows are left out, too: there they can be hidden again with one click.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import models

_events: dict[str, "Event"] = {}


@dataclass(frozen=True)
class Event:
    """Something that can be told.

    ``name`` is "signature.confirmed", ``label`` what the admin calls it. ``data`` makes of a record
    what is told of it, as JSON takes it.
    """

    name: str
    label: object
    data: Callable[[models.Model], dict] = field(compare=False)


def register(name: str, label, data: Callable[[models.Model], dict]) -> Event:
    """Makes an event known, and lets endpoints be told of it."""
    event = _events[name] = Event(name, label, data)
    return event


def all_events() -> list[Event]:
    """Every event that endpoints can choose, by name."""
    return [_events[name] for name in sorted(_events)]


def label_of(name: str) -> str:
    """What the admin calls an event, its name where it isn't there any more."""
    return str(_events[name].label) if name in _events else name


def kind_of(model) -> str:
    """What a record is called in events: "signature"."""
    return model._meta.model_name


def about(record, **more) -> dict:
    """What is told of any record of what somebody did, and ``more``."""
    return {
        "kind": kind_of(record),
        "id": record.pk,
        "supporter": record.supporter_id,
        "action": str(record.action.key),
        "country": record.country,
        "language": record.language,
        **more,
    }
