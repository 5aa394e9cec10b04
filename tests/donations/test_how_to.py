"""What the how-to guide shows runs as it stands."""

import re
from pathlib import Path

import pytest

from wagtail_campaign.donations.syncing.received import TYPES
from wagtail_campaign.offline_stripe.control import Control

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
GUIDE = (HOW_TO / "test-donations.md").read_text()
PLUGIN, TEST = re.findall(r"```python\n(.+?)```", GUIDE, re.S)


@pytest.mark.django_db
def test_a_donation_is_tested_in_ten_lines(client, offline_stripe, settings, donation_page):
    assert "offline_stripe.fixtures" in PLUGIN
    assert len(TEST.partition("def ")[2].strip().splitlines()) <= 10
    names = {}
    exec(TEST, names)
    names["test_a_gift_is_paid"](client, offline_stripe, settings, donation_page)


def test_every_verb_of_the_guide_is_there():
    table = GUIDE.partition("## What you can make happen")[2].partition("\n\nWebhooks")[0]
    named = set(re.findall(r"`(\w+)\(", table))
    assert named == set(Control.VERBS)


def test_the_events_to_be_chosen_at_stripe_are_those_that_mean_something():
    [listed] = re.findall(r"```text\n(.+?)```", (HOW_TO / "go-live.md").read_text(), re.S)
    assert sorted(listed.split()) == sorted(TYPES)
    # As many as Stripe is asked for at once, when it says which it couldn't deliver.
    assert len(TYPES) <= 20
