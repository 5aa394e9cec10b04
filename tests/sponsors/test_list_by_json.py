"""The list by JSON: what the page shows, searched and narrowed down the same."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.hostile import NASTY
from tests.sponsors.conftest import MP, PARTY, UNION
from tests.sponsors.people import counts, join_and_confirm, listed
from tests.sponsors.test_listing import many
from wagtail_campaign.sponsors.models import Sponsor

pytestmark = pytest.mark.django_db


def read(front_end, page, query="") -> dict:
    answer = front_end.get(f"/sponsors/{page.pk}{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def names(said) -> list[str]:
    return [one["name"] for group in said["groups"] for one in group["sponsors"]]


def test_it_is_the_list_of_the_page_in_its_language(client, front_end, pages, organisation, person):
    listed(client, pages["en"], organisation)
    listed(client, pages["en"], person)
    join_and_confirm(client, pages["en"], person | {"email": "w@example.org", "last_name": "Waits"})
    said = read(front_end, pages["ru"])
    assert (said["language"], said["number"], said["pages"]) == ("ru", 2, 1)
    assert said["counts"] == {"persons": 1, "organisations": 1, "members": 12000}
    assert [group["heading"] for group in said["groups"]] == ["Профсоюзы", "Депутаты"]
    union, deputy = (one for group in said["groups"] for one in group["sponsors"])
    assert union["name"] == "Профсоюз нефтяников"
    assert (union["type"], union["members"], union["domain"]) == (UNION, 12000, "union.example.org")
    assert (deputy["name"], deputy["role"]) == ("Aigul Serikova", "Member of parliament")
    assert (deputy["quote"], deputy["language"]) == (person["quote"], "en")
    assert read(front_end, pages["en"])["groups"][0]["sponsors"][0]["name"] == "Oil Workers’ Union"
    page = front_end.get(f"/actions/{pages['ru'].pk}").json()
    assert page["action"]["countries"] == len({union["country"], deputy["country"]})
    everything = front_end.get(f"/sponsors/{pages['ru'].pk}").content.decode()
    for private in ("Bolat", "Omarov", "gmail.com", "aigul@", "Chair", "Waits"):
        assert private not in everything


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?q=профсоюз",
        "?q=GREENS",
        "?q=nobody",
        "?q=%25",
        f"?type={MP}",
        f"?type={PARTY}",
        "?type=x",
        "?country=DE",
        "?country=XX",
        f"?type={UNION}&country=KZ&q=oil",
    ],
)
def test_it_finds_what_the_page_finds(client, front_end, page, organisation, person, query):
    listed(client, page, organisation)
    listed(client, page, person)
    shown = client.get(page.url + query).content.decode()
    found = names(read(front_end, page, query))
    for name in ("Oil Workers’ Union", "Aigul Serikova"):
        assert (name in found) == (name in shown)


def test_a_long_list_comes_in_pages_of_fifty(client, front_end, page, sponsor_list):
    many(sponsor_list, 120)
    found = []
    for number in (1, 2, 3):
        said = read(front_end, page, f"?page={number}")
        assert (said["number"], said["pages"], said["sought"]["page"]) == (120, 3, number)
        found += names(said)
        shown = client.get(f"{page.url}?list={number}").content.decode()
        assert all(name in shown for name in names(said))
    assert len(found) == len(set(found)) == 120
    assert read(front_end, page, "?page=9")["sought"]["page"] == 3, "the last there is"
    [choice] = [c for c in read(front_end, page)["types"] if c["value"] == MP]
    assert choice == {"value": MP, "title": "Deputies", "number": 40}


def test_ten_thousand_entries_cost_no_more_queries(front_end, page, sponsor_list):
    def queries():
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            read(front_end, page)
        return len(captured)

    many(sponsor_list, 60)
    few = queries()
    Sponsor.objects.all().delete()
    many(sponsor_list, 3000)
    assert queries() == few


@pytest.mark.parametrize(
    "query", ["?page=0", "?page=x", f"?page={'9' * 30}", "?q=" + "x" * 101, "?country=XXX"]
)
def test_what_is_not_as_described_is_said(front_end, page, query):
    answer = front_end.get(f"/sponsors/{page.pk}{query}")
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == [query[1:].partition("=")[0]]


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_nothing_looked_for_is_an_error_of_ours(client, front_end, page, person, value):
    listed(client, page, person)
    for name in ("q", "type", "country", "page"):
        answer = client.get(f"/campaign/api/v1/sponsors/{page.pk}", {name: value[:2000]})
        assert answer.status_code in (200, 422), name


@pytest.mark.parametrize("page_id", ["0", "-1", "x", "9" * 30, "999999"])
def test_what_is_no_list_is_not_there(front_end, home, page, page_id):
    assert front_end.get(f"/sponsors/{home.pk}").status_code == 404
    assert front_end.get(f"/sponsors/{page_id}").status_code in (404, 422)


def test_the_numbers_are_those_of_the_tallies(client, front_end, page, sponsor_list, organisation):
    listed(client, page, organisation)
    answer = front_end.get(f"/actions/{page.pk}/tally")
    assert answer.json() == {"counts": counts(sponsor_list), "total": 1}
    assert (
        answer.json()["counts"] == client.get(f"/campaign/tallies/{sponsor_list.key}.json").json()
    )
    assert "public" in answer.headers["Cache-Control"]
    same = front_end.get(f"/actions/{page.pk}/tally", if_none_match=answer.headers["ETag"])
    assert same.status_code == 304
