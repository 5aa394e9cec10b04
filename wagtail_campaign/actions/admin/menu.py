"""Items of the menu that only some see."""

from wagtail.admin.menu import MenuItem


class RightsMenuItem(MenuItem):
    """A menu item for those who have one of its rights."""

    rights = ()

    def is_shown(self, request):
        return any(request.user.has_perm(f"wagtail_campaign.{right}") for right in self.rights)
