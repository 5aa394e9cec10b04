"""What webhooks are told of letters."""

from django.utils.translation import gettext_lazy as _

from ..webhooks import events
from .models import Letter


def _said(letter: Letter) -> dict:
    return events.about(letter, way=letter.channel)


SENT = events.register("letter.sent", _("A letter has gone to its target"), _said)
