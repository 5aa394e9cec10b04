"""Looking for the letters of one person."""

from django.utils.translation import gettext_lazy

from ...actions.admin.finding import FindMixin
from .. import permissions
from .letters import LetterListView


class FindView(FindMixin, LetterListView):
    """Finds the letters of one person, such as to erase them."""

    rights = (permissions.PERSONAL,)
    index_url_name = "campaign_letters:find"
    older = gettext_lazy(
        "There are older letters: those from before %(day)s were not looked at yet."
    )

    def queue(self):
        return []
