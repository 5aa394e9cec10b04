"""What the links in the mail to the writer of a message do."""

from django.urls import reverse

from wagtail_campaign.actions.record_links import RecordLink
from wagtail_campaign.supporters.links import register

from . import services
from .models import Message


@register
class MessageLink(RecordLink):
    """Sends a message, or deletes it."""

    slice = Message.mailed_slice
    model = Message
    confirm_template = "contact/confirm.html"
    disown_template = "contact/disown.html"

    def find(self, pk):
        return Message.objects.select_related("supporter").filter(pk=pk).first()

    def is_over(self, record):
        return False

    def confirm(self, record):
        services.confirm(record)

    def disown(self, record):
        services.delete(record)

    def let_go(self, record):
        """Nothing is agreed to with a message."""

    def audience(self, action_key, everybody=False):
        """Nobody is told anything because of one."""
        return Message.objects.none()

    def thanks_url(self, opened):
        page_id = opened.record.page_id
        return reverse("contact:thanks", args=[page_id]) if page_id else "/"
