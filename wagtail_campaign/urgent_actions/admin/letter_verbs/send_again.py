"""Send again: putting letters into the queue again that got stuck."""

from django.utils.translation import gettext_lazy, ngettext

from ... import moderation
from ...models import Delivery
from .asking import LetterVerbView


class SendAgainView(LetterVerbView):
    """Puts letters into the queue again that got stuck."""

    page_title = gettext_lazy("Send again")
    header_icon = "mail"
    button = gettext_lazy("Yes, send again")
    can_be = staticmethod(moderation.can_send_again)
    only = gettext_lazy(
        "Only letters that were refused, or of which nobody knows, can be sent again, while the"
        " action is open, an address of the target works and the text of the letter is kept."
    )

    def consequences(self):
        number = len(self.chosen)
        said = [
            ngettext(
                "%(number)s letter goes into the queue of its target again.",
                "%(number)s letters go into the queues of their targets again.",
                number,
            )
            % {"number": number}
        ]
        unknown = sum(letter.delivery == Delivery.UNKNOWN for letter in self.chosen)
        if unknown:
            said.insert(
                0,
                ngettext(
                    "Of %(number)s nobody knows whether it has arrived: the target may get it"
                    " twice.",
                    "Of %(number)s nobody knows whether they have arrived: the target may get them"
                    " twice.",
                    unknown,
                )
                % {"number": unknown},
            )
        return said

    @property
    def serious(self):
        return any(letter.delivery == Delivery.UNKNOWN for letter in self.chosen)

    def do(self, reason):
        return moderation.send_again(self.scope, self.ids, self.request.user)

    def done(self, number):
        return ngettext(
            "%(number)s letter is in the queue again.",
            "%(number)s letters are in the queue again.",
            number,
        ) % {"number": number}
