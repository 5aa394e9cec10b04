"""For your tests: ``pytest_plugins = ["wagtail_campaign.offline_stripe.fixtures"]``."""

import pytest

from .server import Server


@pytest.fixture
def offline_stripe():
    """A Stripe of its own for one test, on a free port: see ``server.Server``. Events go nowhere
    until ``offline_stripe.webhooks.url`` is set."""
    with Server() as server:
        yield server
