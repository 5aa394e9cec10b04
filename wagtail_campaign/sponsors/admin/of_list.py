"""What the pages about one sponsor list have in common: see ``actions.admin.of_action``."""

from django.utils.translation import gettext_lazy as _

from ...actions.admin.of_action import OfActionMixin
from .. import permissions
from ..models import SponsorList
from .listing import index_of


class OfListMixin(OfActionMixin):
    """A page about one list, for those who may moderate it."""

    right = permissions.MODERATE
    seen_with = (permissions.NUMBERS, permissions.SETTINGS)
    namespace = "campaign_sponsor_lists"
    plural = _("Sponsor lists")

    def actions(self):
        return permissions.lists_of(self.request.user)

    @property
    def sponsor_list(self) -> SponsorList:
        """The list that it is about."""
        return self.action

    def home_of(self, action):
        return index_of(action)

    def way_back(self):
        """The entries of the list."""
        return index_of(self.sponsor_list)
