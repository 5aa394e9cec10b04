"""A front end for donors."""

import pytest

from tests.donations.donors import AIGUL, monthly
from tests.headless.conftest import FrontEnd, front_end  # noqa: F401
from tests.supporters.visits import enter
from wagtail_campaign.supporters.models import MagicLink


@pytest.fixture
def begin(front_end, donation_page, gift_typed):  # noqa: F811
    """``begin(other="12,50")`` sends the form by JSON; what is answered. ``headers`` go with it."""

    def begin(headers=None, **typed):
        path = f"/donations/{donation_page.pk}/give"
        return front_end.post(path, gift_typed | typed, **(headers or {}))

    return begin


@pytest.fixture
def recurring(client, stripe, donation_page, gift_typed, settings):
    """What a donor gives each month; she has used a link into her actions."""
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 100
    recurring = monthly(client, stripe, donation_page, gift_typed)
    enter(client, AIGUL)
    return recurring


@pytest.fixture
def inside(client, recurring):
    """A front end in her session."""
    token = MagicLink.objects.get().token("session")
    return FrontEnd(client, authorization=f"Bearer {token}")
