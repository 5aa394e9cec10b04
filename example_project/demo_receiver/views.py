"""The receiver: a POST is a webhook, a GET shows what came."""

import binascii

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from example_project.demo_inbox.views import language_of

from . import store
from .verifying import verify

MOST_SHOWN = 50
MOST_BYTES = 65_536
#: What a visitor can have it answer: well, out of order, and gone for good.
ANSWERS = (200, 500, 410)


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def receiver(request):
    """Takes a webhook and keeps it, whether it is signed or not; or shows all, for the curious."""
    return take(request) if request.method == "POST" else show(request)


def take(request):
    """What a receiver does: verify, write down, answer at once."""
    body = request.read(MOST_BYTES)
    known = store.remembered()
    try:
        verified = bool(known["secret"]) and verify(known["secret"], request.headers, body)
    except binascii.Error:
        verified = False
    webhook_id = request.headers.get("webhook-id", "")[:64]
    store.keep(webhook_id, verified, body.decode(errors="replace"))
    return HttpResponse(status=known["answer"] if verified else 400)


def show(request):
    """The page; ``?lang=`` chooses its language."""
    language = language_of(request)
    with translation.override(language):
        context = {
            "received": store.latest(MOST_SHOWN),
            "answer": store.remembered()["answer"],
            "answers": ANSWERS,
            "language": language,
            "languages": settings.LANGUAGES,
        }
        response = render(request, "demo_receiver/receiver.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Content-Language"] = language
    return response


@require_POST
def change(request):
    """Another answer from now on, or a new secret."""
    answer, secret = request.POST.get("answer", ""), request.POST.get("secret", "").strip()
    if answer in map(str, ANSWERS):
        store.remember(answer=int(answer))
    if secret.startswith("whsec_"):
        store.remember(secret=secret)
    return redirect(f"{reverse('demo_receiver:receiver')}?lang={language_of(request)}")
