"""What the receiver keeps, as files: what it got, its secret, and how it answers."""

import json
import os
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

#: What it answers until it is told otherwise.
WELL = {"secret": "", "answer": 200}


@dataclass
class Received:
    """One request: its ``webhook-id``, what became of its signature, and its body."""

    id: str
    verified: bool
    body: str
    at: datetime

    @property
    def type(self) -> str:
        """The event, "" where there is none to be read."""
        try:
            return str(json.loads(self.body)["type"])
        except (ValueError, KeyError, TypeError):
            return ""


def folder() -> Path:
    """Where it lies; made if it isn't there."""
    path = Path(settings.DEMO_RECEIVER_FOLDER)
    path.mkdir(parents=True, exist_ok=True)
    return path


def remembered() -> dict:
    """Its secret and the status that it answers with."""
    try:
        return WELL | json.loads((folder() / "remembered").read_text())
    except FileNotFoundError:
        return WELL


def remember(**values) -> None:
    """Changes them."""
    _write(folder() / "remembered", remembered() | values)


def keep(webhook_id: str, verified: bool, body: str) -> None:
    """Writes down what came; names sort by time."""
    said = {"id": webhook_id, "verified": verified, "body": body}
    _write(folder() / f"{time.time_ns():020d}-{secrets.token_hex(4)}.json", said)


def latest(most: int) -> list[Received]:
    """What came last, newest first."""
    names = sorted(path.name for path in folder().glob("*.json"))[::-1][:most]
    return [_read(folder() / name) for name in names]


def _read(path: Path) -> Received:
    at = datetime.fromtimestamp(int(path.name.split("-")[0]) / 1e9, UTC)
    return Received(**json.loads(path.read_text()), at=at)


def _write(path: Path, said: dict) -> None:
    # Readers see it whole or not at all.
    unfinished = path.with_name(f".{secrets.token_hex(4)}")
    unfinished.write_text(json.dumps(said))
    os.replace(unfinished, path)
