"""Webhooks go to public addresses and nowhere else, whatever a name leads to."""

import ipaddress
import socket
import ssl
import time

import pytest

from wagtail_campaign.webhooks import calling, places
from wagtail_campaign.webhooks.places import BadPlace, place_of

from .receiver import CERTIFICATES, Receiver

NAME = "hooks.example.org"
PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"]
NOT_PUBLIC = [
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.1.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fc00::1",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.216.34",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "2001:db8::1",
]


@pytest.fixture
def tls_receiver(settings, monkeypatch):
    """One with a certificate of an authority that this machine trusts for once."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "ca.pem"))
    calling._context.cache_clear()
    settings.WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE = True
    with Receiver(is_tls=True) as receiver:
        yield receiver
    calling._context.cache_clear()


@pytest.fixture
def connected(monkeypatch):
    """The addresses to which connections were tried; none is made."""
    tried = []

    def refuse(address, timeout):
        tried.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(calling.socket, "create_connection", refuse)
    return tried


def call(url):
    return calling.post(url, "{}", {"webhook-id": "msg_1"})


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_called(address):
    assert places.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_no_other_is(address, name_server, connected):
    assert not places.is_public(ipaddress.ip_address(address))
    host = f"[{address}]" if ":" in address else address
    assert call(f"https://{host}/").error == "BadPlace"
    # Nor where a name leads there, alone or among others.
    name_server.addresses[NAME] = [[address]]
    assert call(f"https://{NAME}/").error == "NotPublic"
    name_server.addresses[NAME] = [[*PUBLIC, address]]
    assert call(f"https://{NAME}/").error == "NotPublic"
    assert connected == []


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://hooks.example.org/", "scheme"),
        ("ftp://hooks.example.org/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://hooks.example.org/", "scheme"),
        ("hooks.example.org", "scheme"),
        ("", "scheme"),
        ("https://user:pass@hooks.example.org/", "user"),
        ("https://user@hooks.example.org/", "user"),
        ("https://@hooks.example.org/", "user"),
        ("https://", "url"),
        ("https:///path", "url"),
        ("https://hooks.example.org:99999/", "url"),
        ("https://hooks.example.org:0/", "url"),
        ("https://hooks.example.org:x/", "url"),
        ("https://[::1/", "url"),
        ("https://hooks.example.org/#part", "url"),
        ("https://hooks.example.org/a b", "url"),
        ("https://hooks.example.org/ж", "url"),
        ("https://a..b/", "url"),
        ("https://localhost/", "url"),
        ("https://intranet/", "url"),
        ("https://2130706433/", "url"),
        ("https://0x7f000001/", "url"),
        ("https://127.1/", "url"),
        ("https://0177.0.0.1/", "url"),
        ("https://127.0.0.1/", "host"),
        ("https://[::ffff:127.0.0.1]/", "host"),
        ("https://１２７.0.0.1/", "url"),
    ],
)
def test_what_is_no_address_of_ours_to_call(url, reason):
    with pytest.raises(BadPlace) as error:
        place_of(url)
    assert error.value.reason == reason


def test_names_in_other_scripts_are_asked_for_as_the_dns_has_them():
    place = place_of("https://Қол.example.org:8443/x?y=1")
    assert place == places.Place(
        True, "қол".encode("idna").decode() + ".example.org", 8443, "/x?y=1"
    )


def test_a_name_is_asked_for_once_and_the_address_that_was_looked_at_is_called(
    name_server, connected
):
    """The first answer is public, those after it aren't: rebinding."""
    name_server.addresses[NAME] = [["93.184.216.34"], ["127.0.0.1"]]
    assert call(f"https://{NAME}/").error == "ConnectionRefusedError"
    assert connected == [("93.184.216.34", 443)]
    assert call(f"https://{NAME}/").error == "NotPublic"
    assert connected == [("93.184.216.34", 443)]


def test_a_name_that_leads_nowhere(name_server, connected):
    assert call(f"https://{NAME}/").error == "NoSuchName"
    name_server.addresses[NAME] = [[]]
    assert call(f"https://{NAME}/").error == "NoSuchName"
    assert connected == []


def test_name_servers_that_are_silent_take_no_longer_than_everything_may(
    name_server, connected, monkeypatch
):
    monkeypatch.setattr(calling, "SECONDS", 0.3)
    name_server.is_silent = True
    began = time.monotonic()
    assert call(f"https://{NAME}/").error == "TimeoutError"
    assert time.monotonic() - began < 1.5


def test_the_name_is_in_the_certificate_the_handshake_and_the_header(tls_receiver, name_server):
    name_server.addresses[NAME] = [["127.0.0.1"]]
    assert call(f"https://{NAME}:{tls_receiver.port}/hook").status == 200
    [(path, headers, _)] = tls_receiver.received
    assert (path, headers["Host"]) == ("/hook", f"{NAME}:{tls_receiver.port}")
    assert tls_receiver.names == [NAME]


def test_a_certificate_of_another_name_is_refused(tls_receiver, name_server):
    name_server.addresses["other.example.org"] = [["127.0.0.1"]]
    answer = call(f"https://other.example.org:{tls_receiver.port}/")
    assert (answer.status, answer.error) == (None, "SSLCertVerificationError")
    assert call(tls_receiver.url).error == "SSLCertVerificationError"
    assert not tls_receiver.received


def test_a_certificate_that_nobody_vouches_for_is_refused(tls_receiver, name_server, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    calling._context.cache_clear()
    name_server.addresses[NAME] = [["127.0.0.1"]]
    answer = call(f"https://{NAME}:{tls_receiver.port}/")
    assert answer.error == "SSLCertVerificationError" and not tls_receiver.received


def test_who_speaks_no_tls_is_refused(name_server, settings):
    settings.WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE = True
    name_server.addresses[NAME] = [["127.0.0.1"]]
    with Receiver() as receiver:
        assert call(f"https://{NAME}:{receiver.port}/").error == "SSLError"


def test_who_falls_silent_in_the_handshake_is_cut_off(name_server, settings, monkeypatch):
    monkeypatch.setattr(calling, "SECONDS", 0.3)
    settings.WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE = True
    name_server.addresses[NAME] = [["127.0.0.1"]]
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert call(f"https://{NAME}:{server.getsockname()[1]}/").error == "TimeoutError"


def test_certificates_are_asked_for():
    context = calling._context()
    assert context.verify_mode == ssl.CERT_REQUIRED and context.check_hostname


def test_a_proxy_in_the_environment_is_not_asked(receiver, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    assert call(receiver.url).status == 200


def test_without_leave_nothing_on_this_machine_is_called(receiver, settings):
    settings.WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE = False
    assert call(receiver.url).error == "BadPlace" and not receiver.received
