"""Asking for a link into ``/campaign/me/``, by a form or by JSON."""

from django.utils.translation import gettext as _
from wagtail.models import Site

from ...actions.taking import Refused
from .. import limits, magic_links
from .forms import AskForm


def receive(request, form: AskForm, language: str) -> Refused | None:
    """Has a link mailed in that language to the address in a form that may be taken; else says why
    not, with 422 or 429 of ``Refused``.

    Who fills in the trap, or uses an address too often, is not told: nothing is done, and None.
    """
    if wait := limits.network_is_full(request):
        form.add_error(None, _("Too many forms came from your network. Please try again later."))
        return Refused(429, wait)
    if form.is_trapped:
        return None
    if not form.is_valid():
        return Refused(422)
    address = form.cleaned_data["email"]
    if not limits.address_is_full(address):
        site = Site.find_for_request(request)
        magic_links.ask(address, language, site.pk if site else None)
    return None
