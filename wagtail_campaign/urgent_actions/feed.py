"""Open urgent actions for other groups to follow: as JSON and as Atom, in one language."""

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Site, get_page_models

from ..actions.http import public
from ..actions.sites import page_address
from ..conf import conf
from ..supporters.cleaning import clean_line, clean_text
from .pages import UrgentActionMixin

MOST = 100


def open_pages(request, language: str) -> list:
    """The public pages of urgent actions that take letters, of the site asked, newest first."""
    site = _site(request)
    # Not asked for by its code: not every database can be asked for what no code can be.
    locale = {locale.language_code: locale for locale in Locale.objects.all()}.get(language)
    if locale is None:
        raise Http404
    pages = []
    for model in get_page_models():
        if issubclass(model, UrgentActionMixin):
            found = model.objects.live().public().filter(locale=locale, alias_of=None)
            pages += found.select_related("locale").order_by("-first_published_at")[:MOST]
    root = site.root_page.get_translations(inclusive=True).values_list("path", flat=True)
    roots = tuple(root)
    pages = [page for page in pages if page.path.startswith(roots)]
    # A handful: urgent actions are over after some weeks.
    pages = [page for page in pages if page.get_live().is_open]
    return sorted(pages, key=lambda page: page.first_published_at, reverse=True)


def _site(request) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


def _language(request) -> str:
    return request.GET.get("language") or getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)


@public
@require_safe
def as_json(request):
    """``?language=ru``: {"language", "urgent_actions": [{"id" (UUID, the same in every language),
    "url", "title", "number", "situation", "kind", "deadline" (ISO 8601 or null), "letters",
    "published"}]}. 404 for a language that the site hasn't got."""
    language = _language(request)
    pages = open_pages(request, language)
    request.LANGUAGE_CODE = language
    answer = JsonResponse(
        {"language": language, "urgent_actions": [_as_dict(page) for page in pages]},
        json_dumps_params={"ensure_ascii": False},
    )
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return _cached(request, answer)


def _as_dict(page) -> dict:
    live = page.get_live()
    return {
        "id": str(page.action_key),
        "url": page_address(page),
        "title": page.title,
        "number": page.number,
        "situation": page.intro,
        "kind": live.kind,
        "deadline": live.closes_at,
        "letters": live.count,
        "published": page.first_published_at,
    }


@public
@require_safe
def as_atom(request):
    """The same as Atom (RFC 4287)."""
    language = _language(request)
    pages = open_pages(request, language)
    request.LANGUAGE_CODE = language
    # Not by what the request says of the host: a cache would hand that to others.
    root = _site(request).root_url
    address = f"{root}{request.path}?language={language}"
    with override(language):
        feed = Atom1Feed(
            title=_("Urgent actions"),
            link=f"{root}/",
            description="",
            language=language,
            feed_url=address,
            feed_guid=address,
        )
    for page in pages:
        feed.add_item(
            title=clean_line(page.title),
            link=page_address(page),
            description=clean_text(page.intro),
            unique_id=f"urn:uuid:{page.action_key}:{language}",
            pubdate=page.first_published_at,
            updateddate=page.last_published_at,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return _cached(request, response)


def _cached(request, response):
    if not request.GET.get("language"):
        # Django reads it from a cookie, too.
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
    if conf.PAGE_MAX_AGE:
        patch_cache_control(response, public=True, max_age=conf.PAGE_MAX_AGE)
    return response
