"""A sponsor's pages under ``/campaign/me/``: changing the entry, proving the domain."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ..supporters import acts
from ..supporters.me.http import inside, me_view, show, to
from . import services, types
from .acts import SponsorAct
from .forms import EntryForm
from .services import ListedAlready
from .states import SponsorState


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
    form = _form(request, act)
    if request.method == "POST" and form.is_valid():
        try:
            changed = services.change(act.record, form.entry())
        except ListedAlready:
            form.add_error("name", _("An organisation of that name is on the list already."))
        else:
            # What isn't on the list yet is looked at first.
            done = "entry" if act.record.state == SponsorState.PUBLISHED else "entry_first"
            return to(request, "me", say=done if changed else "unchanged")
    status = 422 if form.is_bound else 200
    return show(request, "sponsor", {"act": act, "form": form}, status=status)


def _form(request, act) -> EntryForm:
    sponsor = act.record
    page = sponsor.page
    # In the language that is read here, where the page is translated; else in the page's.
    here = (
        page.get_translations(inclusive=True).filter(
            locale__language_code=request.LANGUAGE_CODE, alias_of=None
        )
        if page
        else None
    )
    page = (here.first() if here is not None else None) or page
    return EntryForm(
        request.POST if request.method == "POST" else None,
        kind=sponsor.kind,
        types=types.of_page(page.specific) if page else types.of_list(sponsor.sponsor_list),
        language=sponsor.language,
        initial=EntryForm.initial_of(sponsor),
        auto_id="campaign-%s",
    )


@me_view
@require_POST
@inside
def prove(request, pk):
    """Has the record in the domain looked for."""
    act = _find(request, pk)
    if act is None:
        return show(request, "gone", status=404)
    done = act.dns_record and services.ask_for_dns(act.record)
    return to(request, "me", say="domain" if done else "unchanged")


def _find(request, pk) -> acts.Act | None:
    return acts.find(SponsorAct.slice, pk, request.campaign_me.keys)
