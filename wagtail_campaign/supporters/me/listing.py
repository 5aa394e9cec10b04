"""Inside: what this address did here, and the verbs. An act of another address is not found."""

from django.http import JsonResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .. import acts
from . import data, mine
from .forms import ShowAsForm
from .http import inside, let_out, me_view, show, to
from .mine import Outcome
from .notices import said


def acts_of_mine(request):
    """The list, newest first."""
    found = mine.read(request.campaign_me, request.GET.get("page"))
    shown = [(act, ShowAsForm(act) if acts.SHOW_AS in act.allowed else None) for act in found.acts]
    context = {
        "rows": shown,
        "pages": found.acts,
        "unlisted": found.unlisted,
        "address": found.address,
        "notice": said(request),
    }
    return show(request, "list", context)


@me_view
@require_safe
@inside
def download(request):
    """Everything, as a JSON file; its keys are listed in ``data.py``."""
    everything = data.everything(request.campaign_me.keys)
    layout = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(everything, json_dumps_params=layout)
    response.headers["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@me_view
@require_POST
@inside
def confirm(request, slice, pk):
    """Confirms what waits for it."""
    return _do(request, slice, pk, acts.CONFIRM)


@me_view
@require_POST
@inside
def show_as(request, slice, pk):
    """Changes how an act is shown in public: ``display`` is one of its ``displays``."""
    act = acts.find(slice, pk, request.campaign_me.keys)
    return _tell(request, act and mine.show_as(act, request.POST.get("display")))


@me_view
@require_POST
@inside
def hide(request, slice, pk):
    """Takes what was written out of public view."""
    return _do(request, slice, pk, acts.HIDE)


@me_view
@require_http_methods(["GET", "HEAD", "POST"])
@inside
def withdraw(request, slice, pk):
    """Asks, then takes an act back."""
    if request.method == "POST":
        return _do(request, slice, pk, acts.WITHDRAW)
    return _ask_first(request, slice, pk, acts.WITHDRAW)


@me_view
@require_http_methods(["GET", "HEAD", "POST"])
@inside
def erase(request, slice, pk):
    """Asks, then erases one act."""
    if request.method != "POST":
        return _ask_first(request, slice, pk, acts.ERASE)
    act = acts.find(slice, pk, request.campaign_me.keys)
    return _tell(request, act and mine.erase(request.campaign_me, act))


@me_view
@require_http_methods(["GET", "HEAD", "POST"])
@inside
def erase_all(request):
    """Asks, then erases every act that can be, and ends the session."""
    if request.method == "POST":
        return _tell(request, mine.erase_all(request.campaign_me))
    can, kept = mine.erasable(request.campaign_me)
    return show(request, "erase_all", {"consequences": mine.consequences(can), "kept": kept})


@me_view
@require_safe
def erased(request):
    """ "Everything is erased": seen from outside."""
    return show(request, "erased", {"notice": said(request)})


@me_view
@require_POST
@inside
def withdraw_consent(request, pk):
    """Takes one consent back, as easily as it was given."""
    return _tell(request, mine.withdraw_consent(request.campaign_me, pk))


def _do(request, slice, pk, verb):
    act = acts.find(slice, pk, request.campaign_me.keys)
    return _tell(request, act and mine.do(act, verb))


def _ask_first(request, slice, pk, verb):
    act = acts.find(slice, pk, request.campaign_me.keys)
    if act is None:
        return show(request, "gone", status=404)
    if verb not in act.allowed:
        return to(request, "me", say="unchanged")
    return show(request, "question", {"act": act, "question": act.question(verb)})


def _tell(request, outcome: Outcome | None):
    """Goes on where it is told; 404 for None: it is nothing of this address."""
    if outcome is None:
        return show(request, "gone", status=404)
    if not outcome.is_over:
        return to(request, "me", say=outcome.notice)
    say = outcome.notice if outcome.notice == "kept" else ""
    response = to(request, "me_erased", say=say, leaving=True)
    let_out(response)
    return response
