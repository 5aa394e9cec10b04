"""My actions by JSON: in with a mailed link, out again, and what is done between."""

import re

import pytest
from django.core import mail
from django.core.management import call_command

from tests.people import count, signature_of
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.models import Consent

pytestmark = pytest.mark.django_db


@pytest.fixture
def enter(front_end):
    """``enter(address)``: asks for a link, reads the mail, uses it: the headers of the session."""

    def enter(address, language="ru"):
        asked = front_end.post("/me/link", {"email": address, "language": language})
        assert asked.status_code == 202
        call_command("campaign_work", verbosity=0)
        [link] = [m for m in mail.outbox if "/campaign/me/link/" in m.body]
        token = re.search(r"/campaign/me/link/([^/\s]+)/", link.body)[1]
        said = front_end.post("/me/session", {"token": token}).json()
        assert said["expires_in"] == 3600
        return {"authorization": f"Bearer {said['token']}"}, token

    return enter


@pytest.fixture
def signature(page):
    updates = page.consent_wordings()[0].pk
    return signature_of(page, email="aigul@example.org", ticked=[updates])


def test_a_signature_is_taken_back_by_whoever_reads_the_mail(front_end, enter, signature, petition):
    session, token = enter("Aigul@example.org")
    assert front_end.post("/me/session", {"token": token}).status_code == 410
    [act] = front_end.get("/me", **session).json()["acts"]
    assert (act["kind"], act["id"]) == ("petition", signature.pk)
    assert set(act["verbs"]) == {"show-as", "withdraw", "erase"}
    path = f"/me/acts/petition/{signature.pk}"
    shown = front_end.post(f"{path}/show-as", {"display": "full"}, **session)
    assert shown.json()["changed"] and shown.json()["notice"] == "shown"
    assert Signature.objects.get().public_name == "Dana Akhmetova"
    [consent] = act["data"]["consents"]
    taken = front_end.delete(f"/me/consents/{consent['id']}", **session)
    assert taken.json()["changed"] is True
    assert Consent.objects.get().withdrawn_at
    for changed in (True, False):
        assert front_end.post(f"{path}/withdraw", **session).json()["changed"] is changed
    assert count(petition) == 0
    assert front_end.post(f"{path}/erase", **session).json()["changed"]
    assert Signature.objects.get().supporter is None
    # Where nothing is left of an address, nothing is left of its way in.
    assert front_end.get("/me", **session).status_code == 401


def test_nobody_comes_in_without_a_session_or_to_anothers_act(front_end, enter, page, signature):
    session, _ = enter("aigul@example.org")
    other = signature_of(page, email="other@example.org")
    for verb in ("confirm", "withdraw", "erase"):
        path = f"/me/acts/petition/{other.pk}/{verb}"
        assert front_end.post(path, **session).status_code == 404
        for header in ({}, {"authorization": "Bearer x"}, {"authorization": "Basic eDp5"}):
            answer = front_end.post(path, **header)
            assert answer.status_code == 401
            assert answer.json()["type"].endswith(":outside")
    assert front_end.get("/me/data", **session).json()["acts"][0]["kind"] == "petition"
    assert front_end.delete("/me/session", **session).status_code == 204
    assert front_end.get("/me/data", **session).status_code == 401
    other.refresh_from_db()
    assert other.supporter


def test_asking_tells_nobody_who_was_here(front_end, signature):
    answers = {
        front_end.post("/me/link", {"email": address}).content
        for address in ("aigul@example.org", "nobody@example.org")
    }
    assert len(answers) == 1
    assert front_end.post("/me/link", {"email": "x"}).json()["errors"]["email"]
