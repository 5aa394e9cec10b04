"""Inside: what this address did here, and the verbs. An act of another address is not found."""

from django.core.paginator import Paginator
from django.http import JsonResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .. import acts, consents, magic_links
from ..models import Consent, Display
from . import data
from .forms import ShowAsForm
from .http import inside, let_out, me_view, show, to
from .notices import said

PER_PAGE = 20


def acts_of_mine(request):
    """The list, newest first."""
    found = acts.of(request.campaign_me.keys)
    listed = [act for act in found if act.is_listed]
    page = Paginator(listed, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": [(act, ShowAsForm(act) if acts.SHOW_AS in act.allowed else None) for act in page],
        "pages": page,
        "unlisted": len(found) - len(listed),
        "address": found[0].supporter.email if found else "",
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
    return _do(request, slice, pk, acts.CONFIRM, "confirmed")


@me_view
@require_POST
@inside
def show_as(request, slice, pk):
    """Changes how an act is shown in public: ``display`` is a ``Display``."""
    display = request.POST.get("display")
    if display not in Display.values:
        return to(request, "me", say="unchanged")
    return _do(request, slice, pk, acts.SHOW_AS, "shown", Display(display))


@me_view
@require_POST
@inside
def hide(request, slice, pk):
    """Takes what was written out of public view."""
    return _do(request, slice, pk, acts.HIDE, "hidden")


@me_view
@require_http_methods(["GET", "HEAD", "POST"])
@inside
def withdraw(request, slice, pk):
    """Asks, then takes an act back."""
    if request.method == "POST":
        return _do(request, slice, pk, acts.WITHDRAW, "withdrawn")
    return _ask_first(request, slice, pk, acts.WITHDRAW)


@me_view
@require_http_methods(["GET", "HEAD", "POST"])
@inside
def erase(request, slice, pk):
    """Asks, then erases one act."""
    if request.method != "POST":
        return _ask_first(request, slice, pk, acts.ERASE)
    act = acts.find(slice, pk, request.campaign_me.keys)
    if act is None:
        return show(request, "gone", status=404)
    if acts.ERASE not in act.allowed:
        return to(request, "me", say="unchanged")
    try:
        act.erase()
    except acts.NotNow:
        return to(request, "me", say="away")
    return _after_erasing(request, kept=act.is_kept_by_law)


@me_view
@require_http_methods(["GET", "HEAD", "POST"])
@inside
def erase_all(request):
    """Asks, then erases every act that can be, and ends the session."""
    found = acts.of(request.campaign_me.keys)
    erasable = [act for act in found if acts.ERASE in act.allowed]
    if request.method == "POST":
        return _erase_all(request, erasable)
    said = [line for act in erasable for line in act.question(acts.ERASE).consequences]
    context = {
        "consequences": list(dict.fromkeys(said)),
        "kept": [act for act in found if act not in erasable],
    }
    return show(request, "erase_all", context)


def _erase_all(request, erasable: list[acts.Act]):
    """One that can't be erased just now keeps no other from it; then the session goes on."""
    left = []
    for act in erasable:
        try:
            act.erase()
        except acts.NotNow:
            left.append(act)
    if left:
        return to(request, "me", say="left")
    kept = any(act.is_kept_by_law for act in erasable)
    return _after_erasing(request, everything=True, kept=kept)


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
    keys = request.campaign_me.keys
    consent = Consent.objects.filter(supporter__email_key__in=keys, pk=pk).first()
    if consent is None:
        return show(request, "gone", status=404)
    if not consents.withdraw(Consent.objects.filter(pk=pk)):
        return to(request, "me", say="unchanged")
    act = acts.of_supporter(consent.supporter_id, keys)
    if act and act.let_go():
        return _after_erasing(request, say="let_go")
    return to(request, "me", say="consent")


def _do(request, slice, pk, verb, done, *arguments):
    act = acts.find(slice, pk, request.campaign_me.keys)
    if act is None:
        return show(request, "gone", status=404)
    moved = verb in act.allowed and getattr(act, verb)(*arguments)
    return to(request, "me", say=done if moved else "unchanged")


def _ask_first(request, slice, pk, verb):
    act = acts.find(slice, pk, request.campaign_me.keys)
    if act is None:
        return show(request, "gone", status=404)
    if verb not in act.allowed:
        return to(request, "me", say="unchanged")
    return show(request, "question", {"act": act, "question": act.question(verb)})


def _after_erasing(request, everything=False, say="erased", kept=False):
    """Where nothing is left of an address, nothing is left of its way in either."""
    link = request.campaign_me
    if everything:
        magic_links.end(link)
    if magic_links.forget(link.keys) or everything:
        response = to(request, "me_erased", say="kept" if kept else "", leaving=True)
        let_out(response)
        return response
    return to(request, "me", say="kept" if kept else say)
