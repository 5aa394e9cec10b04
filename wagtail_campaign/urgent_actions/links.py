"""What the links in the mails about a letter do."""

from django.urls import reverse

from ..actions.record_links import RecordLink, latest_of_each_address, wants_updates
from ..actions.records import RecordState
from ..supporters.links import register
from . import services
from .models import Letter


@register
class LetterLink(RecordLink):
    """Confirms or disowns a letter. After the deadline, or a stop, nothing can be confirmed."""

    slice = Letter.mailed_slice
    model = Letter
    confirm_template = "wagtail_campaign/urgent_actions/confirm.html"
    disown_template = "wagtail_campaign/urgent_actions/disown.html"

    def find(self, pk):
        letters = Letter.objects.select_related("urgent_action", "supporter__letter_text", "target")
        return letters.filter(pk=pk).first()

    def is_over(self, record):
        return not record.urgent_action.takes_letters()

    def confirm(self, record):
        services.confirm(record)

    def disown(self, record):
        services.disown(record)

    def audience(self, action_key, everybody=False):
        standing = Letter.objects.filter(
            urgent_action__key=action_key, state=RecordState.CONFIRMED, supporter__isnull=False
        )
        chosen = standing if everybody else wants_updates(standing, action_key)
        return latest_of_each_address(chosen)

    def thanks_url(self, opened):
        page_id = opened.record.page_id
        return reverse("wagtail_campaign:letter_thanks", args=[page_id]) if page_id else "/"
