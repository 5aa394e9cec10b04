"""Addresses to put into mails: every one is built from the page's own site."""

from urllib.parse import urljoin

from django.conf import settings
from wagtail.models import Site


def absolute(page, path: str) -> str:
    """A path ("/campaign/…") as an address of the site that a page belongs to.

    Without a page, or for one outside every site, it is the default site's.
    """
    parts = page.get_url_parts() if page else None
    if parts and parts[1]:
        return urljoin(parts[1], path)
    site = Site.objects.filter(is_default_site=True).first() or Site.objects.first()
    return urljoin(site.root_url if site else "", path)


def page_address(page) -> str:
    """The full address of a page, "" for one that has none."""
    return (page.full_url or "") if page else ""


def unreachable() -> list[Site]:
    """The sites to which no link leads: they have the address that Wagtail gives the first one."""
    found = Site.objects.filter(hostname="localhost").order_by("-is_default_site", "pk")
    return [site for site in found if site.port == 80 or not settings.DEBUG]
