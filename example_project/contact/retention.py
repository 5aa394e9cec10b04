"""What of a message is kept, and for how long."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_campaign.supporters import retention
from wagtail_campaign.supporters.retention import keeps

from .models import Message


@keeps(
    260,
    _("A message to us, with your name and your address"),
    _("To mail you the link that sends it, and to send it. Then it is in our mail box alone."),
    "messages to the campaign deleted",
)
def messages():
    """Emptied as soon as it has gone; unconfirmed ones are deleted as a whole."""
    hours = round(Message.GOOD_FOR.total_seconds() / 3600)
    return gettext("Until it has gone, at most %(time)s") % {"time": retention.hours(hours)}
