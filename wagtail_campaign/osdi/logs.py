"""How the site history tells who let another program read."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from ..actions.logs import register


@register("campaign.add_access_token")
class Made(LogFormatter):
    label = _("Make an access token")
    message = _("Made the access token")


@register("campaign.read_by_access_token")
class Read(LogFormatter):
    """The first time on a day."""

    label = _("Read by an access token")
    message = _("A program read who agreed to news of the campaign, and what they did")


@register("campaign.delete_access_token")
class Deleted(LogFormatter):
    label = _("Delete an access token")
    message = _("Deleted the access token: the program reads no more")
