"""The ways from a page in the admin to its sponsor list."""

from django.utils.translation import gettext_lazy as _

from ...actions.admin.buttons import to_records, to_settings
from ...actions.admin.finder import ActionURLFinder, RecordURLFinder
from .. import permissions
from ..pages import SponsorPageMixin


def page_buttons(page, user, view_name=None, next_url=None):
    """Hook: adds "Settings of the list" and "Sponsors" to the menu of a sponsor page.

    Costs no query, as it is asked for each page of a listing.
    """
    if not issubclass(page.specific_class or type(page), SponsorPageMixin):
        return
    settings, records = "campaign_sponsor_lists:of_page", "campaign_sponsor_lists:sponsors_of_page"
    yield from to_settings(page, user, _("Settings of the list"), settings, permissions.SETTINGS)
    yield from to_records(page, user, _("Sponsors"), records, permissions.ANY_OF_SPONSORS)


class SponsorListURLFinder(ActionURLFinder):
    """Where Wagtail's site history links a list to."""

    edit_url_name = "campaign_sponsor_lists:edit"
    right = permissions.SETTINGS

    def own_actions(self):
        return permissions.lists_of(self.user)


class SponsorURLFinder(RecordURLFinder):
    """Where it links an entry to; the page there is for those who may see it."""

    edit_url_name = "campaign_sponsors:inspect"
    rights = permissions.ANY_OF_SPONSORS
