"""A sponsor's pages under ``/campaign/me/``: changing the entry, proving the domain."""

from django.views.decorators.http import require_http_methods, require_POST

from ..supporters import acts
from ..supporters.me.http import inside, me_view, show, to
from . import changing
from .acts import SponsorAct


@me_view
@require_http_methods(["GET", "HEAD", "POST"])
@inside
def change(request, pk):
    """Changes an entry: at once, in every language. 422 with errors beside the fields."""
    act = _find(request, pk)
    if act is None:
        return show(request, "gone", status=404)
    if not act.can_change:
        return to(request, "me", say="unchanged")
    data = request.POST if request.method == "POST" else None
    form = changing.form_of(act, request.LANGUAGE_CODE, data)
    if form.is_bound and (changed := changing.change(act, form)) is not None:
        return to(request, "me", say=changing.notice(act) if changed else "unchanged")
    status = 422 if form.is_bound else 200
    return show(request, "sponsor", {"act": act, "form": form}, status=status)


@me_view
@require_POST
@inside
def prove(request, pk):
    """Has the record in the domain looked for."""
    act = _find(request, pk)
    if act is None:
        return show(request, "gone", status=404)
    return to(request, "me", say="domain" if changing.prove(act) else "unchanged")


def _find(request, pk) -> acts.Act | None:
    return acts.find(SponsorAct.slice, pk, request.campaign_me.keys)
