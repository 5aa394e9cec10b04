"""Donors are told by mail that money went back, and that it didn't arrive."""

import pytest
from django.core import mail
from django.urls import reverse

from tests.crowd import at_once
from tests.donations.scenarios import intent_of
from tests.editors import superuser, text
from tests.people import mails_to
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.money_back import telling
from wagtail_campaign.donations.money_back.refunds import Refund
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing import hints
from wagtail_campaign.donations.syncing.gifts import sync_donation
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.supporters.models import Supporter

from ..donors import monthly, paid, tell
from ..syncing.test_at_once import hear

pytestmark = pytest.mark.django_db
AIGUL = "aigul@example.org"


@pytest.fixture
def gift(client, stripe, donation_page, gift_typed):
    """€25 that were paid, and thanked for."""
    donation = paid(client, stripe, donation_page, gift_typed)
    mail.outbox.clear()
    return donation


def look(donation, after_commit):
    """The site hears that something of a gift has changed."""
    with after_commit():
        return sync_donation(donation.pk)


def subjects():
    return [sent.subject for sent in mails_to(AIGUL)]


def test_a_part_that_an_editor_gives_back_is_told_once(client, stripe, gift, after_commit):
    typed = {"amount": "10", "reason": "By mistake", "key": "0" * 31 + "1"}
    with after_commit():
        superuser().post(reverse("campaign_donations:refund", args=[gift.pk]), typed)
    for _ in range(3):
        look(gift, after_commit)
    run_pass()
    [sent] = mails_to(AIGUL)
    assert sent.subject == "Money comes back to you"
    for part in (" ".join(sent.body.split()), sent.alternatives[0][0]):
        assert "of your gift of €25, €10 was given back" in part
        assert f"Confirmation no. {gift.pk}" in part and "Hello Aigul," in part
    assert "was given back" not in sent.subject
    refund = Refund.objects.get()
    assert refund.told_at and refund.failure_told_at is None


def test_two_parts_are_told_apart_also_from_the_dashboard(stripe, gift, after_commit):
    for amount, key in ((1000, "a"), (1500, "b")):
        gateway.refund(intent_of(gift), amount, key)
        look(gift, after_commit)
    assert subjects() == ["Money comes back to you"] * 2
    assert "€10" in mails_to(AIGUL)[0].body and "€15" in mails_to(AIGUL)[1].body


def test_a_whole_gift_is_said_as_a_whole(stripe, gift, after_commit):
    gateway.refund(intent_of(gift), 2500, "a")
    look(gift, after_commit)
    [sent] = mails_to(AIGUL)
    assert "your gift of €25 was given back" in " ".join(sent.body.split())


def test_what_is_only_on_its_way_is_not_told_yet(stripe, gift, after_commit):
    refund = gateway.refund(intent_of(gift), 1000, "a")
    stripe.store.objects[refund.id]["status"] = "pending"
    look(gift, after_commit)
    assert subjects() == []
    stripe.store.objects[refund.id]["status"] = "succeeded"
    look(gift, after_commit)
    assert subjects() == ["Money comes back to you"]


def test_one_that_failed_after_it_was_told_is_told_once_more(stripe, gift, after_commit):
    refund = gateway.refund(intent_of(gift), 1000, "a")
    look(gift, after_commit)
    stripe.control.fail_refund(refund.id)
    for _ in range(3):
        look(gift, after_commit)
    assert subjects() == ["Money comes back to you", "The money didn’t reach you"]
    failed = " ".join(mails_to(AIGUL)[1].body.split())
    assert "that €10 of your gift comes back to you" in failed and "answer this mail" in failed


def test_one_that_failed_before_anybody_heard_of_it_is_not_told(stripe, gift, after_commit):
    refund = gateway.refund(intent_of(gift), 1000, "a")
    stripe.control.fail_refund(refund.id)
    look(gift, after_commit)
    assert subjects() == [] and Refund.objects.get().told_at is None


def test_one_that_failed_while_its_mail_waited_is_not_told(
    stripe, gift, after_commit, settings, clock
):
    settings.EMAIL_BACKEND = "tests.mailing.backends.Unreachable"
    refund = gateway.refund(intent_of(gift), 1000, "a")
    look(gift, after_commit)
    assert Mail.objects.filter(kind="donations.refunded", state="queued").count() == 1
    stripe.control.fail_refund(refund.id)
    look(gift, after_commit)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    clock.forward(minutes=2)
    run_pass()
    assert subjects() == []
    assert not Mail.objects.filter(kind__startswith="donations.refund").exists()


def test_a_donor_who_was_forgotten_hears_nothing(stripe, gift, after_commit):
    Supporter.objects.all().delete()
    gateway.refund(intent_of(gift), 1000, "a")
    assert look(gift, after_commit).refunded == 1000
    assert mail.outbox == []


def test_it_is_in_the_language_of_the_donor(stripe, gift, after_commit):
    Supporter.objects.update(language="ru")
    Donation.objects.update(language="ru")
    gateway.refund(intent_of(gift), 1050, "a")
    look(gift, after_commit)
    [sent] = mails_to(AIGUL)
    assert sent.extra_headers["Content-Language"] == "ru"
    assert "10,50\xa0€" in sent.alternatives[0][0]


def test_a_renewal_that_is_given_back_is_told(client, stripe, donation_page, gift_typed):
    recurring = monthly(client, stripe, donation_page, gift_typed)
    stripe.control.forward(days=31)
    tell(recurring.donations.get())
    mail.outbox.clear()
    renewal = recurring.donations.latest("pk")
    gateway.refund(renewal.payment_intent, 2500, "a")
    [refund] = stripe.store.all("refund")
    from django.test import TestCase

    with TestCase.captureOnCommitCallbacks(execute=True):
        hints.sync("refund", refund["id"])
    assert subjects() == ["Money comes back to you"]
    assert f"Confirmation no. {renewal.pk}" in mails_to(AIGUL)[0].body


def test_a_dispute_is_not_told_to_the_donor(stripe, gift, after_commit):
    stripe.control.dispute(intent_of(gift))
    assert look(gift, after_commit).disputed == 2500
    assert mails_to(AIGUL) == []


def test_editors_see_that_it_was_told(stripe, gift, after_commit):
    gateway.refund(intent_of(gift), 1000, "a")
    look(gift, after_commit)
    # Of another record with the same number it isn't.
    Mail.objects.filter(kind="donations.thanks").update(object_id=0)
    said = text(superuser().get(reverse("campaign_donations:inspect", args=[gift.pk])))
    assert "A gift was given back" in said and "Thanks for a gift" not in said


@pytest.mark.django_db(transaction=True)
def test_all_events_at_once_tell_each_refund_once(client, stripe, donation_page, gift_typed):
    stripe.webhooks.url = "http://127.0.0.1:9/"
    stripe.control.hold()
    donation = paid(client, stripe, donation_page, gift_typed)
    for amount in (300, 400, 500):
        gateway.refund(intent_of(donation), amount, str(amount))
    told = [e for e in stripe.control.events() if e["type"].startswith("refund.")] * 3
    at_once(len(told), lambda i: hear(stripe, told[i]).status_code)
    sync_donation(donation.pk)
    assert Mail.objects.filter(kind="donations.refunded").count() == 3
    assert Donation.objects.get().refunded == 1200


@pytest.mark.django_db(transaction=True)
def test_who_dies_while_telling_has_written_nothing_and_the_next_look_tells(
    client, stripe, donation_page, gift_typed, monkeypatch
):
    donation = paid(client, stripe, donation_page, gift_typed)
    gateway.refund(intent_of(donation), 1000, "a")

    def dies(*args):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(telling.outbox, "put", dies)
        with pytest.raises(SystemExit):
            sync_donation(donation.pk)
    assert not Refund.objects.exists() and Donation.objects.get().refunded == 0
    sync_donation(donation.pk)
    sync_donation(donation.pk)
    assert Mail.objects.filter(kind="donations.refunded").count() == 1
