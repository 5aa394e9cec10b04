"""A form of an action page, as JSON: the same steps as ``actions.taking``, and what they answer."""

from collections.abc import Callable

from django.http import Http404
from django.utils import translation

from ..actions import doors, taking
from ..actions.doors import Door
from . import idempotency, problems
from .bodies import Typed
from .problems import Problem


def at_the_door(request, page_id: int, page_class: type, answer: Callable):
    """``answer(door)`` in the request's language, else the page's. A page that only some may see is
    not there at all: who may, comes by the page itself."""
    try:
        door = doors.find(page_id, page_class)
    except Http404:
        raise problems.unknown() from None
    if door.restricted:
        raise problems.unknown()
    return behind(request, door, answer)


def behind(request, door: Door, answer: Callable):
    """The same behind a door that was found."""
    with speaking(request, door.language):
        try:
            return answer(door)
        except Http404:
            raise problems.unknown() from None


def public_page(page_id: int, page_class: type):
    """A live page of that class that everybody may see, in its specific type. Raises the
    ``Problem`` of what isn't there."""
    try:
        page = doors.find_page(page_id, page_class)
    except Http404:
        raise problems.unknown() from None
    if page.get_view_restrictions().exists():
        raise problems.unknown()
    return page


def speaking(request, language: str):
    """The language in which messages are said: that of the request, where it names one that the
    site has, else this one."""
    request.LANGUAGE_CODE = request.campaign_language or language
    return translation.override(request.LANGUAGE_CODE)


def take(request, door: Door, typed: Typed, form_of: Callable, verb: Callable) -> None:
    """Has ``verb(door, cleaned data)`` called for the form that ``form_of(data)`` makes of what was
    typed, by the rules of ``actions.taking.receive``. Raises the ``Problem`` that refuses it."""
    if idempotency.is_repeat(request):
        return
    form = read(request, typed, form_of)
    if refused := taking.receive(request, door, form, verb):
        raise refusal(refused, door, form)


def read(request, typed: Typed, form_of: Callable):
    """The form, bound to what was typed, which from here on stands where forms look for it."""
    request.POST = typed.as_form()
    return form_of(request.POST)


def refusal(refused: taking.Refused, door: Door, form) -> Problem:
    """Why a form isn't taken."""
    if refused.status == 409:
        return not_open(door)
    if refused.status == 429:
        return Problem("too_many", 429, headers={"Retry-After": str(refused.wait)})
    return problems.of_form(form)


def not_open(door: Door) -> Problem:
    """409 for an action that isn't open, with how it stands."""
    return Problem("not_open", 409, action_status=door.status())
