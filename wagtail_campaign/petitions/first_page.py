"""The first petition of a site: see ``actions.first_pages``."""

from django.utils.translation import gettext_lazy as _

from ..actions.first_pages import FirstPage
from .pages import PetitionMixin

FIRST_PAGE = FirstPage(
    PetitionMixin,
    "petition",
    {
        "title": _("Sign our appeal"),
        "intro": _("We stand by those who are persecuted for speaking up. Add your name to ours."),
    },
)
