"""The first sponsor page of a site: see ``actions.first_pages``."""

from django.utils.translation import gettext_lazy as _

from ..actions.first_pages import FirstPage
from . import types
from .pages import SponsorPageMixin

FIRST_PAGE = FirstPage(
    SponsorPageMixin,
    "sponsors",
    {
        "title": _("Supported by"),
        "intro": _("They stand by us with their names. Add yours, or that of your organisation."),
    },
    {"types": types.defaults_as_json},
)
