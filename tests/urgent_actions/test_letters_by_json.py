"""Letters by JSON: to whom, the letter, sent by the site or by oneself, and those shown."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.editors import superuser
from tests.headless.same import left_by
from tests.people import change, link
from wagtail_campaign.actions import live
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.urgent_actions import moderation, wall
from wagtail_campaign.urgent_actions.directory.contacts import Contact
from wagtail_campaign.urgent_actions.directory.targets import Target, TargetWords
from wagtail_campaign.urgent_actions.models import Letter

from .people import AIGUL, count, letter_of, write, write_url

SENT = {"next": "check_mail"}


def at(page, step="") -> str:
    """The address of an urgent action."""
    return f"/urgent-actions/{page.pk}/{step}"


def kind(answer) -> str:
    return answer.json()["type"].removeprefix("urn:wagtail-campaign:problem:")


def by_json(front_end, path, typed) -> None:
    """Sends a form and confirms it by the mailed link, both by JSON."""
    assert front_end.post(path, typed).json() == SENT
    _campaign, purpose, token = link(mail.outbox[-1]).strip("/").split("/")
    assert front_end.post(f"/{purpose}/{token}").json()["standing"] == "done"
    run_pass()


def by_page(client, url, typed) -> None:
    """The same on the pages."""
    assert client.post(url, typed).status_code == 303
    assert client.post(link(mail.outbox[-1])).status_code == 303
    run_pass()


@pytest.fixture
def logged():
    """What somebody says who has sent a letter on paper."""
    told = {name: AIGUL[name] for name in ("first_name", "last_name", "email", "country")}
    return told | {"channel": "post"}


@pytest.fixture
def no_address(ministry):
    """The ministry's server refuses all mail."""
    ministry.contacts.update(state="refuses")


# To whom


def test_embassies_are_found_without_a_letter_and_lead_to_those_there_are(
    front_end, urgent_pages, embassy
):
    said = front_end.get("/missions/KZ?country=AT", accept_language="ru").json()
    [mission], [letter] = said["missions"], said["letters"]
    assert (mission["id"], mission["host"]) == (embassy.pk, "DE")
    assert (said["state_name"], letter["id"]) == ("Казахстан", urgent_pages["ru"].pk)
    nowhere = front_end.get("/missions/KZ?country=FR").json()
    assert (nowhere["missions"], nowhere["letters"]) == ([], [])


@pytest.mark.parametrize(
    ("path", "status"), [("KZ", 422), ("KZ?country=XX", 422), ("XX?country=DE", 404)]
)
def test_embassies_are_of_a_state_and_for_a_country(front_end, urgent_pages, path, status):
    assert front_end.get(f"/missions/{path}").status_code == status


def test_to_whom_can_be_written_from_a_country(front_end, urgent_page, ministry, embassy):
    said = front_end.get(at(urgent_page, "targets?country=AT")).json()
    [target], [mission] = said["targets"], said["missions"]
    assert (target["id"], target["reads"]) == (ministry.pk, ["kk", "ru"])
    assert target["title"] == "Ministry in English" and target["language"] == "en"
    assert target["address"] == ["1 Example Street", "010000 Astana", "Kazakhstan"]
    [contact] = target["contacts"]
    assert contact["value"] == "ministry@example.org" and contact["works"]
    assert contact["verified_on"] and not contact["is_old"]
    assert (mission["id"], mission["kind"], mission["host"]) == (embassy.pk, "embassy", "DE")
    [unverified] = mission["contacts"]
    assert unverified["is_old"] and unverified["verified_on"] is None
    assert front_end.get(at(urgent_page, "targets?country=FR")).json()["missions"] == []


def test_how_old_a_contact_is_and_that_it_refuses_mail_is_told(front_end, urgent_page, ministry):
    long_ago = date.today() - timedelta(days=400)
    ministry.contacts.update(verified_on=long_ago, state="refuses")
    said = front_end.get(at(urgent_page, "targets")).json()
    [contact] = said["targets"][0]["contacts"]
    assert contact["verified_on"] == long_ago.isoformat()
    assert contact["is_old"] and not contact["works"]


def test_ten_targets_cost_no_query_more_than_one(
    front_end, urgent_page, action, django_assert_max_num_queries
):
    path = at(urgent_page, "targets?country=DE")
    front_end.get(path)
    with CaptureQueriesContext(connection) as queries:
        front_end.get(path)
    of_one = len(queries)
    for _ in range(9):
        other = Target(country="KZ", reads="ru")
        other.words = [TargetWords(language="en", office="Prison", salutation="Sir,")]
        other.contacts = [Contact(kind="post"), Contact(kind="phone", value="+7 700")]
        other.save()
        action.targets.add(other)
    live.forget(action.key)
    front_end.get(path)
    with django_assert_max_num_queries(of_one):
        assert len(front_end.get(path).json()["targets"]) == 10


def test_content_is_in_the_language_of_the_page(front_end, urgent_pages, ministry):
    answer = front_end.get(at(urgent_pages["kk"], "targets"), accept_language="ru")
    assert answer.json()["targets"][0]["title"] == "Ministry қазақша"
    assert answer.headers["Content-Language"] == "kk"


def test_a_country_that_there_isnt_is_said_in_the_language_of_the_request(front_end, urgent_page):
    for step in ("targets", "letter"):
        answer = front_end.get(at(urgent_page, f"{step}?country=XX"), accept_language="ru")
        assert answer.status_code == 422
        assert "страну" in answer.json()["errors"]["country"][0]


# The letter


def test_the_letter_is_filled_in_in_a_language_of_the_target_and_beside_it_the_readers(
    front_end, urgent_pages, ministry
):
    path = at(urgent_pages["ru"], f"letter?target={ministry.pk}&country=DE")
    said = front_end.get(path).json()
    assert said["letter"]["language"] == "kk" and said["beside"]["language"] == "ru"
    assert said["letter"]["text"].startswith("Құрметті министр!")
    assert "о судьбе Сауле Нурлановой" in said["beside"]["text"]
    assert said["blanks"]["name"] in said["letter"]["text"]
    assert said["languages"] == ["en", "kk", "ru"]
    own = front_end.get(path + "&language=ru").json()
    assert own["letter"] == said["beside"] and own["beside"] is None


def test_what_the_letter_says_stands_in_the_form(front_end, urgent_page, ministry):
    said = front_end.get(at(urgent_page, f"letter?target={ministry.pk}&country=DE")).json()
    assert set(said["forms"]) == {"write", "copy", "log"}
    form = said["forms"]["write"]
    assert form["url"] == "/campaign/api/v1" + at(urgent_page, "write")
    fields = form["schema"]["properties"]
    assert fields["text"]["default"] == said["letter"]["text"]
    assert fields["text"]["minLength"] == 80 and fields["text"]["maxLength"] == 6000
    assert fields["country"]["default"] == "DE"
    assert (fields["written_in"]["default"], fields["written_in"]["x-widget"]) == ("kk", "hidden")
    assert "wants_reply" in fields and "on_wall" not in fields
    assert fields["consent_updates"]["x-consent"] == "updates"


def test_all_ways_are_named_that_the_letter_can_go(front_end, urgent_page, ministry):
    ways = front_end.get(at(urgent_page, "letter?language=en")).json()["ways"]
    assert ways["site"] and not ways["campaign"]
    assert ways["mail"]["to"] == "ministry@example.org"
    assert ways["mail"]["copies"] == ["campaign@example.org"]
    assert ways["post"] == ["1 Example Street", "010000 Astana", "Kazakhstan"]


def test_without_an_address_that_works_the_site_sends_nothing_and_says_so(
    front_end, client, urgent_page, ministry, written, no_address
):
    said = front_end.get(at(urgent_page, "letter")).json()
    assert not said["ways"]["site"] and said["ways"]["mail"]["to"] == ""
    assert set(said["forms"]) == {"copy", "log"}
    answer = front_end.post(at(urgent_page, "write"), written)
    assert answer.status_code == 422 and "send it yourself" in answer.json()["errors"][""][0]
    assert write(client, urgent_page, ministry, written).status_code == 422
    assert not Letter.objects.exists() and not mail.outbox


def test_which_embassy_is_asked_for_where_only_embassies_are_written_to(
    front_end, urgent_page, action, ministry, embassy, written
):
    action.targets.clear()
    for answer in (
        front_end.get(at(urgent_page, "letter")),
        front_end.post(at(urgent_page, "write"), written),
        front_end.post(at(urgent_page, "copy"), written),
    ):
        assert (answer.status_code, list(answer.json()["errors"])) == (422, ["target"])
    assert front_end.get(at(urgent_page, f"letter?target={embassy.pk}")).status_code == 200
    assert front_end.get(at(urgent_page, f"letter?target={ministry.pk}")).status_code == 404


def test_a_letter_of_solidarity_needs_no_target(front_end, urgent_page, solidarity, ministry):
    assert front_end.get(at(urgent_page, "targets")).json()["targets"] == []
    said = front_end.get(at(urgent_page, f"letter?target={ministry.pk}")).json()
    assert said["target"] is None and said["file_url"] is None
    assert said["ways"] == {"site": False, "campaign": True, "mail": None, "post": None}
    assert set(said["forms"]) == {"write"}
    fields = said["forms"]["write"]["schema"]["properties"]
    assert "on_wall" in fields and "display" in fields
    assert "wants_reply" not in fields and "target" not in fields


def test_nobody_is_named_who_takes_the_consent_back(front_end, urgent_page, person):
    person.consent_by, person.consent_on = "", None
    person.save()
    answer = front_end.get(at(urgent_page, "letter"))
    assert answer.json()["letter"] is None and "Нұрланова" not in answer.content.decode()


# Sent


def test_both_doors_leave_the_same_letter(front_end, client, urgent_page, ministry, written):
    wordings = {f"consent_{w.purpose}": w.pk for w in urgent_page.consent_wordings()}
    typed = written | wordings | {"wants_reply": "yes", "via": "telegram"}
    pages = left_by(lambda: by_page(client, write_url(urgent_page, ministry), typed))
    typed |= {"target": ministry.pk, "wants_reply": True}
    assert pages == left_by(lambda: by_json(front_end, at(urgent_page, "write"), typed))
    [letter] = pages["Letter"]
    assert letter["delivery"] == "sent" and letter["source"] == "telegram"
    assert len(pages["mails"]) == 2 and len(pages["Consent"]) == len(wordings) > 0


def drawn(form) -> dict:
    """What is sent by who draws a form by its schema and touches nothing that isn't shown."""
    fields = form["schema"]["properties"]
    return {name: field.get("default", "") for name, field in fields.items()}


def test_a_form_that_was_drawn_for_an_embassy_writes_to_it(
    front_end, urgent_page, ministry, embassy, written, logged
):
    path = at(urgent_page, f"letter?target={embassy.pk}&country=DE")
    forms = front_end.get(path).json()["forms"]
    who = {name: written[name] for name in ("first_name", "last_name", "email", "city")}
    for verb, typed in (("write", who), ("log", logged)):
        assert front_end.post(at(urgent_page, verb), drawn(forms[verb]) | typed).json() == SENT
    assert {letter.target_id for letter in Letter.objects.all()} == {embassy.pk}
    handed = front_end.post(at(urgent_page, "copy"), drawn(forms["copy"]) | who).json()
    assert handed["to"] == "embassy@example.org"


def test_a_form_of_the_page_itself_writes_to_the_first_target_or_asks_for_an_embassy(
    front_end, urgent_page, action, ministry, embassy, written, after_commit
):
    def typed():
        forms = front_end.get(f"/actions/{urgent_page.pk}").json()["action"]["forms"]
        return written | {"target": drawn(forms["write"])["target"]}

    assert typed()["target"] == ministry.pk
    with after_commit():
        action.targets.clear()
        change(action, version=action.version + 1)
    answer = front_end.post(at(urgent_page, "write"), typed())
    assert list(answer.json()["errors"]) == ["target"]


def test_both_doors_leave_the_same_letter_of_solidarity(front_end, client, urgent_page, solidarity):
    typed = AIGUL | {"on_wall": "yes", "display": "initial", "ticked": ""}
    pages = left_by(lambda: by_page(client, write_url(urgent_page), typed))
    assert pages == left_by(lambda: by_json(front_end, at(urgent_page, "write"), typed))
    [letter] = pages["Letter"]
    assert letter["public_name"] == "Aigul S." and letter["delivery"] == "held"


def test_both_doors_leave_the_same_of_one_that_was_sent(
    front_end, client, urgent_page, ministry, embassy, logged
):
    url = f"/campaign/urgent-actions/{urgent_page.pk}/sent/?target={embassy.pk}"
    pages = left_by(lambda: by_page(client, url, logged))
    with_id = logged | {"target": embassy.pk}
    assert pages == left_by(lambda: by_json(front_end, at(urgent_page, "log"), with_id))
    assert pages["Letter"][0]["channel"] == "post"


def test_both_doors_leave_the_same_of_one_that_says_what_it_must_not(
    front_end, client, urgent_page, ministry, written
):
    """And its writer the same answer: it waits for a moderator, unseen."""
    typed = written | {"text": written["text"] + " She has ASTHMA."}
    pages = left_by(lambda: by_page(client, write_url(urgent_page, ministry), typed))
    assert pages == left_by(lambda: by_json(front_end, at(urgent_page, "write"), typed))
    assert pages["Letter"][0]["delivery"] == "held" and len(pages["mails"]) == 1


def test_a_second_letter_of_the_day_looks_like_the_first(front_end, urgent_page, written, action):
    answers = [front_end.post(at(urgent_page, "write"), written)]
    front_end.post(f"/confirm/{Letter.objects.get().token('confirm')}")
    answers.append(front_end.post(at(urgent_page, "write"), written))
    first, second = answers
    assert (first.status_code, first.json()) == (second.status_code, second.json()) == (202, SENT)
    assert "today" in mail.outbox[-1].body and count(action) == 1


def test_who_uses_an_address_too_often_and_a_robot_are_answered_the_same(
    front_end, urgent_page, written, settings
):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = (1, 3600)
    robot = written | {"website": "https://robot.example"}
    for typed in (written, written, robot):
        assert front_end.post(at(urgent_page, "write"), typed).json() == SENT
    assert Letter.objects.count() == 1


def test_a_request_that_comes_twice_is_one_letter(
    front_end, urgent_page, written, logged, action, after_commit
):
    for verb, typed in (("write", written), ("log", logged)):
        for _ in range(2):
            answer = front_end.post(at(urgent_page, verb), typed, idempotency_key="12345678")
            assert (answer.status_code, answer.json()) == (202, SENT)
    assert Letter.objects.count() == 2
    other = front_end.post(
        at(urgent_page, "write"), written | {"target": 4711}, idempotency_key="12345678"
    )
    assert (other.status_code, kind(other)) == (422, "key_reused")
    # What can't be written any more was taken all the same.
    with after_commit():
        change(action, state="closed")
    again = front_end.post(at(urgent_page, "write"), written, idempotency_key="12345678")
    assert again.status_code == 202


def test_a_letter_handed_back_has_its_writers_name_and_nothing_is_kept(
    front_end, urgent_page, ministry, written
):
    del written["email"]
    said = front_end.post(at(urgent_page, "copy"), written | {"bilingual": "yes"}).json()
    assert said["to"] == "ministry@example.org" and said["copies"] == ["campaign@example.org"]
    assert "Aigul Serikova" in said["text"] and said["own_share"] == 0
    assert said["sheet"]["sender"] == ["Aigul Serikova", "Berlin, Германия"]
    assert "Aigul Serikova" in said["sheet"]["beside"]
    assert said["mailto"].startswith("mailto:ministry@example.org?subject=")
    typed = written | {"text": "Please let her go. " * 200, "written_in": "en"}
    said = front_end.post(at(urgent_page, "copy"), typed).json()
    # No mail program would open all of it.
    assert said["mailto"] == "" and said["own_share"] == 100
    assert not Letter.objects.exists() and not mail.outbox


def test_the_files_of_a_letter_come_from_where_it_is_said(
    front_end, client, urgent_page, ministry, written
):
    url = front_end.get(at(urgent_page, "letter?country=DE")).json()["file_url"]
    for do, content_type in (("eml", "message/rfc822"), ("pdf", "application/pdf")):
        answer = client.post(url, written | {"do": do})
        assert answer.headers["Content-Type"] == content_type


# Refused


def test_what_is_wrong_is_said_by_field_in_the_language_of_the_request(front_end, urgent_page):
    for verb, field in (("write", "text"), ("copy", "text"), ("log", "channel")):
        answer = front_end.post(at(urgent_page, verb), {"email": "x"}, accept_language="kk")
        assert answer.status_code == 422 and kind(answer) == "invalid"
        assert answer.headers["Content-Language"] == "kk"
        messages = " ".join(answer.json()["errors"][field])
        assert set("әіңғүұқөһ") & set(messages), messages
    short = front_end.post(at(urgent_page, "write"), {"text": "Free her!"})
    assert "too short" in short.json()["errors"]["text"][0]


def test_nothing_is_told_and_taken_once_it_is_over(
    front_end, urgent_page, action, written, logged, after_commit
):
    with after_commit():
        change(action, state="closed")
    for answer in (
        front_end.get(at(urgent_page, "targets?country=DE")),
        front_end.get(at(urgent_page, "letter")),
        front_end.post(at(urgent_page, "write"), written),
        front_end.post(at(urgent_page, "log"), logged),
        front_end.post(at(urgent_page, "copy"), written),
    ):
        assert (answer.status_code, kind(answer)) == (409, "not_open")
        assert answer.json()["action_status"] == "closed"
    assert front_end.get(f"/actions/{urgent_page.pk}").json()["action"]["forms"] == {}
    assert not Letter.objects.exists()


def test_a_network_that_sends_too_much_waits(front_end, urgent_page, written, settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = (1, 600)
    assert front_end.post(at(urgent_page, "write"), written).status_code == 202
    for verb in ("write", "copy"):
        answer = front_end.post(at(urgent_page, verb), written)
        assert (answer.status_code, kind(answer)) == (429, "too_many")
        assert int(answer.headers["Retry-After"]) > 0


def test_a_page_that_only_some_may_see_is_not_there(
    front_end, urgent_page, solidarity, written, logged
):
    PageViewRestriction.objects.create(page=urgent_page, restriction_type=PageViewRestriction.LOGIN)
    # The way into a page is kept for some seconds.
    cache.clear()
    steps = {"targets": None, "letter": None, "letters": None}
    for step, typed in (steps | {"write": written, "log": logged, "copy": written}).items():
        path = at(urgent_page, step)
        answer = front_end.post(path, typed) if typed else front_end.get(path)
        assert (answer.status_code, kind(answer)) == (404, "unknown"), step
    assert not Letter.objects.exists()


def test_a_petition_is_no_urgent_action(front_end, page, written):
    assert kind(front_end.post(at(page, "write"), written)) == "unknown"
    assert kind(front_end.get(at(page, "letter"))) == "unknown"


def test_a_target_of_another_action_is_not_written_to(front_end, urgent_page, embassy, action):
    change(action, missions_of="")
    for verb in ("write", "log", "copy"):
        answer = front_end.post(at(urgent_page, verb), {"target": embassy.pk})
        assert (answer.status_code, kind(answer)) == (404, "unknown"), verb


# Shown


@pytest.fixture
def shown(urgent_page, solidarity, after_commit):
    """``shown(display="full")``: a letter on the wall."""
    moderator = superuser().user

    def shown(**typed):
        letter = letter_of(urgent_page, on_wall=True, **typed)
        with after_commit():
            assert moderation.release(Letter.objects, [letter.pk], moderator) == 1
        return letter

    return shown


def test_letters_are_shown_as_their_writers_chose(front_end, urgent_page, shown):
    letter = shown(display="initial")
    answer = front_end.get(at(urgent_page, "letters"))
    [said] = answer.json()["letters"]
    assert said["name"] == "Aigul S." and "I think of you" in said["text"]
    assert said["on"] == f"{letter.confirmed_at:%Y-%m-%d}" and said["language"] == "en"
    assert "Serikova" not in answer.content.decode() and "Berlin" not in answer.content.decode()
    assert "aigul@example.org" not in answer.content.decode()


def test_the_page_tells_of_a_letter_what_the_wall_tells_and_of_its_moment_the_day(
    front_end, urgent_page, shown
):
    shown(display="full")
    said = front_end.get(f"/actions/{urgent_page.pk}").json()["action"]["letters"]
    assert said == front_end.get(at(urgent_page, "letters")).json()["letters"]
    assert said[0].keys() == {"text", "language", "name", "country", "on"}
    assert said[0]["on"] == f"{date.today():%Y-%m-%d}"


def test_the_wall_goes_on_from_the_last_letter_seen(front_end, urgent_page, shown, monkeypatch):
    monkeypatch.setattr(wall, "A_PAGE", 2)
    for n in range(3):
        shown(email=f"{n}@example.org", text=AIGUL["text"] + f"\n\nLetter number {n}!")
    first = front_end.get(at(urgent_page, "letters")).json()
    second = front_end.get(at(urgent_page, f"letters?after={first['older']}")).json()
    said = [letter["text"][-9:] for letter in first["letters"] + second["letters"]]
    assert said == ["number 2!", "number 1!", "number 0!"] and second["older"] is None
    assert front_end.get(at(urgent_page, "letters?after=4711")).status_code == 404


def test_letters_to_targets_have_no_wall(front_end, urgent_page, ministry):
    letter_of(urgent_page, ministry, on_wall=True)
    assert kind(front_end.get(at(urgent_page, "letters"))) == "unknown"


# Of the action


def test_an_urgent_action_is_among_all_with_its_number_and_deadline(
    front_end, urgent_page, action, ministry
):
    [listed] = front_end.get("/actions").json()["actions"]
    assert (listed["id"], listed["kind"]) == (urgent_page.pk, "letter")
    letter_of(urgent_page, ministry)
    said = front_end.get(f"/actions/{urgent_page.pk}").json()["action"]
    assert (said["number"], said["letter_kind"], said["missions_of"]) == (
        "60/16",
        "urgent",
        {"code": "KZ", "name": "Kazakhstan"},
    )
    assert said["closes_at"] == f"{action.closes_at:%Y-%m-%dT%H:%M:%SZ}" and said["count"] == 1
    assert said["countries"] is None, "nobody counts them"
    assert not said["stopped"] and set(said["forms"]) == {"write", "log"}
    for verb, form in said["forms"].items():
        assert form["url"] == "/campaign/api/v1" + at(urgent_page, verb)
    fields = said["forms"]["log"]["schema"]["properties"]
    assert [choice["const"] for choice in fields["channel"]["oneOf"]] == ["mail", "post"]
    assert "last_name" in said["forms"]["write"]["schema"]["required"]


def test_nothing_can_be_sent_while_it_isnt_said_to_whom(front_end, urgent_page, action):
    action.targets.clear()
    change(action, missions_of="")
    assert front_end.get(f"/actions/{urgent_page.pk}").json()["action"]["forms"] == {}
