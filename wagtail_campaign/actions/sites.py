"""Addresses to put into mails, and wherever else they are read on another site: every one is built
from the page's own site, or leads to its front end."""

from urllib.parse import urljoin, urlsplit, urlunsplit

from django.conf import settings
from django.urls import reverse
from wagtail.models import Site

from . import front_end


def link(name: str, where, language: str, token: str = "") -> str:
    """The address of a link in a mail, for who reads a language: on the front end, where the site
    has one for it, else on the site.

    ``name`` is one of ``front_end.LINKS`` and of our own addresses: "confirm", "me". ``where`` is
    as of ``absolute``.
    """
    host = urlsplit(_root(where)).hostname or ""
    values = {"token": token} if token else {}
    return front_end.address(name, host, language, **values) or own_link(
        name, where, language, token
    )


def own_link(name: str, where, language: str, token: str = "") -> str:
    """The same on the site itself, whatever the front end shows: what programs are to ask."""
    if token:
        return absolute(where, reverse(f"wagtail_campaign:{name}", args=[token]))
    return absolute(where, f"{reverse(f'wagtail_campaign:{name}')}?language={language}")


def absolute(where, path: str) -> str:
    """A path ("/campaign/…") as an address of the site that a page belongs to.

    ``where`` is a page, a ``Site`` or None. Without one, or for a page outside every site, it is
    the default site's.
    """
    return urljoin(_root(where), path)


def page_address(page) -> str:
    """The full address of a page, "" for one that has none: on the front end, where the site has
    one for pages."""
    if not page:
        return ""
    root = _root_path(page)
    if root is None:
        return page.full_url or ""
    host = urlsplit(root.root_url).hostname or ""
    path = page.url_path.removeprefix(root.root_path)
    return front_end.address("page", host, root.language_code, path=path) or page.full_url or ""


def with_query(url: str, query: str) -> str:
    """An address with something more in its query."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(query="&".join(filter(None, [parts.query, query]))))


def unreachable() -> list[Site]:
    """The sites to which no link leads: they have the address that Wagtail gives the first one."""
    found = Site.objects.filter(hostname="localhost").order_by("-is_default_site", "pk")
    return [site for site in found if site.port == 80 or not settings.DEBUG]


def _root(where) -> str:
    """Where the addresses of a site begin: "https://example.org"."""
    if isinstance(where, Site):
        return where.root_url
    if where and (root := _root_path(where)):
        return root.root_url
    site = Site.objects.filter(is_default_site=True).first() or Site.objects.first()
    return site.root_url if site else ""


def _root_path(page):
    """Which site a page belongs to, and where in the tree that begins, as Wagtail finds it; also
    where nothing is served there. None for a page outside every site."""
    roots = Site.get_site_root_paths()
    return next((root for root in roots if page.url_path.startswith(root.root_path)), None)
