"""Letters that come back, as mail servers and mail services tell of them."""

import io
import os
from email.message import EmailMessage
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.people import mails_to
from tests.urgent_actions.people import write
from wagtail_campaign.urgent_actions.directory.contacts import Contact
from wagtail_campaign.urgent_actions.sending import bounces, tracking

REPORT = """\
From: MAILER-DAEMON@mx.example.org
To: campaign@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

--edge
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--edge
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
Arrival-Date: Tue, 24 Nov 2026 10:15:00 +0000

Final-Recipient: rfc822; {to}
Original-Recipient: rfc822;{to}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <{to}>: Recipient address rejected

--edge
Content-Type: {kind}

{returned}
--edge--
"""


def report(returned, to="ministry@example.org", status="5.1.1", action="failed", whole=False):
    """A delivery report with the head of what came back."""
    head = "\n".join(f"{name}: {value}" for name, value in returned.items())
    return REPORT.format(
        to=to,
        status=status,
        action=action,
        kind="message/rfc822" if whole else "text/rfc822-headers",
        returned=head + ("\n\nThe letter.\n" if whole else "\n"),
    ).encode()


@pytest.fixture
def ministry_state(ministry):
    return lambda: ministry.contacts.values_list("state", "refusal").get()


WORKS = ("works", "")
GONE = [("sent", "")]


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "head"])
def test_a_report_marks_the_contact_of_the_letter(sent, ministry_state, whole):
    assert bounces.take(report(sent, whole=whole)) == 1
    assert ministry_state() == ("refuses", "Status 5.1.1")


def test_it_is_piped_to_a_command_that_prints_nothing_personal(
    sent, ministry_state, monkeypatch, capsys
):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(report(sent))))
    call_command("campaign_bounce")
    assert capsys.readouterr().out == "Contacts marked: 1\n"
    assert ministry_state()[0] == "refuses"


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "4.4.1"},
        {"action": "delayed"},
        {"action": "delivered", "status": "2.0.0"},
        {"to": "somebody.else@example.org"},
        {"status": "5.1.1.1.1; DROP", "action": "relayed"},
    ],
)
def test_what_is_no_refusal_of_the_contact_marks_nothing(sent, ministry_state, fate, changes):
    assert bounces.take(report(sent, **changes)) == 0
    assert ministry_state() == WORKS and fate() == GONE


@pytest.mark.parametrize("status", ["5.7.1", "5.7.520", "5.6.0", "5.3.4", "5.2.3"])
def test_a_letter_that_is_refused_for_what_it_says_silences_no_target(
    sent, ministry_state, fate, status
):
    """Anybody can write what filters for spam refuse, one letter to each target."""
    assert bounces.take(report(sent, status=status)) == 0
    assert ministry_state() == WORKS and fate() == [("refused", f"Status {status}")]


def test_a_report_is_believed_once(sent, ministry_state, ministry):
    assert bounces.take(report(sent)) == 1
    Contact.objects.filter(target=ministry).update(state="works", refusal="")
    assert bounces.take(report(sent)) == 0
    assert ministry_state() == WORKS


def test_a_report_of_an_old_letter_is_not_believed(sent, ministry_state, fate, clock):
    clock.forward(days=31)
    assert bounces.take(report(sent)) == 0
    assert ministry_state() == WORKS and fate() == GONE


def test_a_forged_report_marks_nothing(sent, ministry_state, fate):
    for mark in ("1", "1.x", f"{sent[bounces.HEADER]}x", "", "2" + sent[bounces.HEADER]):
        assert bounces.take(report({bounces.HEADER: mark})) == 0
    assert bounces.take(report({"Subject": "Free Saule"})) == 0
    assert ministry_state() == WORKS and fate() == GONE


def test_the_bounce_of_a_supporters_mail_marks_no_contact(
    client, urgent_page, ministry, written, ministry_state, sent
):
    # Somebody writes and says that the ministry's address is theirs.
    write(client, urgent_page, ministry, {**written, "email": "ministry@example.org"})
    confirm = dict(mails_to("ministry@example.org")[-1].message().items())
    assert bounces.HEADER not in confirm
    assert bounces.take(report(confirm)) == 0
    assert bounces.follow("ministry@example.org", "bounced") == 0
    assert ministry_state() == WORKS


def mangled(whole: bytes):
    """What arrives in a mailbox beside reports, and reports that were cut or bent."""
    yield from (b"", b"\x00\xff\xfe", b"Hello", b"From: x\n\nBuy!", os.urandom(3000))
    yield from (whole[:cut] for cut in range(0, len(whole), 97))
    yield whole.replace(b"edge", b"")
    yield whole.replace(b"multipart/report", b"multipart/mixed")
    yield whole.replace(b"message/delivery-status", b"text/plain")
    yield whole.replace(b"rfc822; ", b"\xd0\xb8; ")
    yield b"Content-Type: multipart/report; boundary=a\n\n" + b"--a\n" * 5000
    deep = b"".join(
        b"Content-Type: multipart/report; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)
    )
    yield deep


def test_junk_does_no_harm(sent, ministry_state):
    whole = report({bounces.HEADER: "1." + "x" * 43})
    for junk in mangled(whole):
        assert bounces.take(junk) == 0
    assert ministry_state() == WORKS


def test_a_letter_that_is_gone_marks_nothing(sent, ministry_state, ministry):
    Contact.objects.filter(target=ministry).update(kind="fax")
    assert bounces.take(report(sent)) == 0


class Service:
    """A mail service's sender class, as django-anymail names it to receivers."""


def event(kind: str, to="ministry@example.org", why=None):
    return SimpleNamespace(
        event_type=kind, recipient=to, reject_reason=why, description="550 no such user"
    )


@pytest.mark.parametrize(
    ("kind", "why"),
    [("bounced", None), ("bounced", "bounced"), ("rejected", "blocked"), ("complained", "spam")],
)
def test_a_mail_service_says_that_a_letter_came_back(sent, ministry_state, fate, kind, why):
    tracking.follow(Service, event=event(kind, why=why), esp_name="Fake")
    assert ministry_state() == ("refuses", kind)
    # Which one it doesn't say.
    assert fate() == GONE


@pytest.mark.parametrize(
    "said",
    [
        event("delivered"),
        event("deferred"),
        event("opened"),
        event("bounced", why="spam"),
        event("rejected", why="spam"),
        event("bounced", why="timed_out"),
        event("bounced", to=None),
        event("bounced", to="aigul@example.org"),
        event("bounced", to="not an address"),
        event("bounced", to="ministry\x00@example.org"),
    ],
)
def test_what_else_it_says_marks_nothing(sent, ministry_state, said):
    tracking.follow(Service, event=said, esp_name="Fake")
    assert ministry_state() == WORKS


def test_a_contact_that_no_letter_went_to_isnt_marked(ministry, ministry_state):
    tracking.follow(Service, event=event("bounced"), esp_name="Fake")
    assert ministry_state() == WORKS


def test_without_django_anymail_nothing_listens():
    assert not apps.is_installed("anymail") and tracking.connect() is False


def test_the_real_signal_reaches_it_where_django_anymail_is_installed(
    sent, ministry_state, monkeypatch
):
    signals = pytest.importorskip("anymail.signals")
    monkeypatch.setattr(apps, "is_installed", lambda name: name == "anymail")
    assert tracking.connect()
    try:
        signals.tracking.send(
            sender=Service,
            event=signals.AnymailTrackingEvent(
                event_type=signals.EventType.BOUNCED, recipient="Ministry@example.org"
            ),
            esp_name="Fake",
        )
    finally:
        signals.tracking.disconnect(dispatch_uid="campaign_bounces")
    assert ministry_state() == ("refuses", "bounced")


def test_the_mark_says_nothing_of_who_writes(sent):
    message = EmailMessage()
    message[bounces.HEADER] = sent[bounces.HEADER]
    assert "aigul" not in message.as_string() and len(sent[bounces.HEADER]) < 70
