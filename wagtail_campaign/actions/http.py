"""What every public form of the package has in common, as HTTP sees it."""

from functools import wraps
from urllib.parse import urlsplit

from django.db import transaction
from django.http import HttpResponseForbidden
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from ..conf import conf

SAME = {"same-origin", "same-site", "none"}


def comes_from_elsewhere(request) -> bool:
    """Whether another site's page sent this request.

    ``Sec-Fetch-Site`` tells where the browser sends it, else ``Origin``. Without either, or with
    the Origin "null" of a page under ``no-referrer``, it passes: there is no cookie to ride on.
    """
    origin_host = urlsplit(request.headers.get("Origin", "")).netloc
    if origin_host and origin_host in conf.ALLOWED_ORIGINS:
        return False
    if fetch_site := request.headers.get("Sec-Fetch-Site"):
        return fetch_site not in SAME
    return bool(origin_host) and origin_host != request.get_host()


def public_form(view):
    """Decorator for views behind the public forms and mailed links.

    No session and so no CSRF cookie; a cross-site POST gets 403; the answer is never cached and
    tells no other site where the reader came from; the verb opens its own transaction, whatever
    ``ATOMIC_REQUESTS`` says.
    """

    @transaction.non_atomic_requests
    @csrf_exempt
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.method == "POST" and comes_from_elsewhere(request):
            return HttpResponseForbidden(_("This form was sent from another site."))
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return wrapper
