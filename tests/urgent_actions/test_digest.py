"""Once a day somebody is told how many letters went out, and to whom."""

import pytest
from django.core import mail

from tests.people import change, mails_to
from wagtail_campaign.mailing.work import run_pass

from .people import letter_to, write_and_confirm

pytestmark = pytest.mark.django_db


@pytest.fixture
def numbers_to(action):
    change(action, copies_to="numbers@example.org")
    return "numbers@example.org"


def write_as(client, page, target, email):
    typed = {**letter_to(client, page, target), "email": email}
    return write_and_confirm(client, page, target, typed)


def test_it_has_numbers_by_target_and_no_letter(
    client, urgent_page, ministry, embassy, numbers_to, settings, clock
):
    settings.WAGTAIL_CAMPAIGN_LETTER_SECONDS = 0
    write_as(client, urgent_page, ministry, "a@example.org")
    write_as(client, urgent_page, ministry, "b@example.org")
    write_as(client, urgent_page, embassy, "c@example.org")
    run_pass()
    assert mails_to(numbers_to) == []
    clock.forward(hours=25)
    run_pass()
    [told] = mails_to(numbers_to)
    assert "A lawyer is in danger" in told.subject
    assert "3 letters" in told.body
    assert "2  Ministry in English" in told.body and "1  Embassy in English" in told.body
    assert "Aigul" not in told.body and "@example.org" not in told.body.replace(numbers_to, "")


def test_a_day_without_letters_is_not_told_of(client, urgent_page, ministry, numbers_to, clock):
    write_as(client, urgent_page, ministry, "a@example.org")
    run_pass()
    for _ in range(3):
        clock.forward(hours=25)
        run_pass()
    assert len(mails_to(numbers_to)) == 1


def test_without_anybody_named_nobody_is_told(client, urgent_page, ministry, clock):
    write_as(client, urgent_page, ministry, "a@example.org")
    run_pass()
    before = len(mail.outbox)
    clock.forward(hours=25)
    run_pass()
    assert len(mail.outbox) == before
