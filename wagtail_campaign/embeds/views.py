"""An action on other people's sites, as HTTP: what stands in the frame, and oEmbed, by which their
software finds it."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale

from ..actions import doors, taking
from ..actions.http import NEVER_KEPT, public
from ..actions.shown import ShownMixin
from ..sharing.sources import from_frame
from . import codes, finding, frames, origins

#: Seconds for which an answer to oEmbed may be kept, and for which it is said to hold.
OEMBED_SECONDS = 300
HELD_SECONDS = 3600


@public
@require_safe
def embed(request, page_id):
    """The form of an action with its progress, for a frame on the sites that the action lets in.

    ``?language=kk`` shows the page's translation, where there is one. 302 to the same address with
    ``?via=``, where the browser says which of these sites it stands on: so what is shown depends
    on the address alone. 404 where the page isn't live or isn't for everybody.
    """
    page = _in_language(doors.find_page(page_id, ShownMixin), request.GET.get("language", ""))
    if page.get_view_restrictions().exists():
        raise Http404
    with translation.override(page.locale.language_code):
        return _framed(request, page)


def _framed(request, page):
    allowed = page.get_live(request).embed_origins
    host = origins.of(request.headers.get("Referer", ""))
    if host in allowed and "via" not in request.GET:
        query = urlencode([*request.GET.items(), ("via", from_frame(host))])
        return _not_kept(HttpResponseRedirect(f"{request.path}?{query}"))
    response = taking.beside(request, page, lambda: frames.draw(request, page))
    if "via" in request.GET:
        # Browsers ask again, so that the count is the latest.
        seconds = page.shared_seconds(request)
        patch_cache_control(response, public=True, max_age=0, s_maxage=seconds)
    else:
        _not_kept(response)
    return frames.let_in(response, allowed)


def _not_kept(response):
    response.headers["Cache-Control"] = NEVER_KEPT
    return response


def _in_language(page, code: str):
    """The live translation of a page, itself where there is none or no language is said; "kk-KZ" is
    "kk" where the site makes no difference."""
    known = {language.lower(): language for language in get_content_languages()}
    said = [code.lower(), code.lower().partition("-")[0]]
    # Nothing else is looked for: not every database takes all that can stand in an address.
    for language in [known[name] for name in said if name in known]:
        if language == page.locale.language_code:
            return page
        locale = Locale.objects.filter(language_code=language).first()
        found = page.get_translation_or_none(locale) if locale else None
        if found and found.live:
            return found.specific
    return page


@public
@require_safe
def oembed(request):
    """oEmbed 1.0 (https://oembed.com): ``?url=…&maxwidth=600&maxheight=900&format=json``.

    404 for what is no address of a live action, 401 for one that no other site may show, 501 for
    any format but JSON.
    """
    if request.GET.get("format", "json") != "json":
        return HttpResponse("oEmbed is spoken in JSON here.", "text/plain", status=501)
    page = finding.page_at(request, request.GET.get("url", ""))
    if page is None:
        raise Http404
    with translation.override(page.locale.language_code):
        return _told(request, page)


def _told(request, page):
    if page.get_view_restrictions().exists() or not page.get_live(request).embed_origins:
        return HttpResponse("No other site may show it.", "text/plain", status=401)
    width = _at_most(request.GET.get("maxwidth", ""), codes.WIDTH)
    height = _at_most(request.GET.get("maxheight", ""), codes.HEIGHT)
    site = page.get_site()
    response = JsonResponse(
        {
            "version": "1.0",
            "type": "rich",
            "title": page.title,
            "provider_name": site.site_name or site.hostname,
            "provider_url": site.root_url,
            "cache_age": HELD_SECONDS,
            "width": width,
            "height": height,
            "html": codes.linked_frame(page, width, height),
        }
    )
    patch_cache_control(response, public=True, max_age=OEMBED_SECONDS)
    return response


def _at_most(text: str, pixels: int) -> int:
    """As much as is asked for, at most what is needed; 0 and what is no number say nothing."""
    is_number = text.isascii() and text.isdecimal() and len(text) < 6
    return min(pixels, int(text) or pixels) if is_number else pixels
