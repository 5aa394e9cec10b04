"""Somebody who wrote and gave, and agreed to news."""

import pytest
from django.utils import timezone

from tests.urgent_actions.conftest import embassy, ministry, person, urgent_page  # noqa: F401
from tests.urgent_actions.people import letter_of
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.supporters.models import Consent, ConsentWording, Supporter


@pytest.fixture
def gift_and_letter(urgent_page, ministry, donation_page):  # noqa: F811
    """A letter to the ministry, and ten euros of which four went back."""
    news = {wording.purpose: wording.pk for wording in urgent_page.consent_wordings()}["news"]
    letter_of(urgent_page, ministry, ticked=[news])
    fund = donation_page.get_action()
    donor = Supporter.objects.create(first_name="Serik", email="serik@example.org", language="kk")
    words = ConsentWording.objects.get(pk=news)
    Consent.objects.create(supporter=donor, wording=words, purpose="news", action_key=fund.key)
    Donation.objects.create(
        fund=fund,
        supporter=donor,
        state="paid",
        amount=1000,
        refunded=400,
        currency="EUR",
        livemode=False,
        language="kk",
        paid_at=timezone.now(),
    )
