"""What a first visit loads of the package's assets, compressed as a server would (gzip).

Read off the petition's page as it is served, so that what a template adds is weighed too. It also
holds the page to its word that nobody else's server is asked for anything.
"""

import gzip
import re

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.handlers.wsgi import WSGIHandler

from . import http, site
from .report import Row

BUDGET = 30 * 1024
LOADED = re.compile(r"""<(?:link|script|img|source|iframe)\b[^>]*?\b(?:href|src)=["']([^"']+)""")


def measure() -> list[Row]:
    """One row. Raises ``http.Failed`` where the page loads something from elsewhere."""
    _, body = http.answer(WSGIHandler(), http.get(site.petition().url))
    addresses = LOADED.findall(body.decode())
    if elsewhere := [address for address in addresses if "//" in address]:
        raise http.Failed(f"The page loads from elsewhere: {elsewhere}")
    prefix = f"{settings.STATIC_URL}wagtail_campaign/"
    weights = {}
    for address in addresses:
        if address.startswith(prefix):
            with open(finders.find(address.removeprefix(settings.STATIC_URL)), "rb") as file:
                weights[address] = len(gzip.compress(file.read(), 6))
    weight = sum(weights.values())
    files = ", ".join(address.removeprefix(prefix) for address in weights)
    return [
        Row(
            f"assets of a first visit ({files})",
            f"{weight / 1024:.1f} KB",
            "the budget",
            f"{BUDGET // 1024} KB",
            weight / BUDGET,
            1.0,
        )
    ]
