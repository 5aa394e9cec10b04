"""A mail on its way to a real mail server, whatever that does; see ``mailing/server.py``."""

import socket
import time

import pytest
from django.core import mail as django_mail
from django.utils import timezone, translation

from tests.mailing.post_office import free_port
from tests.people import count, link, sign, signature_of
from tests.supporters.visits import work_off
from wagtail_campaign.mailing import delivery, kinds, server
from wagtail_campaign.mailing.models import Mail, MailState
from wagtail_campaign.petitions.models import Signature

pytestmark = pytest.mark.django_db


def queue(page, number=1) -> list[str]:
    """Signatures whose mails wait for ``campaign_work``; their addresses."""
    addresses = [f"{i}@example.org" for i in range(number)]
    for address in addresses:
        signature_of(page, confirmed=False, email=address)
    return addresses


def states() -> list[str]:
    return list(Mail.objects.order_by("pk").values_list("state", flat=True))


def body(message) -> str:
    return message.get_body(("plain",)).get_content()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_supporter_gets_her_mail_and_confirms(
    client, pages, petition, typed, post_office, language
):
    assert sign(client, pages[language], typed).status_code == 303
    [(address, message)] = post_office.received
    assert address == typed["email"] == message["To"]
    assert message["Content-Language"] == language
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"] and message["Date"]
    assert message.get_content_type() == "multipart/alternative"
    assert Mail.objects.get().state == MailState.SENT
    assert Mail.objects.get().sent_at

    class Text:
        body = body(message)

    assert client.post(link(Text)).status_code == 303
    assert count(petition) == 1


def test_the_sender_is_that_of_the_settings(client, page, typed, post_office, settings):
    settings.WAGTAIL_CAMPAIGN_MAIL_FROM = "Кампания <campaign@example.org>"
    sign(client, page, typed)
    [(_, message)] = post_office.received
    assert message["From"] == "Кампания <campaign@example.org>"


@pytest.mark.skipif(not hasattr(django_mail, "mailers"), reason="Django 6.1 brought them")
def test_the_mail_server_can_be_one_of_the_mailers(client, page, typed, post_office, settings):
    for deprecated in ("EMAIL_BACKEND", "EMAIL_HOST", "EMAIL_PORT"):
        delattr(settings, deprecated)
    smtp = {"BACKEND": "django.core.mail.backends.smtp.EmailBackend"}
    options = {"host": "127.0.0.1", "port": free_port()}
    settings.MAILERS = {"default": smtp | {"OPTIONS": options}}
    assert sign(client, page, typed).status_code == 303
    assert states() == ["queued"]
    options["port"] = post_office.port
    assert sign(client, page, typed | {"email": "other@example.org"}).status_code == 303
    assert post_office.addresses == ["other@example.org"]
    assert server.connection().timeout == settings.WAGTAIL_CAMPAIGN_MAIL_TIMEOUT


@pytest.mark.parametrize(
    "backend", ["nowhere.EmailBackend", *map("tests.mailing.backends.{}".format, ["NoKey", "Shut"])]
)
def test_nothing_is_lost_while_the_settings_lead_to_no_mail_server(
    client, page, typed, post_office, settings, clock, backend
):
    right, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, backend
    assert sign(client, page, typed).status_code == 303
    assert states() == ["queued"] and Mail.objects.get().error
    clock.forward(minutes=2)
    work_off()
    assert states() == ["queued"]
    settings.EMAIL_BACKEND = right
    clock.forward(minutes=6)
    work_off()
    assert post_office.addresses == [typed["email"]]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_subject_tells_nothing_of_the_petition(client, pages, typed, post_office, language):
    """It is read on locked telephones, and by those who watch the network."""
    page = pages[language]
    sign(client, page, typed)
    [(_, message)] = post_office.received
    words = {word.casefold() for word in page.title.split()} | {"aigul", "serikova"}
    assert not words & {word.casefold() for word in message["Subject"].split()}


def test_a_signature_is_taken_while_the_mail_server_is_away(
    client, page, typed, post_office, settings, clock
):
    settings.EMAIL_PORT = free_port()
    answer = sign(client, page, typed)
    assert answer.status_code == 303
    mail = Mail.objects.get()
    assert (mail.state, mail.error, mail.attempts) == ("queued", "ConnectionRefusedError", 1)
    assert mail.due_at > clock.now()
    assert Signature.objects.get().state == "pending"

    settings.EMAIL_PORT = post_office.port
    work_off()
    assert not post_office.received
    clock.forward(minutes=1, seconds=5)
    work_off()
    assert post_office.addresses == [typed["email"]]
    assert states() == ["sent"]
    clock.forward(days=2)
    work_off()
    assert post_office.addresses == [typed["email"]]


@pytest.mark.parametrize(
    ("verb", "answer", "state", "error"),
    [
        ("MAIL", "451 Later", "queued", "SMTP 451"),
        ("RCPT", "450 Greylisted", "queued", "SMTP 450"),
        ("DATA", "452 Full", "queued", "SMTP 452"),
        ("RCPT", "550 No such user aigul@example.org", "failed", "SMTP 550"),
        ("DATA", "554 Spam", "failed", "SMTP 554"),
        # The sender's own fault, to be mended by the site: the mail is not lost by it.
        ("MAIL", "550 Who are you?", "queued", "SMTP 550"),
        ("DATA", "hang up", "unknown", "SMTPServerDisconnected"),
        ("DATA", "silence", "unknown", "SMTPServerDisconnected"),
    ],
)
def test_what_the_server_says_is_what_becomes_of_the_mail(
    client, page, typed, post_office, verb, answer, state, error
):
    post_office.at[verb] = answer
    assert sign(client, page, typed).status_code == 303
    mail = Mail.objects.get()
    assert mail.state == state
    assert mail.error.startswith(error)
    assert "aigul" not in mail.error
    assert Signature.objects.get().state == "pending"


def test_a_server_that_says_nothing_holds_nobody_up_for_long(client, page, typed, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.WAGTAIL_CAMPAIGN_MAIL_TIMEOUT = 0.3
    with socket.create_server(("127.0.0.1", 0)) as mute:
        settings.EMAIL_HOST, settings.EMAIL_PORT = mute.getsockname()
        began = time.monotonic()
        assert sign(client, page, typed).status_code == 303
    assert time.monotonic() - began < 5
    assert states() == ["queued"]


@pytest.mark.parametrize("answer", ["hang up", "silence"])
def test_what_may_have_gone_out_is_never_sent_again(page, post_office, clock, answer):
    [address] = queue(page)
    post_office.at["DATA"] = answer
    work_off()
    assert states() == ["unknown"]
    post_office.at.clear()
    for _ in range(5):
        clock.forward(days=1)
        work_off()
    assert post_office.addresses.count(address) <= 1  # the reminder


def test_a_mail_is_tried_again_ever_more_rarely_and_then_given_up(page, post_office, clock):
    [address] = queue(page)
    post_office.at["RCPT"] = "451 Later"
    waits = []
    for attempt in range(len(delivery.BACK_OFF)):
        work_off()
        mail = Mail.objects.get(kind="petitions.confirm")
        assert (mail.state, mail.attempts) == ("queued", attempt + 1)
        waits.append(round((mail.due_at - clock.now()).total_seconds() / 60))
        clock.gone += mail.due_at - clock.now()
        clock.forward(seconds=1)
    assert waits == delivery.BACK_OFF == sorted(waits)
    work_off()
    assert Mail.objects.get(kind="petitions.confirm").state == "failed"


def test_one_that_goes_wrong_harms_no_other(page, post_office):
    addresses = queue(page, 7)
    post_office.only = addresses[2]
    for answer, state in [
        ("hang up", "unknown"),
        ("silence", "unknown"),
        ("451 Later", "queued"),
        ("421 Closing", "queued"),
        ("550 No", "failed"),
    ]:
        Mail.objects.update(state="queued", due_at=timezone.now(), turn=None, claimed_at=None)
        post_office.received.clear()
        post_office.at["DATA"] = answer
        work_off()
        assert states() == [*["sent"] * 2, state, *["sent"] * 4], answer
        assert sorted(post_office.addresses) == sorted(set(addresses) - {addresses[2]})


def test_many_mails_go_over_one_connection(page, post_office):
    addresses = queue(page, 12)
    assert work_off()["mails sent"] == 12
    assert post_office.addresses == addresses
    assert post_office.connections == 1


@pytest.mark.parametrize("polite", [True, False])
def test_a_server_that_hangs_up_between_mails_gets_them_all(page, post_office, polite):
    """As servers do after so many mails."""
    addresses = queue(page, 12)
    post_office.per_connection, post_office.polite = 5, polite
    work_off()
    Mail.objects.filter(state="queued").update(due_at=timezone.now())
    work_off()
    assert sorted(post_office.addresses) == sorted(addresses)
    assert set(states()) == {"sent"}


def test_a_broken_template_loses_no_mail(client, page, typed, post_office, monkeypatch, clock):
    def render(*args):
        raise ZeroDivisionError(typed["email"])

    with monkeypatch.context() as broken:
        broken.setattr(kinds.MailKind, "render", render)
        assert sign(client, page, typed).status_code == 303
    mail = Mail.objects.get()
    assert (mail.state, mail.error) == ("queued", "ZeroDivisionError")
    clock.forward(minutes=2)
    work_off()
    assert post_office.addresses == [typed["email"]]


def test_a_mail_of_a_kind_that_is_gone_holds_up_no_other(page, post_office):
    addresses = queue(page, 3)
    first = Mail.objects.order_by("pk").first()
    Mail.objects.filter(pk=first.pk).update(kind="gone.with_the_slice")
    work_off()
    assert post_office.addresses == addresses[1:]
    first.refresh_from_db()
    assert (first.state, first.attempts) == ("queued", 0)


def test_a_mail_without_a_reason_is_dropped(page, post_office):
    queue(page)
    Signature.objects.update(state="confirmed")
    work_off()
    assert not Mail.objects.exists()
    assert not post_office.received


def test_a_mail_is_taken_once_however_many_want_it(page, post_office):
    queue(page)
    mail = Mail.objects.get()
    assert delivery.claim(mail.pk)
    assert delivery.claim(mail.pk) is None
    assert delivery.deliver(mail.pk) is None
    assert not post_office.received


def test_what_was_cut_off_is_unknown_and_listed(page, post_office, clock):
    queue(page)
    delivery.claim(Mail.objects.get().pk)
    clock.forward(minutes=9)
    work_off()
    assert states() == ["sending"]
    clock.forward(minutes=2)
    assert work_off()["mails cut off"] == 1
    assert states() == ["unknown"]
    assert not post_office.received


def test_a_mail_speaks_the_language_of_its_supporter_whoever_sends_it(pages, post_office):
    for language, page in pages.items():
        signature_of(page, confirmed=False, email=f"{language}@example.org")
    with translation.override("de"):
        work_off()
    for address, message in post_office.received:
        assert message["Content-Language"] == address[:2]
        assert pages[address[:2]].title in body(message)
