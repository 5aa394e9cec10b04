"""What the links in the mails to subscribers of alerts do."""

from django.db.models import Exists, OuterRef
from django.urls import reverse

from ...actions.record_links import RecordLink
from ...actions.records import RecordState
from ...supporters.links import register
from ...supporters.models import Consent, Purpose
from ..links import LetterLink
from . import services
from .models import KEY, Alert


@register
class AlertLink(RecordLink):
    """Begins or ends a subscription; unsubscribing destroys it."""

    slice = Alert.mailed_slice
    model = Alert
    confirm_template = "wagtail_campaign/urgent_actions/alert_confirm.html"
    disown_template = "wagtail_campaign/urgent_actions/alert_disown.html"
    unsubscribes = Purpose.ALERTS

    def find(self, pk):
        return Alert.objects.select_related("supporter").filter(pk=pk).first()

    def is_over(self, record):
        return False

    def action_key(self, record):
        return KEY

    def confirm(self, record):
        services.confirm(record)

    def disown(self, record):
        services.end(record)

    def audience(self, action_key, everybody=False):
        """All who are subscribed but those who get the same as writers of letters."""
        subscribed = Alert.objects.filter(state=RecordState.CONFIRMED, supporter__isnull=False)
        wanted = Consent.objects.filter(
            supporter=OuterRef("supporter"), purpose=Purpose.ALERTS, withdrawn_at=None
        )
        writers = (
            LetterLink()
            .audience(action_key, everybody)
            .filter(supporter__email_key=OuterRef("supporter__email_key"))
        )
        return subscribed.filter(Exists(wanted)).filter(~Exists(writers))

    def thanks_url(self, opened):
        page_id = opened.record.page_id
        return reverse("wagtail_campaign:alert_thanks", args=[page_id]) if page_id else "/"
