"""An urgent action, as HTTP: to whom, the letter, and the steps after it."""

from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ..actions import doors, taking
from ..actions.http import public, public_form
from ..actions.models import State
from ..sharing import sources
from . import services, writing
from . import wall as letters_wall
from .copies import handing
from .directory import finder
from .forms import COPIES, LogForm
from .models import Letter
from .pages import UrgentActionMixin


@public
@require_safe
def find(request, page_id):
    """To whom to write from a country, ``?country=DE``: its embassy, and the targets for all."""
    page = doors.find_page(page_id, UrgentActionMixin)
    places = finder.found(request, page.get_live(request).missions_of)
    template = "wagtail_campaign/urgent_actions/find.html"
    return taking.step(request, page_id, UrgentActionMixin, template, **places)


@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def write(request, page_id):
    """The letter, filled in and free to edit; on POST it is sent by the site, or handed back.

    ``?target=12&country=DE&in=ru``. The button says what is made of it: ``do=site`` mails the link
    to confirm (303), ``mail``, ``eml``, ``print`` and ``pdf`` answer with it; nothing is kept then.
    """
    return taking.at_the_door(
        request, page_id, UrgentActionMixin, lambda door: _write(request, door)
    )


def _write(request, door):
    place = writing.asked(request, door)
    if place.lacks_target and door.status() == State.OPEN:
        return HttpResponseRedirect(reverse("wagtail_campaign:letter_find", args=[door.page_id]))
    if request.method != "POST":
        form = writing.empty_form(place)
        form.via = sources.source_of(request, door.embed_origins)
        return writing.show(request, place, form)
    if request.POST.get("do") in COPIES:
        return handing.hand(request, place, request.POST["do"])
    form = writing.sent_form(place, request.POST)
    return taking.take(
        request,
        door,
        form,
        verb=lambda door, typed: services.write(door, place.completed(typed)),
        done=reverse("wagtail_campaign:letter_check_mail", args=[door.page_id]),
        again=lambda status: writing.show(request, place, form, status),
    )


@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def log(request, page_id):
    """ "I have sent it": by one's own mail program, or on paper. It counts once confirmed."""
    return taking.at_the_door(request, page_id, UrgentActionMixin, lambda door: _log(request, door))


def _log(request, door):
    place = writing.asked(request, door)
    if request.method != "POST":
        initial = {"channel": request.GET.get("way", ""), "country": place.country}
        return writing.show_log(request, place, LogForm.at(door, initial=initial))
    form = LogForm.at(door, request.POST)
    return taking.take(
        request,
        door,
        form,
        verb=lambda door, typed: services.log(door, typed | {"target": place.target}),
        done=reverse("wagtail_campaign:letter_check_mail", args=[door.page_id]) + "?sent",
        again=lambda status: writing.show_log(request, place, form, status),
    )


@public
@require_safe
def check_mail(request, page_id):
    """ "Check your mail": the same for all who wrote, and for all who said that they had
    (``?sent``)."""
    template = "wagtail_campaign/urgent_actions/check_mail.html"
    is_sent = "sent" in request.GET
    return taking.step(request, page_id, UrgentActionMixin, template, is_sent=is_sent)


@public
@require_safe
def thanks(request, page_id):
    """Thanks, share, next steps: the same for all who confirmed."""
    template = "wagtail_campaign/urgent_actions/thanks.html"
    return taking.thanks(request, page_id, UrgentActionMixin, template, Letter.objects)


@public
@require_safe
def wall(request, page_id):
    """The letters that their writers let be shown, ``?after=12``: newest first, some a page. 404
    where letters go to targets: none of them is ever shown."""
    page, after = doors.find_page(page_id, UrgentActionMixin), request.GET.get("after", "")
    if after and not (after.isascii() and after.isdecimal() and len(after) < 19):
        raise Http404
    letters, older = letters_wall.a_page(page.get_action(), int(after) if after else None)
    template = "wagtail_campaign/urgent_actions/wall_page.html"
    more = {"letters": letters, "older": older, "newest": bool(after)}
    return taking.step(request, page_id, UrgentActionMixin, template, **more)
