"""The demo inbox: the mail that the site has sent, newest first."""

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import store

PER_PAGE = 20


@never_cache
@require_safe
def inbox(request):
    """The list; ``?to=`` filters by address, ``?lang=`` chooses the language of the page."""
    language = language_of(request)
    address = request.GET.get("to", "").strip()
    with translation.override(language):
        found = store.addressed_to(address) if address else store.ids()
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
        context = {
            "mails": [store.read(mail_id) for mail_id in page],
            "page_of_mails": page,
            "address": address,
            "language": language,
            "languages": settings.LANGUAGES,
        }
        response = render(request, "demo_inbox/inbox.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Content-Language"] = language
    return response


def language_of(request) -> str:
    """The language of a page of the demonstration: that of ``?lang=``, or the visitor's."""
    language = request.GET.get("lang", "")
    return language if language in dict(settings.LANGUAGES) else translation.get_language()
