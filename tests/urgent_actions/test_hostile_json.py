"""Whatever is sent about letters as JSON, it is no error of ours."""

import json

import pytest

from tests.hostile import NASTY
from wagtail_campaign.urgent_actions.models import Letter

from .test_hostile_letters import PARAMETERS
from .test_letters_by_json import at

#: Values that no form has.
ODD = [
    None,
    True,
    False,
    0,
    -1,
    1.5,
    1e300,
    10**400,
    [],
    {},
    ["a"],
    ["a", ["b"]],
    [[[[[[]]]]]],
    {"a": {"b": "c"}},
    ["x"] * 5000,
    "\ud800",
]
FIELDS = {
    "write": ["target", "subject", "text", "written_in", "first_name", "email", "country", "via"],
    "log": ["target", "channel", "last_name", "email", "consent_updates"],
    "copy": ["target", "subject", "text", "written_in", "city", "country", "bilingual"],
}
CASES = [(verb, field) for verb, fields in FIELDS.items() for field in fields]


@pytest.fixture(autouse=True)
def no_limits(settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = None
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None


@pytest.mark.parametrize(("verb", "field"), CASES)
def test_nothing_sent_is_an_error_of_ours(front_end, urgent_page, written, verb, field):
    typed = written | {"channel": "post"}
    for value in NASTY + ODD:
        answer = front_end.post(at(urgent_page, verb), typed | {field: value})
        assert answer.status_code in {200, 202, 404, 413, 422}, repr(value)[:80]
        # Nothing that no front end could read.
        json.loads(answer.content)


def test_nor_is_anything_sent_for_alerts(front_end, urgent_page):
    wording = front_end.get(f"/alerts/{urgent_page.pk}").json()
    const = wording["schema"]["properties"]["consent_alerts"]["const"]
    typed = {"email": "a@example.org", "consent_alerts": const}
    for field in ("email", "consent_alerts", "via", "website", "other"):
        for value in NASTY + ODD:
            answer = front_end.post(f"/alerts/{urgent_page.pk}", typed | {field: value})
            assert answer.status_code in {202, 422}, (field, repr(value)[:80])


@pytest.mark.parametrize("name", ["target", "country", "language", "after"])
def test_no_address_is_an_error_of_ours(front_end, urgent_page, solidarity, name):
    for value in [*PARAMETERS, "٣", "9" * 19, "%00", "%ff"]:
        for step in ("targets", "letter", "letters"):
            answer = front_end.client.get(f"/campaign/api/v1{at(urgent_page, step)}", {name: value})
            assert answer.status_code in {200, 404, 422}, repr(value)


@pytest.mark.parametrize(
    "body", ["", "null", "[]", '"a"', "{", '{"text": NaN}', "\x00", "[" * 9999]
)
def test_what_is_no_object_is_no_letter(front_end, urgent_page, body):
    for verb in FIELDS:
        assert front_end.post(at(urgent_page, verb), body or " ").status_code in {400, 422}
    assert not Letter.objects.exists()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\u2028", "\x85"])
def test_nobody_writes_a_header_into_a_letter(front_end, urgent_page, written, newline):
    evil = f"Free her{newline}Bcc: victim@example.org"
    said = front_end.post(at(urgent_page, "copy"), written | {"subject": evil})
    if said.status_code == 200:
        assert not set("\r\n\u2028\x85") & set(said.json()["subject"])


def test_nobody_has_us_learn_all_languages_there_are(front_end, urgent_page, written):
    for code in ("de", "fr", "sw-ke"):
        front_end.post(at(urgent_page, "write"), written | {"written_in": code})
    assert set(Letter.objects.values_list("written_in", flat=True)) <= {"kk", "en"}
