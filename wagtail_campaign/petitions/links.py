"""What the links in a petition's mails do."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from ..actions.live import FINISHED
from ..conf import conf
from ..supporters.links import MailedLink, Opened, register
from . import services
from .models import Signature, SignatureState

STANDINGS = {
    SignatureState.PENDING: "pending",
    SignatureState.CONFIRMED: "done",
    # Whom moderators took out learns nothing of it.
    SignatureState.INVALID: "done",
    SignatureState.WITHDRAWN: "gone",
}


@register
class SignatureLink(MailedLink):
    """Confirms or disowns a signature.

    Who signed in time may confirm while the petition is paused or closed, until it is finished.
    """

    slice = "petition"
    confirm_template = "wagtail_campaign/petitions/confirm.html"
    disown_template = "wagtail_campaign/petitions/disown.html"

    def find(self, pk):
        signatures = Signature.objects.select_related("petition", "supporter", "page__locale")
        return signatures.filter(pk=pk).first()

    def opened(self, record):
        standing = STANDINGS[record.state]
        if standing == "pending":
            age = timezone.now() - record.created_at
            too_late = age > timedelta(days=conf.CONFIRM_DAYS)
            if too_late or record.petition.status() in FINISHED:
                standing = "over"
        return Opened(record, record.page, standing)

    def confirm(self, record):
        services.confirm(record)

    def disown(self, record):
        services.disown(record)

    def thanks_url(self, opened):
        if opened.page is None:
            return "/"
        return reverse("wagtail_campaign:petition_thanks", args=[opened.page.pk])
