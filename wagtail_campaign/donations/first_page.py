"""The first donation page of a site: see ``actions.first_pages``."""

from django.utils.translation import gettext_lazy as _

from ..actions.first_pages import FirstPage
from .pages import DonationMixin

FIRST_PAGE = FirstPage(
    DonationMixin,
    "donate",
    {
        "title": _("Donate to the campaign"),
        "intro": _("Your gift keeps the campaign going. Every amount helps, once or each month."),
    },
)
