"""A message as its writer sees it under "my actions", for the minutes that it is here."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail_campaign.actions.records import RecordState
from wagtail_campaign.supporters import acts

from . import services
from .links import MessageLink
from .models import Message


@acts.register
class MessageAct(acts.Act):
    """A message to the campaign."""

    slice = Message.mailed_slice
    noun = gettext_lazy("Message to the campaign")

    @classmethod
    def records(cls, email_keys):
        found = Message.objects.filter(supporter__email_key__in=email_keys)
        return found.select_related("supporter", "page__locale")

    @property
    def action_key(self):
        return None

    @property
    def state(self):
        if self.record.state == RecordState.CONFIRMED:
            return _("Confirmed: it is on its way.")
        return _("Not confirmed yet: it was not sent.")

    @property
    def refusals(self):
        refused = {acts.SHOW_AS: "", acts.WITHDRAW: ""}
        if MessageLink().opened(self.record).standing != "pending":
            refused[acts.CONFIRM] = ""
        return refused

    @property
    def told(self):
        return [*super().told, (_("Your message"), self.record.text)]

    def question(self, verb):
        said = [_("What has not gone yet is not sent, and all that you typed is destroyed.")]
        return acts.Question(_("Delete your message?"), said, _("Delete it"))

    def data(self):
        message = self.record
        return {
            "state": message.state,
            "text": message.text,
            "language": message.language,
            "created_at": message.created_at,
            "confirmed_at": message.confirmed_at,
        }

    def confirm(self):
        return services.confirm(self.record)

    def erase(self):
        services.delete(self.record)
