"""At most three unrequested mails to one address in 24 hours, and none alone takes all three."""

import pytest
from django.core import mail

from tests.crowd import at_once
from tests.people import link, mails_to, sign, sign_and_confirm, signature_of
from tests.supporters.visits import ME, ask, signed_by, work_off
from wagtail_campaign.mailing import delivery
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.models import MagicLink

pytestmark = pytest.mark.django_db


def kinds_sent() -> list[str]:
    """Which mails were sent, in the order of the alphabet."""
    return sorted(Mail.objects.filter(state="sent").values_list("kind", flat=True))


def test_the_third_mail_for_signing_waits_a_day_and_is_not_lost(client, page, typed, clock):
    for _ in range(4):
        assert sign(client, page, typed).status_code == 303
    assert len(mails_to(typed["email"])) == 2
    clock.forward(hours=23)
    work_off()
    assert len(mails_to(typed["email"])) == 2
    clock.forward(hours=2)
    work_off()
    assert len(mails_to(typed["email"])) == 4
    assert not Mail.objects.exclude(state="sent").exists()


def test_it_is_counted_over_all_petitions_and_mails(client, page, typed):
    others = [page.copy(update_attrs={"slug": f"other-{n}"}) for n in range(3)]
    sign(client, page, typed)
    client.post(link(mail.outbox[0]))
    sign(client, page, typed)  # "you have already signed"
    for other in others:
        sign(client, other, typed)
    ask(client, typed["email"])
    ask(client, typed["email"])
    assert len(mails_to(typed["email"])) == 3
    assert kinds_sent() == [
        "petitions.already_signed",
        "petitions.confirm",
        "supporters.magic_link",
    ]


def test_who_signs_with_my_address_does_not_keep_me_out_of_my_acts(client, page, typed):
    sign_and_confirm(client, page, typed)
    for _ in range(5):
        sign(client, page, typed)  # a stranger
    ask(client, typed["email"])
    assert client.post(link(mail.outbox[-1], "me/link")).status_code == 303
    assert "Free the strikers" in client.get(ME).content.decode()


def test_who_asks_for_links_with_my_address_does_not_keep_me_from_signing(client, page, typed):
    signed_by(page, email=typed["email"])
    Mail.objects.all().delete()  # long ago
    for _ in range(5):
        ask(client, typed["email"])  # a stranger
    assert kinds_sent().count("supporters.magic_link") == 2
    mail.outbox.clear()
    other = page.copy(update_attrs={"slug": "other"})
    sign(client, other, typed)
    assert client.post(link(mail.outbox[-1])).status_code == 303


def test_a_link_that_would_come_too_late_is_not_sent(client, page, typed, clock):
    signed_by(page, email=typed["email"])
    for _ in range(3):
        ask(client, typed["email"])
    clock.forward(hours=25)
    work_off()
    assert kinds_sent().count("supporters.magic_link") == 2
    assert not Mail.objects.exclude(state="sent").exists()


def test_a_reminder_waits_for_its_turn_like_any_other(client, page, typed, clock):
    sign(client, page, typed)
    clock.forward(days=3, minutes=1)
    other = page.copy(update_attrs={"slug": "other"})
    for _ in range(2):
        sign(client, other, typed)
    work_off()
    assert "petitions.reminder" not in kinds_sent()
    clock.forward(days=1)
    work_off()
    assert "petitions.reminder" in kinds_sent()


def test_other_spellings_of_the_mailbox_are_the_same_address(client, page, typed):
    for address in (
        "aigul@gmail.com",
        "a.igul@gmail.com",
        "ai.gul+1@gmail.com",
        "aig.ul@gmail.com",
    ):
        sign(client, page, typed | {"email": address})
    assert len(mail.outbox) == 2


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
    assert len(post_office.received) == 2


def test_whatever_an_attacker_does_three_mails_go_out_in_a_day(client, page, typed, clock):
    """Your address is typed every second hour, into every form there is."""
    for hour in range(0, 72, 2):
        sign(client, page, typed)
        client.post(ME, {"email": typed["email"]})
        MagicLink.objects.filter(mailed_at=None).update(created_at=clock.now())
        work_off()
        clock.forward(hours=2)
        if hour in (22, 46, 70):
            assert len(mails_to(typed["email"])) <= 3 * (hour + 2) // 24


@pytest.mark.parametrize(("number", "for_signing", "over_all"), [(1, 1, 1), (2, 1, 2), (5, 4, 5)])
def test_the_number_is_a_setting(client, page, typed, settings, number, for_signing, over_all):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = number
    for _ in range(6):
        sign(client, page, typed)
    assert len(mail.outbox) == for_signing
    for _ in range(6):
        ask(client, typed["email"])
    assert len(mail.outbox) == over_all


def test_who_disowns_gets_no_more_mails_for_it(client, page, typed):
    """Being forgotten must not let an attacker begin anew."""
    for _ in range(6):
        sign(client, page, typed)
        if message := mails_to(typed["email"])[-1:]:
            client.post(link(message[0], "disown"))
    assert len(mails_to(typed["email"])) == 2


@pytest.mark.django_db(transaction=True)
def test_twenty_senders_at_once_send_two(page):
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
    assert len(mail.outbox) == 2
    assert Mail.objects.filter(state="sent").count() == 2
    assert Mail.objects.filter(state="queued").count() == 18
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
