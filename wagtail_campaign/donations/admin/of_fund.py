"""What the pages about things of one fund have in common: see ``actions.admin.of_action``."""

from django.utils.translation import gettext_lazy as _

from ...actions.admin.of_action import OfActionMixin
from .. import permissions
from ..models import Fund
from .overview import address_for


class OfFundMixin(OfActionMixin):
    """A page about one fund, for those with ``right`` who may edit its page."""

    right = permissions.SETTINGS
    seen_with = (permissions.NUMBERS, permissions.SETTINGS)
    namespace = "campaign_funds"
    plural = _("Funds")

    def actions(self):
        return permissions.funds_of(self.request.user)

    @property
    def fund(self) -> Fund:
        """The fund that it is about."""
        return self.action

    def home_of(self, action):
        return address_for(self.request.user, action)
