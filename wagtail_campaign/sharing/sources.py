"""Which way brought a supporter here: ``?via=telegram`` in the address of the page.

Without a cookie and without a script: with a form the browser sends the address of the page that
it stands on (``Referer``), to our own site in full. Only the word behind ``via`` is read of it.
"""

import re
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

MAX_LENGTH = 20
WORD = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")


def with_source(url: str, source: str) -> str:
    """An address that says by which way it was passed on."""
    parts = urlsplit(url)
    query = "&".join(filter(None, [parts.query, urlencode({"via": source})]))
    return urlunsplit(parts._replace(query=query))


def source_of(request) -> str:
    """The way that a form came, "" where it says none that we would print on a leaflet.

    A form that is sent again, after errors, carries it with it.
    """
    named = request.POST.get("via", "")
    if not named:
        try:
            query = urlsplit(request.headers.get("Referer", "")[:2000]).query
            named = parse_qs(query, max_num_fields=20).get("via", [""])[0]
        except ValueError:
            return ""
    return named if WORD.fullmatch(named) else ""
