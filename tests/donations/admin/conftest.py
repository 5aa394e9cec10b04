"""Gifts as editors find them in the admin."""

import pytest
from django.urls import reverse

from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.syncing.gifts import sync_donation


@pytest.fixture
def gift_of(client, stripe, donation_page, gift_typed):
    """``gift_of(amount_EUR_once="5000")``: a gift that was paid, by who types that; with
    ``paid=False`` one that waits for it."""

    def gift_of(paid=True, page=donation_page, **typed):
        client.post(reverse("wagtail_campaign:donation_give", args=[page.pk]), gift_typed | typed)
        donation = Donation.objects.latest("pk")
        if paid:
            stripe.control.pay(donation.session)
            donation = sync_donation(donation.pk)
        return donation

    return gift_of


@pytest.fixture
def gift(gift_of):
    """€25 of Aigul Serikova."""
    return gift_of()
