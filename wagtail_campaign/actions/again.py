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


def through_hooks(request, page, serve) -> HttpResponse:
    """What Wagtail's own view makes of ``serve()``, which answers in place of the page.

    The site's ``before_serve_page`` hooks may answer instead; its ``on_serve_page`` hooks are
    wrapped around it, and among them those that ask for a login or a password.
    """

    def chain(page, request, args, kwargs):
        return serve()

    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        chain = wrap(chain)
    for hook in hooks.get_hooks("before_serve_page"):
        answer = hook(page, request, [], {})
        if isinstance(answer, HttpResponse):
            return answer
    return chain(page, request, [], {})


def stand_on(request, page) -> None:
    """Makes the request look as if it came for the page: its path, its language."""
    request.path = request.path_info = urlsplit(page.get_url(request) or request.path).path
    request.LANGUAGE_CODE = page.locale.language_code


def page_again(request, page, form, status: int, on_page=None, draw=None) -> HttpResponse:
    """The page in its own language and under its own path, with the bound form in it.

    ``on_page`` is the page that carried the form where that was another one (a PetitionBlock);
    ``draw()`` answers in place of the page.
    """
    shown = on_page or page
    setattr(request, ATTRIBUTE, {page.pk: form})
    stand_on(request, shown)
    # Read, not sent to: the carrier may be a page with a form of its own.
    request.method = "GET"
    with translation.override(request.LANGUAGE_CODE):
        response = through_hooks(request, shown, draw or (lambda: shown.serve(request)))
        if hasattr(response, "render"):
            response.render()
    request.method = "POST"
    if response.status_code == 200:
        response.status_code = status
    return response
