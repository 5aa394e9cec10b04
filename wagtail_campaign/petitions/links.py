"""What the links in a petition's mails do."""

from django.urls import reverse

from ..actions.record_links import RecordLink, wants_updates
from ..supporters.links import register
from . import services
from .models import Signature, SignatureState


@register
class SignatureLink(RecordLink):
    """Confirms or disowns a signature."""

    slice = Signature.mailed_slice
    model = Signature
    confirm_template = "wagtail_campaign/petitions/confirm.html"
    disown_template = "wagtail_campaign/petitions/disown.html"
    needed = (
        *("petition", "supporter", "page", "state", "country", "language", "nonce", "created_at"),
        *("petition__key", "petition__state", "petition__opens_at", "petition__closes_at"),
        "petition__forgets",
        *("supporter__email", "supporter__first_name", "supporter__last_name"),
        *("supporter__display", "supporter__ticked"),
    )

    def confirm(self, record):
        services.confirm(record)

    def disown(self, record):
        services.disown(record)

    def audience(self, action_key, everybody=False):
        confirmed = Signature.objects.filter(
            petition__key=action_key, state=SignatureState.CONFIRMED
        )
        return confirmed if everybody else wants_updates(confirmed, action_key)

    def thanks_url(self, opened):
        page_id = opened.record.page_id
        return reverse("wagtail_campaign:petition_thanks", args=[page_id]) if page_id else "/"
