"""The form of a list as it is sent, through whichever door."""

from django.http import Http404

from ..actions import doors
from ..actions.doors import Door
from .forms import FORMS, JoinForm
from .pages import SponsorPageMixin
from .states import Kind


def form_at(door: Door, kind: Kind, data) -> JoinForm:
    """The form of a kind, with what was sent. Raises ``Http404`` for a kind that the list doesn't
    take."""
    page = doors.find_page(door.page_id, SponsorPageMixin)
    form = FORMS[kind].at(door, data, types=page.sponsor_types(), language=door.language)
    if not form.is_welcome:
        raise Http404
    return form
