"""How the site history tells what editors did with webhooks."""

from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogFormatter

from ..actions import words
from ..actions.logs import register
from . import events


class WithEvents(LogFormatter):
    """``events``: the names of the events that it is told of from then on."""

    words = ""

    def format_message(self, log_entry):
        told = [events.label_of(name) for name in log_entry.data.get("events", [])]
        return self.words % {"events": "; ".join(told) or "–"}


@register("campaign.add_webhook")
class Added(WithEvents):
    label = gettext_lazy("Add a webhook")
    words = gettext_lazy("Added the webhook. It is told of: %(events)s")


@register("campaign.change_webhook")
class Changed(WithEvents):
    label = gettext_lazy("Change a webhook")
    words = gettext_lazy("Changed the webhook. It is told of: %(events)s")


@register("campaign.switch_webhook_on")
class SwitchedOn(LogFormatter):
    label = gettext_lazy("Switch a webhook on")
    message = gettext_lazy("Switched the webhook on")


@register("campaign.switch_webhook_off")
class SwitchedOff(LogFormatter):
    label = gettext_lazy("Switch a webhook off")
    message = gettext_lazy("Switched the webhook off")


@register("campaign.renew_webhook_secret")
class SecretRenewed(LogFormatter):
    label = gettext_lazy("Renew the secret of a webhook")
    message = gettext_lazy("Renewed the secret")


@register("campaign.delete_webhook")
class Deleted(LogFormatter):
    label = gettext_lazy("Delete a webhook")
    message = gettext_lazy("Deleted the webhook")


@register("campaign.test_webhook")
class Tested(LogFormatter):
    label = gettext_lazy("Try a webhook")
    message = gettext_lazy("Sent a test")


@register("campaign.replay_webhook")
class Replayed(LogFormatter):
    """``count``: how much."""

    label = gettext_lazy("Send to a webhook again")

    def format_message(self, log_entry):
        count = log_entry.data.get("count", 0)
        return ngettext(
            "Had %(count)s event sent again", "Had %(count)s events sent again", count
        ) % {"count": words.number(count)}
