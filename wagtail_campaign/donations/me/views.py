"""The donor's pages under ``/campaign/me/``: changing and ending what recurs, and all of a year."""

from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ...supporters import acts
from ...supporters.me.http import inside, me_view, show, to
from ..acts import RecurringAct
from ..stripe_api import checkout
from . import reasons, recurring_verbs, statement
from .forms import EndForm
from .recurring_verbs import CHANGE, END, KEEP, PAUSE, RESUME

#: Verb -> what does it, and what is said then: a key of ``supporters.me.notices``.
AT_ONCE = {
    KEEP: (recurring_verbs.keep, "goes_on"),
    PAUSE: (recurring_verbs.pause, "paused"),
    RESUME: (recurring_verbs.resume, "goes_on"),
}


@me_view
@require_POST
@inside
def do(request, pk, verb):
    """Keeps, pauses or resumes a recurring gift."""
    if verb not in AT_ONCE:
        raise Http404
    return _do(request, pk, verb, *AT_ONCE[verb])


@me_view
@require_http_methods(["GET", "HEAD", "POST"])
@inside
def end(request, pk):
    """Asks, and why, then ends a recurring gift."""
    act = _find(request, pk)
    if act is None:
        return show(request, "gone", status=404)
    if END not in act.verbs:
        return to(request, "me", say="unchanged")
    form = EndForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"act": act, "form": form, "at_once": recurring_verbs.ends_at_once(act.record)}
        return show(request, "recurring_end", context, status=422 if form.is_bound else 200)

    def end(recurring) -> bool:
        done = recurring_verbs.end(recurring)
        if done:
            reasons.note(recurring.fund, **form.cleaned_data)
        return done

    return _do(request, pk, END, end, "ending")


@me_view
@require_http_methods(["GET", "HEAD", "POST"])
@inside
def change(request, pk):
    """Says where it is changed, then goes there: to Stripe's Portal."""
    act = _find(request, pk)
    if act is None:
        return show(request, "gone", status=404)
    if CHANGE not in act.verbs:
        return to(request, "me", say="unchanged")
    language = request.LANGUAGE_CODE
    if request.method != "POST":
        return show(request, "recurring_change", {"act": act, "locale": checkout.locale(language)})
    back = reverse("wagtail_campaign:me_recurring_back", args=[pk])
    back = request.build_absolute_uri(f"{back}?language={language}")
    try:
        url = recurring_verbs.portal(act.record, back, language)
    except acts.NotNow:
        return to(request, "me", say="away")
    return HttpResponseRedirect(url, status=303)


@me_view
@require_safe
def back(request, pk):
    """Where one comes back to from Stripe. The cookie isn't sent from another site; from here on it
    is, by the button of this page."""
    return show(request, "recurring_back", {"pk": pk})


@me_view
@require_safe
@inside
def look(request, pk):
    """Reads a recurring gift anew from Stripe, and shows it."""
    act = _find(request, pk)
    if act is None:
        return show(request, "gone", status=404)
    return to(request, "me", say="" if recurring_verbs.look(act.record) else "not_looked")


@me_view
@require_safe
@inside
def yearly(request, year):
    """All gifts of a year, to print; 404 where there is none."""
    keys = request.campaign_me.keys
    found = statement.of_year(year, keys)
    if not found.gifts and not found.returned:
        return show(request, "gone", status=404)
    context = {
        "statement": found,
        "address": statement.address(keys),
        "years": statement.years(keys),
    }
    return show(request, "statement", context)


def _do(request, pk, verb, deed, say):
    act = _find(request, pk)
    if act is None:
        return show(request, "gone", status=404)
    try:
        done = verb in act.verbs and deed(act.record)
    except acts.NotNow:
        return to(request, "me", say="away")
    return to(request, "me", say=say if done else "unchanged")


def _find(request, pk) -> acts.Act | None:
    return acts.find(RecurringAct.slice, pk, request.campaign_me.keys)
