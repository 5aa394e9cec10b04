"""Whatever is sent where a letter is written, it is no error of ours, and nobody is written to."""

from uuid import uuid4

import pytest
from django.core import mail
from django.utils import translation

from tests.people import change, mails_to, sign
from tests.petitions.test_hostile_input import NASTY
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.petitions.models import Petition, Signature
from wagtail_campaign.urgent_actions import services
from wagtail_campaign.urgent_actions.drafting import placeholders
from wagtail_campaign.urgent_actions.models import Letter, LetterText

from .people import write, write_and_confirm, write_url

# Each alone, and then those that a petition asks too.
FIELDS = [["subject"], ["text"], ["written_in"], ["first_name", "last_name", "city", "country"]]
PARAMETERS = ["0", "-1", "1e9", "9" * 30, "²", "x", "", "None", "1 OR 1=1", "\x00"]


@pytest.mark.parametrize("fields", FIELDS, ids=" ".join)
def test_nothing_typed_is_an_error_of_ours(client, urgent_page, ministry, written, fields):
    for value in NASTY:
        typed = {**written, **dict.fromkeys(fields, value)}
        answer = write(client, urgent_page, ministry, typed)
        assert answer.status_code in {303, 422, 429}, repr(value)


@pytest.mark.parametrize("way", ["mail", "eml", "print", "pdf"])
def test_nothing_typed_breaks_a_copy(client, urgent_page, ministry, written, way):
    for value in NASTY:
        typed = {**written, "text": f"{written['text']} {value}", "do": way}
        typed |= dict.fromkeys(("subject", "city", "first_name"), value)
        answer = client.post(write_url(urgent_page, ministry), typed)
        assert answer.status_code in {200, 422, 429}, repr(value)


@pytest.mark.parametrize("name", ["target", "country", "in"])
def test_no_address_is_an_error_of_ours(client, urgent_page, name):
    for value in PARAMETERS:
        for step in ("write", "find", "sent"):
            url = f"/campaign/urgent-actions/{urgent_page.pk}/{step}/"
            assert client.get(url, {name: value}).status_code in {200, 302, 404}, repr(value)


def test_only_its_own_targets_can_be_written_to(client, urgent_page, embassy, written, action):
    from wagtail_campaign.urgent_actions.directory.contacts import Contact
    from wagtail_campaign.urgent_actions.directory.targets import Target

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


@pytest.mark.parametrize(
    "link", ["_http://evil.example", "яhttp://evil.example", "WWW.EVIL.EXAMPLE"]
)
def test_nor_does_a_link_that_begins_oddly(client, urgent_page, ministry, written, link):
    write_and_confirm(client, urgent_page, ministry, {**written, "text": written["text"] + link})
    run_pass()
    [sent] = mails_to("ministry@example.org")
    assert "://evil" not in sent.body and "WWW.EVIL" not in sent.body


def test_nobody_sends_many_pages_by_writing_blanks_alone(client, urgent_page, ministry, written):
    typed = written | {"text": "[менің атым]" * 490, "first_name": "A" * 60, "last_name": "B" * 60}
    letter = write_and_confirm(client, urgent_page, ministry, typed)
    assert len(letter.supporter.letter_text.text) < 8000


@pytest.mark.parametrize("take_back", ["erase", "withdraw", "disown"])
def test_an_address_has_one_letter_a_day_whatever_it_takes_back(
    client, urgent_page, ministry, written, clock, after_commit, take_back
):
    """Else it would write, take back, and write again, as often as forms are taken."""
    letter = write_and_confirm(client, urgent_page, ministry, written)
    run_pass()
    with after_commit():
        getattr(services, take_back)(known(letter))
    write(client, urgent_page, ministry, written)
    assert "today" in mail.outbox[-1].body
    again = Letter.objects.latest("pk")
    assert not services.confirm(known(again))
    clock.forward(days=1)
    assert services.confirm(known(again))


def test_one_that_had_not_gone_leaves_the_day_free(
    client, urgent_page, ministry, written, after_commit
):
    letter = write_and_confirm(client, urgent_page, ministry, written)
    with after_commit():
        services.erase(known(letter))
    assert write_and_confirm(client, urgent_page, ministry, written).delivery == "queued"


def test_nor_does_one_that_was_cancelled_take_the_day(
    client, urgent_page, ministry, written, action, after_commit
):
    letter = write_and_confirm(client, urgent_page, ministry, written)
    change(action, state="closed")
    run_pass()
    with after_commit():
        services.erase(known(letter))
    change(action, state="open")
    assert write_and_confirm(client, urgent_page, ministry, written).delivery == "queued"


def known(letter) -> Letter:
    """A letter as the verbs want it."""
    return Letter.objects.select_related("urgent_action", "supporter").get(pk=letter.pk)


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


@pytest.mark.parametrize("do", ["site", "pdf"])
def test_nobody_has_us_learn_all_languages_there_are(
    client, urgent_page, ministry, written, monkeypatch, do
):
    """Each would stay in memory: they are a thousand, and a quarter of a gigabyte."""
    learnt = set()

    def override(language):
        learnt.add(language)
        return translation.override(language)

    monkeypatch.setattr(placeholders, "override", override)
    for code in ("de", "fr", "sw-ke", "en"):
        write(client, urgent_page, ministry, written | {"written_in": code, "do": do})
    assert learnt == {"kk", "en"}
    assert set(Letter.objects.values_list("written_in", flat=True)) <= {"kk", "en"}


def test_a_letter_has_a_minimum_and_a_maximum(client, urgent_page, ministry, written):
    for text in ("Free her!", "ж" * 6001):
        typed = {**written, "text": text}
        assert write(client, urgent_page, ministry, typed).status_code == 422


def test_the_form_of_one_action_comes_to_no_other_of_the_same_id(
    client, page, urgent_page, action, ministry, typed, written
):
    """The way into a page is kept for some seconds, whichever form asked for it."""
    Petition.objects.get_or_create(pk=action.pk, defaults={"key": uuid4()})
    assert client.get(write_url(urgent_page, ministry)).status_code == 200
    assert sign(client, urgent_page, typed).status_code == 404
    assert sign(client, page, typed | {"email": ""}).status_code == 422
    assert write(client, page, ministry, written).status_code == 404
    assert not Signature.objects.exists() and not Letter.objects.exists()


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
