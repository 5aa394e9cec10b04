"""The campaign's own programs read who agreed to it, in the shape of OSDI."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from wagtail.models import ModelLogEntry

from tests.people import signature_of
from wagtail_campaign.osdi.models import AccessToken
from wagtail_campaign.petitions import services
from wagtail_campaign.supporters import consents
from wagtail_campaign.supporters.models import Consent

pytestmark = pytest.mark.django_db

#: The members that the documents (version 1.2) name: those of all resources, and of each.
COMMON = {"identifiers", "origin_system", "created_date", "modified_date", "_links"}
FIELDS = {
    "people": {
        *("given_name", "family_name", "source", "languages_spoken", "preferred_language"),
        *("email_addresses", "postal_addresses", "phone_numbers", "custom_fields"),
    },
    "petitions": {
        *("name", "title", "summary", "description", "petition_text", "browser_url"),
        *("administrative_url", "featured_image_url", "total_signatures", "target"),
    },
    "signatures": {"action_date", "comments", "referrer_data"},
    "outreaches": {
        *("action_date", "type", "duration", "subject", "message", "referrer_data", "targets"),
    },
    "donations": {
        *("action_date", "amount", "credited_amount", "credited_date", "currency", "recipients"),
        *("payment", "subscription_instance", "voided", "voided_date", "url", "referrer_data"),
    },
}


@pytest.fixture
def reader():
    user = get_user_model().objects.create_user("reader", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="read_osdi"))
    return user


@pytest.fixture
def read(client, reader):
    """``read("people/")``: what a program is answered that has a token."""
    _token, secret = AccessToken.make(reader, "Our CRM")

    def read(path="", secret=secret, **more):
        url = path if path.startswith("http") else f"/campaign/osdi/{path}"
        return client.get(url, headers={"OSDI-API-Token": secret}, **more)

    return read


@pytest.fixture
def signatures(page):
    """Of twelve who signed, every third agreed to news, one of them not confirmed."""
    news = {wording.purpose: wording.pk for wording in page.consent_wordings()}["news"]
    return [
        signature_of(
            page,
            email=f"{n}@example.org",
            comment=f"Words {n}",
            ticked=[news] * (n % 3 == 0),
            confirmed=n != 9,
        )
        for n in range(12)
    ]


def test_it_is_found_from_the_entry_point_by_its_links(read, signatures, page):
    entry = read()
    assert entry.headers["Content-Type"] == "application/hal+json"
    links = entry.json()["_links"]
    assert {f"osdi:{name}" for name in FIELDS} <= set(links)
    people = read(links["osdi:people"]["href"]).json()
    assert [p["given_name"] for p in people["_embedded"]["osdi:people"]] == ["Dana"] * 3
    [signature, *_] = read(links["osdi:signatures"]["href"]).json()["_embedded"]["osdi:signatures"]
    person = read(signature["_links"]["osdi:person"]["href"]).json()
    assert person["email_addresses"][0]["address"] == "0@example.org"
    petition = read(signature["_links"]["osdi:petition"]["href"]).json()
    assert (petition["title"], petition["total_signatures"]) == (page.title, 11)
    assert petition["browser_url"] == page.full_url


def test_only_who_agreed_leaves_the_site_and_leaves_it_no_more_once_it_is_taken_back(
    read, signatures
):
    for path in ("people/", "signatures/"):
        text = read(path).content.decode()
        assert "Words 3" in text or "3@example.org" in text
        for n in (1, 2, 4, 9):
            assert f"Words {n}" not in text and f'"{n}@example.org' not in text
    other = signatures[1]
    assert read(f"signatures/{other.pk}/").status_code == 404
    assert read(f"people/{other.supporter_id}/").status_code == 404
    consents.withdraw(Consent.objects.filter(supporter=signatures[0].supporter_id))
    services.withdraw(signatures[3])
    services.erase(signatures[6])
    left = read("signatures/").json()["_embedded"]["osdi:signatures"]
    assert left == []


def test_pages_lead_on_and_cost_the_same(read, page, django_assert_max_num_queries):
    news = {wording.purpose: wording.pk for wording in page.consent_wordings()}["news"]
    for n in range(7):
        signature_of(page, email=f"{n}@example.org", ticked=[news])
    # The first time on a day is written down.
    read()
    url, seen = "signatures/?per_page=3", []
    while url:
        with django_assert_max_num_queries(6):
            said = read(url).json()
        found = said["_embedded"]["osdi:signatures"]
        assert said["_links"]["osdi:signatures"] == [one["_links"]["self"] for one in found]
        seen += [one["identifiers"][0] for one in found]
        url = said["_links"].get("next", {}).get("href")
    assert len(seen) == len(set(seen)) == 7


@pytest.mark.parametrize("query", ["after=x", "per_page=0", "after=-1", "per_page=" + "9" * 30])
def test_an_odd_page_is_refused(read, query):
    assert read(f"people/?{query}").status_code == 400


def test_nobody_reads_without_a_token_or_whose_user_may_not_any_more(read, reader, client):
    assert client.get("/campaign/osdi/").status_code == 401
    assert read("people/", secret="x" * 64).status_code == 401
    assert read("people/", secret="").status_code == 401
    assert read("people/").status_code == 200
    assert AccessToken.objects.get().used_on
    # Once a day, however often it reads.
    read("signatures/")
    entry = ModelLogEntry.objects.get(action="campaign.read_by_access_token")
    assert entry.user == reader
    reader.user_permissions.clear()
    assert read("people/").status_code == 403
    reader.is_superuser, reader.is_active = True, False
    reader.save()
    assert read("people/").status_code == 403
    assert read("nothing/").status_code == 403


def test_it_can_only_be_read(client, reader):
    _token, secret = AccessToken.make(reader, "Our CRM")
    for method in (client.post, client.put, client.delete, client.patch):
        answer = method("/campaign/osdi/people/", headers={"OSDI-API-Token": secret})
        assert answer.status_code == 405
    assert secret not in repr(AccessToken.objects.values())


@pytest.mark.parametrize("name", FIELDS)
def test_all_members_are_those_of_the_documents(read, signatures, gift_and_letter, name):
    said = read(f"{name}/").json()
    assert {"_links", "_embedded", "per_page"} == set(said)
    documents = said["_embedded"][f"osdi:{name}"]
    assert documents
    for document in documents:
        assert set(document) <= FIELDS[name] | COMMON
        assert document["identifiers"][0].startswith("wagtail_campaign:")
        assert (
            read(document["_links"]["self"]["href"]).json()["identifiers"]
            == (document["identifiers"])
        )


def test_a_letter_says_to_whom_and_a_gift_how_much(read, gift_and_letter):
    [letter] = read("outreaches/").json()["_embedded"]["osdi:outreaches"]
    assert letter["type"] == "email" and "Ministry" in letter["targets"][0]["title"]
    assert not {"subject", "message"} & set(letter)
    [gift] = read("donations/").json()["_embedded"]["osdi:donations"]
    assert (gift["amount"], gift["credited_amount"], gift["currency"]) == (6.0, 4.0, "EUR")
