"""Entering by hand, and bringing a whole list from a file: all or nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.editors import editor, table, text
from tests.sponsors.conftest import UNION
from tests.sponsors.people import counts, listed
from tests.supporters.visits import enter
from wagtail_campaign.actions import logs
from wagtail_campaign.sponsors.models import Sponsor

pytestmark = pytest.mark.django_db
FILE = """kind;name;name_ru;type;country;website;members;quote;email;role;organisation;speaks_for
organisation;Dockers’ Union;Союз докеров;trade union;de;docks.example.org;12000;"We; all";d@e.org;;;
person;Maren Holtkamp;;Deputy;DE;;;;;Member of parliament;Greens;yes
"""


@pytest.fixture
def moderator(page):
    rights = ("view_sponsor", "export_sponsor", "moderate_sponsor", "view_sponsor_numbers")
    return editor(*rights, edits=[page])


@pytest.fixture
def url(sponsor_list):
    return reverse("campaign_sponsor_lists:import", args=[sponsor_list.pk])


def choose(browser, url, content: str):
    file = SimpleUploadedFile("list.csv", content.encode(), "text/csv")
    return browser.post(url, {"file": file})


def agree(browser, url, answer):
    form = answer.context["agreement"]
    return browser.post(url, {name: form[name].value() for name in ("content", "agreed")})


def test_a_list_is_seen_before_it_is_imported_as_a_whole(
    client, page, moderator, url, sponsor_list
):
    seen = choose(moderator, url, FILE)
    assert "Dockers’ Union" in text(seen) and "2 sponsors" in text(seen)
    assert not Sponsor.objects.exists()
    assert agree(moderator, url, seen).status_code == 302
    assert counts(sponsor_list) == {"persons": 1, "organisations": 1, "members": 12000}
    union, maren = Sponsor.objects.order_by("pk")
    assert (union.names, union.country, str(union.type_uuid)) == (
        {"ru": "Союз докеров"},
        "DE",
        UNION,
    )
    assert (union.website, union.quote) == ("https://docks.example.org", "We; all")
    assert (maren.role, maren.speaks_for, maren.supporter) == ("Member of parliament", True, None)
    shown = client.get(page.url).content.decode()
    assert "Dockers’ Union" in shown and "Maren Holtkamp" in shown
    assert logs.of(sponsor_list)[0].data["number"] == 2
    assert "On the list." in enter(client, "d@e.org")


def test_the_same_file_twice_is_refused(moderator, url):
    agree(moderator, url, choose(moderator, url, FILE))
    again = choose(moderator, url, FILE)
    assert "It is on the list already." in text(again)
    assert Sponsor.objects.count() == 2


def test_every_wrong_cell_is_named_and_nothing_is_imported(moderator, url):
    wrong = (
        "kind,name,country,website,members,type,speaks_for,email\\n"
        "club,A,,,,,,\\n"
        "organisation,,XX,a b,many,Sect,maybe,nobody\\n"
        "organisation,B,KZ,,,,,\\n"
        "organisation,b,KZ,,,,,\\n"
    ).replace("\\n", "\n")
    said = text(choose(moderator, url, wrong))
    for words in (
        "Write person or organisation.",
        "Please enter the name.",
        "Please choose a country from the list.",
        "https://example.org",
        "Please enter a number.",
        "The page has no type of that name.",
        "Write yes or no.",
        "name@example.org",
        "It is the same as row 4.",
    ):
        assert words in said, words
    assert not Sponsor.objects.exists()


@pytest.mark.parametrize("content", ["", "name\nA", "kind,name,colour\nperson,A,red", "\x00,\x01"])
def test_a_file_that_is_no_list_is_refused(moderator, url, content):
    answer = choose(moderator, url, content)
    assert answer.status_code == 200
    assert not Sponsor.objects.exists()


def test_a_download_can_be_imported_elsewhere(client, page, moderator, url, organisation, person):
    sponsors = [listed(client, page, organisation), listed(client, page, person)]
    rows = table(moderator.get(reverse("campaign_sponsors:export")))
    assert rows[0][:3] == ["number", "list", "entered"]
    assert [row[6] for row in rows[1:]] == ["Oil Workers’ Union", "Aigul Serikova"]
    assert "bolat@gmail.com" in rows[1]
    for sponsor in sponsors:
        sponsor.delete()
    lines = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    assert agree(moderator, url, choose(moderator, url, lines)).status_code == 302
    assert sorted(Sponsor.objects.values_list("name", flat=True)) == [
        "Aigul Serikova",
        "Oil Workers’ Union",
    ]


def test_an_export_without_the_right_to_see_people_has_none(client, page, organisation):
    listed(client, page, organisation)
    exporter = editor("export_sponsor", edits=[page])
    rows = table(exporter.get(reverse("campaign_sponsors:export")))
    assert "email" not in rows[0] and "Omarov" not in rows[1]
    xlsx = exporter.get(reverse("campaign_sponsors:export_xlsx"))
    assert xlsx.status_code == 200


def test_a_sponsor_is_entered_by_hand(client, page, moderator, sponsor_list):
    address = reverse("campaign_sponsor_lists:enter", args=[sponsor_list.pk])
    assert moderator.get(address).status_code == 200
    typed = {"name": "Idris Okafor", "country": "NO", "written_in": "en"}
    assert moderator.post(address, typed).status_code == 302
    assert "Idris Okafor" in client.get(page.url).content.decode()
    union = {"name": "Miners", "country": "NO", "written_in": "ru", "members": "50"}
    for status in (302, 200):
        answer = moderator.post(f"{address}?kind=organisation", union)
        assert answer.status_code == status
    assert counts(sponsor_list) == {"persons": 1, "organisations": 1, "members": 50}
