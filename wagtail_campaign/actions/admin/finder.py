"""Where Wagtail's site history links an action to, and what somebody did for one."""

from django.utils.functional import cached_property
from wagtail.admin.admin_url_finder import ModelAdminURLFinder

from ..permissions import can


class ActionURLFinder(ModelAdminURLFinder):
    """Its live settings, for those who may change them. Slices set ``edit_url_name``."""

    right: str

    def own_actions(self):
        """The actions that are the user's business."""
        raise NotImplementedError

    @cached_property
    def own(self) -> set[int]:
        """Their ids, looked up once for a page of the history."""
        if not self.user.has_perm(f"wagtail_campaign.{self.right}"):
            return set()
        return set(self.own_actions().values_list("pk", flat=True))

    def get_edit_url(self, instance):
        if self.user and instance.pk not in self.own:
            return None
        return self.construct_edit_url(instance)


class RecordURLFinder(ModelAdminURLFinder):
    """The page of one record; what of it is shown there depends on who looks. Slices set
    ``edit_url_name`` and the ``rights`` of which one is enough."""

    rights: tuple[str, ...]

    def get_edit_url(self, instance):
        if self.user and not can(self.user, *self.rights):
            return None
        return self.construct_edit_url(instance)
