"""How the site history tells that an update was mailed."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from ..actions.logs import register


@register("campaign.broadcast")
class Mailed(LogFormatter):
    label = gettext_lazy("Mail an update")

    def format_message(self, log_entry):
        said = {key: log_entry.data.get(key, "") for key in ("update", "count")}
        return _("Mailed an update to %(count)s: %(update)s") % said


@register("campaign.broadcast_cancel")
class Cancelled(LogFormatter):
    label = gettext_lazy("Cancel the mail of an update")
    message = gettext_lazy("Cancelled the mail of an update")


@register("campaign.broadcast_stop")
class Stopped(LogFormatter):
    label = gettext_lazy("Stop the mail of an update")
    message = gettext_lazy("Stopped the mail of an update")
