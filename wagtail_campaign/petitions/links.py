"""What the links in a petition's mails do."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from .. import rows
from ..actions.live import FINISHED
from ..conf import conf
from ..supporters.links import MailedLink, Opened, register
from ..supporters.models import Consent, Purpose
from . import services
from .models import Signature, SignatureState

STANDINGS = {
    SignatureState.PENDING: "pending",
    SignatureState.CONFIRMED: "done",
    # Whom moderators took out learns nothing of it.
    SignatureState.INVALID: "done",
    SignatureState.WITHDRAWN: "gone",
}

# Of three tables only what confirming needs.
NEEDED = (
    *("petition", "supporter", "page", "state", "language", "nonce", "created_at"),
    *("petition__key", "petition__state", "petition__opens_at", "petition__closes_at"),
    "petition__forgets",
    *("supporter__email", "supporter__first_name", "supporter__last_name"),
    *("supporter__display", "supporter__ticked"),
)


@register
class SignatureLink(MailedLink):
    """Confirms or disowns a signature.

    Who signed in time may confirm while the petition is paused or closed, until it is finished.
    """

    slice = "petition"
    confirm_template = "wagtail_campaign/petitions/confirm.html"
    disown_template = "wagtail_campaign/petitions/disown.html"

    def find(self, pk):
        return rows.read(Signature, pk, NEEDED)

    def opened(self, record):
        standing = STANDINGS[record.state]
        if standing == "pending":
            age = timezone.now() - record.created_at
            too_late = age > timedelta(days=conf.CONFIRM_DAYS)
            if too_late or record.petition.status() in FINISHED:
                standing = "over"
        return Opened(record, standing)

    def confirm(self, record):
        services.confirm(record)

    def disown(self, record):
        services.disown(record)

    def let_go(self, record):
        services.let_go(record)

    def audience(self, action_key):
        wanted = Consent.objects.filter(
            supporter=OuterRef("supporter"),
            purpose=Purpose.UPDATES,
            action_key=action_key,
            withdrawn_at=None,
        )
        confirmed = Signature.objects.filter(
            petition__key=action_key, state=SignatureState.CONFIRMED
        )
        return confirmed.filter(Exists(wanted))

    def thanks_url(self, opened):
        page_id = opened.record.page_id
        return reverse("wagtail_campaign:petition_thanks", args=[page_id]) if page_id else "/"
