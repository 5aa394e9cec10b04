"""A petition, as HTTP: a form comes in, a verb is called, the next step is shown."""

from django.db import IntegrityError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ..actions import doors
from ..actions.again import page_again, stand_on, through_hooks
from ..actions.http import public, public_form, taken
from ..actions.models import State
from ..sharing.sources import source_of
from ..supporters import limits
from . import services
from .forms import SignatureForm
from .models import Signature
from .pages import PetitionMixin


@public_form
@require_POST
def sign(request, page_id):
    """Signs. 303 to "check your mail", whoever signed; else the page again:

    422 with errors beside the fields, 409 where the petition isn't open, 429 with Retry-After
    where the network sent too many; 404 for a page that isn't live or isn't a petition.
    """
    door = doors.find(page_id, PetitionMixin)
    with translation.override(door.language):
        if not door.restricted:
            return take(request, door)
        page = doors.find_page(page_id, PetitionMixin)
        stand_on(request, page)
        return through_hooks(request, page, lambda: take(request, door))


def take(request, door):
    """Answers a form from somebody who may see the page."""
    form = SignatureForm(
        request.POST, asks=door.asks, wordings=door.wordings, questions=door.questions
    )
    form.via = source_of(request)
    if door.status() != State.OPEN:
        return again(request, door, form, 409)
    if wait := limits.network_is_full(request):
        form.add_error(None, _("Too many forms came from your network. Please try again later."))
        response = again(request, door, form, 429)
        response.headers["Retry-After"] = str(wait)
        return response
    if not form.is_trapped:
        if not form.is_valid():
            return again(request, door, form, 422)
        if not limits.address_is_full(form.cleaned_data["email"]):
            try:
                services.sign(door, form.cleaned_data | {"via": form.via})
            except IntegrityError:
                # The page was deleted a moment ago, elsewhere.
                doors.close([door.page_id])
                raise Http404 from None
    return taken(request, reverse("wagtail_campaign:petition_check_mail", args=[door.page_id]))


def again(request, door, form, status):
    """The page with the form that was sent, or the page whose PetitionBlock carried it."""
    page = doors.find_page(door.page_id, PetitionMixin)
    on_page = doors.find_carrier(request.POST.get("on_page", ""))
    return page_again(request, page, form, status, on_page=on_page)


@public
@require_safe
def check_mail(request, page_id):
    """ "Check your mail": the same for all who signed."""
    return step(request, page_id, "wagtail_campaign/petitions/check_mail.html")


@public
@require_safe
def thanks(request, page_id):
    """Thanks, share, next steps: the same for all who confirmed.

    Who confirms after the page was taken down comes to the home page.
    """
    try:
        return step(request, page_id, "wagtail_campaign/petitions/thanks.html")
    except Http404:
        if Signature.objects.filter(page=page_id).exists():
            return HttpResponseRedirect("/")
        raise


def step(request, page_id, template):
    """A page beside the petition's, in its language. 404 where the petition isn't live."""
    page = doors.find_page(page_id, PetitionMixin)
    request.LANGUAGE_CODE = page.locale.language_code
    with translation.override(page.locale.language_code):
        response = through_hooks(request, page, lambda: draw(request, page, template))
        response.headers["X-Robots-Tag"] = "noindex"
        return response


def draw(request, page, template):
    """The page of a step, for those who may see the petition's."""
    return render(request, template, {"page": page, "petition": page.get_live(request)})
