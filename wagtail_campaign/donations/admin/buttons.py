"""The ways from a page in the admin to its fund."""

from django.utils.translation import gettext_lazy as _

from ...actions.admin.buttons import to_records, to_settings
from ...actions.admin.finder import ActionURLFinder, RecordURLFinder
from .. import permissions
from ..pages import DonationMixin


def page_buttons(page, user, view_name=None, next_url=None):
    """Hook: adds "Fund settings" and "Donations" to the menu of a donation page.

    Costs no query, as it is asked for each page of a listing.
    """
    if not issubclass(page.specific_class or type(page), DonationMixin):
        return
    settings, records = "campaign_funds:of_page", "campaign_funds:donations_of_page"
    yield from to_settings(page, user, _("Fund settings"), settings, permissions.SETTINGS)
    yield from to_records(page, user, _("Donations"), records, permissions.ANY_OF_DONATIONS)


class FundURLFinder(ActionURLFinder):
    """Where Wagtail's site history links a fund to."""

    edit_url_name = "campaign_funds:edit"
    right = permissions.SETTINGS

    def own_actions(self):
        return permissions.funds_of(self.user)


class DonationURLFinder(RecordURLFinder):
    """Where it links a donation to; the page there is for those who may see it."""

    edit_url_name = "campaign_donations:inspect"
    rights = permissions.ANY_OF_DONATIONS


class RecurringURLFinder(RecordURLFinder):
    """The same for a recurring gift."""

    edit_url_name = "campaign_recurring:inspect"
    rights = permissions.ANY_OF_RECURRING
