"""The addresses of the site that are no pages: robots.txt, the sitemap, cards for shared links."""

from django.contrib.sitemaps.views import sitemap as answer_sitemap
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from . import cards
from .sitemap import PagesSitemap

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /campaign/me/
Disallow: /*/search/

Sitemap: {sitemap}
"""


@require_safe
def robots(request):
    """What robots need not read, and where the sitemap is."""
    site = Site.find_for_request(request)
    root = site.root_url if site else ""
    text = ROBOTS.format(sitemap=root + reverse("sitemap"))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request):
    """The sitemap, with ``hreflang``."""
    return answer_sitemap(request, {"pages": PagesSitemap(request)})


@require_safe
def card(request, page_id, digest):
    """The picture of a public page. 404 for a digest that isn't of what stands on it now."""
    page = Page.objects.live().public().filter(pk=page_id).first()
    site = page and page.get_site()
    if not site:
        raise Http404
    home = site.root_page.get_translation_or_none(page.locale) or site.root_page
    if digest != cards.digest(page.title, home.title):
        raise Http404
    response = HttpResponse(cards.card(page.title, home.title), content_type="image/png")
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    return response
