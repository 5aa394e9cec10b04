"""What every public form of the package has in common, as HTTP sees it."""

from functools import wraps
from urllib.parse import urlsplit

from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from ..conf import conf
from ..embeds import frames

SAME = {"same-origin", "same-site", "none"}
NEVER_KEPT = "max-age=0, no-cache, no-store, must-revalidate, private"
# Where a request is looked up once its answer is 404: see ``public``.
WITHOUT_LANGUAGES = "wagtail_campaign.urls"


def comes_from_elsewhere(request) -> bool:
    """Whether another site's page sent this request.

    ``Sec-Fetch-Site`` tells where the browser sends it, else ``Origin``. Without either, or with
    the Origin "null" of a page under ``no-referrer``, it passes: there is no cookie to ride on.
    """
    try:
        origin_host = urlsplit(request.META.get("HTTP_ORIGIN", "")).netloc
    except ValueError:
        return True
    if origin_host and origin_host in conf.ALLOWED_ORIGINS:
        return False
    if fetch_site := request.META.get("HTTP_SEC_FETCH_SITE"):
        return fetch_site not in SAME
    return bool(origin_host) and origin_host != request.get_host()


def _refused(request) -> HttpResponse:
    """403. A frame shows it on whatever site it stands: there is nothing to press. (So comes a form
    from a sandbox that takes the frame's origin away, and its scripts.)"""
    response = HttpResponseForbidden(_("This form was sent from another site."))
    if frames.is_framed(request):
        response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors *"
        response.xframe_options_exempt = True
    return response


def taken(request, url: str) -> HttpResponse:
    """A form was taken, and goes on at ``url``: 303, or to our script 204 with the ``Location``.

    (The script asks for it by ``Prefer: return=minimal``, RFC 7240.) A browser that follows a 303
    for a script doesn't tell it which of the two requests failed.
    """
    if request.headers.get("Prefer") == "return=minimal":
        return HttpResponse(status=204, headers={"Location": url})
    return HttpResponseRedirect(url, status=303)


def public(view):
    """Decorator for every public view of the package.

    Its answer names the language it speaks (``request.LANGUAGE_CODE``), and its 404 stays one:
    Django's LocaleMiddleware would send it on to ``/en/…``, where Wagtail says it in its place.
    """

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            request.urlconf = WITHOUT_LANGUAGES
            raise
        if response.status_code == 404:
            request.urlconf = WITHOUT_LANGUAGES
        if language := getattr(request, "LANGUAGE_CODE", None):
            response.headers["Content-Language"] = language
        return response

    return wrapper


def public_form(view):
    """Decorator for views behind the public forms and mailed links: ``public``, and more.

    No session and so no CSRF cookie; a cross-site POST gets 403; what is sent is UTF-8, whatever
    it says of itself; the answer is never cached, stays out of search engines and tells no other
    site where the reader came from; the verb opens its own transaction, whatever
    ``ATOMIC_REQUESTS`` says. What was typed stands in no report of an error.
    """

    @transaction.non_atomic_requests
    @csrf_exempt
    @sensitive_post_parameters()
    @public
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.method == "POST" and comes_from_elsewhere(request):
            return _refused(request)
        request.encoding = "utf-8"
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = NEVER_KEPT
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return wrapper
