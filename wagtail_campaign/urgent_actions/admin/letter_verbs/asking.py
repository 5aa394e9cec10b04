"""What all verbs on letters share: which letters one has something to do with, and what is said."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ....actions.admin.verbs import VerbView
from ... import permissions
from ...models import Channel
from .. import letter_numbers
from ..letters import LettersMixin


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
