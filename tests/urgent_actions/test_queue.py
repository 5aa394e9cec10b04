"""The way of letters to their targets, whatever mail servers and crowds do."""

import os
import signal
import time
from collections import Counter
from datetime import timedelta

import pytest
from django.db import OperationalError, transaction
from django.test import Client
from django.utils import timezone

from tests.crowd import at_once
from tests.people import change
from wagtail_campaign.actions import doors, tallies
from wagtail_campaign.mailing import delivery
from wagtail_campaign.mailing.models import Mail, MailState
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.urgent_actions import services
from wagtail_campaign.urgent_actions.directory.contacts import Contact
from wagtail_campaign.urgent_actions.models import Channel, Delivery, Letter
from wagtail_campaign.urgent_actions.pages import UrgentActionMixin
from wagtail_campaign.urgent_actions.sending import deliveries, queue

from .people import count

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "Dear Minister,\n\nplease let the lawyer go, who has done nothing but her work for strikers."


@pytest.fixture(autouse=True)
def quick(settings):
    settings.WAGTAIL_CAMPAIGN_LETTER_SECONDS = 0
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None


def letter_of(page, target, confirmed=True, **typed) -> Letter:
    """A letter made by the verbs alone."""
    defaults = {
        "first_name": "Dana",
        "last_name": "Akhmetova",
        "email": "dana@example.org",
        "country": "DE",
        "subject": "Free her",
        "text": TEXT,
        "written_in": "en",
        "ticked": [],
        "target": target,
        "contact": target.contact("email"),
        "channel": Channel.SITE,
    }
    letter = services.write(doors.find(page.pk, UrgentActionMixin), {**defaults, **typed})
    letter = Letter.objects.select_related("urgent_action", "supporter").get(pk=letter.pk)
    if confirmed:
        assert services.confirm(letter)
    letter.refresh_from_db()
    return letter


def letters_of(page, target, number) -> list[Letter]:
    return [letter_of(page, target, email=f"{i}@example.org") for i in range(number)]


def refreshed(letter) -> Letter:
    letter.refresh_from_db()
    return letter


def test_a_target_that_refuses_is_marked_and_the_others_wait(
    urgent_page, ministry, action, post_office
):
    letters = letters_of(urgent_page, ministry, 3)
    post_office.at, post_office.only = {"RCPT": "550 No such user"}, "ministry@example.org"
    run_pass()
    assert [refreshed(letter).delivery for letter in letters] == ["refused", "held", "held"]
    contact = Contact.objects.get(value="ministry@example.org")
    assert (contact.state, contact.refusal) == ("refuses", "SMTP 550")
    assert count(action) == 3 and tallies.recount() == []


def test_a_letter_that_a_filter_refuses_holds_up_no_other(urgent_page, ministry, post_office):
    """Else one letter with a test pattern for filters to each target would end the campaign."""
    letters = letters_of(urgent_page, ministry, 3)
    post_office.at, post_office.only = {"DATA": "554 5.7.1 Spam"}, "ministry@example.org"
    run_pass()
    assert {refreshed(letter).delivery for letter in letters} == {"refused"}
    assert Contact.objects.get(value="ministry@example.org").works
    assert refreshed(letters[0]).error == "SMTP 554 (SMTPDataError)"


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
def test_a_server_that_is_busy_gets_it_later(urgent_page, ministry, post_office, clock, verb):
    letter = letter_of(urgent_page, ministry)
    post_office.at, post_office.only = {verb: "451 Later"}, "ministry@example.org"
    if verb == "MAIL":
        post_office.only = None
    run_pass()
    assert refreshed(letter).delivery == "queued"
    post_office.at = {}
    clock.forward(minutes=2)
    run_pass()
    assert refreshed(letter).delivery == "sent"
    assert post_office.addresses.count("ministry@example.org") == 1


def test_one_that_hangs_up_in_the_middle_never_gets_it_twice(
    urgent_page, ministry, post_office, clock
):
    letter = letter_of(urgent_page, ministry)
    post_office.at, post_office.only = {"DATA": "hang up"}, "ministry@example.org"
    run_pass()
    assert refreshed(letter).delivery == "unknown"
    post_office.at = {}
    clock.forward(days=2)
    run_pass()
    assert "ministry@example.org" not in post_office.addresses


def test_a_stop_cancels_what_has_not_gone_and_reopening_takes_the_stop_back(
    urgent_page, ministry, action, post_office
):
    letters = letters_of(urgent_page, ministry, 3)
    change(action, state="closed", stopped_at=timezone.now())
    run_pass()
    assert {refreshed(letter).delivery for letter in letters} == {"cancelled"}
    assert count(action) == 0 and tallies.recount() == []
    assert "ministry@example.org" not in post_office.addresses
    subjects = [message["Subject"] for _, message in post_office.received]
    assert subjects.count("A letter was not sent") == 3
    change(action, state="open")
    assert action.stopped_at is None and action.takes_letters()


def test_who_erases_a_letter_that_waits_has_not_sent_it(urgent_page, ministry, action, post_office):
    letter = letter_of(urgent_page, ministry)
    assert count(action) == 1
    services.erase(letter)
    assert count(action) == 0 and tallies.recount() == []
    run_pass()
    assert "ministry@example.org" not in post_office.addresses


def test_fifty_confirming_at_once_are_fifty_and_each_has_its_moment(
    urgent_page, ministry, action, settings
):
    settings.WAGTAIL_CAMPAIGN_LETTER_SECONDS = 20
    letters = [
        letter_of(urgent_page, ministry, confirmed=False, email=f"{i}@example.org")
        for i in range(50)
    ]
    paths = [f"/campaign/confirm/{letter.token('confirm')}/" for letter in letters]
    answers = at_once(50, lambda i: Client().post(paths[i]).status_code)
    assert answers == [303] * 50
    assert count(action) == 50 and tallies.recount() == []
    dues = Mail.objects.filter(kind="urgent_actions.to_target").values_list("due_at", flat=True)
    dues = sorted(dues)
    gaps = {round((b - a).total_seconds()) for a, b in zip(dues, dues[1:], strict=False)}
    assert len(dues) == 50 and min(gaps) >= 20


def test_one_address_confirming_fifty_letters_at_once_counts_once(urgent_page, ministry, action):
    letters = [letter_of(urgent_page, ministry, confirmed=False) for _ in range(50)]
    paths = [f"/campaign/confirm/{letter.token('confirm')}/" for letter in letters]
    at_once(50, lambda i: Client().post(paths[i]).status_code)
    assert Letter.objects.filter(state="confirmed").count() == 1
    assert Mail.objects.filter(kind="urgent_actions.to_target").count() == 1
    assert count(action) == 1 and tallies.recount() == []


def test_withdrawing_while_the_action_is_stopped_keeps_the_count_true(
    urgent_page, ministry, action
):
    letters = letters_of(urgent_page, ministry, 20)
    change(action, state="closed", stopped_at=timezone.now())

    def leave_or_cancel(i):
        if i:
            return services.withdraw(Letter.objects.select_related("urgent_action").get(pk=ids[i]))
        return queue.cancel_unsent(action)

    ids = [letter.pk for letter in letters]
    at_once(10, leave_or_cancel)
    assert count(action) == 0 and tallies.recount() == []


def test_killed_while_sending_no_target_gets_one_twice(urgent_page, ministry, post_office, mortal):
    letters = letters_of(urgent_page, ministry, 40)
    target = "ministry@example.org"
    for _ in range(6):
        child, before = mortal(), post_office.addresses.count(target)
        wanted = min(before + 3, 35)
        while post_office.addresses.count(target) < wanted:
            time.sleep(0.001)
        os.kill(child, signal.SIGKILL)
        mortal.ended()
    Mail.objects.filter(state="sending").update(
        claimed_at=timezone.now() - delivery.CUT_OFF_AFTER - timedelta(seconds=1)
    )
    mortal()
    mortal.ended()
    found = Counter(Letter.objects.values_list("delivery", flat=True))
    assert found["sent"] + found["unknown"] == len(letters) and found["unknown"] <= 6
    came = post_office.addresses.count(target)
    assert found["sent"] <= came <= len(letters)
    senders = [message["From"] for address, message in post_office.received if address == target]
    assert len(senders) == came
    with transaction.atomic():
        assert tallies.recount() == []


def test_a_letter_that_has_gone_is_sent_though_the_database_broke_off_its_note(
    urgent_page, ministry, post_office, monkeypatch
):
    letter = letter_of(urgent_page, ministry)
    Mail.objects.update(due_at=timezone.now())
    became, told = deliveries.became, []

    def broken_off_once(*args):
        became(*args)
        told.append(args)
        if len(told) == 1:
            raise OperationalError(1213, "Deadlock found when trying to get lock")

    monkeypatch.setattr(deliveries, "became", broken_off_once)
    assert delivery.deliver(Mail.objects.get(kind="urgent_actions.to_target").pk) == MailState.SENT
    gone = [address for address, _ in post_office.received]
    assert len(told) == 2 and gone.count("ministry@example.org") == 1
    letter.refresh_from_db()
    assert letter.delivery == Delivery.SENT and letter.delivered_at
    assert Mail.objects.get(kind="urgent_actions.to_target").state == MailState.SENT
