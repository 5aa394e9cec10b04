"""Looking for the signatures of one person."""

from django.utils.translation import gettext_lazy

from ...actions.admin.finding import FindMixin
from .. import permissions
from .listing import SignatureListView


class FindView(FindMixin, SignatureListView):
    """Finds the signatures of one person."""

    rights = (permissions.PERSONAL,)
    index_url_name = "campaign_signatures:find"
    older = gettext_lazy(
        "There are older signatures: those from before %(day)s were not looked at yet."
    )
