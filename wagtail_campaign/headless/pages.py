"""What is read of an action's page."""

from collections.abc import Callable

from django.http import Http404
from django.utils import translation

from ..actions import doors
from . import door, problems


def read(request, page_id: int, page_class: type, answer: Callable):
    """``answer(page)`` in the language of a live page of that class, to be kept by shared caches.
    A page that only some may see is not there at all, nor is what it raises ``Http404`` for."""
    try:
        page = doors.find_page(page_id, page_class)
    except Http404:
        raise problems.unknown() from None
    if page.get_view_restrictions().exists():
        raise problems.unknown()
    door.may_be_kept(request)
    request.LANGUAGE_CODE = page.locale.language_code
    with translation.override(request.LANGUAGE_CODE):
        try:
            return answer(page)
        except Http404:
            raise problems.unknown() from None
