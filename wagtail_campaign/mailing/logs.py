"""How the site history tells what editors did with mails."""

from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from ..actions import words
from ..actions.logs import register
from . import kinds


@register("campaign.send_again")
class SentAgain(LogFormatter):
    label = gettext_lazy("Send a mail again")
    message = gettext_lazy("Put a mail that was not sent back into the outbox")


class OfBroadcast(LogFormatter):
    """``kind`` and ``what`` say what it tells of; ``count``: how many get it."""

    words = ""

    def format_message(self, log_entry):
        data = log_entry.data
        kind = kinds.get(data["kind"])
        what = ": ".join(filter(None, [str(kind.label), kind.said(data.get("what", ""))]))
        return self.words % {"count": words.number(data.get("count", 0)), "what": what}


@register("campaign.broadcast")
class Mailed(OfBroadcast):
    label = gettext_lazy("Mail news")
    words = gettext_lazy("Had it mailed to %(count)s. %(what)s")


@register("campaign.broadcast_cancel")
class Cancelled(OfBroadcast):
    label = gettext_lazy("Cancel a mail to many")
    words = gettext_lazy("Cancelled the mail. %(what)s")


@register("campaign.broadcast_stop")
class Stopped(OfBroadcast):
    label = gettext_lazy("Stop a mail to many")
    words = gettext_lazy("Stopped the mail. %(what)s")


@register("campaign.broadcast_go_on")
class WentOn(OfBroadcast):
    label = gettext_lazy("Go on with a mail to many")
    words = gettext_lazy("Went on with the mail. %(what)s")
