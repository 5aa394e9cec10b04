"""Signing by JSON."""

from functools import partial

import pytest
from django.core import mail

from tests.people import count, errors_of, sign_url, signature_of
from tests.updates.posting import post
from wagtail_campaign.petitions.models import Signature

from .same import left_by, rows

pytestmark = pytest.mark.django_db


def test_a_signature_by_json_is_confirmed_by_its_mail(front_end, page, petition, typed):
    answer = front_end.post(f"/petitions/{page.pk}/sign", typed)
    assert (answer.status_code, answer.json()) == (202, {"next": "check_mail"})
    signature = Signature.objects.get()
    assert signature.state == "pending" and len(mail.outbox) == 1
    token = signature.token("confirm")
    look = front_end.get(f"/confirm/{token}")
    assert look.json()["standing"] == "pending" and look.json()["page"]["id"] == page.pk
    assert count(petition) == 0
    for _ in range(2):
        answer = front_end.post(f"/confirm/{token}")
        assert (answer.status_code, answer.json()["standing"]) == (200, "done")
    assert count(petition) == 1


def test_the_schema_says_all_that_is_needed_to_sign(front_end, pages, typed):
    for language, page in pages.items():
        said = front_end.get(f"/actions/{page.pk}").json()
        form = said["action"]["forms"]["sign"]
        assert form["url"] == f"/campaign/api/v1/petitions/{page.pk}/sign"
        assert form["schema"]["x-order"][0] == "first_name"
        assert said["language"] == language
        assert {t["language"] for t in said["translations"]} == {"en", "ru", "kk"} - {language}


def test_both_doors_leave_the_same(front_end, client, pages, typed):
    page = pages["kk"]
    said = front_end.get(f"/actions/{page.pk}").json()["action"]["forms"]["sign"]["schema"]
    boxes = {name: field for name, field in said["properties"].items() if "x-consent" in field}
    assert len(boxes) == 3
    typed |= {name: field["const"] for name, field in boxes.items()}
    typed |= {"comment": "Бостандық!\nДереу.", "via": "leaflet", "first_name": "Ұлбосын \u202e"}
    by_page = left_by(lambda: client.post(sign_url(page), typed))
    by_json = left_by(lambda: front_end.post(f"/petitions/{page.pk}/sign", typed))
    assert by_page == by_json
    assert (
        by_page["Supporter"] and by_page["mails"] and by_page["Signature"][0]["source"] == "leaflet"
    )
    signature = signature_of(page, confirmed=False, email="s@example.org")
    for purpose in ("confirm", "disown"):
        path = f"/{purpose}/{signature.token(purpose)}"
        by_page = left_by(partial(client.post, f"/campaign{path}/"))
        by_json = left_by(partial(front_end.post, path))
        assert by_page == by_json != rows()


@pytest.mark.parametrize(
    ("typed_more", "status"),
    [
        ({"email": "x"}, 422),
        ({"website": "https://spam.example.org"}, 303),
        ({"country": "XX"}, 422),
    ],
)
def test_what_one_refuses_the_other_refuses(front_end, client, page, typed, typed_more, status):
    typed |= typed_more
    before = rows()
    by_page = client.post(sign_url(page), typed)
    by_json = front_end.post(f"/petitions/{page.pk}/sign", typed)
    assert by_page.status_code == status and by_json.status_code == {303: 202}.get(status, status)
    if status == 422:
        assert list(by_json.json()["errors"]) == errors_of(by_page)
    assert rows() == before


def test_a_closed_petition_says_what_it_is(front_end, page, typed, set_petition):
    set_petition(state="delivered")
    answer = front_end.post(f"/petitions/{page.pk}/sign", typed)
    assert (answer.status_code, answer.json()["action_status"]) == (409, "delivered")
    assert front_end.get(f"/actions/{page.pk}").json()["action"]["forms"] == {}


def test_too_many_from_one_network_are_told_when_to_come_again(front_end, page, typed, settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = (1, 600)
    path = f"/petitions/{page.pk}/sign"
    assert front_end.post(path, typed).status_code == 202
    answer = front_end.post(path, typed)
    assert answer.status_code == 429 and 0 < int(answer.headers["Retry-After"]) <= 600


def test_too_many_for_one_address_are_not_told(front_end, page, typed, settings):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = (1, 600)
    answers = {front_end.post(f"/petitions/{page.pk}/sign", typed).content for _ in range(3)}
    assert len(answers) == 1 and Signature.objects.count() == 1


@pytest.mark.parametrize("value", [None, True, 5, -1, "\x00", ["a", "b"], "x" * 5000, "\ud800"])
@pytest.mark.parametrize("name", ["first_name", "email", "display", "consent_news", "unknown"])
def test_nothing_that_is_sent_is_an_error_of_ours(front_end, page, typed, name, value):
    answer = front_end.post(f"/petitions/{page.pk}/sign", typed | {name: value})
    assert answer.status_code in {202, 422}


@pytest.mark.parametrize("value", [{}, [[]], [1, [2]], 1.5, {"a": {"b": 1}}])
def test_what_no_form_can_hold_is_refused(front_end, page, typed, value):
    answer = front_end.post(f"/petitions/{page.pk}/sign", typed | {"comment": value})
    assert answer.status_code == 422 and "comment" in answer.json()["errors"]


def test_a_link_that_ran_out_is_told_in_the_language_of_its_mail(front_end, pages, clock):
    signature = signature_of(pages["kk"], confirmed=False)
    clock.forward(days=15)
    answer = front_end.get(f"/confirm/{signature.token('confirm')}")
    assert answer.status_code == 410 and answer.headers["Content-Language"] == "kk"
    assert "мерзімі" in answer.json()["title"]


def test_an_update_is_told_where_the_front_end_has_it(front_end, page, settings):
    post(page, "News")
    settings.WAGTAIL_CAMPAIGN_FRONT_END = {"page": "https://app.example.org/{language}/{path}"}
    [update] = front_end.get(f"/actions/{page.pk}/updates").json()["updates"]
    assert update["url"].startswith("https://app.example.org/en/")
