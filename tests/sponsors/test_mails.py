"""The mails of a list: in the language of who joined, previewed by editors."""

import pytest
from django.core import mail

from tests.people import link
from tests.sponsors.people import join_and_confirm, listed, publish
from tests.supporters.visits import work_off
from tests.updates.posting import mailed, post
from wagtail_campaign.sponsors.pages import MAILS, STEPS
from wagtail_campaign.supporters import consents

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


def test_who_stands_for_herself_and_her_union_is_told_once_and_ends_it_with_one_click(
    client, page, person, organisation, settings
):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 50
    settings.WAGTAIL_CAMPAIGN_BROADCAST_DELAY = 0
    [wording] = [w for w in page.consent_wordings() if w.purpose == "updates"]
    consents.keep_wordings([wording])
    wanting = {"consent_updates": wording.pk, "email": "aigul@example.org"}
    listed(client, page, person | wanting)
    listed(client, page, organisation | wanting)
    for title, expected in (("Ten more", 1), ("Twenty more", 0)):
        mail.outbox.clear()
        mailed(post(page, title))
        work_off()
        assert len(mail.outbox) == expected
        for message in mail.outbox:
            assert "you lent your name to “They support us”" in " ".join(message.body.split())
            client.post(link(message, "unsubscribe"))
