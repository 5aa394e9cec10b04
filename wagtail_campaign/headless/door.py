"""How a request comes to the API and how its answer leaves: origins, languages, caches, methods.

No session and no cookie is read or set, so that what another site's page sends can ride on nothing.
Which origins may send is a setting, ``WAGTAIL_CAMPAIGN_API_ORIGINS``; a server's own requests have
no origin and pass, under the same limits as everybody's.

(Not django-cors-headers: it is a middleware with settings for the whole of a site, and knows one
list of origins for all hosts. What is needed of the Fetch standard here are four headers.)
"""

from functools import wraps

from django.core.exceptions import RequestDataTooBig
from django.db import transaction
from django.http import Http404, HttpResponse
from django.http.request import UnreadablePostError
from django.utils import translation
from django.utils.cache import (
    get_conditional_response,
    patch_cache_control,
    patch_vary_headers,
    set_response_etag,
)
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from ..actions.http import NEVER_KEPT, comes_from_elsewhere, public
from ..conf import conf
from . import idempotency
from .problems import Problem

SENT = "Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match"
READ = "Content-Language, ETag, Retry-After"
#: For how long a browser may keep that an origin is allowed, in seconds; none keeps it longer.
PREFLIGHT_SECONDS = 7200


def through(view):
    """Decorator for every view of the API."""

    @transaction.non_atomic_requests
    @csrf_exempt
    @sensitive_post_parameters()
    @public
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        request.campaign_language = _language(request)
        request.LANGUAGE_CODE = request.campaign_language or translation.get_language()
        with translation.override(request.LANGUAGE_CODE):
            try:
                response = _answer(request, view, args, kwargs)
            except Problem as problem:
                response = problem.answer()
        return _leave(request, response)

    return wrapper


def origin_is_allowed(request) -> bool:
    """Whether pages of the request's ``Origin`` may use the API of this site."""
    allowed = conf.API_ORIGINS
    if isinstance(allowed, dict):
        allowed = allowed.get(request.get_host().partition(":")[0], ())
    return "*" in allowed or request.headers.get("Origin") in allowed


def may_be_kept(request) -> None:
    """What a view calls whose answer is the same for all readers of its language: shared caches may
    keep it as long as the live numbers. All else is kept by nobody."""
    request.campaign_kept = True


def _answer(request, view, args, kwargs):
    if request.method == "OPTIONS":
        return _preflight(request)
    if request.method not in {"GET", "HEAD"}:
        if not origin_is_allowed(request) and comes_from_elsewhere(request):
            raise Problem("elsewhere", 403)
        if _body_of(request) and request.content_type != "application/json":
            raise Problem("no_json", 415)
    try:
        if "Idempotency-Key" in request.headers and request.method == "POST":
            response = idempotency.once(request, lambda: view(request, *args, **kwargs))
        else:
            response = _seen_by(request, view, args, kwargs)
    except Http404:
        raise Problem("unknown", 404) from None
    if response.status_code == 405:
        allowed = response.headers["Allow"].split(", ")
        allowed += ["HEAD"] if "GET" in allowed and "HEAD" not in allowed else []
        raise Problem("method", 405, headers={"Allow": ", ".join(sorted(allowed))})
    return response


def _seen_by(request, view, args, kwargs):
    """What a view answers. Ninja knows no HEAD: it is a GET, of whose answer the server leaves the
    body out."""
    method = request.method
    request.method = "GET" if method == "HEAD" else method
    try:
        return view(request, *args, **kwargs)
    finally:
        request.method = method


def _body_of(request) -> bytes:
    """The body, read before anything else is looked at; raises the ``Problem`` of one that can't
    be."""
    try:
        return request.body
    except RequestDataTooBig:
        raise Problem("too_large", 413) from None
    except UnreadablePostError:
        raise Problem("malformed", 400) from None


def _preflight(request):
    response = HttpResponse(status=204)
    if origin_is_allowed(request):
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, POST, PATCH, DELETE"
        response.headers["Access-Control-Allow-Headers"] = SENT
        response.headers["Access-Control-Max-Age"] = str(PREFLIGHT_SECONDS)
    return response


def _leave(request, response):
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["X-Content-Type-Options"] = "nosniff"
    patch_vary_headers(response, ["Accept-Language", "Origin"])
    if origin_is_allowed(request) and (origin := request.headers.get("Origin")):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = READ
    if response.status_code != 200 or not getattr(request, "campaign_kept", False):
        response.headers["Cache-Control"] = NEVER_KEPT
        return response
    seconds = conf.LIVE_SECONDS
    patch_cache_control(
        response, public=True, max_age=0, s_maxage=seconds, stale_while_revalidate=2 * seconds
    )
    set_response_etag(response)
    return get_conditional_response(request, etag=response.headers["ETag"], response=response)


def _language(request) -> str:
    """The first language of ``Accept-Language`` that the site speaks, "" where there is none. Not
    Django's own way, which reads a cookie."""
    for code, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if code == "*":
            break
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return ""
