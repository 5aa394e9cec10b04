"""What the how-to guide says is so."""

import json
import re

from wagtail_campaign.webhooks import delivery, events

from .conftest import GUIDE


def test_every_event_is_in_the_table():
    named = set(re.findall(r"^\| `([a-z.]+)` \|", GUIDE, re.M))
    assert named == {event.name for event in events.all_events()} | {"erased", "test"}


def test_the_example_is_json_as_it_is_sent():
    [example] = re.findall(r"```json\n(.+?)```", GUIDE, re.S)
    assert set(json.loads(example)) == {"type", "timestamp", "data"}


def test_the_times_of_the_attempts_are_those_of_the_code():
    said = "5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours"
    assert f"after {said}," in GUIDE
    seconds = [int(wait.total_seconds()) for wait in delivery.BACK_OFF]
    assert seconds[:3] == [5, 300, 1800]
    assert [wait // 3600 for wait in seconds[3:]] == [2, 5, 10, 14, 20, 24]


def test_the_demo_verifies_as_the_guide_does():
    from example_project.demo_receiver import verifying

    [code] = re.findall(r"(def verify\(.+?)```", GUIDE, re.S)
    with open(verifying.__file__) as file:
        shown = file.read()
    body = code.partition('"""')[2].partition('"""')[2].strip()
    assert body in shown
