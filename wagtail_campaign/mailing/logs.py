"""How the site history tells what editors did with mails."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from ..actions.logs import register


@register("campaign.send_again")
class SentAgain(LogFormatter):
    label = _("Send a mail again")
    message = _("Put a mail that was not sent back into the outbox")
