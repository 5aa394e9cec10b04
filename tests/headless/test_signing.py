"""Signing by JSON."""

import pytest
from django.core import mail

from tests.people import count
from wagtail_campaign.petitions.models import Signature

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
