"""One letter in the admin: where it is, what it says, what was done with it."""

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from ...actions import words
from ...actions.admin.inspection import InspectRecordView
from ...actions.admin.records import confirmed_on, made_on
from ...actions.records import RecordState
from ...actions.titles import title_of
from ...supporters import countries
from .. import moderation, permissions
from ..drafting import mentions
from ..models import Channel, Delivery, LetterText
from .letter_filters import called
from .letters import LettersMixin, delivery_of, reason_of


class LetterView(LettersMixin, InspectRecordView):
    """404 for a letter that the user may not see, as for one that isn't there."""

    template_name = "wagtail_campaign/admin/letter.html"
    header_icon = "mail"
    related = ("urgent_action", "target", "contact", "supporter__letter_text", "page__locale")
    personal, moderate = permissions.PERSONAL, permissions.MODERATE

    def get_page_title(self):
        return _("Letter no. %(number)s") % {"number": self.record.pk}

    @property
    def text(self) -> LetterText | None:
        """What it says, None where that was erased."""
        return getattr(self.record.supporter, "letter_text", None)

    def get_context_data(self, **kwargs):
        text = self.text if self.shows_person else None
        return super().get_context_data(**kwargs) | {
            "text": text,
            "had_text": self.record.is_carried,
        }

    def facts(self):
        letter = self.record
        language = (get_language() or "en").split("-")[0]
        facts = [
            (_("Urgent action"), title_of(letter.urgent_action)),
            (pgettext("letter", "Target"), called(letter.target, language)),
            (_("Way"), letter.get_channel_display()),
            (_("Delivery"), delivery_of(letter)),
            (_("Why"), self.why()),
            (_("State"), letter.get_state_display()),
            (_("Written"), made_on(letter)),
            (_("Confirmed"), confirmed_on(letter)),
            (_("Sent"), self.sent_on()),
            (_("Written in"), words.language(letter.written_in) if letter.written_in else ""),
            (_("Language of its writer"), words.language(letter.language)),
            (_("Country"), countries.name(letter.country)),
            (_("On the page"), letter.page.title if letter.page else ""),
        ]
        if letter.on_wall and letter.state == RecordState.CONFIRMED:
            facts.append((_("May be shown, as"), letter.said_in_public))
        return facts

    def why(self) -> str:
        """Why it is where it is; what it mentions only to those who may read it."""
        letter = self.record
        if letter.delivery != Delivery.HELD or not self.shows_person or self.text is None:
            return reason_of(letter)
        said = f"{self.text.subject}\n{self.text.text}"
        found = mentions.found_in(said, letter.urgent_action.persons.all())
        if not found:
            return reason_of(letter)
        mentioned = _("Mentions what must not be said: %(words)s") % {"words": ", ".join(found)}
        if letter.channel == Channel.CAMPAIGN or moderation.address_for(letter):
            return mentioned
        return f"{mentioned}. {reason_of(letter)}"

    def sent_on(self) -> str:
        """When it was sent or handed over; of an erased one the month."""
        letter = self.record
        if letter.delivered_at and letter.supporter_id is None:
            return words.month(letter.delivered_at)
        return words.moment(letter.delivered_at)

    def typed(self):
        city = [(_("City"), self.text.city)] if self.text and self.text.city else []
        return super().typed() + city

    def verbs(self):
        letter = self.record
        if moderation.can_release(letter):
            yield "release", _("Release"), "check"
        if moderation.can_decline(letter):
            yield "decline", _("Decline"), "cross"
        if moderation.can_send_again(letter):
            yield "send_again", _("Send again"), "mail"
        if moderation.can_hand_over(letter):
            yield "hand_over", pgettext("letters", "Handed over"), "success"
        if moderation.can_take_down(letter):
            yield "take_down", _("Take off the wall"), "view"
        if not letter.is_erased:
            yield "erase", _("Erase"), "bin"
