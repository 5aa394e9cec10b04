"""How the site history tells what editors did with targets, embassies and their contacts."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogFormatter

from ...actions import words
from ...actions.logs import register
from .contacts import ContactKind


class OfContacts(LogFormatter):
    """``kinds``: "email", "post" … of the contacts that it is about."""

    words = ""

    def format_message(self, log_entry):
        labels = dict(ContactKind.choices)
        kinds = [str(labels.get(kind, kind)) for kind in log_entry.data.get("kinds", [])]
        return self.words % {"contacts": ", ".join(kinds)}


@register("campaign.verify_contact")
class Verified(OfContacts):
    label = gettext_lazy("Verify a contact")
    words = gettext_lazy("Verified: %(contacts)s")


@register("campaign.mend_contact")
class Mended(OfContacts):
    label = gettext_lazy("Mark a contact as working")
    words = gettext_lazy("Marked as working again: %(contacts)s")


@register("campaign.import_targets")
class Imported(LogFormatter):
    """``made``: it was new."""

    label = gettext_lazy("Import targets")

    def format_message(self, log_entry):
        if log_entry.data.get("made"):
            return _("Added by an import")
        return _("Changed by an import")


@register("campaign.export_targets")
class Exported(LogFormatter):
    """``count``: how many."""

    label = gettext_lazy("Export targets")

    def format_message(self, log_entry):
        count = log_entry.data.get("count", 0)
        return ngettext("Exported %(count)s target", "Exported %(count)s targets", count) % {
            "count": words.number(count)
        }
