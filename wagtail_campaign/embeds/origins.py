"""The sites that may show an action in a frame, as origins: "https://ally.example.org" (RFC 6454).

They go into a header, so nothing gets in that isn't a scheme, a name and a port.
"""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

#: So many fit into a header that every proxy lets through.
MOST = 40
#: Of a name with its port, so that it fits into the source of a signature.
LONGEST = 80
HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
PORTS = {"http": 80, "https": 443}


def listed(text: str) -> tuple[str, ...]:
    """The origins of a text that was ``cleaned``."""
    return tuple(text.split())


def cleaned(text: str) -> str:
    """What an editor typed, an address or a name a line, as an origin a line, each once.

    Of an address only the origin is kept. Raises ``ValidationError`` that names the first line of
    which none can be made, and for too many.
    """
    found = {}
    for line in text.splitlines():
        if typed := line.strip():
            origin = of(typed if "://" in typed else f"https://{typed}")
            if not origin:
                said = _("“%(line)s” is no address of a site. Write it as https://ally.example.org")
                raise ValidationError(said, code="origin", params={"line": typed})
            found[origin] = True
    if len(found) > MOST:
        said = _("At most %(most)s sites fit.")
        raise ValidationError(said, code="many", params={"most": MOST})
    return "\n".join(found)


def of(url: str) -> str:
    """The origin of an address, "" where it has none that a browser could name in a header.

    Names in other scripts are written as browsers send them (IDNA); a port that goes without saying
    is left out. The host has a dot, or is "localhost".
    """
    try:
        parts = urlsplit(url[:2000])
        scheme, port = parts.scheme, parts.port
        host = (parts.hostname or "").rstrip(".").encode("idna").decode().lower()
    except ValueError:
        return ""
    if scheme not in PORTS or "@" in parts.netloc or not HOST.fullmatch(host):
        return ""
    if "." not in host and host != "localhost":
        return ""
    name = host if port in {None, PORTS[scheme]} else f"{host}:{port}"
    return f"{scheme}://{name}" if len(name) <= LONGEST else ""
