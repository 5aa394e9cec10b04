"""A mail on its way to a mail service's HTTP API, by django-anymail's back end for Postmark."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from anymail import exceptions

from tests.mailing.post_office import free_port
from tests.people import sign
from tests.supporters.visits import work_off
from wagtail_campaign.mailing import mail_services
from wagtail_campaign.mailing.models import Mail

pytestmark = pytest.mark.django_db
TAKEN = 200, {"ErrorCode": 0, "Message": "OK", "MessageID": "7", "To": "aigul@example.org"}
# Postmark's words for an address that it doesn't write to any more.
INACTIVE = {
    "ErrorCode": 406,
    "Message": "You tried to send to a recipient that has been marked as inactive.\n"
    " Found inactive addresses: aigul@example.org.\n"
    " Inactive recipients are ones that have generated a hard bounce or a spam complaint.",
}


class Service(BaseHTTPRequestHandler):
    def do_POST(self):
        said = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append(json.loads(said))
        if self.server.answer == "hang up":
            return
        status, answer = self.server.answer
        self.send_response(status)
        self.end_headers()
        self.wfile.write(
            answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
        )

    def log_message(self, *args):
        pass


@pytest.fixture
def service(settings):
    """A service that answers ``answer`` and keeps what it ``heard``."""
    server = HTTPServer(("127.0.0.1", 0), Service)
    server.answer, server.heard = TAKEN, []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.EMAIL_BACKEND = "anymail.backends.postmark.EmailBackend"
    settings.ANYMAIL = {
        "POSTMARK_SERVER_TOKEN": "a token",
        "POSTMARK_API_URL": f"http://127.0.0.1:{server.server_port}/",
    }
    yield server
    server.shutdown()
    server.server_close()


def state_and_error():
    return Mail.objects.values_list("state", "error").get()


def test_a_supporter_gets_her_mail(client, page, typed, service):
    assert sign(client, page, typed).status_code == 303
    [heard] = service.heard
    assert typed["email"] in heard["To"] and "/campaign/confirm/" in heard["TextBody"]
    assert state_and_error() == ("sent", "")


@pytest.mark.parametrize(
    ("answer", "state", "error"),
    [
        ((429, {}), "queued", "HTTP 429"),
        ((503, "Later"), "queued", "HTTP 503"),
        ((401, {"ErrorCode": 10, "Message": "Bad token"}), "queued", "HTTP 401"),
        ((422, {"ErrorCode": 300, "Message": "Odd"}), "failed", "HTTP 422"),
        ((422, INACTIVE), "failed", "AnymailRecipientsRefused"),
        ((500, {}), "unknown", "HTTP 500"),
        ((200, "no JSON"), "unknown", "HTTP 200"),
        ("hang up", "unknown", "AnymailRequestsAPIError"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_it_answers_decides_what_becomes_of_the_mail(
    client, page, typed, service, clock, answer, state, error
):
    service.answer = answer
    assert sign(client, page, typed).status_code == 303
    assert state_and_error() == (state, error)
    service.answer = TAKEN
    clock.forward(minutes=2)
    work_off()
    # Only what surely didn't go out goes a second time.
    assert len(service.heard) == (2 if state == "queued" else 1)
    assert state_and_error()[0] == ("sent" if state == "queued" else state)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (exceptions.AnymailInvalidAddress, "failed"),
        # That is mended in the settings.
        (exceptions.AnymailUnsupportedFeature, "queued"),
    ],
)
def test_what_anymail_refuses_before_it_asks_never_went_out(error, state):
    assert mail_services.verdict(error("No")) == (state, error.__name__)


def test_while_it_is_away_the_mail_waits(client, page, typed, service, settings, clock):
    right = settings.ANYMAIL
    settings.ANYMAIL = right | {"POSTMARK_API_URL": f"http://127.0.0.1:{free_port()}/"}
    sign(client, page, typed)
    assert state_and_error()[0] == "queued"
    settings.ANYMAIL = right
    clock.forward(minutes=2)
    work_off()
    assert len(service.heard) == 1 and state_and_error() == ("sent", "")


def test_without_its_key_the_mail_waits(client, page, typed, service, settings):
    settings.ANYMAIL = {}
    sign(client, page, typed)
    assert state_and_error() == ("queued", "AnymailConfigurationError")
