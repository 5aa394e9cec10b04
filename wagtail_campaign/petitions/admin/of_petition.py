"""What the pages about things of one petition have in common: see ``actions.admin.of_action``."""

from django.utils.translation import gettext_lazy as _

from ...actions.admin.of_action import OfActionFormView, OfActionListView, OfActionMixin
from .. import permissions
from ..models import Petition
from .overview import address_for


class OfPetitionMixin(OfActionMixin):
    """A page about one petition, for those who may change its settings or have ``right``."""

    right = permissions.SETTINGS
    seen_with = (permissions.NUMBERS, permissions.SETTINGS)
    namespace = "campaign_petitions"
    plural = _("Petitions")

    def actions(self):
        return permissions.petitions_of(self.request.user)

    @property
    def petition(self) -> Petition:
        """The petition that it is about."""
        return self.action

    def home_of(self, action):
        # Nowhere for those who only see its numbers.
        user = self.request.user
        own = permissions.petitions_of(user).filter(pk=action.pk).exists()
        return address_for(user, action) if own else None


class OfPetitionListView(OfPetitionMixin, OfActionListView):
    """A short list of things of one petition."""


class OfPetitionFormView(OfPetitionMixin, OfActionFormView):
    """A form for one thing of a petition."""
