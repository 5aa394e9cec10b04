"""What webhooks are told of gifts. No amounts: a page shows who gave, if they say so, and not how
much; whoever has both would know."""

from django.utils.translation import gettext_lazy as _

from ..webhooks import events
from .models import Donation


def _said(donation: Donation) -> dict:
    return events.about(donation, test=not donation.livemode)


PAID = events.register("donation.paid", _("A donation was paid"), _said)
