"""What all pages under ``/campaign/me/`` have in common: a cookie, a language, nothing public."""

from functools import wraps
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpResponseForbidden, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ...actions.http import public_form
from .. import magic_links
from ..models import MagicLink
from . import languages

COOKIE = "campaign_me"


def me_view(view):
    """Decorator: puts the session's MagicLink (or None) on ``request.campaign_me``, and speaks the
    reader's language. As ``public_form``, but as there is a cookie, a POST must come from this very
    site: neither a sibling domain nor an embedding one nor the Origin "null" will do.
    """

    @public_form
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.method == "POST" and not _is_own(request):
            return HttpResponseForbidden(_("This form was sent from another site."))
        request.campaign_me = magic_links.session(request.COOKIES.get(COOKIE, ""))
        request.LANGUAGE_CODE = languages.choose(request)
        with translation.override(request.LANGUAGE_CODE):
            response = view(request, *args, **kwargs)
        response.headers["Content-Language"] = request.LANGUAGE_CODE
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return wrapper


def inside(view):
    """Decorator, under ``me_view``: without a session one is sent to where a link is asked for."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.campaign_me is None:
            return to(request, "me", say="over")
        return view(request, *args, **kwargs)

    return wrapper


def show(request, template: str, context: dict | None = None, status: int = 200):
    """One of the pages, ``template`` being "list", "ask" …, with the languages to choose from."""
    context = {
        "campaign_languages": languages.offered(),
        "campaign_inside": request.campaign_me is not None,
        **(context or {}),
    }
    return render(request, f"wagtail_campaign/me/{template}.html", context, status=status)


def to(request, name: str, say: str = "", leaving: bool = False) -> HttpResponseRedirect:
    """303 to a page under ``/campaign/me/``; ``say`` is one of ``notices.NOTICES``.

    Outside a session, or on leaving it, the address carries the language.
    """
    query = {"say": say} if say else {}
    if leaving or not request.campaign_me:
        query["language"] = request.LANGUAGE_CODE
    url = reverse(f"wagtail_campaign:{name}")
    return HttpResponseRedirect(f"{url}?{urlencode(query)}" if query else url, status=303)


def let_in(request, response, link: MagicLink) -> None:
    """Sets the one cookie.

    Strict is enough: whoever is inside comes from one of these pages, and the redirect that brings
    the cookie first follows a form of our own.
    """
    response.set_cookie(
        COOKIE,
        link.token("session"),
        max_age=link.GOOD_FOR,
        path=reverse("wagtail_campaign:me"),
        secure=request.is_secure() or settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def let_out(response) -> None:
    """Takes the cookie back."""
    response.delete_cookie(COOKIE, path=reverse("wagtail_campaign:me"), samesite="Strict")


def _is_own(request) -> bool:
    if fetch_site := request.headers.get("Sec-Fetch-Site"):
        return fetch_site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()
