"""The list as it is read: searched, narrowed down, in pages, without a script; also a long one."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.people import change as change_settings
from tests.sponsors.conftest import MP, PARTY, UNION
from tests.sponsors.people import listed
from wagtail_campaign.actions import live, tallies
from wagtail_campaign.sponsors import entries
from wagtail_campaign.sponsors.models import Sponsor

pytestmark = pytest.mark.django_db


def many(sponsor_list, number: int):
    """So many entries at once, as if they had been published."""
    made = []
    for n in range(number):
        sponsor = Sponsor(
            sponsor_list=sponsor_list,
            kind="person" if n % 3 else "organisation",
            type_uuid=[UNION, MP, None][n % 3],
            name=f"Имя {n:05}",
            country=["KZ", "DE", ""][n % 3],
            language="ru",
            state="published",
            published_at=timezone.now(),
        )
        entries.fit(sponsor)
        made.append(sponsor)
    Sponsor.objects.bulk_create(made)
    tallies.recount()
    live.forget(sponsor_list.key)


def shown(client, page, query="") -> str:
    answer = client.get(f"{page.url}{query}")
    assert answer.status_code == 200
    assert not answer.cookies
    return answer.content.decode()


def test_an_empty_list_says_so(client, page):
    assert "Nobody is on the list yet." in shown(client, page)
    assert "Nobody is on the list yet." in shown(client, page, "?q=anybody&list=7")


def test_a_name_is_found_in_any_script_and_case(client, page, organisation, person):
    listed(client, page, organisation)
    listed(client, page, person)
    for query in ("профсоюз", "ПРОФСОЮЗ НЕФТЯНИКОВ", "oil union", "OIL workers’"):
        found = shown(client, page, f"?q={query}")
        assert "Oil Workers’ Union" in found and "Serikova" not in found
    assert "Nothing was found." in shown(client, page, "?q=nobody")
    assert "Serikova" in shown(client, page, "?q=greens")


def test_a_list_is_narrowed_by_type_and_country(client, page, organisation, person):
    listed(client, page, organisation)
    listed(client, page, person)
    for query, is_person in (
        (f"?type={MP}", True),
        (f"?type={UNION}", False),
        ("?country=DE", True),
        ("?country=KZ", False),
    ):
        found = shown(client, page, query)
        assert ("Aigul Serikova" in found) == is_person
        assert ("Oil Workers" in found) != is_person
    assert "Nothing was found." in shown(client, page, f"?type={PARTY}")


@pytest.mark.parametrize(
    "query",
    ["?list=0", "?list=-1", "?list=99999999999", "?list=x", "?type=x&country=%00", "?q=%00%25"],
)
def test_odd_addresses_are_answered(client, page, person, query):
    listed(client, page, person)
    shown(client, page, query)


def test_entries_stand_under_their_type_then_by_country_and_name(client, page, sponsor_list):
    many(sponsor_list, 9)
    found = shown(client, page)
    headings = ["Trade unions", "Deputies", "Other persons"]
    assert [found.index(f"<h3>{h}</h3>") for h in headings] == sorted(
        found.index(f"<h3>{h}</h3>") for h in headings
    )
    assert found.index("Имя 00000") < found.index("Имя 00003") < found.index("Имя 00001")


def test_a_removed_type_leaves_its_sponsors_among_the_others(client, page, organisation):
    listed(client, page, organisation)
    page.types = "[]"
    page.save()
    found = shown(client, page)
    assert "<h3>Organisations</h3>" in found and "Oil Workers" in found


def test_ten_thousand_entries_cost_no_more_queries_than_a_page_of_them(client, page, sponsor_list):
    many(sponsor_list, 60)

    def queries(query):
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            shown(client, page, query)
        return len(captured)

    wanted = ["", "?list=2", "?q=имя+000", "?type=person&country=DE"]
    few = [queries(query) for query in wanted]
    Sponsor.objects.all().delete()
    many(sponsor_list, 10_000)
    assert [queries(query) for query in wanted] == few
    last = shown(client, page, "?list=200")
    assert "Page 200 of 200" in last and 'rel="prev"' in last and 'rel="next"' not in last
    assert "Имя 09999" in shown(client, page, "?q=имя 09999")


def test_a_closed_list_is_shown_all_the_same(client, page, sponsor_list, person):
    listed(client, page, person)
    change_settings(sponsor_list, state="closed")
    live.forget(sponsor_list.key)
    found = shown(client, page)
    assert "Serikova" in found and "The list is closed" in found


def test_the_page_may_be_kept_by_shared_caches(client, page):
    assert "s-maxage=30" in client.get(page.url)["Cache-Control"]


def test_the_counts_are_there_as_json_and_are_proved_by_the_records(
    client, page, sponsor_list, organisation, person
):
    listed(client, page, organisation)
    listed(client, page, person)
    answer = client.get(f"/campaign/tallies/{sponsor_list.key}.json")
    assert answer.json() == {"persons": 1, "organisations": 1, "members": 12000}
    assert tallies.recount() == []
    Sponsor.objects.filter(kind="organisation").update(members=12001)
    assert [(metric, was, true) for _key, metric, was, true in tallies.recount()] == [
        ("members", 12000, 12001)
    ]
