"""Urgent actions by mail, asked for by JSON from a page of any type."""

import pytest
from django.core import mail
from wagtail.models import PageViewRestriction

from tests.headless.same import left_by
from wagtail_campaign.supporters.models import ConsentWording
from wagtail_campaign.urgent_actions.alerts.models import Alert

from .test_letters_by_json import SENT, by_json, by_page, kind


@pytest.fixture
def typed(front_end, home):
    """What somebody sends who wants to be told: an address, and that they agree to the words."""
    fields = front_end.get(f"/alerts/{home.pk}").json()["schema"]["properties"]
    return {"email": "aigul@example.org", "consent_alerts": fields["consent_alerts"]["const"]}


def test_the_form_says_what_is_agreed_to_in_the_language_of_the_page(front_end, home, urgent_pages):
    for language, words in (("en", "Tell me by e-mail of urgent"), ("kk", "шұғыл")):
        page = urgent_pages[language]
        answer = front_end.get(f"/alerts/{page.pk}", accept_language="ru")
        form = answer.json()
        assert form["url"] == f"/campaign/api/v1/alerts/{page.pk}"
        assert form["schema"]["required"] == ["email", "consent_alerts"]
        assert words in form["schema"]["properties"]["consent_alerts"]["title"]
        assert answer.headers["Content-Language"] == form["language"] == language
    assert not ConsentWording.objects.filter(purpose="alerts").exists()


def test_both_doors_leave_the_same_subscription(front_end, client, home, typed):
    pages = left_by(lambda: by_page(client, f"/campaign/alerts/{home.pk}/", typed))
    assert pages == left_by(lambda: by_json(front_end, f"/alerts/{home.pk}", typed))
    assert pages["Alert"][0]["state"] == "confirmed" and pages["Consent"]


def test_who_is_told_already_is_answered_the_same_and_can_end_it(front_end, home, typed):
    path = f"/alerts/{home.pk}"
    assert front_end.post(path, typed).json() == SENT
    alert = Alert.objects.get()
    front_end.post(f"/confirm/{alert.token('confirm')}")
    assert front_end.post(path, typed).json() == SENT
    assert front_end.post(f"/unsubscribe/{alert.token('unsubscribe')}").status_code == 200
    assert not Alert.objects.filter(pk=alert.pk).exists()


def test_who_doesnt_agree_isnt_subscribed(front_end, home, typed):
    """They would confirm, and get nothing."""
    answer = front_end.post(f"/alerts/{home.pk}", {"email": typed["email"]}, accept_language="ru")
    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["consent_alerts"])
    answer = front_end.post(f"/alerts/{home.pk}", typed | {"consent_alerts": "0" * 64})
    assert answer.status_code == 422 and "changed" in answer.json()["errors"]["consent_alerts"][0]
    assert not Alert.objects.exists() and not mail.outbox


def test_a_request_that_comes_twice_is_one_subscription(front_end, home, typed):
    for _ in range(2):
        answer = front_end.post(f"/alerts/{home.pk}", typed, idempotency_key="12345678")
        assert answer.status_code == 202
    assert Alert.objects.count() == 1 and len(mail.outbox) == 1


def test_a_page_that_only_some_may_see_is_not_there(front_end, urgent_page, typed):
    PageViewRestriction.objects.create(page=urgent_page, restriction_type=PageViewRestriction.LOGIN)
    for page_id in (urgent_page.pk, 4711):
        assert kind(front_end.get(f"/alerts/{page_id}")) == "unknown"
        assert kind(front_end.post(f"/alerts/{page_id}", typed)) == "unknown"
    assert not Alert.objects.exists()


def test_a_network_that_sends_too_much_waits(front_end, home, typed, settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = (1, 600)
    assert front_end.post(f"/alerts/{home.pk}", typed).status_code == 202
    answer = front_end.post(f"/alerts/{home.pk}", typed)
    assert answer.status_code == 429 and answer.headers["Retry-After"]
