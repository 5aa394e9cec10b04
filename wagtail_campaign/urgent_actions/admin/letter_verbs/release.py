"""Release: letting letters go that waited for a moderator."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ... import moderation
from ...drafting import mentions
from ...models import Channel
from .asking import LetterVerbView


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
        if number := self.mentioning():
            said.append(
                ngettext(
                    "%(number)s letter says what must never be mentioned of a person. What has been"
                    " sent can’t be taken back.",
                    "%(number)s letters say what must never be mentioned of a person. What has been"
                    " sent can’t be taken back.",
                    number,
                )
                % {"number": number}
            )
        if any(letter.on_wall and letter.channel == Channel.CAMPAIGN for letter in self.chosen):
            said.append(
                _("Those whose writers agreed to it are shown on the wall of letters at once.")
            )
        return said

    def mentioning(self) -> int:
        """How many of the chosen say what must not be said."""
        actions = {letter.urgent_action_id: letter.urgent_action for letter in self.chosen}
        persons = {pk: list(action.persons.all()) for pk, action in actions.items()}

        def mentions_it(letter) -> bool:
            # What can be released has its text: see ``can_go``.
            text = letter.supporter.letter_text
            said = f"{text.subject}\n{text.text}"
            return bool(mentions.found_in(said, persons[letter.urgent_action_id]))

        return sum(map(mentions_it, self.chosen))

    def do(self, reason):
        return moderation.release(self.scope, self.ids, self.request.user)

    def done(self, number):
        return ngettext(
            "%(number)s letter was released.", "%(number)s letters were released.", number
        ) % {"number": number}
