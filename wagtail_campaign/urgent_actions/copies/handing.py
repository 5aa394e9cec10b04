"""A letter handed back to its writer, who sends it: nothing of it is kept, and nobody is asked for
an address."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ...actions.models import State
from ...supporters import limits
from ..drafting.letters import own_share
from ..forms import CopyForm, LetterForm
from ..services import signed
from ..writing import Place, show
from . import paper
from .copy import Copy, eml, mailto

TEMPLATES = "wagtail_campaign/urgent_actions"


def hand(request, place: Place, way: str):
    """The letter by a way of ``COPIES``; else the page again: 422, 409 or 429, as when the site
    sends it."""
    form = CopyForm(request.POST)
    if place.door.status() != State.OPEN:
        return show(request, place, _with_errors(request, place, form), 409)
    if wait := limits.network_is_full(request):
        form.add_error(None, _("Too many forms came from your network. Please try again later."))
        response = show(request, place, _with_errors(request, place, form), 429)
        response.headers["Retry-After"] = str(wait)
        return response
    if not form.is_valid():
        return show(request, place, _with_errors(request, place, form), 422)
    typed = form.cleaned_data | {"written_in": place.language_of(form.cleaned_data)}
    copy = Copy(
        subject=typed["subject"],
        text=signed(typed),
        to=place.contact.value if place.contact else "",
        cc=place.copies,
    )
    if way == "eml":
        return _file(eml(copy), "message/rfc822", "letter.eml")
    if way == "pdf":
        sheet = paper.sheet(place, copy, typed)
        return _file(paper.pdf(sheet), "application/pdf", "letter.pdf")
    context = {
        "page": place.page,
        "urgent_action": place.page.get_live(request),
        "place": place,
        "copy": copy,
        "typed": typed,
        "own_share": own_share(place.draft.text, typed["text"]) if place.draft else 100,
    }
    if way == "print":
        context["sheet"] = paper.sheet(place, copy, typed)
        return render(request, f"{TEMPLATES}/print.html", context)
    return render(request, f"{TEMPLATES}/by_mail.html", context | {"mailto": mailto(copy)})


def _with_errors(request, place: Place, form: CopyForm):
    again = LetterForm(request.POST, asks=place.door.asks, wordings=place.door.wordings)
    # Of all that the whole form wants only what this way needs.
    again.errors.clear()
    again.errors.update(form.errors)
    return again


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})
