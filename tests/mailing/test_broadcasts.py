"""One mail to many: in their language, at a rate, stopped in time, and to nobody twice."""

import time
from collections import Counter

import pytest
from django.db import connection, connections
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from tests.crowd import at_once
from tests.people import signature_of
from tests.supporters.visits import work_off
from tests.updates.posting import mailed, post
from wagtail_campaign.mailing import broadcasts, outbox, work
from wagtail_campaign.mailing.models import Broadcast, Mail
from wagtail_campaign.petitions import moderation, services
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters import links

pytestmark = pytest.mark.django_db

SENT = "mails of broadcasts sent"


@pytest.fixture(autouse=True)
def fast(settings):
    settings.WAGTAIL_CAMPAIGN_BROADCAST_RATE = None
    settings.WAGTAIL_CAMPAIGN_BROADCAST_DELAY = 10


def signers(page, number, first=0, updates=True):
    """So many who signed and confirmed, and whose mails about that are out of sight."""
    ticked = [w.pk for w in page.consent_wordings() if w.purpose == "updates" and updates]
    language = page.locale.language_code
    for n in range(first, first + number):
        signature_of(page, email=f"{language}{n}@example.org", ticked=ticked)
    Mail.objects.all().delete()


@pytest.fixture
def update(pages):
    return post(pages["en"], "Two released")


@pytest.fixture
def planned(update, pages, clock):
    """A broadcast to two English and one Russian signer, whose ten minutes are over."""
    signers(pages["en"], 2)
    signers(pages["ru"], 1)
    signers(pages["en"], 1, first=8, updates=False)
    found = mailed(update)
    clock.forward(minutes=11)
    return found


def test_those_who_asked_for_news_get_it_and_nobody_else(planned, mailoutbox):
    assert planned.total == 3
    assert work_off()[SENT] == 3
    work_off()
    assert sorted(m.to[0] for m in mailoutbox) == [
        "en0@example.org",
        "en1@example.org",
        "ru0@example.org",
    ]
    planned.refresh_from_db()
    assert (planned.state, planned.sent, planned.failed) == ("done", 3, 0)
    assert planned.finished_at


def test_nothing_goes_out_before_the_ten_minutes_are_over(update, pages, mailoutbox, clock):
    signers(pages["en"], 1)
    mailed(update)
    clock.forward(minutes=9)
    assert work_off()[SENT] == 0
    assert not mailoutbox and not Mail.objects.filter(broadcast__isnull=False).exists()


def test_each_reads_it_in_the_own_language_or_in_the_first(pages, mailoutbox, clock):
    update = post(pages["en"], "Two released")
    post(pages["ru"], "Двое на свободе", translation_key=update.translation_key)
    for page in pages.values():
        signers(page, 1)
    mailed(update)
    clock.forward(minutes=11)
    work_off()
    subjects = {m.to[0]: m.subject for m in mailoutbox}
    assert subjects == {
        "en0@example.org": "Two released",
        "ru0@example.org": "Двое на свободе",
        "kk0@example.org": "Two released",
    }


def test_a_mail_carries_a_way_out_of_one_click(planned, mailoutbox, client):
    work_off()
    message = mailoutbox[0]
    address = message.extra_headers["List-Unsubscribe"]
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address.strip("<>") in message.body
    path = address.strip("<>").partition("testserver")[2]
    headers = {"origin": "https://mail.example", "sec-fetch-site": "cross-site"}
    answer = client.post(path, {"List-Unsubscribe": "One-Click"}, headers=headers)
    assert answer.status_code == 200
    link = links.of_slice("petition")
    assert link.audience(planned.action_key).count() == 2


def test_opening_the_way_out_changes_nothing(planned, mailoutbox, client):
    work_off()
    path = mailoutbox[0].extra_headers["List-Unsubscribe"].strip("<>").partition("testserver")[2]
    assert "Send me no more" in client.get(path).content.decode()
    assert links.of_slice("petition").audience(planned.action_key).count() == 3
    for _ in range(2):
        assert client.post(path).status_code == 200
    assert "You get no more news" in client.post(path).content.decode()
    assert Signature.objects.filter(state="confirmed").count() == 4


def test_a_way_out_of_nobody_leads_nowhere(planned, mailoutbox, client):
    work_off()
    path = mailoutbox[0].extra_headers["List-Unsubscribe"].strip("<>").partition("testserver")[2]
    changed = path[:-2] + ("0" if path[-2] != "0" else "1") + "/"
    assert client.post(changed).status_code == 404
    assert client.post(path.replace("unsubscribe", "disown")).status_code == 404
    services.erase(Signature.objects.filter(supporter__email=mailoutbox[0].to[0]).get())
    assert client.post(path).status_code == client.get(path).status_code == 404


@pytest.mark.parametrize("leave", ["unsubscribe", "withdraw", "erase", "invalidate"])
def test_who_left_meanwhile_gets_none(planned, mailoutbox, petition, leave):
    broadcasts.Broadcast.objects.update(state="sending")
    broadcasts.write_next(planned)
    [signature] = Signature.objects.filter(supporter__email="en1@example.org")
    match leave:
        case "unsubscribe":
            links.unsubscribe(links.of_slice("petition"), signature)
        case "withdraw":
            services.withdraw(signature)
        case "erase":
            services.erase(signature)
        case "invalidate":
            moderation.invalidate(petition, [signature.pk], "A bot", None)
    work_off()
    assert {m.to[0] for m in mailoutbox} == {"en0@example.org", "ru0@example.org"}
    planned.refresh_from_db()
    assert (planned.state, planned.sent) == ("done", 2)


def test_it_is_cancelled_in_time_and_can_be_planned_again(update, pages, mailoutbox, clock):
    signers(pages["en"], 1)
    assert broadcasts.cancel(mailed(update))
    clock.forward(minutes=11)
    assert work_off()[SENT] == 0
    assert mailed(update)
    assert not broadcasts.cancel(Broadcast(pk=0))


def test_it_is_stopped_on_the_way_and_goes_on_where_it_was(planned, mailoutbox, monkeypatch):
    monkeypatch.setattr(broadcasts, "LOOK_AFTER", 1)
    sending = Broadcast.objects.filter(pk=planned.pk)
    real = broadcasts.delivery.deliver

    def stop_after_one(*args):
        sending.update(state="stopped")
        return real(*args)

    with monkeypatch.context() as patched:
        patched.setattr(broadcasts.delivery, "deliver", stop_after_one)
        assert work_off()[SENT] == 1
    assert work_off()[SENT] == 0
    assert broadcasts.go_on(planned)
    assert work_off()[SENT] == 2
    assert max(Counter(m.to[0] for m in mailoutbox).values()) == 1


def test_a_second_one_of_the_same_update_is_refused(planned, update):
    assert mailed(update) is None
    assert Broadcast.objects.count() == 1


def test_many_are_written_in_batches_and_each_once(update, pages, clock, mailoutbox, monkeypatch):
    monkeypatch.setattr(broadcasts, "BATCH", 3)
    signers(pages["en"], 8)
    mailed(update)
    clock.forward(minutes=11)
    assert work_off()[SENT] == 8
    assert len({m.to[0] for m in mailoutbox}) == 8


def test_other_mail_goes_first_and_is_not_limited_by_it(planned, pages, mailoutbox, after_commit):
    signature_of(pages["en"], confirmed=False, email="new@example.org")
    work_off()
    assert mailoutbox[0].to == ["new@example.org"]
    assert not Mail.objects.filter(broadcast__isnull=False, turn__isnull=False).exists()


def test_it_keeps_to_its_rate(planned, settings):
    settings.WAGTAIL_CAMPAIGN_BROADCAST_RATE = 20
    started = time.monotonic()
    assert work_off()[SENT] == 3
    assert time.monotonic() - started >= 2 / 20


def test_an_ill_mail_server_is_left_alone_and_tried_again(
    update, pages, clock, post_office, monkeypatch
):
    signers(pages["en"], 8)
    planned = mailed(update)
    clock.forward(minutes=11)
    post_office.at = {"MAIL": "451 Later"}
    assert work_off()[SENT] == 0
    assert Mail.objects.filter(broadcast=planned, attempts=0).count() == 3
    post_office.at = {}
    clock.forward(minutes=10)
    assert work_off()[SENT] == 8
    assert len(set(post_office.addresses)) == 8
    planned.refresh_from_db()
    assert planned.state == "done"


def test_a_refused_address_is_counted_apart(planned, post_office):
    post_office.at, post_office.only = {"RCPT": "550 No such user"}, "en1@example.org"
    work_off()
    planned.refresh_from_db()
    assert (planned.state, planned.sent, planned.failed) == ("done", 2, 1)


def test_a_refused_mail_of_a_broadcast_that_is_done_can_be_sent_again(planned, post_office, clock):
    post_office.at, post_office.only = {"RCPT": "550 No such user"}, "en1@example.org"
    work_off()
    post_office.at = {}
    clock.forward(hours=25)
    work_off()
    outbox.send_again(Mail.objects.filter(state="failed"))
    planned.refresh_from_db()
    assert (planned.state, planned.sent, planned.failed) == ("sending", 2, 0)
    assert work_off()[SENT] == 1
    work_off()
    planned.refresh_from_db()
    assert (planned.state, planned.sent, planned.failed) == ("done", 3, 0)
    assert sorted(post_office.addresses) == [
        "en0@example.org",
        "en1@example.org",
        "ru0@example.org",
    ]


def test_what_is_taken_off_the_site_meanwhile_is_told_to_nobody_more(planned, update, mailoutbox):
    update.unpublish()
    assert work_off()[SENT] == 0
    work_off()
    planned.refresh_from_db()
    assert (planned.state, planned.sent) == ("done", 0)


def test_a_mail_more_costs_four_queries(update, pages, clock):
    signers(pages["en"], 12)
    mailed(update)
    clock.forward(minutes=11)
    lease = work.Lease()
    lease.take()

    def queries(number):
        Mail.objects.filter(pk__in=ids[number:]).update(state="sent")
        Mail.objects.filter(pk__in=ids[:number]).update(state="queued")
        Broadcast.objects.update(state="sending")
        with CaptureQueriesContext(connection) as captured:
            assert broadcasts.send_due(lease) == number
        return sum("SAVEPOINT" not in query["sql"] for query in captured)

    broadcasts.send_due(lease)
    ids = list(Mail.objects.order_by("pk").values_list("pk", flat=True))
    # Read, claim, ask whether it is still wanted, settle.
    assert queries(12) - queries(2) == 10 * 4


def test_its_mails_are_deleted_after_a_day_and_its_numbers_stay(planned, clock):
    work_off()
    clock.forward(hours=25)
    assert work_off()["mails of broadcasts deleted"] == 3
    planned.refresh_from_db()
    assert (planned.sent, planned.mails.count()) == (3, 0)


@pytest.mark.django_db(transaction=True)
def test_two_passes_at_once_write_each_mail_once(update, pages, monkeypatch):
    if connections["default"].vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time")
    monkeypatch.setattr(broadcasts, "BATCH", 2)
    signers(pages["en"], 9)
    planned = mailed(update)
    Broadcast.objects.update(state="sending", starts_at=F("created_at"))
    at_once(6, lambda i: [broadcasts.write_next(planned) for _ in range(6)])
    assert Mail.objects.filter(broadcast=planned).count() == 9
    assert Mail.objects.filter(broadcast=planned).values("supporter").distinct().count() == 9


def test_a_pass_that_dies_between_leaves_nothing_out(planned, mailoutbox, monkeypatch):
    def die(*args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(broadcasts.delivery, "deliver", die)
        work.run_pass()
    assert work_off()[SENT] == 3
    assert max(Counter(m.to[0] for m in mailoutbox).values()) == 1
