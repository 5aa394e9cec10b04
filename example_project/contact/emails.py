"""The mails about a message: the link to its writer, and the message to the campaign."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from wagtail_campaign.actions.emails import ConfirmMail, RecordMail
from wagtail_campaign.actions.records import RecordState
from wagtail_campaign.mailing.kinds import Written, register
from wagtail_campaign.mailing.models import MailState
from wagtail_campaign.supporters import addresses
from wagtail_campaign.supporters.cleaning import clean_line

from . import services
from .models import Message


class MessageMail(RecordMail):
    """A mail about one message; its templates are this app's own."""

    model = Message

    def template(self, part: str) -> str:
        return f"contact/mails/{self.name}.{part}"


@register
class Confirm(MessageMail, ConfirmMail):
    """The link that sends the message, and the one that says "I did not write this"."""

    name = services.CONFIRM
    label = _("Please confirm your message")

    def is_over(self, record):
        return record.is_too_late


@register
class ToCampaign(MessageMail):
    """The message as the campaign gets it; an answer goes to its writer."""

    name = services.MESSAGE
    label = _("Message to the campaign")
    twice = _("Perhaps it has arrived: then the campaign gets the same message twice.")
    unrequested = False
    is_followed = True
    parts = ()

    def write(self, mail) -> Written | None:
        message = self.record(mail)
        if message is None or message.supporter is None:
            return None
        if message.state != RecordState.CONFIRMED:
            return None
        name = clean_line(message.supporter.first_name)
        return Written(
            subject=f"{name} ({message.language})",
            text=f"{message.text}\n\n-- \n{name}\n{message.supporter.email}\n",
            html="",
            to=settings.CONTACT_EMAIL,
            sender=name,
            reply_to=addresses.deliverable(message.supporter.email),
        )

    def became(self, mail, state, error=""):
        if state == MailState.SENT:
            services.empty(mail.object_id)
