"""A letter, from the page on which it is written to the target that gets it."""

from datetime import timedelta

import pytest
from django.core import mail

from tests.people import change, link, mails_to
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.urgent_actions.models import Letter

from .people import count, letter_of, letter_to, write, write_and_confirm, write_url


@pytest.mark.parametrize(
    "language, start, case",
    [
        ("en", "Құрметті министр!", "Сәуле Нұрланова"),
        ("ru", "Құрметті министр!", "Сәуле Нұрланова"),
        ("kk", "Құрметті министр!", "Сәуле Нұрланова"),
    ],
)
def test_the_letter_is_in_a_language_that_the_target_reads(
    client, urgent_pages, ministry, language, start, case
):
    answer = client.get(write_url(urgent_pages[language], ministry))
    assert answer.status_code == 200
    letter = answer.context["place"].draft
    assert letter.language == "kk"
    assert letter.text.startswith(start) and case in letter.text
    assert "[менің атым]" in letter.text or "[my name]" in letter.text
    beside = answer.context["place"].beside
    assert (beside.language if beside else "kk") == language


def test_the_case_is_the_right_one_in_russian(client, urgent_page, ministry):
    letter = client.get(write_url(urgent_page, ministry, **{"in": "ru"})).context["place"].draft
    assert letter.subject == "Свободу Сауле Нурлановой"
    assert "о судьбе Сауле Нурлановой" in letter.text
    assert "освободить Сауле Нурланову до" in letter.text


def test_a_confirmed_letter_goes_to_the_target_and_counts(
    client, urgent_page, ministry, written, action
):
    letter = write_and_confirm(client, urgent_page, ministry, written)
    assert letter.delivery == "queued" and count(action) == 1
    assert mails_to("ministry@example.org") == []
    run_pass()
    [sent] = mails_to("ministry@example.org")
    assert sent.subject == written["subject"]
    assert sent.body.startswith("Құрметті министр!")
    assert "Aigul Serikova" in sent.body and "Aigul Serikova" in sent.from_email
    assert "aigul@example.org" not in sent.message().as_string()
    letter.refresh_from_db()
    assert letter.delivery == "sent" and letter.delivered_at


def test_the_target_may_answer_only_if_the_writer_agrees(client, urgent_page, ministry, written):
    write_and_confirm(client, urgent_page, ministry, {**written, "wants_reply": "yes"})
    run_pass()
    [sent] = mails_to("ministry@example.org")
    assert sent.reply_to == ["aigul@example.org"]


def test_nothing_goes_out_before_it_is_confirmed(client, urgent_page, ministry, written, action):
    assert write(client, urgent_page, ministry, written).status_code == 303
    run_pass()
    assert mails_to("ministry@example.org") == [] and count(action) == 0


def test_a_second_letter_of_the_day_looks_like_the_first(
    client, urgent_page, ministry, written, action
):
    first = write(client, urgent_page, ministry, written)
    client.post(link(mail.outbox[-1]))
    again = write(client, urgent_page, ministry, {**written, "text": written["text"] + " Please!"})
    assert (again.status_code, again.url) == (first.status_code, first.url)
    assert "today" in mail.outbox[-1].body and count(action) == 1


def test_what_must_not_be_mentioned_waits_unseen(client, urgent_page, ministry, written, action):
    typed = {**written, "text": written["text"] + " She has ASTHMA."}
    letter = write_and_confirm(client, urgent_page, ministry, typed)
    assert letter.delivery == "held" and count(action) == 1
    run_pass()
    assert mails_to("ministry@example.org") == []


def test_after_the_deadline_nothing_goes_out_and_the_writer_is_told(
    client, urgent_page, ministry, written, action, clock
):
    letter = write_and_confirm(client, urgent_page, ministry, written)
    clock.forward(days=21)
    run_pass()
    letter.refresh_from_db()
    assert letter.delivery == "cancelled" and count(action) == 0
    assert mails_to("ministry@example.org") == []
    assert "not sent" in mails_to("aigul@example.org")[-1].subject


def test_letters_to_one_target_keep_their_distance(
    client, urgent_page, ministry, written, settings
):
    settings.WAGTAIL_CAMPAIGN_LETTER_SECONDS = 600
    for name in ("a", "b", "c"):
        write_and_confirm(
            client, urgent_page, ministry, {**written, "email": f"{name}@example.org"}
        )
    run_pass()
    assert len(mails_to("ministry@example.org")) == 1
    dues = [letter.delivery for letter in Letter.objects.order_by("pk")]
    assert dues == ["sent", "queued", "queued"]


def test_find_the_embassy_for_germany_and_write_to_it(client, urgent_page, embassy):
    page = client.get(f"/campaign/urgent-actions/{urgent_page.pk}/find/?country=DE")
    assert b"Embassy in English" in page.content and b"Not verified" in page.content
    typed = letter_to(client, urgent_page, embassy, country="DE")
    assert typed["written_in"] == "en"
    write_and_confirm(client, urgent_page, embassy, typed)
    run_pass()
    assert mails_to("embassy@example.org")


@pytest.mark.parametrize("way", ["mail", "print"])
def test_a_letter_of_ones_own_is_not_kept(client, urgent_page, ministry, written, way):
    answer = client.post(write_url(urgent_page, ministry), {**written, "do": way})
    assert answer.status_code == 200 and "Aigul Serikova" in answer.content.decode()
    assert not Letter.objects.exists()


def test_it_comes_as_a_file_and_as_a_pdf(client, urgent_page, ministry, written):
    eml = client.post(write_url(urgent_page, ministry), {**written, "do": "eml"})
    assert eml["Content-Type"] == "message/rfc822" and b"X-Unsent: 1" in eml.content
    assert b"Cc: campaign@example.org" in eml.content
    pdf = client.post(write_url(urgent_page, ministry), {**written, "do": "pdf"})
    assert pdf.content.startswith(b"%PDF")


def test_one_sent_by_oneself_counts_once_confirmed(client, urgent_page, ministry, action):
    url = f"/campaign/urgent-actions/{urgent_page.pk}/sent/?target={ministry.pk}&way=post"
    assert client.get(url).status_code == 200
    typed = {
        "channel": "post",
        "first_name": "Aigul",
        "last_name": "Serikova",
        "email": "aigul@example.org",
        "country": "DE",
    }
    answer = client.post(url, typed)
    assert answer.status_code == 303 and count(action) == 0
    # It has gone already, and nobody is told that it is about to.
    said = client.get(answer.url).content.decode() + mail.outbox[-1].body
    assert "only then your letter counts" in said and "to have a letter counted" in said
    assert "goes out" not in said
    client.post(link(mail.outbox[-1]))
    assert count(action) == 1 and Letter.objects.get().delivery == ""


@pytest.mark.parametrize(
    ("channel", "said"),
    [("site", "Your letter was not sent"), ("post", "Your letter does not count")],
)
def test_who_confirms_too_late_is_told_what_is_true_and_what_can_still_be_done(
    client, urgent_page, ministry, action, channel, said
):
    letter_of(urgent_page, ministry, confirmed=False, channel=channel)
    run_pass()
    change(action, state="closed")
    late = client.get(link(mail.outbox[-1])).content.decode()
    assert said in late and "This link no longer works" in late
    assert f'href="/campaign/alerts/{urgent_page.pk}/"' in late


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_page_leads_to_the_letter(client, urgent_pages, ministry, language):
    page = urgent_pages[language]
    answer = client.get(page.url)
    assert answer.status_code == 200
    assert write_url(page, ministry) in answer.content.decode()
    assert not answer.cookies and "Cookie" not in answer.get("Vary", "")


def test_a_subscriber_of_alerts_confirms_and_ends_it(client, urgent_page, clock):
    url = f"/campaign/alerts/{urgent_page.pk}/"
    shown = client.get(url)
    wording = shown.context["wording_id"]
    typed = {"email": "aigul@example.org", "consent_alerts": wording}
    assert client.post(url, typed).status_code == 303
    assert client.post(link(mail.outbox[-1])).status_code == 303
    from wagtail_campaign.urgent_actions.alerts.models import Alert

    assert Alert.objects.get().state == "confirmed"
    clock.forward(seconds=timedelta(days=2).total_seconds())
    assert client.post(url, typed).status_code == 303
    assert "already" in mail.outbox[-1].body
