"""The site's pages in all languages for search engines, each with its translations."""

from collections import defaultdict

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from wagtail.models import Page, Site


class PagesSitemap(Sitemap):
    """All public pages of the site that is asked, whatever the language."""

    def __init__(self, request):
        self.request = request

    def get_urls(self, page=1, site=None, protocol=None):
        """The entries as Django's template wants them; see sitemaps.org."""
        pages = self.paginator.page(page).object_list
        keys = {page.translation_key for page in pages}
        return [entry(group, page) for group, page in with_translations(pages, keys)]

    def items(self):
        """The live pages below the home page and its translations, without what mirrors others."""
        site = Site.find_for_request(self.request)
        pages = Page.objects.none()
        for home in site.root_page.get_translations(inclusive=True) if site else []:
            pages |= home.get_descendants(inclusive=True)
        return pages.live().public().filter(alias_of=None).order_by("path")


def with_translations(pages, keys):
    """Pairs of a page and {language: address} of it in every language."""
    found = Page.objects.live().public().filter(translation_key__in=keys, alias_of=None)
    addresses = defaultdict(dict)
    for page in found.select_related("locale"):
        addresses[page.translation_key][page.locale.language_code] = page.full_url
    for page in pages:
        yield addresses[page.translation_key], page


def entry(addresses: dict, page) -> dict:
    """One entry of the sitemap."""
    ordered = [(code, addresses[code]) for code, _ in settings.LANGUAGES if code in addresses]
    alternates = [{"lang_code": code, "location": address} for code, address in ordered]
    if ordered:
        alternates.append({"lang_code": "x-default", "location": ordered[0][1]})
    return {
        "location": page.full_url,
        "lastmod": page.last_published_at,
        "alternates": alternates,
        "priority": "",
    }
