"""How much one network or one address may do. Short-lived keyed buckets in the cache; no address
of either kind is stored, and without the secret a bucket can't be traced back to one."""

import ipaddress
import time

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from ..conf import conf
from .addresses import normalise


def network_of(request) -> str:
    """The network a request comes from: its IPv4 address or IPv6 /64, "" where none is known.

    X-Forwarded-For is read from the right, as far as ``WAGTAIL_CAMPAIGN_TRUSTED_PROXIES`` proxies
    of one's own wrote it; what a client puts before that is not believed.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if conf.TRUSTED_PROXIES:
        hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        address = hops[-min(conf.TRUSTED_PROXIES, len(hops))].strip() or address
    try:
        network = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if network.version == 4:
        return str(network)
    if network.ipv4_mapped:
        return str(network.ipv4_mapped)
    return str(ipaddress.ip_network((network, 64), strict=False))


def network_is_full(request) -> int:
    """Counts a form from the request's network: the seconds to wait, 0 where it may go on."""
    return _count("network", network_of(request), conf.NETWORK_LIMIT)


def address_is_full(address: str, network: str = "") -> int:
    """Counts a form with that e-mail address: the seconds to wait, 0 where it may go on. With a
    ``network`` only those from there count: so an answer that shows it tells nobody of what others
    did."""
    # Most providers deliver name+anything@ to name@: nobody gets one more mail for each anything.
    name, _, domain = normalise(address).rpartition("@")
    subject = f"{name.partition('+')[0]}@{domain} {network}".strip()
    return _count("address", subject, conf.ADDRESS_LIMIT)


def was_asked_often(what: str) -> int:
    """Counts that another server is asked because somebody opens a page: the seconds to wait where
    it was ten times in this minute, so that nobody can have it asked as often as they like; else
    0."""
    return _count("asked", what, (10, 60))


def _count(kind: str, subject: str, limit: tuple[int, int] | None) -> int:
    if not limit or not subject:
        return 0
    allowed, seconds = limit
    now = int(time.time())
    window = now // seconds
    digest = salted_hmac(f"wagtail_campaign.{kind}.{window}", subject, algorithm="sha256")
    key = f"campaign:limit:{kind}:{digest.hexdigest()[:40]}"
    # Most come for the first time, and then this is the only word with the cache.
    if cache.add(key, 1, seconds):
        used = 1
    else:
        try:
            used = cache.incr(key)
        except ValueError:
            # The bucket ended, or was pushed out, between the two.
            used = 1
    return seconds - now % seconds if used > allowed else 0
