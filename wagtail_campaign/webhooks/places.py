"""Where webhooks may go: to https at public addresses, found by the DNS at the moment of the call.

An editor types the address, and this site calls it from inside its own network. So neither an
address in there nor a name that leads there is called (server-side request forgery), and the name
is asked for once: the connection goes to the address that was looked at, whatever the name leads to
by then (DNS rebinding).
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import dns.exception

from ..conf import conf
from ..names import ascii_of, resolver

#: What is routed on the internet (RFC 4291); and in it what carries an IPv4 address: 6to4, Teredo.
GLOBAL_IPV6 = ipaddress.ip_network("2000::/3")
CARRIERS = (ipaddress.ip_network("2002::/16"), ipaddress.ip_network("2001::/32"))
#: What a path and a query are written with (RFC 3986); all else in them is percent-encoded.
VISIBLE = re.compile("[!-~]+")


class Uncallable(Exception):
    """What isn't called."""


class BadPlace(Uncallable):
    """What is no address that may be called. ``reason``: "url", "scheme", "user", "host"."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


class NotPublic(Uncallable):
    """A name leads to an address that isn't public."""


class NoSuchName(Uncallable):
    """A name leads nowhere, or nobody says where."""


@dataclass(frozen=True)
class Place:
    """An address in parts. ``host`` is an IP address without brackets, or a name as the DNS has it;
    ``path`` begins with a slash and has the query in it."""

    is_https: bool
    host: str
    port: int
    path: str


def place_of(url: str) -> Place:
    """The parts of an address that may be called, as far as can be told without asking the DNS.
    Raises ``BadPlace``."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        raise BadPlace("url") from None
    if parts.scheme != "https" and not (parts.scheme == "http" and conf.WEBHOOKS_ANYWHERE):
        raise BadPlace("scheme")
    if "@" in parts.netloc:
        raise BadPlace("user")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not host or port == 0 or parts.fragment or not VISIBLE.fullmatch(path):
        raise BadPlace("url")
    is_https = parts.scheme == "https"
    return Place(is_https, _host(host), port or (443 if is_https else 80), path)


def _host(host: str) -> str:
    if address := as_address(host):
        if not may_be_called(address):
            raise BadPlace("host")
        return str(address)
    # Has a full stop in it, and is no number: some would read 127.1 as an address.
    if name := ascii_of(host):
        return name
    raise BadPlace("url")


def as_address(host: str):
    """An IP address, None for what is a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def may_be_called(address) -> bool:
    """Whether an IP address is a public one, or any may be called."""
    return conf.WEBHOOKS_ANYWHERE or is_public(address)


def is_public(address) -> bool:
    """Whether anybody on the internet could call it: not private, loopback, link-local, multicast,
    reserved, and no IPv6 address that carries another in it."""
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    if address.version == 4:
        return True
    return address in GLOBAL_IPV6 and not any(address in carrier for carrier in CARRIERS)


def addresses_of(place: Place, seconds: float) -> list[str]:
    """The addresses that a place is at now, IPv4 first. Raises ``NotPublic``, also where only one
    of several isn't; ``NoSuchName``."""
    if as_address(place.host):
        return [place.host]
    try:
        answers = resolver().resolve_name(f"{place.host}.", lifetime=seconds, search=False)
    except dns.exception.DNSException:
        raise NoSuchName from None
    found = sorted(map(ipaddress.ip_address, answers.addresses()), key=lambda a: a.version)
    if not found:
        raise NoSuchName
    if not all(map(may_be_called, found)):
        raise NotPublic
    return [str(address) for address in found]
