"""The site's clock can't be moved, so gifts that wait to be paid grow older with Stripe's."""

from datetime import timedelta

from django.db.models import F

from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.states import DonationState

#: Of the others nothing becomes due by their age in days.
WAITING = (DonationState.ASKED, DonationState.ABANDONED)


def grow_older(days: int) -> None:
    """Lets days go by for them: who asked for the reminder is reminded by the next pass."""
    age = timedelta(days=days)
    waiting = Donation.objects.filter(state__in=WAITING)
    waiting.update(created_at=F("created_at") - age, expires_at=F("expires_at") - age)
