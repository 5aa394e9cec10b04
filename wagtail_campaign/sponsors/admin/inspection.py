"""One entry in the admin: what it says, what has changed, who made it, mails, what was done."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.widgets.button import Button

from ...actions import words
from ...actions.admin.inspection import InspectRecordView
from ...actions.titles import title_of
from .. import correcting, domains, entries, moderation, permissions
from ..models import SponsorContact
from ..states import Verified, may
from . import said, seen
from .listing import SponsorListView, SponsorsMixin


class InspectView(SponsorsMixin, InspectRecordView):
    """404 for an entry that the user may not see, as for one that isn't there."""

    template_name = "wagtail_campaign/admin/sponsor.html"
    header_icon = "group"
    related = ("sponsor_list", "supporter", "page__locale", "logo")
    personal, moderate = permissions.PERSONAL, permissions.MODERATE
    has_display = False

    def get_page_title(self):
        return _("Sponsor no. %(number)s") % {"number": self.record.pk}

    def facts(self):
        sponsor = self.record
        return [
            (_("Sponsor list"), title_of(sponsor.sponsor_list)),
            (_("State"), sponsor.get_state_display()),
            (_("Reason"), sponsor.decline_reason),
            *said.all_of(sponsor),
            (_("Verified"), sponsor.get_verified_by_display() if sponsor.is_organisation else ""),
            (_("Entered"), SponsorListView.made_on(sponsor)),
            (_("Confirmed"), words.moment(sponsor.confirmed_at)),
            (_("Published on"), words.moment(sponsor.published_at)),
            (_("Entered by an editor"), _("yes") if sponsor.is_entered else ""),
            (_("Language"), words.language(sponsor.language)),
        ]

    def typed(self):
        contact = SponsorContact.objects.filter(supporter=self.record.supporter_id).first()
        told = super().typed()
        if contact and contact.authority:
            told.append((_("Authority to speak for it"), contact.authority))
        return told

    def get_context_data(self, **kwargs):
        sponsor = self.record
        return super().get_context_data(**kwargs) | {
            "changes": said.changes(sponsor) if sponsor.needs_review else [],
            "same": [] if sponsor.is_erased else self.same(),
            "domain": domains.of_website(sponsor.website),
            "dns_record": domains.record_for(sponsor) if sponsor.is_organisation else "",
            "next_url": self.next_url() if self.can(self.moderate) else "",
        }

    def same(self) -> list[tuple[str, str]]:
        """(name, address) of entries of the same organisation that are listed."""
        found = entries.same_organisation(self.record)[:5]
        address = f"{self.namespace}:inspect"
        return [(other.name, reverse(address, args=[other.pk])) for other in found]

    def next_url(self) -> str:
        """The next entry that has to be looked at, the oldest first; "" where there is none."""
        waiting = self.scope.filter(needs_review=True).exclude(pk=self.record.pk)
        pk = waiting.order_by("created_at", "pk").values_list("pk", flat=True).first()
        return reverse(f"{self.namespace}:inspect", args=[pk]) if pk else ""

    def verb_button(self, name, label, icon, place):
        button = super().verb_button(name, label, icon, place)
        button.url = f"{button.url}&seen={seen.versions([self.record])}"
        return button

    @cached_property
    def header_more_buttons(self):
        buttons = list(super().header_more_buttons)
        if not self.can(self.moderate) or self.record.is_erased:
            return buttons
        where, query = f"{self.namespace}:", f"?id={self.record.pk}"
        change = reverse(f"{where}edit", args=[self.record.pk])
        buttons.append(Button(_("Change, add a logo"), url=change, icon_name="edit"))
        for name, label, icon in self.more_verbs():
            url = reverse(f"{where}{name}") + query
            buttons.append(Button(label, url=url, icon_name=icon))
        return buttons

    def verbs(self):
        """The decisions; all else is in the menu."""
        sponsor = self.record
        if moderation.can_publish(sponsor):
            is_new = may("publish", sponsor.state)
            yield (
                "publish",
                pgettext("sponsors", "Publish") if is_new else _("Accept the changes"),
                "check",
            )
        if correcting.can_put_back(sponsor):
            yield "put_back", _("Put the changes back"), "history"
        if may("decline", sponsor.state):
            yield "decline", _("Decline"), "cross"
        if may("take_off", sponsor.state):
            yield "take_off", _("Take off the list"), "view"
        if may("restore", sponsor.state):
            yield "restore", _("Put on the list again"), "rotate"

    def more_verbs(self):
        """(name, label, icon) of what else can be done with it, unless it was erased."""
        sponsor = self.record
        if sponsor.is_organisation:
            is_verified = sponsor.verified_by != Verified.NO
            yield "verify", _("Change the verification") if is_verified else _("Verify"), "key"
            if not is_verified and domains.record_for(sponsor):
                yield "look_up", _("Look for the record in the domain"), "search"
        yield "erase", _("Erase"), "bin"
