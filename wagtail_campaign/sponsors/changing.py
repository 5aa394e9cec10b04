"""An entry that its sponsor sees and changes under "my actions", through whichever door."""

from django import forms
from django.utils.translation import gettext as _

from . import services, types
from .acts import SponsorAct
from .forms import EntryForm
from .services import ListedAlready
from .states import SponsorState


def form_of(act: SponsorAct, language: str, data=None) -> EntryForm:
    """The form of an entry, with what stands in it or with what was sent.

    Its types are in the language that is read, where the page is translated; else in the page's.
    """
    sponsor = act.record
    page = sponsor.page
    here = (
        page.get_translations(inclusive=True).filter(locale__language_code=language, alias_of=None)
        if page
        else None
    )
    page = (here.first() if here is not None else None) or page
    return EntryForm(
        data,
        kind=sponsor.kind,
        types=types.of_page(page.specific) if page else types.of_list(sponsor.sponsor_list),
        language=sponsor.language,
        initial=EntryForm.initial_of(sponsor),
        auto_id="campaign-%s",
    )


def standing(form: EntryForm) -> dict[str, str]:
    """What stands in an empty form, as a browser would send it: a type that is gone isn't."""
    found = {}
    for name, field in form.fields.items():
        value = form.get_initial_for_field(field, name)
        gone = isinstance(field, forms.ChoiceField) and not field.valid_value(value)
        found[name] = "" if value is None or gone else str(value)
    return found


def change(act: SponsorAct, form: EntryForm) -> bool | None:
    """Changes the entry at once, in every language: False where nothing is new or it can't be
    changed now, None where the form isn't taken, with its errors beside the fields."""
    if not act.can_change:
        return False
    if not form.is_valid():
        return None
    try:
        return services.change(act.record, form.entry())
    except ListedAlready:
        form.add_error("name", _("An organisation of that name is on the list already."))
        return None


def notice(act: SponsorAct) -> str:
    """What is said of a change: a key of ``supporters.me.notices``. What isn't on the list yet is
    looked at first."""
    return "entry" if act.record.state == SponsorState.PUBLISHED else "entry_first"


def prove(act: SponsorAct) -> bool:
    """Has the record in the domain looked for; False where there is nothing to prove."""
    return bool(act.dns_record) and services.ask_for_dns(act.record)
