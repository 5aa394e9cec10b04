"""Letters, as those whose they are see them under ``/campaign/me/``."""

from functools import cached_property

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.records import RecordState
from ..supporters import acts
from . import repeats, services
from .emails import ToTarget
from .links import LetterLink
from .models import Channel, Delivery, Letter

DELIVERIES = {
    Delivery.NONE: gettext_lazy("Confirmed: it counts."),
    # Whom a moderator looks at learns nothing of it: it waits, like others.
    Delivery.HELD: gettext_lazy("Confirmed: it counts. It is about to be passed on."),
    Delivery.QUEUED: gettext_lazy("Confirmed: it counts. It is about to be passed on."),
    Delivery.SENT: gettext_lazy("Sent: it counts."),
    Delivery.REFUSED: gettext_lazy("The target’s mail server refused it. It counts all the same."),
    Delivery.UNKNOWN: gettext_lazy("It is not known whether it has arrived. It counts."),
    Delivery.CANCELLED: gettext_lazy("Not sent: the action had ended before. It doesn’t count."),
}


@acts.register
class LetterAct(acts.Act):
    """One letter. What its mailed link could still do can be done here as well."""

    slice = Letter.mailed_slice
    noun = gettext_lazy("Letter")

    @classmethod
    def records(cls, email_keys):
        letters = Letter.objects.filter(supporter__email_key__in=email_keys)
        return letters.select_related("urgent_action", "supporter__letter_text", "page__locale")

    @property
    def action_key(self):
        return self.record.urgent_action.key

    @cached_property
    def _standing(self) -> str:
        return LetterLink().standing(self.record, repeats.was_written)

    @property
    def _keeps_its_way(self) -> bool:
        """Whether it isn't told how far a letter has come. Else who writes one word after the other
        would see which of them hold a letter up: what must never be mentioned."""
        letter = self.record
        if letter.channel != Channel.SITE or not letter.urgent_action.takes_letters():
            return False
        # One that an end has cancelled was told of by mail, and stays so where it begins again.
        cancelled = letter.delivery == Delivery.CANCELLED
        return not (cancelled and letter.state == RecordState.CONFIRMED)

    @property
    def state(self):
        match self.record.state:
            case RecordState.CONFIRMED if self._keeps_its_way:
                return DELIVERIES[Delivery.NONE]
            case RecordState.CONFIRMED:
                return DELIVERIES[self.record.delivery]
            case RecordState.WITHDRAWN:
                return _("Taken back: it doesn’t count.")
            case RecordState.INVALID:
                return _("Taken out of the count by the campaign.")
        if self._standing == "pending":
            return _("Not confirmed yet: it doesn’t count and isn’t sent. It waits for you.")
        return _("Not confirmed: it doesn’t count, and will be deleted.")

    @property
    def refusals(self):
        none = {acts.CONFIRM: "", acts.SHOW_AS: "", acts.WITHDRAW: ""}
        if self.record.state == RecordState.CONFIRMED:
            return {acts.CONFIRM: ""} if self.is_public else {acts.CONFIRM: "", acts.SHOW_AS: ""}
        if self._standing == "pending":
            return {acts.SHOW_AS: "", acts.WITHDRAW: ""}
        if self._standing == "repeat":
            why = _("This address has written to the same target today: once a day counts.")
            return none | {acts.CONFIRM: why}
        return none

    @property
    def is_public(self):
        return self.record.state == RecordState.CONFIRMED and self.record.on_wall

    def question(self, verb):
        if verb == acts.WITHDRAW:
            return acts.Question(
                _("Take your letter back?"),
                [
                    _("It doesn’t count any more. If it has not gone yet, it won’t."),
                    _("What has been sent can’t be called back."),
                    _("Your consent to news about this action ends with it."),
                ],
                _("Take it back"),
            )
        said = [
            _("All that you told us is destroyed: your letter, your consents and our mails."),
            _("If it has not gone yet, it won’t. What has been sent can’t be called back."),
            _("Of a confirmed letter the way, the country, the language and the month stay."),
        ]
        return acts.Question(_("Erase your letter?"), said, _("Erase for ever"))

    @property
    def told(self):
        text = getattr(self.supporter, "letter_text", None)
        if text is None:
            return super().told
        more = [
            (_("City"), text.city),
            (_("Subject"), self._written(text.subject)),
            (_("Letter"), self._written(text.text)),
        ]
        return super().told + [(label, value) for label, value in more if value]

    def _written(self, words: str) -> str:
        # Maybe not in the language of the page, and so to be read in another voice.
        marked = format_html('<span lang="{}">{}</span>', self.record.written_in, words)
        return marked if words else ""

    def data(self):
        letter = self.record
        text = getattr(letter.supporter, "letter_text", None)
        return {
            "state": letter.state,
            "channel": letter.channel,
            "delivery": None if self._keeps_its_way else letter.delivery,
            "target": str(letter.target) if letter.target else None,
            "written_in": letter.written_in,
            "subject": text.subject if text else None,
            "text": text.text if text else None,
            "city": text.city if text else None,
            "wants_reply": text.wants_reply if text else None,
            "on_wall": letter.on_wall,
            "public_name": letter.public_name,
            "country": letter.country,
            "language": letter.language,
            "address_key_id": letter.key_id,
            "created_at": letter.created_at,
            "confirmed_at": letter.confirmed_at,
            "delivered_at": None if self._keeps_its_way else letter.delivered_at,
            "reminded_at": letter.reminded_at,
        }

    def mails(self):
        mails = super().mails()
        return mails.exclude(kind=ToTarget.name) if self._keeps_its_way else mails

    def confirm(self):
        return services.confirm(self.record)

    def show_as(self, display):
        return services.show_as(self.record, display)

    def hide(self):
        return services.hide(self.record)

    def withdraw(self):
        return services.withdraw(self.record)

    def erase(self):
        services.erase(self.record)
