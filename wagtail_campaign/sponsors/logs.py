"""How the site history tells what editors did with sponsors. No entry is named in it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from ..actions.logs import register
from .models import Sponsor
from .states import Verified


@register("campaign.publish_sponsor")
class PublishedSponsor(LogFormatter):
    label = gettext_lazy("Publish a sponsor")
    message = gettext_lazy("Published the entry as it was")


@register("campaign.put_back_sponsor")
class PutBackSponsor(LogFormatter):
    label = gettext_lazy("Put back what a sponsor changed")
    message = gettext_lazy("Put back what its sponsor had changed")


@register("campaign.decline_sponsor")
class DeclinedSponsor(LogFormatter):
    label = gettext_lazy("Decline a sponsor")

    def format_message(self, log_entry):
        return _("Declined: %(reason)s") % {"reason": log_entry.data.get("reason", "")}


@register("campaign.take_off_sponsor")
class TakenOffSponsor(LogFormatter):
    label = gettext_lazy("Take a sponsor off the list")

    def format_message(self, log_entry):
        return _("Taken off the list: %(reason)s") % {"reason": log_entry.data.get("reason", "")}


@register("campaign.restore_sponsor")
class RestoredSponsor(LogFormatter):
    label = gettext_lazy("Put a sponsor on the list again")
    message = gettext_lazy("Put on the list again")


@register("campaign.verify_sponsor")
class VerifiedSponsor(LogFormatter):
    """``by``: how, "" where it isn't any more."""

    label = gettext_lazy("Verify a sponsor")

    def format_message(self, log_entry):
        by = dict(Verified.choices).get(log_entry.data.get("by"), "")
        return _("Verified: %(how)s") % {"how": by}


@register("campaign.change_sponsor")
class ChangedSponsor(LogFormatter):
    """``fields``: the names of those that were changed; what they said is in no log."""

    label = gettext_lazy("Change a sponsor")

    def format_message(self, log_entry):
        label = Sponsor._meta.get_field
        fields = [str(label(name).verbose_name) for name in log_entry.data.get("fields", [])]
        return _("Changed: %(fields)s") % {"fields": ", ".join(fields)}


@register("campaign.enter_sponsor")
class EnteredSponsor(LogFormatter):
    label = gettext_lazy("Enter a sponsor by hand")
    message = gettext_lazy("Entered the entry")


@register("campaign.import_sponsors")
class ImportedSponsors(LogFormatter):
    """``number``: how many; on their list."""

    label = gettext_lazy("Import sponsors")

    def format_message(self, log_entry):
        return _("Imported sponsors: %(number)s") % {"number": log_entry.data.get("number", "")}


@register("campaign.export_sponsors")
class ExportedSponsors(LogFormatter):
    label = gettext_lazy("Export sponsors")

    def format_message(self, log_entry):
        if log_entry.data.get("personal"):
            return _("Exported sponsors with names and addresses of those who entered them")
        return _("Exported sponsors, what is public")


@register("campaign.erase_sponsor")
class ErasedSponsor(LogFormatter):
    label = gettext_lazy("Erase a sponsor")
    message = gettext_lazy("Erased the entry")


@register("campaign.view_sponsor")
class ViewedSponsor(LogFormatter):
    """On an entry that was opened, or on a list of which names and addresses were shown."""

    label = gettext_lazy("See who entered a sponsor")
    message = gettext_lazy("Saw who entered it")
