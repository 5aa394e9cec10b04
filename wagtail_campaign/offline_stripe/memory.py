"""What a server keeps in a file, so that a restart loses nothing: the objects, the clock, the
answers to idempotency keys, and the events that are held or still to be sent.

An object that stands within another, as an item does in its subscription, is the very one that is
found by its id. So it is written once, and where it stands within another its id is.
"""

import json
import os
from pathlib import Path

#: What stands for an object within another: {ID_OF: its id}.
ID_OF = "_object"


class Unusable(Exception):
    """The file can't be read, or can't be written: it says which and why."""


def begin(server, path: Path) -> None:
    """Remembers what a file has, if it's there, and keeps every change in it from here on. Raises
    ``Unusable``; such a file stays as it is."""
    with server.store.lock:
        try:
            if path.exists():
                _remember(server, json.loads(path.read_text()))
            save(server, path)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise Unusable(
                f"{path} isn't what an offline Stripe has kept, or not all of it ({error!r}). It"
                " was left as it is: move it away to begin anew."
            ) from error
        except OSError as error:
            raise Unusable(f"Can't keep anything in {path} ({error.strerror}).") from error
        server.store.changed = lambda: save(server, path)


def save(server, path: Path) -> None:
    """Writes the file anew, for its owner alone: readers see it whole or as it was before."""
    store, webhooks = server.store, server.webhooks
    with store.lock:
        kept = {
            "objects": {
                one["id"]: {name: _with_ids(value, store.objects) for name, value in one.items()}
                for one in store.objects.values()
            },
            "gone_on": store.gone_on,
            "answers": server.keys.answers,
            "is_holding": webhooks.is_holding,
            "is_thin": webhooks.is_thin,
            "held": [event["id"] for event in webhooks.held],
            "to_send": [event["id"] for event in webhooks.to_send],
        }
        unfinished = path.with_name(f".{path.name}.unfinished")
        unfinished.unlink(missing_ok=True)
        with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(kept, file, default=str)
        os.replace(unfinished, path)


def _remember(server, kept: dict) -> None:
    objects = kept["objects"]
    for one in objects.values():
        one |= {name: _with_objects(value, objects) for name, value in one.items()}
    server.store.objects = objects
    server.store.made = max((one["_number"] for one in objects.values()), default=0)
    server.store.gone_on = kept["gone_on"]
    server.keys.answers = {
        key: (tuple(said), tuple(answer)) for key, (said, answer) in kept["answers"].items()
    }
    server.webhooks.is_holding = kept["is_holding"]
    server.webhooks.is_thin = kept.get("is_thin", False)
    server.webhooks.held = [objects[id] for id in kept["held"]]
    server.webhooks.send_soon([objects[id] for id in kept["to_send"]])


def _with_ids(value, objects: dict):
    if isinstance(value, dict):
        if objects.get(value.get("id")) is value:
            return {ID_OF: value["id"]}
        return {name: _with_ids(one, objects) for name, one in value.items()}
    return [_with_ids(one, objects) for one in value] if isinstance(value, list) else value


def _with_objects(value, objects: dict):
    if isinstance(value, dict):
        if value.keys() == {ID_OF}:
            return objects[value[ID_OF]]
        return {name: _with_objects(one, objects) for name, one in value.items()}
    return [_with_objects(one, objects) for one in value] if isinstance(value, list) else value
