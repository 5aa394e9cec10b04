"""An organisation shows that it is the one it says: by its address, by its domain, by an editor."""

import time

import pytest
from django.core import mail

from tests.name_server import NameServer
from tests.sponsors.people import change, join_and_confirm, listed, publish
from tests.supporters.visits import ME, enter, page_text, url, work_off
from wagtail_campaign.sponsors import domains, services, verifying
from wagtail_campaign.sponsors.models import Sponsor

pytestmark = pytest.mark.django_db


@pytest.fixture
def name_server(settings):
    with NameServer() as server:
        settings.WAGTAIL_CAMPAIGN_NAME_SERVERS = [("127.0.0.1", server.port)]
        yield server


@pytest.mark.parametrize(
    ("address", "site", "verified"),
    [
        ("office@union.example.org", "https://www.union.example.org/en/", True),
        ("office@mail.union.example.org", "union.example.org", True),
        ("office@UNION.example.org", "http://union.example.org:8080", True),
        ("office@example.org", "https://union.example.org", False),
        ("office@notunion.example.org", "https://union.example.org", False),
        ("union@gmail.com", "https://gmail.com", False),
        ("union@gmail.com", "https://union.example.org", False),
        ("a@бірлік.example.org", "https://xn--90anhj7bc.example.org", None),
    ],
)
def test_an_address_at_its_own_domain_verifies_an_organisation(
    client, page, organisation, address, site, verified
):
    if verified is None:
        # By whatever way it is written.
        site = f"https://{domains.ascii_of(address.partition('@')[2])}"
        verified = True
    sponsor = join_and_confirm(client, page, organisation | {"email": address, "site": site})
    assert (sponsor.verified_by == "address") == verified


def test_how_it_was_verified_is_said_on_the_list(client, page, organisation):
    listed(client, page, organisation | {"email": "office@union.example.org"})
    assert "Verified by an address at union.example.org" in client.get(page.url).content.decode()


@pytest.mark.parametrize("entry", [{"name": "Other"}, {"website": "https://other.example.org"}])
def test_another_name_or_web_site_has_to_be_verified_anew(client, page, organisation, entry):
    sponsor = listed(client, page, organisation | {"email": "office@union.example.org"})
    assert change(sponsor, **entry)
    assert sponsor.verified_by == ""
    assert "Verified" not in client.get(page.url).content.decode()
    publish(sponsor)
    sponsor.refresh_from_db()
    assert (sponsor.verified_by == "address") == ("website" not in entry)


def test_a_person_is_never_verified(client, page, person):
    sponsor = listed(client, page, person)
    assert change(sponsor, website="https://example.org")
    publish(sponsor)
    sponsor.refresh_from_db()
    assert sponsor.verified_by == ""


@pytest.mark.parametrize("name", ["union.example.org", "_campaign.union.example.org"])
def test_a_record_in_the_domain_verifies_an_organisation(
    client, page, organisation, name_server, name
):
    sponsor = listed(client, page, organisation)
    name_server.records[name] = ["v=spf1 -all", domains.record_for(sponsor)]
    work_off()
    assert not name_server.asked
    said = enter(client, "bolat@gmail.com")
    assert domains.record_for(sponsor) in said
    assert client.post(url("me_sponsor_prove", sponsor.pk)).status_code == 303
    assert not name_server.asked, "never in the request of a sponsor"
    assert work_off()["domains of sponsors looked at"] == 1
    assert name_server.asked[0] == "_campaign.union.example.org"
    assert "Verified by the domain union.example.org" in client.get(page.url).content.decode()
    name_server.asked.clear()
    work_off()
    assert not name_server.asked


def test_the_record_of_another_entry_proves_nothing(client, page, organisation, name_server):
    first = listed(client, page, organisation)
    other = listed(
        client, page, organisation | {"name": "Miners", "name_ru": "", "email": "m@example.org"}
    )
    name_server.records["union.example.org"] = [domains.record_for(first)]
    assert not verifying.look(other)
    assert verifying.look(first)
    assert domains.record_for(first) != domains.record_for(other)


def test_it_is_looked_for_every_hour_and_for_a_week(client, page, organisation, name_server, clock):
    sponsor = listed(client, page, organisation)
    services.ask_for_dns(sponsor)
    work_off()
    asked = len(name_server.asked)
    assert asked
    work_off()
    assert len(name_server.asked) == asked
    clock.forward(hours=2)
    work_off()
    assert len(name_server.asked) == 2 * asked
    clock.forward(days=8)
    work_off()
    assert len(name_server.asked) == 2 * asked


def test_a_name_server_that_says_nothing_is_not_waited_for(
    client, page, organisation, name_server, monkeypatch
):
    sponsor = listed(client, page, organisation)
    monkeypatch.setattr(verifying, "SECONDS", 0.3)
    name_server.is_silent = True
    started = time.monotonic()
    assert not verifying.look(sponsor)
    assert time.monotonic() - started < 3


def test_an_organisation_without_a_domain_has_nothing_to_prove(client, page, organisation):
    sponsor = listed(client, page, organisation | {"site": ""})
    assert domains.record_for(sponsor) == ""
    mail.outbox.clear()
    assert "TXT" not in enter(client, "bolat@gmail.com")
    client.post(url("me_sponsor_prove", sponsor.pk))
    assert Sponsor.objects.get().dns_asked_at is None
    assert "Nothing was changed" in page_text(client.get(f"{ME}?say=unchanged"))
