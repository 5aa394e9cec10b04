"""Erase: destroying what is personal in letters."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ....actions.admin.verbs import ReasonForm
from ... import moderation
from .asking import LetterVerbView


class EraseView(LetterVerbView):
    """Destroys the personal data of letters."""

    page_title = gettext_lazy("Erase")
    header_icon = "bin"
    form_class = ReasonForm
    button = gettext_lazy("Erase for ever")
    serious = True
    can_be = staticmethod(lambda letter: not letter.is_erased)
    only = gettext_lazy("It was erased: nobody can say any more who it was.")

    def consequences(self):
        said = [
            _("What the supporter told us is destroyed: the letter, the consents and our mails."),
        ]
        if any(moderation.can_decline(letter) for letter in self.chosen):
            said.append(_("What has not gone yet won’t, and doesn’t count any more."))
        return [
            *said,
            _("Way, target, country, language and month stay, without the person."),
            _("This can’t be undone."),
        ]

    def do(self, reason):
        for letter in self.chosen:
            moderation.erase(letter, reason, self.request.user)
        return len(self.chosen)

    def done(self, number):
        return _("The personal data was erased.")
