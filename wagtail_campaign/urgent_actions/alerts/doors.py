"""The way in to alerts, from any page."""

import swapper

from ...actions import doors
from ...actions.doors import Door
from . import forms
from .models import KEY


def find_page(page_id: int):
    """A live page of any type. Raises ``Http404`` where there is none."""
    return doors.find_page(page_id, swapper.load_model("wagtailcore", "Page"))


def door_of(page) -> Door:
    """The door of a page: its language, and the words that are agreed to."""
    return doors.of_no_action(page, KEY, [forms.wording(page.locale.language_code)])
