"""Decline: taking letters that have not gone out of the queue and of the count."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ....actions.admin.verbs import ReasonForm
from ... import moderation
from .asking import LetterVerbView


class DeclineView(LetterVerbView):
    """Takes letters out of the queue and of the count."""

    page_title = gettext_lazy("Decline")
    header_icon = "cross"
    form_class = ReasonForm
    button = gettext_lazy("Yes, decline")
    serious = True
    can_be = staticmethod(moderation.can_decline)
    only = gettext_lazy("Only letters that have not gone can be declined.")

    def consequences(self):
        number = len(self.chosen)
        return [
            ngettext(
                "%(number)s letter doesn’t go out, and is taken out of the count.",
                "%(number)s letters don’t go out, and are taken out of the count.",
                number,
            )
            % {"number": number},
            _("Nobody is told. The same address can’t write to the same target again that day."),
            _("This can’t be undone. One that is being sent right now can’t be held up any more."),
        ]

    def do(self, reason):
        return moderation.decline(self.scope, self.ids, reason, self.request.user)

    def done(self, number):
        return ngettext(
            "%(number)s letter was declined.", "%(number)s letters were declined.", number
        ) % {"number": number}
