"""Which way brought a supporter here: ``?via=telegram`` in the address of the page.

Without a cookie and without a script: with a form the browser sends the address of the page that
it stands on (``Referer``), to our own site in full. Only the word behind ``via`` is read of it.
"""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

from ..actions.sites import with_query
from . import attribution

MAX_LENGTH = 20
WORD = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")
#: As it is written down: a word that we would print on a leaflet, or whose page it was.
WRITTEN = re.compile(rf"{WORD.pattern}|[a-z]{{1,9}}:[0-9]{{1,10}}")


def with_source(url: str, source: str) -> str:
    """An address that says by which way it was passed on."""
    return with_query(url, urlencode({"via": source}))


def source_of(request) -> str:
    """The way that a form came, as it is ``known``.

    A form that is sent again, after errors, carries it with it.
    """
    named = request.POST.get("via", "")
    if not named:
        try:
            query = urlsplit(request.headers.get("Referer", "")[:2000]).query
            named = parse_qs(query, max_num_fields=20).get("via", [""])[0]
        except ValueError:
            return ""
    return known(named)


def known(named: str) -> str:
    """What stands behind ``via``, as a form carries it on; "" for what says nothing."""
    return named if written(named) else ""


def written(named: str) -> str:
    """What is written down of what stands behind ``via``: the word, whose page a word of ours
    proves ("petition:12"), or ""."""
    source = named if WORD.fullmatch(named) else attribution.proven(named)
    return source if WRITTEN.fullmatch(source) else ""
