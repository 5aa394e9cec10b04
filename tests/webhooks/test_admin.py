"""Editors with the right set webhooks up, look after them, and send again; nobody else does."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.editors import editor, superuser, text
from tests.people import signature_of
from wagtail_campaign.webhooks import signing
from wagtail_campaign.webhooks.models import Delivery, Endpoint

from .listening import listening

pytestmark = pytest.mark.django_db

LIST = reverse("campaign_webhooks:index")
ADD = reverse("campaign_webhooks:add")
HOME = reverse("wagtailadmin_home")
TYPED = {
    "name": "Statistics",
    "url": "https://hooks.example.org/campaign",
    "events": ["signature.confirmed", "donation.paid"],
}
VERBS = ["change", "test", "renew_secret", "switch_off", "switch_on", "delete", "replay_failed"]


def at(name, endpoint, *args):
    return reverse(f"campaign_webhooks:{name}", args=[endpoint.pk, *args])


@pytest.fixture
def manager(db):
    return editor("manage_webhooks")


@pytest.fixture
def delivered(page):
    """An endpoint that was told of a signature; and the delivery."""
    endpoint = listening()
    signature_of(page)
    Delivery.objects.update(state="delivered", attempts=2, status=204)
    return endpoint, Delivery.objects.get()


def log() -> list[str]:
    """What the site history tells, the oldest first."""
    entries = ModelLogEntry.objects.filter(action__contains="webhook").order_by("pk")
    return [str(entry.formatter.format_message(entry)) for entry in entries]


def test_a_webhook_is_added_and_its_secret_shown_once(manager):
    assert "No other system is told" in text(manager.get(LIST))
    answer = manager.post(ADD, TYPED)
    endpoint = Endpoint.objects.get()
    secret = signing.secret(endpoint)
    assert secret in text(answer) and answer["Cache-Control"].startswith("no-store")
    assert re.fullmatch(r"whsec_[A-Za-z0-9+/]{43}=", secret)
    assert (endpoint.name, endpoint.url, endpoint.events) == tuple(TYPED.values())
    for address in (LIST, at("inspect", endpoint), at("change", endpoint), HOME):
        assert "whsec_" not in text(manager.get(address))
    said = text(manager.get(LIST))
    assert "Statistics" in said and "A signature was confirmed" in said
    assert "Not told anything yet" in said
    [entry] = log()
    assert "Added the webhook" in entry and "A donation was paid" in entry


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://hooks.example.org/", "has to begin with https://"),
        ("https://127.0.0.1/", "Only public addresses"),
        ("https://localhost/", "no address that can be called"),
        ("https://user:secret@hooks.example.org/", "Leave user and password out"),
        ("not an address", "has to begin with https://"),
        ("https://" + "x" * 600, "at most 500"),
        ("", "required"),
    ],
)
def test_an_address_that_may_not_be_called_is_refused(manager, url, said):
    assert said in text(manager.post(ADD, TYPED | {"url": url}))
    assert not Endpoint.objects.exists()


def test_only_events_that_there_are_can_be_chosen(manager):
    manager.post(ADD, TYPED | {"events": ["erased"]})
    manager.post(ADD, TYPED | {"events": ["x"]})
    assert not Endpoint.objects.exists()


def test_nobody_else_sees_or_does_anything(page, delivered):
    endpoint, delivery = delivered
    other = editor("moderate_signature", "view_personal_data", edits=[page])
    addresses = [LIST, ADD, at("inspect", endpoint), at("deliveries", endpoint)]
    addresses += [at(name, endpoint) for name in VERBS]
    addresses += [at(name, endpoint, delivery.pk) for name in ("delivery", "replay")]
    for address in addresses:
        for answer in (other.get(address), other.post(address)):
            assert answer.status_code == 302 and answer.url == HOME, address
    assert LIST not in text(other.get(HOME))
    assert Endpoint.objects.get().is_on and Delivery.objects.get().state == "delivered"
    assert log()[1:] == []


def test_who_has_the_right_finds_it_in_the_menu(manager):
    assert LIST in text(manager.get(HOME))


def test_what_is_not_there_is_404(manager, delivered):
    endpoint, delivery = delivered
    for name in ("inspect", "deliveries", *VERBS):
        address = reverse(f"campaign_webhooks:{name}", args=[endpoint.pk + 1])
        assert manager.get(address, follow=True).status_code == 404, name
    for name in ("delivery", "replay"):
        missing = at(name, endpoint, delivery.pk + 1)
        assert manager.get(missing, follow=True).status_code == 404
        of_another = at(name, listening(name="Chat"), delivery.pk)
        assert manager.get(of_another, follow=True).status_code == 404


def test_it_is_changed_and_keeps_its_secret(manager, delivered):
    endpoint, _ = delivered
    before = signing.secret(endpoint)
    assert "https://hooks.example.org/" in text(manager.get(at("change", endpoint)))
    manager.post(at("change", endpoint), TYPED | {"name": "Chat", "events": []})
    endpoint.refresh_from_db()
    assert (endpoint.name, endpoint.events) == ("Chat", [])
    assert signing.secret(endpoint) == before
    assert log()[-1] == "Changed the webhook. It is told of: –"


def test_the_secret_is_renewed_and_the_new_one_shown_once(manager, delivered):
    endpoint, _ = delivered
    before = signing.secret(endpoint)
    assert "whsec_" not in text(manager.get(at("renew_secret", endpoint)))
    said = text(manager.post(at("renew_secret", endpoint)))
    endpoint.refresh_from_db()
    assert signing.secret(endpoint) in said and signing.secret(endpoint) != before
    assert log()[-1] == "Renewed the secret"


def test_it_is_switched_off_and_on(manager, delivered):
    endpoint, _ = delivered
    said = text(manager.post(at("switch_off", endpoint), follow=True))
    assert "It is told nothing." in said and "Switch it on" in said
    assert "switch it on first" in text(manager.get(at("test", endpoint)))
    said = text(manager.post(at("switch_on", endpoint), follow=True))
    assert "Switch it off" in said
    assert log()[1:] == ["Switched the webhook off", "Switched the webhook on"]


def test_a_test_is_sent(manager, delivered, settings):
    endpoint, _ = delivered
    manager.post(at("test", endpoint))
    assert Delivery.objects.latest("pk").event == "test"
    assert "A test" in text(manager.get(at("deliveries", endpoint)))
    assert log()[-1] == "Sent a test"


def test_deliveries_are_listed_and_looked_at(manager, delivered):
    endpoint, delivery = delivered
    said = text(manager.get(at("deliveries", endpoint)))
    assert "A signature was confirmed" in said and "204" in said and "Delivered" in said
    assert "A signature" not in text(manager.get(at("deliveries", endpoint), {"state": "failed"}))
    results = manager.get(at("deliveries_results", endpoint))
    assert "A signature was confirmed" in text(results)
    said = text(manager.get(at("delivery", endpoint, delivery.pk)))
    assert delivery.webhook_id in said and "signature.confirmed" in said


def test_one_is_sent_again(manager, delivered):
    endpoint, delivery = delivered
    assert "under the same number" in text(manager.get(at("replay", endpoint, delivery.pk)))
    said = text(manager.post(at("replay", endpoint, delivery.pk), follow=True))
    assert "1 event goes out again" in said
    again = Delivery.objects.get()
    assert (again.state, again.webhook_id) == ("queued", delivery.webhook_id)
    twice = manager.post(at("replay", endpoint, delivery.pk), follow=True)
    assert twice.status_code == 404
    assert log()[-1] == "Had 1 event sent again"


def test_all_that_failed_since_a_day_is_sent_again(manager, delivered):
    endpoint, delivery = delivered
    today = timezone.localdate().isoformat()
    said = text(manager.post(at("replay_failed", endpoint), {"since": today}, follow=True))
    assert "Nothing was given up since then." in said
    Delivery.objects.update(state="failed")
    for wrong in ("", "x", "99999-01-01"):
        assert manager.post(at("replay_failed", endpoint), {"since": wrong}).status_code == 200
    for odd in ("0001-01-01", "9999-12-31"):
        Delivery.objects.update(state="failed")
        assert manager.post(at("replay_failed", endpoint), {"since": odd}).status_code == 302
    Delivery.objects.update(state="failed")
    manager.post(at("replay_failed", endpoint), {"since": today})
    assert Delivery.objects.get().state == "queued"


def test_it_is_deleted_with_what_it_was_told(manager, delivered):
    endpoint, _ = delivered
    assert "have it delete what it was told" in text(manager.get(at("delete", endpoint)))
    assert manager.post(at("delete", endpoint)).url == LIST
    assert not Endpoint.objects.exists() and not Delivery.objects.exists()
    assert log()[-1] == "Deleted the webhook"


def test_the_home_page_says_what_fails(manager, delivered):
    endpoint, _ = delivered
    assert "Webhooks that fail" not in text(manager.get(HOME))
    Endpoint.objects.update(failing_since=timezone.now())
    assert "Webhooks that fail" in text(manager.get(HOME))
    assert "Fails since" in text(manager.get(LIST))
    Endpoint.objects.update(is_on=False, off_reason="failing")
    assert "it failed for days" in text(manager.get(HOME))
    assert "Webhooks that fail" not in text(editor("view_numbers").get(HOME))
    Endpoint.objects.update(off_reason="editor")
    assert "Webhooks that fail" not in text(manager.get(HOME))


def test_the_site_history_leads_to_it(manager, delivered):
    endpoint, _ = delivered
    said = text(superuser().get(reverse("wagtailadmin_reports:site_history")))
    assert at("inspect", endpoint) in said and "Statistics" in said
