"""What the pages about things of one urgent action have in common."""

from django.utils.translation import gettext_lazy as _

from ...actions.admin.of_action import OfActionMixin
from .. import permissions
from .overview import address_for


class OfUrgentActionMixin(OfActionMixin):
    """A page about one urgent action, for those who may change its settings or have ``right``."""

    right = permissions.SETTINGS
    seen_with = (permissions.NUMBERS, permissions.SETTINGS)
    namespace = "campaign_urgent_actions"
    plural = _("Urgent actions")

    def actions(self):
        return permissions.actions_of(self.request.user)

    def home_of(self, action):
        return address_for(self.request.user, action)
