"""What webhooks are told of sponsors."""

from django.utils.translation import gettext_lazy as _

from ..webhooks import events
from .models import Sponsor


def _said(sponsor: Sponsor) -> dict:
    return events.about(sponsor, who=sponsor.kind)


PUBLISHED = events.register("sponsor.published", _("A sponsor was published"), _said)
