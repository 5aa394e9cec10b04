"""Every object there is, and the time."""

import secrets
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from urllib.parse import urlsplit

from .errors import NotFound

#: Moves on what is due at a time: ``function(store, now)``. The files of the objects add theirs.
due: list[Callable] = []


class Store:
    """The objects by id, as the dicts that are answered; a key with ``_`` in front is kept to
    ourselves.

    ``lock`` is held while a request is answered, and ``change`` where one changes something, so
    that nobody sees half of it.
    """

    def __init__(self):
        self.lock = threading.RLock()
        self.objects: dict[str, dict] = {}
        self.gone_on = 0
        #: Where it is served, for the addresses of hosted pages, and whether on every interface.
        self.address, self.is_everywhere = "", False
        #: Called with each event: the webhooks listen.
        self.listeners: list[Callable[[dict], None]] = []
        #: Called after each change: the memory listens, where there is one.
        self.changed: Callable[[], None] = lambda: None
        #: What the request that is being answered is known by: {"id", "idempotency_key"}.
        self.request: dict | None = None
        #: How many objects there have been.
        self.made = 0

    @contextmanager
    def change(self):
        """Whatever changes is changed within this, also where it ends in an error."""
        with self.lock:
            try:
                yield
            finally:
                self.changed()

    def now(self) -> int:
        """Seconds since 1970, as far as the clock was moved on."""
        return int(time.time()) + self.gone_on

    def forward(self, seconds: int) -> None:
        """Moves the clock on, a day at a time, and does what becomes due on the way."""
        ends = self.gone_on + seconds
        while self.gone_on < ends:
            self.gone_on = min(self.gone_on + 86_400, ends)
            for function in due:
                function(self, self.now())

    def page(self, path: str, back: str | None) -> str:
        """The address of a hosted page from which one goes ``back`` to the site.

        On every interface it has the host of the site: a phone reaches both by that.
        """
        if not (self.is_everywhere and back):
            return self.address + path
        host = urlsplit(back).hostname
        host = f"[{host}]" if ":" in host else host
        return f"http://{host}:{urlsplit(self.address).port}{path}"

    def new_id(self, prefix: str) -> str:
        return f"{prefix}_{secrets.token_hex(12)}"

    def add(self, prefix: str, kind: str, without: tuple[str, ...] = (), **values) -> dict:
        """A new object with an id, its kind, and when it was made; ``without``: which of these a
        kind doesn't have."""
        self.made += 1
        common = {"created": self.now(), "livemode": False}
        made = {
            "id": self.new_id(prefix),
            "object": kind,
            **{name: value for name, value in common.items() if name not in without},
            **values,
            "_number": self.made,
        }
        self.objects[made["id"]] = made
        return made

    def get(self, kind: str, id: str, param: str = "id") -> dict:
        """An object by its id. Raises ``NotFound``."""
        found = self.objects.get(id)
        if found is None or found["object"] != kind:
            raise NotFound.of(kind, id, param)
        return found

    def all(self, kind: str, **values) -> list[dict]:
        """Those of a kind with such values, the newest first."""
        found = (
            o
            for o in self.objects.values()
            if o["object"] == kind and all(o.get(k) == v for k, v in values.items())
        )
        return sorted(found, key=lambda o: o["_number"], reverse=True)
