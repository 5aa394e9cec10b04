"""Whatever is sent where a letter is written, it is no error of ours, and nobody is written to."""

import pytest
from django.core import mail

from tests.people import mails_to
from tests.petitions.test_hostile_input import NASTY
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.urgent_actions.models import Letter, LetterText

from .people import write, write_and_confirm, write_url

FIELDS = ["subject", "text", "written_in", "first_name", "last_name", "city", "country"]
PARAMETERS = ["0", "-1", "1e9", "9" * 30, "²", "x", "", "None", "1 OR 1=1", "\x00"]


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_typed_is_an_error_of_ours(client, urgent_page, ministry, written, field):
    for value in NASTY:
        answer = write(client, urgent_page, ministry, {**written, field: value})
        assert answer.status_code in {303, 422, 429}, repr(value)


@pytest.mark.parametrize("way", ["mail", "eml", "print", "pdf"])
def test_nothing_typed_breaks_a_copy(client, urgent_page, ministry, written, way):
    for value in NASTY:
        typed = {**written, "subject": value, "text": f"{written['text']} {value}", "city": value}
        for name in ("Aigul", value):
            answer = client.post(
                write_url(urgent_page, ministry), {**typed, "first_name": name, "do": way}
            )
            assert answer.status_code in {200, 422, 429}, repr(value)


@pytest.mark.parametrize("name", ["target", "country", "in"])
def test_no_address_is_an_error_of_ours(client, urgent_page, name):
    for value in PARAMETERS:
        for step in ("write", "find", "sent"):
            url = f"/campaign/urgent-actions/{urgent_page.pk}/{step}/"
            assert client.get(url, {name: value}).status_code in {200, 302, 404}, repr(value)


def test_only_its_own_targets_can_be_written_to(client, urgent_page, embassy, written, action):
    from wagtail_campaign.urgent_actions.targets import Contact, Target

    other = Target(country="FR", reads="en")
    other.contacts = [Contact(kind="email", value="victim@example.org")]
    other.save()
    assert write(client, urgent_page, other, written).status_code == 404
    action.missions_of = ""
    action.save()
    assert write(client, urgent_page, embassy, written).status_code == 404
    assert not Letter.objects.exists()


def test_links_and_markup_reach_no_target(client, urgent_page, ministry, written):
    evil = " <a href='https://evil.example'>Click</a> http://evil.example www.evil.example "
    write_and_confirm(client, urgent_page, ministry, {**written, "text": written["text"] + evil})
    run_pass()
    [sent] = mails_to("ministry@example.org")
    assert "://evil" not in sent.body and "www.evil" not in sent.body and "<a " not in sent.body
    assert sent.alternatives == []


@pytest.mark.parametrize("field", ["subject", "first_name", "last_name", "city"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\u2028", "\x85", "%0d%0a"])
def test_nobody_writes_a_header_into_a_letter(
    client, urgent_page, ministry, written, field, newline
):
    injected = f"{newline}Bcc: victim@example.org{newline}{newline}Evil"
    typed = {**written, field: (written[field] + injected)[:60]}
    if write(client, urgent_page, ministry, typed).status_code == 303:
        client.post(f"/campaign/confirm/{Letter.objects.get().token('confirm')}/")
        run_pass()
    for message in mail.outbox:
        raw = message.message()
        assert raw["Bcc"] is None and len(message.recipients()) == 1


def test_what_is_typed_as_a_language_is_one(client, urgent_page, ministry, written):
    for code in ("xx", "kk-zz", "../../etc", "en-us-x-evil", "EN", "e" * 12):
        answer = write(client, urgent_page, ministry, {**written, "written_in": code})
        assert answer.status_code == 422, code
    assert not LetterText.objects.exists()


def test_a_letter_has_a_minimum_and_a_maximum(client, urgent_page, ministry, written):
    for text in ("Free her!", "ж" * 6001):
        typed = {**written, "text": text}
        assert write(client, urgent_page, ministry, typed).status_code == 422


def test_too_many_from_one_network_keep_what_they_typed(
    client, urgent_page, ministry, written, settings
):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = (1, 600)
    assert write(client, urgent_page, ministry, written).status_code == 303
    for do in ("site", "print"):
        answer = write(client, urgent_page, ministry, {**written, "do": do})
        assert answer.status_code == 429 and answer["Retry-After"]
        assert "Aigul" in answer.content.decode()


def test_a_robot_is_thanked_and_forgotten(client, urgent_page, ministry, written):
    typed = {**written, "website": "https://robot.example"}
    assert write(client, urgent_page, ministry, typed).status_code == 303
    assert not Letter.objects.exists()


def test_another_site_sends_no_letters(client, urgent_page, ministry, written):
    answer = client.post(
        write_url(urgent_page, ministry), written, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 403
