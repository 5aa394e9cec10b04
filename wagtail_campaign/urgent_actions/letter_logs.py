"""How the site history tells what editors did with letters."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from wagtail.log_actions import LogFormatter

from ..actions.logs import register


@register("campaign.release_letter")
class Released(LogFormatter):
    """Of a letter for solidarity: accepted for handing over."""

    label = gettext_lazy("Release a letter")
    message = pgettext_lazy("letter", "Released")


@register("campaign.decline_letter")
class Declined(LogFormatter):
    label = gettext_lazy("Decline a letter")

    def format_message(self, log_entry):
        return _("Declined: %(reason)s") % {"reason": log_entry.data.get("reason", "")}


@register("campaign.send_letter_again")
class SentAgain(LogFormatter):
    label = gettext_lazy("Send a letter again")
    message = gettext_lazy("Put into the queue again")


@register("campaign.hand_over_letter")
class HandedOver(LogFormatter):
    label = gettext_lazy("Hand over a letter")
    message = gettext_lazy("Marked as handed over")


@register("campaign.take_down_letter")
class TakenDown(LogFormatter):
    label = gettext_lazy("Take a letter off the wall")

    def format_message(self, log_entry):
        return _("Taken off the wall: %(reason)s") % {"reason": log_entry.data.get("reason", "")}


@register("campaign.erase_letter")
class Erased(LogFormatter):
    label = gettext_lazy("Erase a letter")

    def format_message(self, log_entry):
        return _("Erased the personal data: %(reason)s") % {
            "reason": log_entry.data.get("reason", "")
        }


@register("campaign.view_letter")
class Viewed(LogFormatter):
    """On a letter that was opened, or on an urgent action of which a list with names was shown."""

    label = gettext_lazy("See who wrote letters")

    def format_message(self, log_entry):
        ids = log_entry.data.get("ids")
        if ids is None:
            return _("Read the letter and saw who wrote it")
        return ngettext(
            "Saw who wrote %(count)s letter", "Saw who wrote %(count)s letters", len(ids)
        ) % {"count": len(ids)}


@register("campaign.bundle_letters")
class Bundled(LogFormatter):
    label = gettext_lazy("Make a bundle of letters")

    def format_message(self, log_entry):
        number = len(log_entry.data.get("ids", []))
        return ngettext(
            "Made a bundle of %(count)s letter", "Made a bundle of %(count)s letters", number
        ) % {"count": number}
