"""A letter handed back to its writer, who sends it: nothing of it is kept, and nobody is asked for
an address."""

from django.http import HttpResponse
from django.shortcuts import render

from ...actions import taking
from ...actions.taking import Refused
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
    if refused := refuse(request, place, form):
        return refused.answer(
            lambda status: show(request, place, _with_errors(request, place, form), status)
        )
    copy, typed = made(place, form)
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
        "own_share": share(place, typed),
    }
    if way == "print":
        context["sheet"] = paper.sheet(place, copy, typed)
        return render(request, f"{TEMPLATES}/print.html", context)
    return render(request, f"{TEMPLATES}/by_mail.html", context | {"mailto": mailto(copy)})


def refuse(request, place: Place, form: CopyForm) -> Refused | None:
    """Why a letter isn't handed back: as when the site sends it."""
    if refused := taking.refuse(request, place.door, form):
        return refused
    return None if form.is_valid() else Refused(422)


def made(place: Place, form: CopyForm) -> tuple[Copy, dict]:
    """The letter of a form that is valid, as it is to be sent; and what was typed."""
    typed = form.cleaned_data | {"written_in": place.language_of(form.cleaned_data)}
    copy = Copy(
        subject=typed["subject"],
        text=signed(typed),
        to=place.contact.value if place.contact else "",
        cc=place.copies,
    )
    return copy, typed


def share(place: Place, typed: dict) -> int:
    """How much of it are the writer's own words, in whole per cent."""
    return own_share(place.draft.text, typed["text"]) if place.draft else 100


def _with_errors(request, place: Place, form: CopyForm) -> LetterForm:
    again = place.form(request.POST)
    # Of all that the whole form wants only what this way needs.
    again.errors.clear()
    again.errors.update(form.errors)
    return again


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})
