"""An ally that may show the actions, and who comes from there."""

import pytest
from django.urls import reverse

from tests.donations.conftest import gift_typed, stripe  # noqa: F401
from tests.people import change
from wagtail_campaign.offline_stripe.fixtures import offline_stripe  # noqa: F401

ALLY = "https://ally.example.org"


@pytest.fixture
def let_in(petition, after_commit):
    """``let_in("https://ally.example.org", …)``: these sites may show the petition."""

    def let_in(*origins):
        with after_commit():
            change(petition, embed_origins="\n".join(origins))

    return let_in


@pytest.fixture
def ally(let_in):
    """An ally's site that may show the petition: its origin."""
    let_in(ALLY)
    return ALLY


def frame_of(page, query="") -> str:
    """The address of what stands in the frame."""
    return reverse("wagtail_campaign:embed", args=[page.pk]) + query
