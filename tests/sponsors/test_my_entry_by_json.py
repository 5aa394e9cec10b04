"""Sponsors see, change and prove their entries by JSON: what the pages under "my actions" do."""

import pytest

from tests.headless.same import left_by
from tests.headless.visits import enter, enter_by_html, session_of, token_for
from tests.hostile import NASTY
from tests.sponsors.conftest import MP, PARTY, UNION
from tests.sponsors.people import join_and_confirm, listed, publish
from tests.supporters.visits import url
from wagtail_campaign.sponsors import domains
from wagtail_campaign.sponsors.models import Sponsor

pytestmark = pytest.mark.django_db

BOLAT = "bolat@gmail.com"


def both(front_end, address, html, json):
    """What both doors leave, each with a session of its own out of the same mail."""
    token = token_for(front_end, address)

    def by_html():
        enter_by_html(front_end.client, token)
        html(front_end.client)

    def by_json():
        json(session_of(front_end, token))

    try:
        found = left_by(by_html)
    finally:
        front_end.client.cookies.clear()
    assert found == left_by(by_json)
    return found


CHANGED = {
    "name": "Профсоюз",
    "name_ru": "Профсоюз нефти",
    "type": PARTY,
    "country": "DE",
    "site": "other.example.org",
    "members": "13 500",
    "quote": "Свободу!",
}


@pytest.mark.parametrize("verified", [True, False])
def test_both_doors_change_an_entry_the_same(client, front_end, pages, organisation, verified):
    address = "office@union.example.org" if verified else BOLAT
    sponsor = listed(client, pages["en"], organisation | {"email": address})
    assert bool(sponsor.verified_by) == verified

    def html(client):
        answer = client.post(url("me_sponsor", sponsor.pk), CHANGED)
        assert answer.url.endswith("say=entry")

    def json(session):
        typed = CHANGED | {"members": 13500}
        answer = front_end.post(f"/me/sponsors/{sponsor.pk}", typed, **session)
        assert (answer.status_code, answer.json()["notice"]) == (200, "entry")
        assert answer.json()["changed"] and "looks at the change" in answer.json()["said"]
        again = front_end.post(f"/me/sponsors/{sponsor.pk}", typed, **session)
        assert again.json()["changed"] is False

    found = both(front_end, address, html, json)
    [row] = found["Sponsor"]
    assert (row["members"], row["needs_review"], row["verified_by"]) == (13500, True, "")
    assert (sponsor.sponsor_list.key, "members", 13500) in found["tallies"]


def test_a_part_of_it_is_changed_and_the_rest_stays(client, front_end, page, organisation):
    sponsor = listed(client, page, organisation)
    session = enter(front_end, BOLAT)
    before = Sponsor.objects.values("name", "names", "website", "country", "type_uuid").get()
    path = f"/me/sponsors/{sponsor.pk}"
    assert front_end.patch(path, {"members": 5, "quote": None}, **session).json()["changed"]
    sponsor.refresh_from_db()
    assert (sponsor.members, sponsor.quote) == (5, "")
    assert Sponsor.objects.values(*before).get() == before
    assert not front_end.patch(path, {}, **session).json()["changed"]
    assert front_end.patch(path, {"name": None}, **session).json()["errors"].keys() == {"name"}


def test_a_type_that_is_gone_hinders_no_other_change(client, front_end, page, organisation):
    sponsor = listed(client, page, organisation)
    page.types = "[]"
    page.save()
    session = enter(front_end, BOLAT)
    assert (
        front_end.patch(f"/me/sponsors/{sponsor.pk}", {"members": 7}, **session).status_code == 200
    )
    assert Sponsor.objects.get().members == 7


def test_the_form_holds_what_stands_and_is_in_the_readers_language(
    client, front_end, pages, organisation
):
    sponsor = listed(client, pages["en"], organisation)
    session = enter(front_end, BOLAT, "ru")
    said = front_end.get(f"/me/sponsors/{sponsor.pk}", **session)
    assert said.headers["Content-Language"] == "ru"
    form = said.json()["form"]
    fields = form["schema"]["properties"]
    assert (fields["name"]["default"], fields["members"]["default"]) == (
        organisation["name"],
        12000,
    )
    assert "Профсоюз" in [choice["title"] for choice in fields["type"]["oneOf"]]
    standing = {name: field["default"] for name, field in fields.items() if "default" in field}
    again = client.post(
        form["url"], standing, content_type="application/json", headers=session
    ).json()
    assert again["changed"] is False, "sent back as it was"
    assert "Қазақстан" in str(
        front_end.get(f"/me/sponsors/{sponsor.pk}", accept_language="kk", **session).json()
    )


def test_what_is_wrong_is_said_beside_the_field(client, front_end, pages, organisation):
    listed(client, pages["en"], organisation)
    other = listed(
        client,
        pages["en"],
        organisation | {"name": "Miners", "name_ru": "", "email": "m@example.org"},
    )
    session = enter(front_end, "m@example.org")
    path = f"/me/sponsors/{other.pk}"
    wrong = {"name": "", "site": "https://a b", "members": "many"}
    answer = front_end.post(path, wrong, accept_language="kk", **session)
    assert answer.status_code == 422
    in_kazakh = answer.json()["errors"]
    assert set(in_kazakh) == {"name", "site", "members"}
    assert (
        in_kazakh != front_end.post(path, wrong, accept_language="en", **session).json()["errors"]
    )
    taken = {"name": "ПРОФСОЮЗ нефтяников", "country": "KZ"}
    answer = front_end.post(path, taken, accept_language="en", **session)
    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["name"])
    assert answer.json()["errors"]["name"] == [
        "An organisation of that name is on the list already."
    ]
    other.refresh_from_db()
    assert other.name == "Miners"


def test_both_doors_have_the_domain_looked_for(client, front_end, page, organisation):
    sponsor = listed(client, page, organisation)
    session = enter(front_end, BOLAT)
    said = front_end.get(f"/me/sponsors/{sponsor.pk}", **session).json()
    assert said["dns_record"] == domains.record_for(sponsor)
    assert (said["domain"], said["dns_asked_at"]) == ("union.example.org", None)

    def html(client):
        assert client.post(url("me_sponsor_prove", sponsor.pk)).url.endswith("say=domain")

    def json(session):
        answer = front_end.post(f"/me/sponsors/{sponsor.pk}/prove", **session)
        assert (answer.json()["changed"], answer.json()["notice"]) == (True, "domain")

    [row] = both(front_end, BOLAT, html, json)["Sponsor"]
    assert row["dns_asked_at"]


def test_an_organisation_without_a_domain_has_nothing_to_prove(
    client, front_end, page, organisation
):
    sponsor = listed(client, page, organisation | {"site": ""})
    session = enter(front_end, BOLAT)
    assert front_end.get(f"/me/sponsors/{sponsor.pk}", **session).json()["dns_record"] == ""
    answer = front_end.post(f"/me/sponsors/{sponsor.pk}/prove", **session)
    assert answer.json()["changed"] is False
    assert Sponsor.objects.get().dns_asked_at is None


@pytest.mark.parametrize("verb", ["withdraw", "erase"])
def test_both_doors_take_an_entry_back(client, front_end, page, person, verb):
    sponsor = listed(client, page, person)

    def html(client):
        assert client.post(url(f"me_{verb}", "sponsor", sponsor.pk)).status_code == 303

    def json(session):
        answer = front_end.post(f"/me/acts/sponsor/{sponsor.pk}/{verb}", **session)
        assert answer.json()["changed"]

    [row] = both(front_end, person["email"], html, json)["Sponsor"]
    assert row["state"] == "withdrawn" and bool(row["name"]) == (verb == "withdraw")


def test_what_was_withdrawn_cannot_be_changed(client, front_end, page, person):
    sponsor = listed(client, page, person)
    session = enter(front_end, person["email"])
    front_end.post(f"/me/acts/sponsor/{sponsor.pk}/withdraw", **session)
    path = f"/me/sponsors/{sponsor.pk}"
    assert front_end.get(path, **session).json()["form"] is None
    answer = front_end.post(path, {"name": "X", "country": "DE", "type": MP}, **session)
    assert (answer.status_code, answer.json()["notice"]) == (200, "unchanged")
    assert Sponsor.objects.get().name == "Aigul Serikova"


def test_a_change_that_comes_again_undoes_no_later_one(client, front_end, page, person):
    sponsor = listed(client, page, person)
    session = enter(front_end, person["email"])
    path = f"/me/sponsors/{sponsor.pk}"
    first = {"name": "First", "country": "DE", "type": MP}
    assert front_end.post(path, first, idempotency_key="0123456789", **session).json()["changed"]
    assert front_end.patch(path, {"name": "Second"}, **session).json()["changed"]
    again = front_end.post(path, first, idempotency_key="0123456789", **session)
    assert again.json()["changed"] is False
    assert Sponsor.objects.get().name == "Second"


def test_nobody_reaches_the_entry_of_another(client, front_end, page, person, organisation):
    theirs, mine = listed(client, page, person), listed(client, page, organisation)
    session = enter(front_end, BOLAT)
    before = Sponsor.objects.order_by("pk").values_list("name", "dns_asked_at")
    was = list(before)
    for pk, headers, status in (
        (theirs.pk, session, 404),
        (mine.pk, {}, 401),
        (10**18, session, 404),
    ):
        path = f"/me/sponsors/{pk}"
        answers = [
            front_end.get(path, **headers),
            front_end.post(path, {"name": "X"}, **headers),
            front_end.patch(path, {"name": "X"}, **headers),
            front_end.post(f"{path}/prove", **headers),
        ]
        assert {answer.status_code for answer in answers} == {status}
    assert list(before) == was


ODD = [*NASTY, 1.5, -1, 10**30, True, False, None, [], ["a"], [["a"]], {"a": 1}]


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_nothing_changed_is_an_error_of_ours(client, front_end, page, organisation, value):
    sponsor = listed(client, page, organisation)
    session = enter(front_end, BOLAT)
    path = f"/me/sponsors/{sponsor.pk}"
    whole = {
        "name": "Union",
        "name_ru": "",
        "type": UNION,
        "country": "",
        "site": "",
        "members": "",
    }
    for field in (*whole, "quote", "speaks_for"):
        for send in (front_end.post, front_end.patch):
            answer = send(path, whole | {field: value}, **session)
            assert answer.status_code in (200, 422), field
    sponsor.refresh_from_db()
    assert sponsor.name.isprintable() and sponsor.state == "published"


def test_an_entry_that_waits_is_changed_before_anybody_looks(client, front_end, page, person):
    sponsor = join_and_confirm(client, page, person)
    session = enter(front_end, person["email"])
    assert front_end.patch(f"/me/sponsors/{sponsor.pk}", {"role": "Miner"}, **session).json()[
        "changed"
    ]
    publish(sponsor)
    assert "Miner" in client.get(page.url).content.decode()
