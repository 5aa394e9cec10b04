"""Hand over: writing down that letters of solidarity have reached those whom they are for."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from ... import moderation
from .asking import LetterVerbView


class HandOverView(LetterVerbView):
    """Writes down that accepted letters were handed over."""

    page_title = pgettext_lazy("letters", "Handed over")
    header_icon = "success"
    button = gettext_lazy("Yes, they were handed over")
    can_be = staticmethod(moderation.can_hand_over)
    only = gettext_lazy("Only letters that were accepted for handing over can be.")

    def consequences(self):
        number = len(self.chosen)
        return [
            ngettext(
                "%(number)s letter is marked as sent, and leaves the list of those to hand over.",
                "%(number)s letters are marked as sent, and leave the list of those to hand over.",
                number,
            )
            % {"number": number},
            _("Their texts are destroyed some weeks later, but for those on the wall of letters."),
            _("This can’t be undone."),
        ]

    def do(self, reason):
        return moderation.hand_over(self.scope, self.ids, self.request.user)

    def done(self, number):
        return ngettext(
            "%(number)s letter was handed over.", "%(number)s letters were handed over.", number
        ) % {"number": number}
