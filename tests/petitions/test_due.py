"""What becomes of signatures that nobody confirms."""

import pytest
from django.core import mail

from tests.people import count, link, mails_to, sign, signature_of
from tests.supporters.visits import work_off
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db
OLD, NEW = ("2025", "the old secret"), ("2026", "the new secret")


def test_what_nobody_confirms_is_deleted_after_fourteen_days(
    client, page, petition, typed, clock, settings
):
    settings.WAGTAIL_CAMPAIGN_REMIND_AFTER_DAYS = None
    sign(client, page, typed)
    clock.forward(days=13, hours=23)
    work_off()
    assert Signature.objects.exists()
    clock.forward(hours=2)
    assert work_off()["signatures expired"] == 1
    assert not Signature.objects.exists()
    assert not Supporter.objects.exists()
    assert not Mail.objects.exists()
    assert count(petition) == 0
    assert client.post(link(mail.outbox[0])).status_code == 404


def test_what_was_confirmed_stays(page, petition, clock):
    signature_of(page)
    clock.forward(days=400)
    work_off()
    assert Signature.objects.get().supporter
    assert count(petition) == 1


def test_the_days_are_a_setting(page, clock, settings):
    settings.WAGTAIL_CAMPAIGN_CONFIRM_DAYS = 2
    signature_of(page, confirmed=False)
    clock.forward(days=2, hours=1)
    assert work_off()["signatures expired"] == 1


def test_many_expire_in_one_pass(page, clock, monkeypatch):
    monkeypatch.setattr("wagtail_campaign.actions.unconfirmed.BATCH", 3)
    for number in range(8):
        signature_of(page, confirmed=number == 5, email=f"{number}@example.org")
    clock.forward(days=15)
    assert work_off()["signatures expired"] == 7
    assert Signature.objects.get().state == "confirmed"
    assert Supporter.objects.count() == 1


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_one_reminder_after_three_days(client, pages, petition, typed, clock, language):
    sign(client, pages[language], typed)
    clock.forward(days=2, hours=23)
    work_off()
    assert len(mails_to(typed["email"])) == 1
    clock.forward(hours=2)
    for _ in range(3):
        work_off()
        clock.forward(days=2)
    first, reminder = mails_to(typed["email"])
    assert link(first) == link(reminder)
    assert link(first, "disown") == link(reminder, "disown")
    assert client.post(link(reminder)).status_code == 303
    assert count(petition) == 1


def test_who_confirmed_is_not_reminded(client, page, typed, clock):
    sign(client, page, typed)
    client.post(link(mail.outbox[0]))
    clock.forward(days=4)
    work_off()
    assert len(mail.outbox) == 1


def test_who_confirmed_another_attempt_is_not_reminded(client, page, typed, clock):
    for _ in range(2):
        sign(client, page, typed)
    client.post(link(mail.outbox[1]))
    clock.forward(days=4)
    work_off()
    assert len(mail.outbox) == 2


def test_who_signed_twice_is_reminded_once(client, page, typed, clock):
    for _ in range(2):
        sign(client, page, typed)
    clock.forward(days=4)
    work_off()
    assert len(mail.outbox) == 3


@pytest.mark.parametrize("confirmed", [False, True])
def test_nor_is_it_twice_after_a_change_of_the_address_keys(
    client, page, typed, clock, settings, confirmed
):
    for keys in ([OLD], [NEW, OLD]):
        settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = keys
        sign(client, page, typed)
    if confirmed:
        client.post(link(mail.outbox[1]))
    clock.forward(days=4)
    work_off()
    assert len(mail.outbox) == (2 if confirmed else 3)


def test_who_confirms_between_the_reminder_and_its_sending_does_not_get_it(
    client, page, typed, clock, settings
):
    sign(client, page, typed)
    clock.forward(days=4)
    locmem, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.mailing.backends.Unreachable"
    work_off()
    settings.EMAIL_BACKEND = locmem
    client.post(link(mail.outbox[0]))
    clock.forward(hours=1)
    work_off()
    assert len(mail.outbox) == 1
    assert not Mail.objects.filter(state="queued").exists()


@pytest.mark.parametrize("state", ["delivered", "won", "archived"])
def test_nobody_is_asked_to_confirm_what_is_over(client, page, set_petition, typed, clock, state):
    sign(client, page, typed)
    set_petition(state=state)
    clock.forward(days=4)
    work_off()
    assert len(mail.outbox) == 1


def test_reminders_can_be_switched_off(client, page, typed, clock, settings):
    settings.WAGTAIL_CAMPAIGN_REMIND_AFTER_DAYS = None
    sign(client, page, typed)
    clock.forward(days=4)
    work_off()
    assert len(mail.outbox) == 1
