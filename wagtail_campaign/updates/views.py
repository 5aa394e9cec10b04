"""All updates on an action: as a page and as a feed, in the language of the action's page."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from ..actions import doors
from ..actions.again import through_hooks
from ..actions.http import public
from ..actions.pages import ActionPageMixin
from ..conf import conf
from . import feed
from .listing import A_PAGE, part, updates_on


@public
@require_safe
def index(request, page_id):
    """The updates, newest first, twenty a page. 404 where the page isn't live, or has no such
    part of the list."""
    page = doors.find_page(page_id, ActionPageMixin)
    return _in_the_language_of(request, page, lambda: _index(request, page))


def _index(request, page):
    number = request.GET.get("p", "1")
    if not number.isascii() or not number.isdecimal() or len(number) > 9:
        raise Http404
    context = {"page": page, "updates": part(page, int(number))}
    return render(request, "wagtail_campaign/updates/index.html", context)


@public
@require_safe
def atom(request, page_id):
    """The latest updates as an Atom feed (RFC 4287). 404 where the page isn't public."""
    page = doors.find_page(page_id, ActionPageMixin)
    if page.get_view_restrictions().exists():
        raise Http404
    address = reverse("wagtail_campaign:updates", args=[page.pk])
    latest = updates_on(page).specific()[:A_PAGE]
    return _in_the_language_of(request, page, lambda: feed.answer(page, address, latest))


def _in_the_language_of(request, page, answer):
    request.LANGUAGE_CODE = page.locale.language_code
    with translation.override(page.locale.language_code):
        response = through_hooks(request, page, answer)
    if response.status_code == 200 and conf.PAGE_MAX_AGE and not page.get_view_restrictions():
        patch_cache_control(response, public=True, max_age=0, s_maxage=conf.PAGE_MAX_AGE)
    return response
