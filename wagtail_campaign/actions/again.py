"""Giving a page again with what was typed, from the view that its form was sent to."""

from urllib.parse import urlsplit

from django.http import HttpResponse
from django.utils import translation
from wagtail import hooks

# Where the page looks for the form that it is to show: {page id: bound form}.
ATTRIBUTE = "campaign_forms"


def bound_form(request, page):
    """The form that was sent and has to be shown again on this page, None on a first visit."""
    return getattr(request, ATTRIBUTE, {}).get(page.pk)


def refuses(request, page) -> HttpResponse | None:
    """What the site's ``before_serve_page`` hooks answer instead of the page, as for a login."""
    for hook in hooks.get_hooks("before_serve_page"):
        answer = hook(page, request, [], {})
        if isinstance(answer, HttpResponse):
            return answer
    return None


def page_again(request, page, form, status: int, on_page=None) -> HttpResponse:
    """The page in its own language and under its own path, with the bound form in it.

    ``on_page`` is the page that carried the form where that was another one (a PetitionBlock).
    """
    shown = on_page or page
    setattr(request, ATTRIBUTE, {page.pk: form})
    request.path = request.path_info = urlsplit(shown.get_url(request) or request.path).path
    request.LANGUAGE_CODE = shown.locale.language_code
    # Read, not sent to: the carrier may be a page with a form of its own.
    request.method = "GET"
    with translation.override(request.LANGUAGE_CODE):
        response = refuses(request, shown) or shown.serve(request)
        if hasattr(response, "render"):
            response.render()
    request.method = "POST"
    if response.status_code == 200:
        response.status_code = status
    return response
