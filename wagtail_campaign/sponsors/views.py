"""A sponsor list, as HTTP: a form comes in, a verb is called, the next step is shown."""

from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ..actions import taking
from ..actions.http import public, public_form
from . import joining, services
from .models import Sponsor
from .pages import SponsorPageMixin


@public_form
@require_POST
def join(request, page_id, kind):
    """Lends a name. 303 to "check your mail", or the page again: see ``taking.take``.

    404 for a kind that the list doesn't take.
    """
    return taking.at_the_door(
        request, page_id, SponsorPageMixin, lambda door: _join(request, door, kind)
    )


def _join(request, door, kind):
    form = joining.form_at(door, kind, request.POST)
    return taking.take(
        request,
        door,
        form,
        verb=lambda door, typed: services.join(door, kind, typed),
        done=reverse("wagtail_campaign:sponsor_check_mail", args=[door.page_id]),
        again=lambda status: taking.page_with(request, door, SponsorPageMixin, form, status),
    )


@public
@require_safe
def check_mail(request, page_id):
    """ "Check your mail": the same for all who joined."""
    return taking.step(
        request, page_id, SponsorPageMixin, "wagtail_campaign/sponsors/check_mail.html"
    )


@public
@require_safe
def thanks(request, page_id):
    """Thanks, share, next steps: the same for all who confirmed."""
    template = "wagtail_campaign/sponsors/thanks.html"
    return taking.thanks(request, page_id, SponsorPageMixin, template, Sponsor.objects)
