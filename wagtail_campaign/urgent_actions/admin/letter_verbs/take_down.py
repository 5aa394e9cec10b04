"""Take down: taking letters off the wall, while they go their way."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ....actions.admin.verbs import ReasonForm
from ... import moderation
from .asking import LetterVerbView


class TakeDownView(LetterVerbView):
    """Takes letters off the wall."""

    page_title = gettext_lazy("Take off the wall")
    header_icon = "view"
    form_class = ReasonForm
    button = gettext_lazy("Yes, take it down")
    serious = True
    can_be = staticmethod(moderation.can_take_down)
    only = gettext_lazy("Only letters whose writers let them be shown can be taken down.")

    def consequences(self):
        number = len(self.chosen)
        return [
            ngettext(
                "%(number)s letter isn’t shown any more.",
                "%(number)s letters aren’t shown any more.",
                number,
            )
            % {"number": number},
            _("Their way to those whom they are for stays as it is, and so does the count."),
            _("This can’t be undone."),
        ]

    def do(self, reason):
        return moderation.take_down(self.scope, self.ids, reason, self.request.user)

    def done(self, number):
        return ngettext(
            "%(number)s letter was taken off the wall.",
            "%(number)s letters were taken off the wall.",
            number,
        ) % {"number": number}
