"""The mails of a list: in the language of who joined, previewed by editors."""

import pytest
from django.core import mail

from tests.sponsors.people import join_and_confirm, publish
from wagtail_campaign.sponsors.pages import MAILS, STEPS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("mode", [*STEPS, *MAILS, ""])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_step_and_mail_has_a_preview(pages, mode, language):
    page = pages[language]
    request = page.make_preview_request(preview_mode=mode)
    assert request.status_code == 200


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_who_is_published_is_told_in_her_language(client, pages, person, language):
    sponsor = join_and_confirm(client, pages[language], person)
    publish(sponsor)
    message = mail.outbox[-1]
    assert pages[language].title in message.body
    assert "Aigul Serikova" in message.body
    assert "Serikova" not in message.subject
    assert "/campaign/disown/" in message.body and "/campaign/me/" in message.body
