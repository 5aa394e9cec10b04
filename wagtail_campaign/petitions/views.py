"""A petition, as HTTP: a form comes in, a verb is called, the next step is shown."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ..actions import doors
from ..actions.again import page_again, refuses
from ..actions.http import public, public_form
from ..actions.models import State
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
        form = SignatureForm(request.POST, asks=door.asks, wordings=door.wordings)
        if door.restricted and (answer := refused(request, page_id)):
            return answer
        if door.status() != State.OPEN:
            return again(request, page_id, form, 409)
        if wait := limits.network_is_full(request):
            form.add_error(
                None, _("Too many forms came from your network. Please try again later.")
            )
            response = again(request, page_id, form, 429)
            response.headers["Retry-After"] = str(wait)
            return response
        if not form.is_trapped:
            if not form.is_valid():
                return again(request, page_id, form, 422)
            if not limits.address_is_full(form.cleaned_data["email"]):
                services.sign(door, form.cleaned_data)
    return HttpResponseRedirect(
        reverse("wagtail_campaign:petition_check_mail", args=[page_id]), status=303
    )


def refused(request, page_id):
    """What the site answers instead of a page that not everybody may see."""
    return refuses(request, doors.find_page(page_id, PetitionMixin))


def again(request, page_id, form, status):
    """The page with the form that was sent, or the page whose PetitionBlock carried it."""
    page = doors.find_page(page_id, PetitionMixin)
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
        if answer := refuses(request, page):
            return answer
        response = render(request, template, {"page": page, "petition": page.get_live(request)})
        response.headers["X-Robots-Tag"] = "noindex"
        return response
