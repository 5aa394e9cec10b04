"""``manage.py campaign_stripe``: what a site builder starts, and what it doesn't start beside."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager

import pytest
import stripe
from django.core.management import CommandError, call_command

from wagtail_campaign.management.commands import campaign_stripe

SITE = [sys.executable, "-m", "django", "campaign_stripe", "--settings=example_project.settings"]


@contextmanager
def started(*options):
    """The command in a process of its own: (what it said, the SDK talking to it)."""
    kept = os.environ.keys() - {"DJANGO_SETTINGS_MODULE", "DEBUG"}
    process = subprocess.Popen(
        [*SITE, "--port=0", *options],
        env={name: os.environ[name] for name in kept},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        lines = []
        while "Ctrl-C" not in (line := process.stdout.readline()):
            assert line, "It ended."
            lines.append(line)
        said = "".join(lines)
        settings = dict(re.findall(r"^  WAGTAIL_CAMPAIGN_STRIPE_(\w+) = (.+)$", said, re.M))
        address = {"api": settings["ADDRESS"].strip('"')}
        yield said, stripe.StripeClient(settings["SECRET_KEY"].strip('"'), base_addresses=address)
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def test_a_site_that_sets_what_it_prints_can_take_donations(order, tmp_path):
    file = tmp_path / "offline-stripe.json"
    with started("--webhook=http://127.0.0.1:9/hook/", f"--keep={file}") as (said, sdk):
        session = sdk.v1.checkout.sessions.create(order())
        assert session.url.startswith("http://127.0.0.1:")
        assert '["whsec_offline"]' in said
        assert "Events go to http://127.0.0.1:9/hook/" in said and f"kept in {file}" in said
    assert session.id in file.read_text()


def test_it_says_where_nothing_goes_and_nothing_is_kept():
    said = campaign_stripe.welcome("http://127.0.0.1:12111", None, None)
    assert "events go nowhere" in said and "--keep FILE" in said


def test_it_never_starts_on_a_live_site(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="Set DEBUG = True"):
        call_command("campaign_stripe", port=0)


@pytest.mark.parametrize("key", ["sk_live_1", "rk_live_1", "pk_test_1"])
def test_it_never_starts_beside_a_live_key_and_never_says_it(settings, key):
    settings.DEBUG, settings.WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = True, key
    with pytest.raises(CommandError, match="Set it to sk_test_offline") as refused:
        call_command("campaign_stripe", port=0)
    assert key not in str(refused.value)


def test_a_port_in_use_is_said(settings):
    settings.DEBUG = True
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"port {port} .*Choose another: --port"):
            call_command("campaign_stripe", port=port)


def test_what_is_no_address_is_said(settings):
    settings.DEBUG = True
    with pytest.raises(CommandError, match="'campaign/webhook'"):
        call_command("campaign_stripe", port=0, webhook="campaign/webhook")
