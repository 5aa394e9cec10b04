"""Where Wagtail's site history links an endpoint to."""

from ...actions.admin.finder import RecordURLFinder
from .. import permissions


class EndpointURLFinder(RecordURLFinder):
    """Its page, for those who may set webhooks up."""

    edit_url_name = "campaign_webhooks:inspect"
    rights = (permissions.MANAGE,)
