"""A petition, as HTTP: a form comes in, a verb is called, the next step is shown."""

from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ..actions import taking
from ..actions.http import public, public_form
from . import services
from .forms import SignatureForm
from .models import Signature
from .pages import PetitionMixin


@public_form
@require_POST
def sign(request, page_id):
    """Signs. 303 to "check your mail", or the page again: see ``taking.take``."""
    return taking.at_the_door(request, page_id, PetitionMixin, lambda door: _sign(request, door))


def _sign(request, door):
    form = SignatureForm.at(door, request.POST)
    return taking.take(
        request,
        door,
        form,
        verb=services.sign,
        done=reverse("wagtail_campaign:petition_check_mail", args=[door.page_id]),
        again=lambda status: taking.page_with(request, door, PetitionMixin, form, status),
    )


@public
@require_safe
def check_mail(request, page_id):
    """ "Check your mail": the same for all who signed."""
    return taking.step(
        request, page_id, PetitionMixin, "wagtail_campaign/petitions/check_mail.html"
    )


@public
@require_safe
def thanks(request, page_id):
    """Thanks, share, next steps: the same for all who confirmed."""
    template = "wagtail_campaign/petitions/thanks.html"
    return taking.thanks(request, page_id, PetitionMixin, template, Signature.objects)
