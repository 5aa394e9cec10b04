"""One call of an endpoint: to an address that was looked at, and within a few seconds in all.

``http.client`` and not a library above it: it opens no connection by itself, follows no redirect,
heeds no proxy, and reads of an answer no more than is asked for.
"""

import socket
import ssl
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from http.client import HTTPConnection, HTTPException, HTTPResponse

from django.utils import timezone

from . import places

#: For everything: asking the DNS, connecting, sending, and the head of the answer.
SECONDS = 5


@dataclass(frozen=True)
class Answer:
    """What an endpoint answered: its ``status``, or None and why there is none in ``error``, the
    name of an error. ``again_at`` is the moment before which it doesn't want to be called again."""

    status: int | None = None
    error: str = ""
    again_at: datetime | None = None


def post(url: str, body: str, headers: dict[str, str]) -> Answer:
    """Sends a body to an address, once. Raises nothing for what lies with the other side."""
    ends = time.monotonic() + SECONDS
    try:
        place = places.place_of(url)
        sock = _connected(places.addresses_of(place, SECONDS), place.port, ends)
        if place.is_https:
            sock = _context().wrap_socket(
                sock, server_hostname=place.host, do_handshake_on_connect=False
            )
        with sock, _cut_off_at(ends, sock):
            if place.is_https:
                sock.do_handshake()
            return _said(_exchange(sock, place, body, headers))
    except (OSError, HTTPException, places.Uncallable) as error:
        late = time.monotonic() >= ends
        return Answer(error=TimeoutError.__name__ if late else type(error).__name__)


def _connected(addresses: list[str], port: int, ends: float) -> socket.socket:
    """A connection to the first of some addresses that takes one."""
    for address in addresses:
        try:
            left = max(0.01, ends - time.monotonic())
            return socket.create_connection((address, port), timeout=left)
        except OSError as error:
            last = error
    raise last


def _exchange(sock, place, body: str, headers: dict[str, str]) -> HTTPResponse:
    connection = HTTPConnection(place.host, place.port)
    # Without the port in "Host" where it is the usual one.
    connection.default_port = 443 if place.is_https else 80
    connection.sock = sock
    connection.request("POST", place.path, body.encode(), headers | {"Connection": "close"})
    return connection.getresponse()


def _said(response: HTTPResponse) -> Answer:
    return Answer(response.status, again_at=_again_at(response.headers.get("Retry-After", "")))


def _again_at(said: str) -> datetime | None:
    """The moment in a Retry-After header, which gives seconds or a date (RFC 9110, 10.2.3)."""
    with suppress(ValueError, OverflowError, TypeError):
        if said.isascii() and said.isdecimal():
            return timezone.now() + timedelta(seconds=int(said))
        moment = parsedate_to_datetime(said)
        return moment if moment.tzinfo else None
    return None


@contextmanager
def _cut_off_at(ends: float, sock):
    """Ends a connection when its time is over, also one on which a byte comes now and then: the
    time-out of a socket is for each of them."""
    timer = threading.Timer(max(0, ends - time.monotonic()), _cut_off, [sock])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cut_off(sock) -> None:
    with suppress(OSError):
        # Of the socket below: TLS would first say good-bye.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


@lru_cache(maxsize=1)
def _context() -> ssl.SSLContext:
    """The authorities that the system trusts, read once."""
    return ssl.create_default_context()
