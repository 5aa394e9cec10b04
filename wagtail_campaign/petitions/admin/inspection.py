"""One signature in the admin: what is public, what was typed, consents, mails, what was done."""

from django.utils.translation import gettext as _

from ...actions import words
from ...actions.admin.inspection import InspectRecordView
from ...actions.admin.records import confirmed_on, made_on
from ...actions.titles import title_of
from ...supporters import countries
from .. import moderation, permissions
from ..models import SignatureState
from .listing import SignaturesMixin


class InspectView(SignaturesMixin, InspectRecordView):
    """404 for a signature that the user may not see, as for one that isn't there."""

    template_name = "wagtail_campaign/admin/signature.html"
    header_icon = "edit"
    related = ("petition", "supporter", "page__locale", "sweep")
    personal, moderate = permissions.PERSONAL, permissions.MODERATE

    def get_page_title(self):
        return _("Signature no. %(number)s") % {"number": self.record.pk}

    def facts(self):
        signature = self.record
        facts = [
            (_("Petition"), title_of(signature.petition)),
            (_("State"), signature.get_state_display()),
            (_("Signed"), made_on(signature)),
            (_("Confirmed"), confirmed_on(signature)),
            (_("Language"), words.language(signature.language)),
            (_("Country"), countries.name(signature.country)),
            (_("On the page"), signature.page.title if signature.page else ""),
        ]
        if signature.sweep:
            facts.append((_("Invalidated in bulk"), signature.sweep.reason))
        if signature.state == SignatureState.CONFIRMED:
            facts.append((_("Shown in public as"), signature.said_in_public))
        return facts

    def verbs(self):
        signature = self.record
        if signature.state == SignatureState.CONFIRMED:
            yield "invalidate", _("Invalidate"), "cross"
        if signature.state == SignatureState.INVALID:
            yield "restore", _("Restore"), "rotate"
        if moderation.can_resend(signature):
            yield "resend", _("Mail the link again"), "mail"
        if not signature.is_erased:
            yield "erase", _("Erase"), "bin"
