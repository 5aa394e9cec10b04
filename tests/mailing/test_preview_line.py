"""What a phone that lies locked on a table shows of our mails."""

import html
import re

import pytest
from django.core import mail

from tests.people import sign
from wagtail_campaign.updates.emails import UpdateMail

pytestmark = pytest.mark.django_db

#: As many letters as a phone shows of a mail, with the subject above them.
SHOWN = 140


def first_words(page: str) -> str:
    """What stands first in the HTML part."""
    body = re.sub(r"<[^>]+>", "", page.partition("<body>")[2])
    return " ".join(html.unescape(body).split(" "))[:SHOWN].strip()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_mail_that_anybody_can_cause_says_nothing_of_the_petition_there(
    client, pages, typed, language
):
    page = pages[language]
    page.title = "Free Aigul"
    page.save()
    sign(client, page, typed)
    [message] = mail.outbox
    [(body, _)] = message.alternatives
    assert "Free Aigul" in body
    assert "Free Aigul" not in first_words(body) + message.subject


def test_an_update_says_no_more_there_than_the_subject_that_the_editor_wrote():
    context = {"title": "Two released", "intro": "On Thursday.", "action_title": "Free Aigul"}
    _, _, open_ = UpdateMail().render(context | {"subject": "Two released"}, "en")
    assert "On Thursday." in first_words(open_)
    _, _, discreet = UpdateMail().render(context | {"subject": "News"}, "en")
    shown = first_words(discreet)
    assert shown.startswith("News of the campaign")
    assert "Two released" not in shown and "Free Aigul" not in shown
