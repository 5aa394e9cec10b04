"""Moderators let letters go, decline them, send again, hand over, take down and erase."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.crowd import at_once
from tests.editors import superuser
from tests.people import change, mails_to
from wagtail_campaign import signals
from wagtail_campaign.actions import logs, tallies
from wagtail_campaign.actions.records import RecordState
from wagtail_campaign.mailing import delivery
from wagtail_campaign.mailing.models import Mail, MailState
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.urgent_actions import moderation, services
from wagtail_campaign.urgent_actions.directory.contacts import Contact
from wagtail_campaign.urgent_actions.models import Delivery, Letter, LetterText
from wagtail_campaign.urgent_actions.sending import queue

from .people import AIGUL, count, door_of, letter_of

ALL = Letter.objects
BAD = AIGUL["text"] + "\n\nShe has asthma and needs a doctor."
TO_TARGET = "urgent_actions.to_target"


@pytest.fixture
def moderator(db):
    return superuser().user


@pytest.fixture
def held(urgent_page, ministry):
    """A letter that says what must not be said."""
    return letter_of(urgent_page, ministry, text=BAD)


@pytest.fixture
def queued(urgent_page, ministry):
    return letter_of(urgent_page, ministry, email="queued@example.org")


@pytest.fixture
def stuck(urgent_page, ministry):
    """``stuck("refused")``: a letter of which the mail server said something."""

    def stuck(delivery, mail_state):
        letter = letter_of(urgent_page, ministry, email="stuck@example.org")
        Mail.objects.filter(kind=TO_TARGET, object_id=letter.pk).update(state=mail_state)
        ALL.filter(pk=letter.pk).update(delivery=delivery, error="SMTP 550")
        return letter

    return stuck


def now(letter):
    return Letter.objects.get(pk=letter.pk)


def mail_of(letter):
    return Mail.objects.filter(kind=TO_TARGET, object_id=letter.pk).first()


def test_a_released_letter_goes_to_its_target_once(held, action, moderator):
    assert held.delivery == Delivery.HELD and count(action) == 1
    assert moderation.release(ALL, [held.pk], moderator) == 1
    assert moderation.release(ALL, [held.pk], moderator) == 0
    assert now(held).delivery == Delivery.QUEUED
    run_pass()
    [sent] = mails_to("ministry@example.org")
    assert "asthma" in sent.body
    assert now(held).delivery == Delivery.SENT
    assert [entry.message for entry in logs.of(held)] == ["Released"]
    assert tallies.recount() == []


def test_released_letters_take_their_places_in_the_queue(urgent_page, ministry, moderator):
    letters = [letter_of(urgent_page, ministry, text=BAD, email=f"{n}@x.org") for n in range(3)]
    assert moderation.release(ALL, [letter.pk for letter in letters], moderator) == 3
    due = [mail_of(letter).due_at for letter in letters]
    assert due[1] - due[0] == due[2] - due[1] == timedelta(seconds=20)


def test_without_an_address_that_works_nothing_is_released(held, ministry, moderator):
    Contact.objects.update(state="refuses")
    assert moderation.release(ALL, [held.pk], moderator) == 0
    assert now(held).delivery == Delivery.HELD and list(logs.of(held)) == []
    Contact.objects.create(target=ministry, kind="email", value="new@example.org")
    assert moderation.release(ALL, [held.pk], moderator) == 1
    run_pass()
    assert len(mails_to("new@example.org")) == 1


def test_after_the_deadline_nothing_is_released(held, action, moderator, after_commit):
    with after_commit():
        change(action, closes_at=timezone.now())
    assert moderation.release(ALL, [held.pk], moderator) == 0


def test_a_declined_letter_leaves_the_count_and_its_writer_isnt_told(
    urgent_page, ministry, held, action, moderator
):
    mail.outbox.clear()
    assert moderation.decline(ALL, [held.pk], "Names her illness", moderator) == 1
    assert moderation.decline(ALL, [held.pk], "Again", moderator) == 0
    declined = now(held)
    assert (declined.state, declined.delivery) == (RecordState.INVALID, Delivery.CANCELLED)
    assert count(action) == 0 and tallies.recount() == []
    run_pass()
    assert mail.outbox == []
    # The same address doesn't come back the same day.
    again = services.write(door_of(urgent_page), typed_to(ministry))
    again.refresh_from_db()
    assert services.confirm(again) is False
    [entry] = logs.of(held)
    assert entry.message == "Declined: Names her illness"
    assert "aigul" not in str([entry.data, entry.label]).lower()


def typed_to(target):
    return AIGUL | {"target": target, "contact": target.contact("email"), "channel": "site"}


def test_a_letter_in_the_queue_can_be_declined_until_it_is_being_sent(queued, action, moderator):
    Mail.objects.filter(pk=mail_of(queued).pk).update(state=MailState.SENDING)
    assert moderation.decline(ALL, [queued.pk], "Too late", moderator) == 0
    assert now(queued).state == RecordState.CONFIRMED and count(action) == 1
    Mail.objects.filter(pk=mail_of(queued).pk).update(state=MailState.QUEUED)
    assert moderation.decline(ALL, [queued.pk], "In time", moderator) == 1
    assert mail_of(queued) is None
    run_pass()
    assert mails_to("ministry@example.org") == []
    assert count(action) == 0 and tallies.recount() == []


def test_listeners_hear_of_declined_letters(held, action, moderator, after_commit, request):
    heard = []

    def listener(sender, signal, **arguments):
        heard.append(arguments)

    signals.letters_declined.connect(listener)
    request.addfinalizer(lambda: signals.letters_declined.disconnect(listener))
    with after_commit():
        moderation.decline(ALL, [held.pk], "A bot", moderator)
    assert heard == [
        {"urgent_action": action, "ids": [held.pk], "reason": "A bot", "user": moderator}
    ]


@pytest.mark.parametrize("said", [("refused", "failed"), ("unknown", "unknown")])
def test_a_stuck_letter_is_sent_again_in_its_turn(stuck, action, moderator, said):
    letter = stuck(*said)
    assert moderation.send_again(ALL, [letter.pk], moderator) == 1
    assert moderation.send_again(ALL, [letter.pk], moderator) == 0
    assert (now(letter).delivery, now(letter).error) == (Delivery.QUEUED, "")
    assert Mail.objects.filter(kind=TO_TARGET).count() == 1
    Mail.objects.update(due_at=timezone.now())
    run_pass()
    assert len(mails_to("ministry@example.org")) == 1
    assert count(action) == 1 and tallies.recount() == []


def test_a_stuck_letter_whose_text_or_address_is_gone_stays(stuck, moderator):
    letter = stuck("refused", "failed")
    Contact.objects.update(state="refuses")
    assert moderation.send_again(ALL, [letter.pk], moderator) == 0
    Contact.objects.update(state="works")
    LetterText.objects.all().delete()
    assert moderation.send_again(ALL, [letter.pk], moderator) == 0
    assert now(letter).delivery == Delivery.REFUSED


def test_solidarity_is_accepted_and_then_handed_over(urgent_page, solidarity, moderator):
    letter = letter_of(urgent_page)
    assert moderation.hand_over(ALL, [letter.pk], moderator) == 0
    assert moderation.release(ALL, [letter.pk], moderator) == 1
    assert now(letter).delivery == Delivery.QUEUED and mail_of(letter) is None
    assert moderation.hand_over(ALL, [letter.pk], moderator) == 1
    assert moderation.hand_over(ALL, [letter.pk], moderator) == 0
    assert now(letter).delivery == Delivery.SENT and now(letter).delivered_at
    assert [e.message for e in logs.of(letter)] == ["Marked as handed over", "Released"]
    assert tallies.recount() == []


def test_accepted_letters_are_handed_over_after_the_deadline_but_not_after_a_stop(
    urgent_page, solidarity, moderator, after_commit
):
    letter = letter_of(urgent_page)
    with after_commit():
        change(solidarity, closes_at=timezone.now())
    run_pass()
    assert moderation.release(ALL, [letter.pk], moderator) == 1
    with after_commit():
        change(solidarity, state="closed", stopped_at=timezone.now())
    run_pass()
    assert moderation.hand_over(ALL, [letter.pk], moderator) == 0
    assert now(letter).delivery == Delivery.CANCELLED
    assert count(solidarity) == 0 and tallies.recount() == []


def test_an_erased_letter_in_the_queue_doesnt_go_and_doesnt_count(queued, action, moderator):
    letter = Letter.objects.select_related("urgent_action").get(pk=queued.pk)
    moderation.erase(letter, "Asked for by telephone", moderator)
    moderation.erase(letter, "Asked for by telephone", moderator)
    run_pass()
    assert mails_to("ministry@example.org") == []
    assert now(queued).is_erased and count(action) == 0 and tallies.recount() == []


def test_what_is_being_sent_when_it_is_erased_goes_out_and_counts(queued, action, moderator):
    sending = delivery.claim(mail_of(queued).pk)
    moderation.erase(Letter.objects.get(pk=queued.pk), "Asked for", moderator)
    delivery._settle(sending, MailState.SENT, sent_at=timezone.now())
    assert now(queued).delivery == Delivery.SENT
    assert count(action) == 1 and tallies.recount() == []


def test_the_letters_of_others_are_left_alone(held, moderator):
    none = Letter.objects.none()
    assert moderation.release(none, [held.pk], moderator) == 0
    assert moderation.decline(none, [held.pk], "x", moderator) == 0
    assert now(held).delivery == Delivery.HELD


@pytest.mark.django_db(transaction=True)
def test_two_moderators_at_once_release_or_decline_each_letter_once(
    urgent_page, ministry, embassy, action, moderator
):
    letters = [
        letter_of(urgent_page, target, text=BAD, email=f"{n}@example.org")
        for n in range(4)
        for target in (ministry, embassy)
    ]
    ids = [letter.pk for letter in letters]

    def decide(i):
        if i % 2:
            return moderation.release(ALL, ids[i:], moderator)
        return moderation.decline(ALL, ids[: len(ids) - i], "A bot", moderator)

    done = at_once(6, decide)
    declined = ALL.filter(state=RecordState.INVALID, delivery=Delivery.CANCELLED).count()
    released = ALL.filter(state=RecordState.CONFIRMED, delivery=Delivery.QUEUED)
    assert declined + released.count() == len(ids)
    # What was released can still be declined, but nothing twice.
    assert sum(done[0::2]) == declined and sum(done[1::2]) >= released.count()
    mails = Mail.objects.filter(kind=TO_TARGET, state=MailState.QUEUED)
    assert sorted(mails.values_list("object_id", flat=True)) == sorted(
        released.values_list("pk", flat=True)
    )
    assert count(action) == len(ids) - declined and tallies.recount() == []


@pytest.mark.django_db(transaction=True)
def test_a_moderator_meets_the_sender_the_writer_and_the_end(
    urgent_page, ministry, action, moderator
):
    letters = [letter_of(urgent_page, ministry, email=f"{n}@example.org") for n in range(6)]
    ids = [letter.pk for letter in letters]
    Mail.objects.filter(kind=TO_TARGET).update(due_at=timezone.now())

    def do(i):
        if i == 0:
            return moderation.decline(ALL, ids, "A bot", moderator)
        if i == 1:
            for pk in Mail.objects.filter(kind=TO_TARGET).values_list("pk", flat=True):
                delivery.deliver(pk)
        if i == 2:
            for letter in letters[:2]:
                services.withdraw(Letter.objects.select_related("urgent_action").get(pk=letter.pk))
        if i == 3:
            for letter in letters[2:4]:
                with suppress(Letter.DoesNotExist):
                    services.erase(Letter.objects.select_related("urgent_action").get(pk=letter.pk))
        if i == 4:
            queue._cancel(action, ids)
        if i == 5:
            queue.cancel_taken_back()

    at_once(6, do)
    assert tallies.recount() == []
    assert len(mails_to("ministry@example.org")) == ALL.filter(delivery=Delivery.SENT).count()
    counting = ALL.filter(state=RecordState.CONFIRMED).exclude(delivery=Delivery.CANCELLED)
    assert count(action) == counting.count()


@pytest.mark.django_db(transaction=True)
def test_a_letter_is_sent_again_once_however_many_ask(stuck, moderator):
    letter = stuck("unknown", "unknown")

    def again(i):
        return moderation.send_again(ALL, [letter.pk], moderator)

    assert sum(at_once(4, again)) == 1
    assert Mail.objects.filter(kind=TO_TARGET).count() == 1
