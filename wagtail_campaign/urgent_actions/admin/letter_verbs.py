"""The pages on which an editor says yes to a verb: for one letter, or all that were ticked."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from ...actions.admin.verbs import ReasonForm, VerbView
from .. import moderation, permissions
from ..models import Channel, Delivery
from . import letter_numbers
from .letters import LettersMixin


class LetterVerbView(LettersMixin, VerbView):
    """Asks about letters; subclasses say with which the verb has something to do."""

    rights = (permissions.MODERATE,)
    related = ("urgent_action", "target", "contact", "supporter__letter_text")

    #: Whether the verb has something to do with a letter; and what to say of the others.
    can_be = staticmethod(lambda letter: True)
    only = ""

    @cached_property
    def chosen(self) -> list:
        """Those with which the verb has something to do now."""
        return [letter for letter in self.records if self.can_be(letter)]

    @property
    def is_useless(self):
        return not self.chosen

    def what(self):
        if len(self.ids) == 1:
            return _("Letter no. %(number)s") % {"number": self.ids[0]}
        return ngettext("%(number)s letter", "%(number)s letters", len(self.ids)) % {
            "number": len(self.ids)
        }

    def explain(self):
        if self.is_useless:
            return [self.only]
        return [*self.consequences(), *self.of_others()]

    def consequences(self) -> list[str]:
        """What will happen to those that are chosen."""
        raise NotImplementedError

    def of_others(self) -> list[str]:
        """What to say of the others."""
        number = len(self.records) - len(self.chosen)
        if not number:
            return []
        others = ngettext(
            "%(number)s other stays as it is.", "%(number)s others stay as they are.", number
        ) % {"number": number}
        return [f"{others} {self.only}"]

    def act(self, form):
        number = self.do(form.cleaned_data.get("reason", ""))
        letter_numbers.forget({letter.urgent_action_id for letter in self.records})
        self.nothing_done = not number
        return self.done(number) + self.left(number)

    def do(self, reason: str) -> int:
        """Calls the verb; how many it did something with."""
        raise NotImplementedError

    def done(self, number: int) -> str:
        """What was done."""
        raise NotImplementedError

    def by(self, channel: Channel) -> int:
        """How many of the chosen go one way."""
        return sum(letter.channel == channel for letter in self.chosen)


class ReleaseView(LetterVerbView):
    """Lets letters go that waited for a moderator."""

    page_title = gettext_lazy("Release")
    header_icon = "check"
    button = gettext_lazy("Yes, release")
    can_be = staticmethod(moderation.can_release)
    only = gettext_lazy(
        "Only letters that wait for a moderator can be released, while the action is open and an"
        " address of the target works."
    )

    def consequences(self):
        said = []
        if number := self.by(Channel.SITE):
            said.append(
                ngettext(
                    "%(number)s letter goes into the queue and to its target in its turn, as its"
                    " writer wrote it.",
                    "%(number)s letters go into the queue and to their targets in their turn, as"
                    " their writers wrote them.",
                    number,
                )
                % {"number": number}
            )
        if number := self.by(Channel.CAMPAIGN):
            said.append(
                ngettext(
                    "%(number)s letter is accepted for handing over.",
                    "%(number)s letters are accepted for handing over.",
                    number,
                )
                % {"number": number}
            )
        if any(letter.on_wall and letter.channel == Channel.CAMPAIGN for letter in self.chosen):
            said.append(
                _("Those whose writers agreed to it are shown on the wall of letters at once.")
            )
        return said

    def do(self, reason):
        return moderation.release(self.scope, self.ids, self.request.user)

    def done(self, number):
        return ngettext(
            "%(number)s letter was released.", "%(number)s letters were released.", number
        ) % {"number": number}


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
