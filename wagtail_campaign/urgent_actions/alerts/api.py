"""Alerts by JSON: the same form and the same verb as ``views.py``. The link in each mail ends
them."""

from django.http import Http404
from django.utils import translation
from ninja import Router

from ...actions.doors import Door
from ...headless import problems, taking
from ...headless.actions import Form
from ...headless.answers import FORM, Taken, answers, check_mail
from ...headless.bodies import Typed
from ...headless.content import form_said
from ...headless.door import may_be_kept
from ...headless.paths import Id
from . import services
from .doors import door_of, find_page
from .forms import AlertForm

router = Router(tags=["Alerts"])


class AlertsForm(Form):
    """The form for urgent actions by mail, and the language of its words and of those mails."""

    language: str


@router.get(
    "/{page_id}", response=answers((200, AlertsForm), 422), url_name="api_alert", by_alias=True
)
def look(request, page_id: Id):
    """The form for urgent actions by mail, in the language of a page of any type. The title of
    ``consent_alerts`` is what one agrees to: it is shown beside the button."""
    door = _door(page_id)
    with translation.override(door.language):
        request.LANGUAGE_CODE = door.language
        may_be_kept(request)
        said = form_said("api_alert", [page_id], AlertForm.at(door), door.language)
        return said | {"language": door.language}


@router.post("/{page_id}", response=answers((202, Taken), *FORM), url_name="api_alert")
def subscribe(request, page_id: Id, typed: Typed):
    """Asks for urgent actions by mail. The answer is the same whether or not the address gets them;
    nothing is mailed before the link in the mail is used."""

    def answer(door):
        taking.take(request, door, typed, lambda data: AlertForm.at(door, data), services.subscribe)
        return check_mail()

    return taking.behind(request, _door(page_id), answer)


def _door(page_id: int) -> Door:
    try:
        page = find_page(page_id)
    except Http404:
        raise problems.unknown() from None
    if page.get_view_restrictions().exists():
        raise problems.unknown()
    return door_of(page)
