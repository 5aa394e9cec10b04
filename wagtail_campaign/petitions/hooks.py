"""What webhooks are told of signatures."""

from django.utils.translation import gettext_lazy as _

from ..webhooks import events
from .models import Signature


def _said(signature: Signature) -> dict:
    said = events.about(signature)
    # Most of those are destroyed in this moment, and nobody shall tell who isn't.
    return said | {"supporter": None} if signature.petition.forgets else said


CONFIRMED = events.register(
    "signature.confirmed", _("A signature was confirmed, and counts"), _said
)
