"""A form of an action page, as HTTP: it comes in, a verb is called, the next step is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.db import IntegrityError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _

from ..embeds import frames
from ..sharing import sources
from ..supporters import limits
from . import doors
from .again import page_again, stand_on, through_hooks
from .doors import Door
from .forms import ActionForm
from .http import taken
from .models import State


def at_the_door(request, page_id: int, page_class: type, answer: Callable):
    """``answer(door)`` in the language of a live page of that class, to those who may see it.

    Raises ``Http404`` where there is no such page.
    """
    door = doors.find(page_id, page_class)
    with translation.override(door.language):
        if not door.restricted:
            return answer(door)
        page = doors.find_page(page_id, page_class)
        stand_on(request, page)
        return through_hooks(request, page, lambda: answer(door))


@dataclass(frozen=True)
class Refused:
    """Why a form isn't taken, as an HTTP status: 422 (errors are on the form), 409 (not open), 429
    (too many from the network, for ``wait`` seconds)."""

    status: int
    wait: int = 0

    def answer(self, again: Callable):
        """The page that ``again(status)`` gives, with ``Retry-After`` where there is one."""
        response = again(self.status)
        if self.wait:
            response.headers["Retry-After"] = str(self.wait)
        return response


def take(request, door: Door, form: ActionForm, verb: Callable, done: str, again: Callable):
    """Answers a form that calls ``verb(door, cleaned data)`` and goes on at the path ``done``.

    303 there, whoever sent it; else what ``again(status)`` answers: see ``receive``. What came from
    a frame on another site stays in it.
    """
    if refused := receive(request, door, form, verb):
        return refused.answer(again)
    return taken(request, frames.stay(request, done))


def receive(request, door: Door, form: ActionForm, verb: Callable) -> Refused | None:
    """Has ``verb(door, cleaned data)`` called for a form that may be taken, else says why not.

    Who fills in the trap, or uses an address too often, is not told: nothing is done, and None.
    """
    if refused := refuse(request, door, form):
        return refused
    if form.is_trapped:
        return None
    if not form.is_valid():
        return Refused(422)
    if not limits.address_is_full(form.cleaned_data["email"]):
        do(verb, door, form)
    return None


def refuse(request, door: Door, form: ActionForm) -> Refused | None:
    """Why no form is taken now, whatever is in it: 409 and 429 of ``Refused``; else None. From
    here on the form knows which way led to it."""
    form.via = sources.source_of(request, door.embed_origins)
    if door.status() != State.OPEN:
        return Refused(409)
    if wait := limits.network_is_full(request):
        form.add_error(None, _("Too many forms came from your network. Please try again later."))
        return Refused(429, wait)
    return None


def do(verb: Callable, door: Door, form: ActionForm):
    """What ``verb(door, cleaned data)`` gives, for a form that is valid."""
    try:
        via = sources.written(form.via, door.embed_origins)
        return verb(door, form.cleaned_data | {"via": via})
    except IntegrityError:
        # The page was deleted a moment ago, elsewhere.
        doors.close([door.page_id])
        raise Http404 from None


def page_with(request, door: Door, page_class: type, form, status: int):
    """The page with the form that was sent, or the page whose block carried it, or the frame."""
    page = doors.find_page(door.page_id, page_class)
    if frames.is_framed(request):
        draw = partial(frames.draw, request, page)
        response = page_again(request, page, form, status, draw=draw)
        return frames.let_in(response, door.embed_origins)
    on_page = doors.find_carrier(request.POST.get("on_page", ""))
    return page_again(request, page, form, status, on_page=on_page)


def step(request, page_id: int, page_class: type, template: str, **more):
    """A page beside an action's, in its language. 404 where the action's isn't live."""
    page = doors.find_page(page_id, page_class)
    return beside(request, page, lambda: _draw(request, page, template, more))


def beside(request, page, draw: Callable):
    """What ``draw()`` answers beside a page of any type, in its language: for its readers alone,
    and for no search engine."""
    request.LANGUAGE_CODE = page.locale.language_code
    with translation.override(page.locale.language_code):
        response = through_hooks(request, page, draw)
        response.headers["X-Robots-Tag"] = "noindex"
        return response


def thanks(request, page_id: int, page_class: type, template: str, records):
    """The step after confirming: the same for all who did.

    Who confirms after the page was taken down comes to the home page; ``records`` tells whether
    there can be somebody.
    """
    try:
        return step(request, page_id, page_class, template)
    except Http404:
        if records.filter(page=page_id).exists():
            return HttpResponseRedirect("/")
        raise


def _draw(request, page, template: str, more: dict):
    context = {"page": page, page.context_name: page.get_live(request), **more}
    if not frames.is_framed(request):
        return render(request, template, context)
    context |= frames.context_of(request, page)
    return frames.let_in(render(request, template, context), context["embed_origins"])
