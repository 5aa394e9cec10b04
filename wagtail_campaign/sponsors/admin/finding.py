"""Looking for the entries that one person made."""

from django.utils.translation import gettext_lazy

from ...actions.admin.finding import FindMixin
from .. import permissions
from .listing import SponsorListView


class FindView(FindMixin, SponsorListView):
    """Finds what one person entered."""

    rights = (permissions.PERSONAL,)
    index_url_name = "campaign_sponsors:find"
    older = gettext_lazy(
        "There are older entries: those from before %(day)s were not looked at yet."
    )
