"""Letters that their writers erase or take back just when they are being sent."""

import pytest
from django.utils import timezone

from tests.people import change, mails_to
from wagtail_campaign.actions import tallies
from wagtail_campaign.mailing import delivery, server
from wagtail_campaign.mailing.models import Mail, MailState
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.urgent_actions import services
from wagtail_campaign.urgent_actions.emails import ToTarget
from wagtail_campaign.urgent_actions.models import Letter

from .people import count, letter_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(urgent_page, ministry):
    """One that waits in the queue."""
    pk = letter_of(urgent_page, ministry).pk
    return Letter.objects.select_related("urgent_action", "supporter").get(pk=pk)


def delivery_of(letter) -> str:
    return Letter.objects.values_list("delivery", flat=True).get(pk=letter.pk)


def mails():
    """The mails to targets that are in the outbox."""
    return Mail.objects.filter(kind=ToTarget.name)


@pytest.mark.parametrize("verb", [services.erase, services.withdraw, services.disown])
def test_who_takes_a_letter_back_just_when_it_is_put_off_has_not_sent_it(
    letter, action, clock, monkeypatch, verb
):
    def put_off(message, connection):
        verb(letter)
        return MailState.QUEUED, "SMTP 451"

    with monkeypatch.context() as busy:
        busy.setattr(server, "hand_over", put_off)
        run_pass()
    assert run_pass()["letters taken back cancelled"] == 1
    assert delivery_of(letter) == "cancelled"
    assert count(action) == 0 and tallies.recount() == []
    told = len(mails_to("aigul@example.org"))
    clock.forward(days=2)
    run_pass()
    assert mails_to("ministry@example.org") == [] and not mails().exists()
    # Who took it back knows.
    assert len(mails_to("aigul@example.org")) == told


def test_who_erases_a_letter_just_before_it_is_handed_over_has_not_sent_it(letter, action):
    def write(mail):
        services.erase(letter)
        return ToTarget().write(mail)

    delivery.deliver(mails().get().pk, write=write)
    run_pass()
    assert delivery_of(letter) == "cancelled"
    assert count(action) == 0 and tallies.recount() == []
    assert mails_to("ministry@example.org") == [] and not mails().exists()


@pytest.mark.parametrize("became", ["sent", "unknown"])
def test_a_letter_that_is_erased_on_its_way_is_what_becomes_of_it(
    letter, action, after_commit, became
):
    sending = delivery.claim(mails().get().pk)
    services.erase(letter)
    run_pass()
    with after_commit():
        change(action, state="closed", stopped_at=timezone.now())
    run_pass()
    assert delivery_of(letter) == "queued"
    delivery._settle(sending, became)
    assert delivery_of(letter) == became
    assert count(action) == 1 and tallies.recount() == []
