"""At most three unrequested mails to one address in 24 hours, whatever they are about."""

import pytest
from django.core import mail

from tests.crowd import at_once
from tests.people import link, mails_to, sign, signature_of
from tests.supporters.visits import work_off
from wagtail_campaign.mailing import delivery
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.petitions.models import Signature

pytestmark = pytest.mark.django_db


def test_the_fourth_mail_waits_a_day_and_is_not_lost(client, page, typed, clock):
    for _ in range(5):
        assert sign(client, page, typed).status_code == 303
    assert len(mails_to(typed["email"])) == 3
    clock.forward(hours=23)
    work_off()
    assert len(mails_to(typed["email"])) == 3
    clock.forward(hours=2)
    work_off()
    assert len(mails_to(typed["email"])) == 5
    assert not Mail.objects.exclude(state="sent").exists()


def test_it_is_counted_over_all_petitions_and_mails(client, page, typed, clock):
    others = [page.copy(update_attrs={"slug": f"other-{n}"}) for n in range(3)]
    sign(client, page, typed)
    client.post(link(mail.outbox[0]))
    sign(client, page, typed)  # "you have already signed"
    for other in others:
        sign(client, other, typed)
    assert len(mails_to(typed["email"])) == 3
    kinds = Mail.objects.filter(state="sent").values_list("kind", flat=True)
    assert sorted(kinds) == ["petitions.already_signed", *["petitions.confirm"] * 2]


def test_other_spellings_of_the_mailbox_are_the_same_address(client, page, typed):
    for address in (
        "aigul@gmail.com",
        "a.igul@gmail.com",
        "ai.gul+1@gmail.com",
        "aig.ul@gmail.com",
    ):
        sign(client, page, typed | {"email": address})
    assert len(mail.outbox) == 3


def test_nobody_elses_mail_waits_for_it(client, page, typed):
    for _ in range(5):
        sign(client, page, typed)
    sign(client, page, typed | {"email": "dana@example.org"})
    assert len(mails_to("dana@example.org")) == 1


def test_a_mail_that_is_tried_again_counts_once(page, typed, client, post_office, clock):
    post_office.at["RCPT"] = "451 Later"
    for _ in range(2):
        sign(client, page, typed)
    for _ in range(3):
        clock.forward(minutes=20)
        work_off()
    post_office.at.clear()
    sign(client, page, typed)
    sign(client, page, typed)
    clock.forward(minutes=70)
    work_off()
    assert len(post_office.received) == 3


def test_who_signs_again_and_again_is_written_to_three_times_a_day(client, page, typed, clock):
    """An attacker types your address every hour."""
    for hour in range(72):
        sign(client, page, typed)
        work_off()
        clock.forward(hours=1)
        if hour in (23, 47, 71):
            assert len(mails_to(typed["email"])) <= 3 * (hour + 1) // 24


def test_the_number_is_a_setting(client, page, typed, settings):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 1
    for _ in range(3):
        sign(client, page, typed)
    assert len(mail.outbox) == 1


def test_who_disowns_gets_no_more_mails_for_it(client, page, typed):
    """Being forgotten must not let an attacker begin anew."""
    for _ in range(6):
        sign(client, page, typed)
        if message := mails_to(typed["email"])[-1:]:
            client.post(link(message[0], "disown"))
    assert len(mails_to(typed["email"])) == 3


@pytest.mark.django_db(transaction=True)
def test_twenty_senders_at_once_send_three(page):
    for _ in range(20):
        signature_of(page, confirmed=False)
    mail.outbox.clear()
    Mail.objects.update(
        state="queued",
        turn=None,
        claimed_at=None,
        attempts=0,
        due_at=Mail.objects.first().created_at,
    )
    ids = list(Mail.objects.values_list("pk", flat=True))
    assert len(ids) == 20
    at_once(20, lambda i: delivery.deliver(ids[i]))
    assert len(mail.outbox) == 3
    assert Mail.objects.filter(state="sent").count() == 3
    assert Mail.objects.filter(state="queued").count() == 17
    assert Signature.objects.count() == 20


@pytest.mark.django_db(transaction=True)
def test_twenty_senders_of_one_mail_send_it_once(page):
    signature_of(page, confirmed=False)
    mail.outbox.clear()
    Mail.objects.update(state="queued", turn=None)
    pk = Mail.objects.get().pk
    states = at_once(20, lambda i: delivery.deliver(pk))
    assert len(mail.outbox) == 1
    assert sorted(filter(None, states)) == ["sent"]
