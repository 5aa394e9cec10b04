"""The mails of an urgent action: to who writes, and the letters themselves to targets."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from ..actions.emails import ConfirmMail, RecordMail
from ..actions.records import RecordState
from ..mailing.kinds import MailKind, Written, get, register
from ..supporters import addresses
from ..supporters.cleaning import clean_line
from . import permissions, repeats
from .models import Delivery, Letter
from .sending import bounces, deliveries


class LetterMail(RecordMail):
    """A mail about one letter."""

    model = Letter
    related = ("urgent_action", "target", "contact")

    def seen_by(self, user, mails):
        if not permissions.can(user, permissions.MODERATE):
            return mails.none()
        own = permissions.letters_of(user).filter(pk=OuterRef("object_id"))
        return mails.filter(Exists(own))

    def context_of(self, record: Letter) -> dict | None:
        context = super().context_of(record)
        return context and {**context, "is_carried": record.is_carried}


@register
class AlreadyWritten(LetterMail):
    """To an address that wrote to the same target today: one a day is enough."""

    name = "urgent_actions.already_written"
    label = _("You have written today already")


@register
class Confirm(LetterMail, ConfirmMail):
    """The link that sends a letter, and the one that says "I did not write this"."""

    name = "urgent_actions.confirm"
    label = _("Please confirm your letter")

    def fit(self, mail) -> MailKind:
        letter = self.record(mail)
        if letter and letter.supporter and repeats.was_written(letter):
            return get(AlreadyWritten.name)
        return self

    def is_over(self, record):
        return not record.urgent_action.takes_letters()


@register
class Reminder(Confirm):
    """The same link once more, while there is still time."""

    name = "urgent_actions.reminder"
    label = _("Reminder to confirm your letter")

    def fit(self, mail) -> MailKind:
        return self


@register
class Cancelled(LetterMail):
    """To who wrote a letter that didn't go out, as the action ended before."""

    name = "urgent_actions.cancelled"
    label = _("Your letter was not sent")
    unrequested = False


@register
class ToTarget(LetterMail):
    """A letter, as its target gets it: in plain text, from the site's own address.

    Only to the contact that is stored, and only once its writer has confirmed. The writer's address
    stands in Reply-To where they agreed to that, else nowhere.
    """

    name = "urgent_actions.to_target"
    label = _("Letter to a target")
    twice = _("Perhaps it has arrived: then the target gets the same letter twice.")
    unrequested = False
    is_followed = True
    # It is what its writer wrote.
    parts = ()

    def write(self, mail) -> Written | None:
        letter = self.record(mail)
        if letter is None or letter.delivery != Delivery.QUEUED or letter.supporter is None:
            return None
        text = getattr(letter.supporter, "letter_text", None)
        if text is None or letter.state != RecordState.CONFIRMED:
            return None
        if not letter.urgent_action.takes_letters():
            # What ends an action cancels it and tells its writer.
            return None
        contact = letter.contact
        if contact is None or not contact.works:
            Letter.objects.filter(pk=letter.pk).update(delivery=Delivery.HELD)
            return None
        return Written(
            subject=text.subject,
            text=text.text,
            html="",
            headers={
                "Content-Language": letter.written_in,
                bounces.HEADER: bounces.mark_of(letter),
            },
            to=contact.value,
            sender=clean_line(letter.supporter.full_name),
            reply_to=addresses.deliverable(letter.supporter.email) if text.wants_reply else "",
        )

    def became(self, mail, state, error=""):
        deliveries.became(mail.object_id, state, error)
