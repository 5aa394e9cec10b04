"""Which action's page an address stands for that somebody pasted."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import Http404
from django.urls import Resolver404, get_script_prefix, resolve
from django.utils import translation
from wagtail.models import Site

from ..actions.shown import ShownMixin

LONGEST = 2000


def page_at(request, url: str):
    """The live page with an action that has that address, query and fragment aside; None where
    there is none.

    It has to be the page's own address: the default site answers for every name, and would lend
    its actions to all of them.
    """
    if "\x00" in url:
        # PostgreSQL takes none.
        return None
    try:
        parts = urlsplit(url[:LONGEST])
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    path = unquote(parts.path) or "/"
    inside = "/" + path.removeprefix(get_script_prefix())
    with translation.override(translation.get_language_from_path(inside) or settings.LANGUAGE_CODE):
        page = _routed(request, host, port or (443 if parts.scheme == "https" else 80), inside)
    if not isinstance(page, ShownMixin) or not page.live:
        return None
    own = urlsplit(page.full_url or "")
    return page if (own.netloc, unquote(own.path)) == (parts.netloc.lower(), path) else None


def _routed(request, host: str, port: int, path: str):
    try:
        found = resolve(path)
    except Resolver404:
        return None
    if found.url_name != "wagtail_serve":
        return None
    components = [part for part in "/".join(found.args).split("/") if part]
    for site in Site.objects.filter(hostname=host, port=port).select_related("root_page"):
        try:
            return site.root_page.localized.specific.route(request, components).page
        except Http404:
            return None
    return None
