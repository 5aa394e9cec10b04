"""What webhooks are told of consents."""

from django.utils.translation import gettext_lazy as _

from ..webhooks import events
from .models import Consent


def _said(consent: Consent) -> dict:
    return {
        "supporter": consent.supporter_id,
        "action": str(consent.action_key),
        "purpose": consent.purpose,
    }


CONSENT_WITHDRAWN = events.register("consent.withdrawn", _("A consent was taken back"), _said)
