"""The donor's pages under ``/campaign/me/``: changing and ending what recurs, and all of a year."""

from django.http import Http404, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ...supporters import acts
from ...supporters.me.http import inside, me_view, show, to
from ..acts import RecurringAct
from ..stripe_api import checkout
from . import portal, recurring_verbs, statement
from .forms import EndForm
from .recurring_verbs import AT_ONCE, CHANGE, END, KEEP, PAUSE, RESUME

#: Verb -> what is said once it is done: a key of ``supporters.me.notices``.
SAID = {KEEP: "goes_on", PAUSE: "paused", RESUME: "goes_on"}


@me_view
@require_POST
@inside
def do(request, pk, verb):
    """Keeps, pauses or resumes a recurring gift."""
    if verb not in AT_ONCE:
        raise Http404
    return _do(request, pk, verb, AT_ONCE[verb], SAID[verb])


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

    def deed(recurring) -> bool:
        return recurring_verbs.end_saying_why(recurring, **form.cleaned_data)

    return _do(request, pk, END, deed, "ending")


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
    if request.method != "POST":
        context = {"act": act, "locale": checkout.locale(request.LANGUAGE_CODE)}
        return show(request, "recurring_change", context)
    try:
        url = portal.address(request, act.record)
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
