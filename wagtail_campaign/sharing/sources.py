"""Which way brought a supporter here: ``?via=telegram`` in the address of the page.

Without a cookie and without a script: with a form the browser sends the address of the page that
it stands on (``Referer``), to our own site in full. Only the word behind ``via`` is read of it.
"""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

from ..actions.sites import with_query
from . import attribution

MAX_LENGTH = 100
WORD = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")
#: How it begins where the form stood in a frame on another site.
FRAME = "embed:"
#: As it is written down: a word that we would print on a leaflet, whose page it was, or whose site.
WRITTEN = re.compile(
    rf"{WORD.pattern}|[a-z]{{1,9}}:[0-9]{{1,10}}|{FRAME}[a-z0-9.-]{{1,80}}(:[0-9]{{1,5}})?"
)


def with_source(url: str, source: str) -> str:
    """An address that says by which way it was passed on."""
    return with_query(url, urlencode({"via": source}))


def from_frame(origin: str) -> str:
    """What stands behind ``via`` in a frame on a site: "embed:ally.example.org"."""
    return FRAME + urlsplit(origin).netloc


def source_of(request, origins: tuple[str, ...] = ()) -> str:
    """The way that a form came, as it is ``known``; ``origins``: of the sites that may show it.

    A form that is sent again, after errors, carries it with it; so does the address of a page that
    leads to itself.
    """
    named = request.POST.get("via", "") or request.GET.get("via", "")
    if not named:
        try:
            query = urlsplit(request.headers.get("Referer", "")[:2000]).query
            named = parse_qs(query, max_num_fields=20).get("via", [""])[0]
        except ValueError:
            return ""
    return known(named, origins)


def known(named: str, origins: tuple[str, ...] = ()) -> str:
    """What stands behind ``via``, as a form carries it on; "" for what says nothing."""
    return named if written(named, origins) else ""


def written(named: str, origins: tuple[str, ...] = ()) -> str:
    """What is written down of what stands behind ``via``: the word, whose page a word of ours
    proves ("petition:12"), whose site of those that may show the form, or ""."""
    if named.startswith(FRAME):
        return named if named in map(from_frame, origins) else ""
    source = named if WORD.fullmatch(named) else attribution.proven(named)
    return source if WRITTEN.fullmatch(source) else ""
