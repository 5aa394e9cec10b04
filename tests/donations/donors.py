"""Donors at /campaign/me/, in a word each."""

import re

from django.test import TestCase

from tests.donations.test_giving import give
from tests.supporters.visits import ME, page_text, url
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.recurring import RecurringDonation
from wagtail_campaign.donations.syncing import hints

AIGUL = "aigul@example.org"


def given(client, page, typed) -> Donation:
    """A gift that was asked for and isn't paid yet."""
    assert give(client, page, typed).status_code == 303
    return Donation.objects.latest("pk")


def paid(client, stripe, page, typed) -> Donation:
    """A gift that was paid, as the site learns it."""
    donation = given(client, page, typed)
    stripe.control.pay(donation.session)
    tell(donation)
    return Donation.objects.get(pk=donation.pk)


def monthly(client, stripe, page, typed, **more) -> RecurringDonation:
    """A gift of 25 each month, whose first was paid."""
    every = {"interval": "month", "amount_EUR_once": "", "other": "25", **more}
    return paid(client, stripe, page, typed | every).recurring


def tell(donation: Donation) -> None:
    """The site hears of a session."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        hints.sync("checkout.session", donation.session)


def press(client, name: str, *args, **typed) -> str:
    """Presses a button; what the list says then."""
    answer = client.post(url(name, *args), typed)
    assert answer.status_code == 303, answer.content.decode()
    assert answer.url.startswith(ME), answer.url
    return page_text(client.get(answer.url))


def link_to(html: str, words: str) -> str:
    """Where the first link with these words leads."""
    return re.search(rf'href="([^"]+)"[^>]*>{words}', html)[1]
