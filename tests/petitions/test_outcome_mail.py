"""What became of a petition is mailed like an update: by the same pages, to the same people."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.editors import editor, text
from tests.mailing.test_broadcasts import SENT, signers
from tests.supporters.visits import work_off
from wagtail_campaign.mailing import broadcasts
from wagtail_campaign.mailing.models import Broadcast
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions import outcomes
from wagtail_campaign.petitions.outcomes import Outcome

pytestmark = pytest.mark.django_db


def at(outcome) -> str:
    return reverse("campaign_broadcasts:mail", args=["petitions.outcome", outcome.pk])


@pytest.fixture(autouse=True)
def fast(settings):
    settings.WAGTAIL_CAMPAIGN_BROADCAST_RATE = None


@pytest.fixture
def browser(pages):
    return editor("send_broadcast", "change_petition", edits=[pages["en"]])


@pytest.fixture
def everybody(pages):
    """A signer in each language who asked for news."""
    for page in pages.values():
        signers(page, 1)


@pytest.fixture
def outcome(petition, everybody, after_commit):
    made = Outcome(petition=petition, kind="delivered", happened_on=date(2027, 3, 5))
    with after_commit():
        outcomes.declare(made, None)
    return made


def test_who_declares_an_outcome_is_offered_to_mail_it(browser, petition, everybody):
    url = reverse("campaign_petitions:outcome_declare", args=[petition.pk])
    sent = {"kind": "won", "happened_on": "2026-11-02", "whom": ""}
    told = text(browser.post(url, sent, follow=True))
    outcome = Outcome.objects.get()
    assert "Tell those who asked for news by mail" in told
    assert told.count(at(outcome)) == 2
    plan = text(browser.get(at(outcome)))
    assert "3 people get it." in plan and "The petition that you signed has won" in plan
    browser.post(at(outcome), {"do": "send"})
    shown = text(browser.get(reverse("campaign_petitions:outcomes", args=[petition.pk])))
    assert "About to start" in shown and at(outcome) in shown


def test_who_may_not_mail_is_not_offered_it(pages, petition, everybody):
    browser = editor("change_petition", edits=[pages["en"]])
    url = reverse("campaign_petitions:outcome_declare", args=[petition.pk])
    sent = {"kind": "won", "happened_on": "2026-11-02", "whom": ""}
    told = text(browser.post(url, sent, follow=True))
    assert "campaign/broadcasts" not in told
    outcome = Outcome.objects.get()
    assert browser.get(at(outcome)).status_code == 302


def test_each_reads_it_in_the_own_language(browser, pages, outcome, clock, mailoutbox):
    PetitionPage.objects.filter(pk=pages["ru"].pk).update(addressed_to="Министерство юстиции")
    browser.post(at(outcome), {"do": "send"})
    clock.forward(minutes=11)
    assert work_off()[SENT] == 3
    mails = {mail.to[0][:2]: mail for mail in mailoutbox}
    assert mails["en"].subject == "The petition that you signed was handed over"
    assert "Free the strikers" not in mails["en"].subject
    for code, said in {
        "en": ["Date: March 5, 2027", "To: The ministry", "Free the strikers"],
        "ru": ["5 марта 2027", "Министерство юстиции", "Свободу забастовщикам"],
        "kk": ["2027", "наурыз", "Ереуілшілерге бостандық"],
    }.items():
        mail = mails[code]
        assert mail.extra_headers["Content-Language"] == code
        for words in said:
            assert words in mail.body and words in mail.alternatives[0][0], (code, words)
        assert pages[code].full_url in mail.body
    assert len({mail.subject for mail in mailoutbox}) == 3


def test_it_can_be_left_by_one_click(browser, outcome, clock, mailoutbox, client):
    browser.post(at(outcome), {"do": "send"})
    clock.forward(minutes=11)
    work_off()
    for mail in mailoutbox:
        address = mail.extra_headers["List-Unsubscribe"].strip("<>")
        assert address in mail.body and address in mail.alternatives[0][0]
        assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert client.post(address.partition("testserver")[2]).status_code == 200
    told = text(browser.post(at(outcome), {"do": "send"}, follow=True))
    assert "It is mailed already." in told
    assert len(mailoutbox) == 3


def test_a_test_of_it_goes_to_the_editor_alone(browser, outcome, mailoutbox):
    browser.post(at(outcome), {"do": "test"})
    assert [mail.to for mail in mailoutbox] == [[browser.user.email]] * 3
    assert mailoutbox[0].subject.startswith("Test (English): The petition that you signed")
    assert not Broadcast.objects.exists()


def test_an_outcome_that_is_taken_back_before_is_mailed_to_nobody(
    browser, outcome, clock, mailoutbox
):
    browser.post(at(outcome), {"do": "send"})
    outcomes.take_back(outcome, None)
    clock.forward(minutes=11)
    assert work_off()[SENT] == 0
    assert not mailoutbox and not Broadcast.objects.exists()
    assert browser.get(at(outcome), follow=True).status_code == 404


def test_an_outcome_that_is_taken_back_meanwhile_goes_to_nobody_more(
    browser, outcome, clock, mailoutbox, monkeypatch
):
    browser.post(at(outcome), {"do": "send"})
    clock.forward(minutes=11)
    monkeypatch.setattr(broadcasts, "LOOK_AFTER", 1)
    real = broadcasts.delivery.deliver

    def take_back_after_one(*args):
        state = real(*args)
        if Outcome.objects.exists():
            outcomes.take_back(outcome, None)
        return state

    monkeypatch.setattr(broadcasts.delivery, "deliver", take_back_after_one)
    assert work_off()[SENT] == 1
    assert len(mailoutbox) == 1
    broadcast = Broadcast.objects.get()
    assert broadcast.state == "stopped"
    # Nor where somebody lets it go on.
    broadcasts.go_on(broadcast)
    assert work_off()[SENT] == 0
    shown = text(browser.get(reverse("campaign_broadcasts:index")))
    assert "Deleted meanwhile" in shown


def test_what_no_page_says_can_not_be_mailed(browser, outcome, pages, set_petition):
    set_petition(state="open")
    assert "no page says so" in text(browser.get(at(outcome)))
    told = text(browser.post(at(outcome), {"do": "send"}, follow=True))
    assert "no page says so" in told
    assert not Broadcast.objects.exists()
    set_petition(state="archived")
    assert "3 people get it." in text(browser.get(at(outcome)))
    for page in pages.values():
        page.refresh_from_db()
        page.unpublish()
    assert "no page says so" in text(browser.get(at(outcome)))


def test_where_the_page_is_not_translated_the_words_still_are(
    browser, outcome, pages, clock, mailoutbox
):
    pages["kk"].unpublish()
    assert "Not published yet: Kazakh." in text(browser.get(at(outcome)))
    browser.post(at(outcome), {"do": "send"})
    clock.forward(minutes=11)
    work_off()
    [mail] = [mail for mail in mailoutbox if mail.to[0].startswith("kk")]
    assert "2027" in mail.body and "наурыз" in mail.body and "Free the strikers" in mail.body


def test_the_log_says_which_outcome_was_mailed_to_how_many(browser, outcome, petition):
    browser.post(at(outcome), {"do": "send"})
    browser.post(at(outcome), {"do": "cancel"})
    log = text(browser.get(reverse("campaign_petitions:edit", args=[petition.pk])))
    assert "Had it mailed to 3. Outcome: Delivered" in log
    assert "Cancelled the mail. Outcome: Delivered" in log
    assert "@" not in str(list(ModelLogEntry.objects.values_list("data", flat=True)))


@pytest.mark.parametrize("kind", ["petitions.confirm", "petitions.nothing", "updates.update"])
def test_what_is_no_news_is_not_found(browser, outcome, kind):
    url = reverse("campaign_broadcasts:mail", args=[kind, outcome.pk + 10**6])
    assert browser.get(url, follow=True).status_code == 404


def test_the_outcome_of_somebody_elses_petition_is_not_found(outcome, home):
    other = home.add_child(instance=PetitionPage(title="Another", slug="another"))
    stranger = editor("send_broadcast", edits=[other])
    assert stranger.get(at(outcome), follow=True).status_code == 404
    assert stranger.post(at(outcome), {"do": "send"}, follow=True).status_code == 404
    assert not Broadcast.objects.exists()
