"""Editors see which mails were not sent, and decide about them."""

from datetime import timedelta

import pytest
from django.core import mail as django_mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.editors import ALL_RIGHTS, editor, superuser, text
from tests.people import signature_of
from wagtail_campaign.mailing import work
from wagtail_campaign.mailing.models import Mail, MailState, Work
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import Signature

HOME = reverse("wagtailadmin_home")
OUTBOX = reverse("campaign_outbox:index")


def send_again(*mails):
    ids = "&".join(f"id={mail.pk}" for mail in mails)
    return f"{reverse('campaign_outbox:send_again')}?{ids}"


@pytest.fixture
def stuck(page):
    """``stuck("failed")``: a mail in that state, to somebody of her own."""

    def make(state, **values):
        number = Mail.objects.count()
        signature = signature_of(page, confirmed=False, email=f"signer{number}@example.org")
        mail = Mail.objects.get(object_id=signature.pk)
        Mail.objects.filter(pk=mail.pk).update(state=state, attempts=3, **values)
        return Mail.objects.get(pk=mail.pk)

    return make


@pytest.fixture
def worked(db):
    """campaign_work has just done its pass."""
    Work.objects.create(name="pass", finished_at=timezone.now())


def test_refused_and_unknown_mails_are_listed_without_addresses(stuck):
    stuck(MailState.FAILED, error="SMTP 550")
    stuck(MailState.UNKNOWN, error="cut off")
    stuck(MailState.QUEUED, error="SMTP 421")
    said = text(superuser().get(OUTBOX))
    assert "SMTP 550" in said and "cut off" in said and "SMTP 421" not in said
    assert "Please confirm" in said
    assert "@example.org" not in said.replace(superuser().user.email, "").split("<main")[1]


def test_a_refused_mail_is_sent_again_with_the_next_pass(stuck):
    mail = stuck(MailState.FAILED, error="SMTP 550")
    browser = superuser()
    said = text(browser.get(send_again(mail)))
    assert "next pass of campaign_work" in said and "twice" not in said
    response = browser.post(send_again(mail), follow=True)
    assert "1 mail is in the outbox again." in text(response)
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, mail.error) == (MailState.QUEUED, 0, "")
    assert django_mail.outbox == []
    work.run_pass()
    mail.refresh_from_db()
    assert mail.state == MailState.SENT
    assert [message.to for message in django_mail.outbox] == [["signer0@example.org"]]
    [entry] = ModelLogEntry.objects.filter(action="campaign.send_again")
    assert (entry.user, entry.object_id) == (browser.user, str(mail.object_id))
    assert entry.content_type.model_class() is Signature


def test_the_signature_is_one_click_from_its_mail(stuck):
    mail = stuck(MailState.FAILED)
    signature = reverse("campaign_signatures:inspect", args=[mail.object_id])
    assert signature in text(superuser().get(send_again(mail)))


def test_an_unknown_mail_is_sent_again_only_after_a_warning(stuck):
    mail = stuck(MailState.UNKNOWN)
    work.run_pass()
    assert django_mail.outbox == []
    browser = superuser()
    assert "gets the same mail twice" in text(browser.get(send_again(mail)))
    browser.post(send_again(mail))
    work.run_pass()
    assert len(django_mail.outbox) == 1


def test_sending_again_twice_sends_once(stuck):
    mail = stuck(MailState.FAILED)
    browser = superuser()
    browser.post(send_again(mail))
    assert browser.post(send_again(mail), follow=True).status_code == 404
    work.run_pass()
    work.run_pass()
    assert len(django_mail.outbox) == 1


@pytest.mark.parametrize("state", [MailState.SENT, MailState.QUEUED, MailState.SENDING])
def test_what_isnt_stuck_cant_be_sent_again(stuck, state):
    mail = stuck(state)
    assert superuser().post(send_again(mail), follow=True).status_code == 404


def test_a_moderator_sees_the_mails_of_her_own_petitions_only(pages, stuck):
    mail = stuck(MailState.FAILED, error="SMTP 550")
    own = editor("moderate_signature", edits=[pages["en"]])
    assert "SMTP 550" in text(own.get(OUTBOX))
    translator = editor(*ALL_RIGHTS, edits=[pages["ru"]])
    assert "SMTP 550" not in text(translator.get(OUTBOX))
    assert translator.post(send_again(mail), follow=True).status_code == 404
    without = [right for right in ALL_RIGHTS if right != "moderate_signature"]
    assert editor(*without, edits=[pages["en"]]).get(OUTBOX).url == HOME
    mail.refresh_from_db()
    assert mail.state == MailState.FAILED


def test_the_home_page_says_nothing_while_all_is_well(page, worked):
    assert "Mail of the campaign" not in text(superuser().get(HOME))


def test_the_home_page_warns_that_no_pass_was_ever_made(page):
    assert "campaign_work has never run" in text(superuser().get(HOME))
    work.run_pass()
    assert "campaign_work" not in text(superuser().get(HOME))


def test_the_home_page_warns_when_passes_stop(page, worked, settings):
    settings.WAGTAIL_CAMPAIGN_WORK_LATE_MINUTES = 30
    Work.objects.update(finished_at=timezone.now() - timedelta(minutes=29))
    assert "campaign_work" not in text(superuser().get(HOME))
    Work.objects.update(finished_at=timezone.now() - timedelta(minutes=31))
    assert "campaign_work has not finished a pass since" in text(superuser().get(HOME))
    assert "campaign_work" not in text(editor("view_numbers", edits=[page]).get(HOME))


def test_the_home_page_counts_mails_that_wait_for_a_decision(stuck, worked):
    for _ in range(6):
        stuck(MailState.FAILED, error="SMTP 550")
    mail = stuck(MailState.UNKNOWN)
    said = text(superuser().get(HOME))
    assert "6 mails were refused." in said
    assert "Of 1 mail nobody knows whether it arrived." in said
    assert send_again(mail) in said
    assert said.count("SMTP 550") == 4


def test_a_mail_to_somebody_who_was_forgotten_waits_for_nobody(stuck, worked):
    mail = stuck(MailState.UNKNOWN)
    services.erase(Signature.objects.get(pk=mail.object_id))
    assert "Unknown" not in text(superuser().get(OUTBOX))
    assert "Mail of the campaign" not in text(superuser().get(HOME))
    assert superuser().post(send_again(mail), follow=True).status_code == 404
