"""An endpoint, and another system that listens there."""

import re
from pathlib import Path

import pytest

from tests.name_server import NameServer
from wagtail_campaign.mailing.work import Lease, run_pass
from wagtail_campaign.webhooks import delivery
from wagtail_campaign.webhooks.models import Delivery

from .listening import listening
from .receiver import Receiver

GUIDE = (Path(__file__).parents[2] / "docs" / "how-to" / "webhooks.md").read_text()


@pytest.fixture
def receiver(settings):
    """The other system, on this machine, which is allowed for once."""
    settings.WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE = True
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def other_receiver(settings):
    settings.WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE = True
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def name_server(settings):
    with NameServer() as server:
        settings.WAGTAIL_CAMPAIGN_NAME_SERVERS = [("127.0.0.1", server.port)]
        yield server


@pytest.fixture
def endpoint(db, receiver):
    """One that is told of everything, where the other system listens."""
    return listening(receiver.url)


@pytest.fixture
def work(after_commit):
    """One pass of ``campaign_work``; how much it delivered."""

    def work() -> int:
        with after_commit():
            return run_pass()["webhooks sent"]

    return work


@pytest.fixture
def deliver():
    """What a pass does for webhooks, and nothing else; how much it delivered."""

    def deliver() -> int:
        lease = Lease()
        lease.take()
        try:
            return delivery.deliver_due(lease)
        finally:
            lease.give_back(finished=True)

    return deliver


@pytest.fixture
def verify():
    """The function that the how-to guide gives to receivers, word for word."""
    names = {}
    [code] = re.findall(r"```python\n(import base64.+?)```", GUIDE, re.S)
    exec(code, names)
    return names["verify"]


@pytest.fixture
def state():
    """(state, attempts, status, error) of the only delivery."""

    def state():
        delivery = Delivery.objects.get()
        return delivery.state, delivery.attempts, delivery.status, delivery.error

    return state
