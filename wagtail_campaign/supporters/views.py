"""Mailed links, as HTTP: ``GET`` shows a page with a button, ``POST`` does it."""

from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..actions.http import NEVER_KEPT, public, public_form
from . import links
from .acts import NotNow


@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, token):
    """Confirms what the link is about. 404 for a link that never was, 410 for one that ran out."""
    found = links.find("confirm", token)
    if found is None:
        return render(request, "wagtail_campaign/link_unknown.html", status=404)
    link, record = found
    opened = link.opened(record)
    with _language_of(request, record):
        if request.method == "POST" and opened.standing in {"pending", "done"}:
            link.confirm(record)
            return HttpResponseRedirect(link.thanks_url(opened), status=303)
        status = 410 if opened.standing in {"over", "gone"} else 200
        return render(request, link.confirm_template, _context(opened), status=status)


@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def disown(request, token):
    """ "I did not sign this": undoes it and forgets the address. The link works once."""
    found = links.find("disown", token)
    if found is None:
        return render(request, "wagtail_campaign/link_unknown.html", status=404)
    link, record = found
    with _language_of(request, record):
        context = _context(link.opened(record))
        status = 200
        if request.method == "POST":
            try:
                link.disown(record)
                context["done"] = True
            except NotNow:
                context["not_now"], status = True, 503
        return render(request, link.disown_template, context, status=status)


@transaction.non_atomic_requests
@csrf_exempt
@public
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request, token):
    """No more updates of an action. POST does it, also where a mail program sends it by itself

    (RFC 8058): from another site, without a cookie, and whatever it sends along. 404 for a link
    that never was, or whose signature was erased.
    """
    found = links.find("unsubscribe", token)
    if found is None:
        response = render(request, "wagtail_campaign/link_unknown.html", status=404)
    else:
        link, record = found
        with _language_of(request, record):
            if done := request.method == "POST":
                links.unsubscribe(link, record)
            context = {"record": record, "page": record.page, "done": done}
            response = render(request, "wagtail_campaign/unsubscribe.html", context)
    response.headers["Cache-Control"] = NEVER_KEPT
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _context(opened) -> dict:
    return {"record": opened.record, "page": opened.page, "standing": opened.standing}


def _language_of(request, record):
    request.LANGUAGE_CODE = record.language
    return translation.override(record.language)
