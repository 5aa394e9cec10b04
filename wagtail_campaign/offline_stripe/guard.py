"""Keeping out the pages of other sites, which a browser on this machine may show.

Such a page can send a form to any address. It can't send JSON to another origin without asking
first, so ``control`` takes nothing else; and the API asks for a header of its own. But a page can
also give this machine a name of its own site (DNS rebinding), and is no other origin any more: so
both are reached only by names that nobody elsewhere can give. A hosted page needs neither: it is
found by its id, which can't be guessed.
"""

import ipaddress
import re

from .errors import Refused


class Forbidden(Refused):
    """It may be from a page of another site."""

    status = 403


def check_name(host: str, own: str) -> None:
    """``host``: the header; ``own``: where it is served. Raises ``Forbidden``."""
    name = re.sub(r":\d+$", "", host).strip("[]").lower()
    if "." in name and name != own.lower() and not _is_number(name):
        raise Forbidden(
            f"The offline Stripe isn't known by the name {name}: reach it as localhost, by an IP"
            " address, or by a name without a dot."
        )


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def check_json(content_type: str) -> None:
    """Raises ``Forbidden``."""
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise Forbidden("Send JSON, and say so: Content-Type: application/json")
