"""Updates by JSON: what the page of all updates lists."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from tests.headless.conftest import FrontEnd
from tests.updates.posting import post
from tests.updates.test_posting import index

pytestmark = pytest.mark.django_db


@pytest.fixture
def front_end(client):
    return FrontEnd(client)


def read(front_end, page, query="") -> dict:
    answer = front_end.get(f"/actions/{page.pk}/updates{query}")
    assert answer.status_code == 200
    return answer.json()


def test_the_newest_comes_first_in_the_language_of_the_page(front_end, pages):
    assert read(front_end, pages["ru"])["updates"] == []
    post(pages["en"], "Two released")
    first, second = post(pages["ru"], "Двое на свободе"), post(pages["ru"], "И третий")
    said = read(front_end, pages["ru"])
    assert (said["language"], said["number"], said["page"], said["pages"]) == ("ru", 2, 1, 1)
    assert [update["id"] for update in said["updates"]] == [second.pk, first.pk]
    assert said["updates"][1]["intro"] == "Двое на свободе, in two sentences."
    assert said["updates"][1]["url"] == first.full_url
    assert said["updates"][1]["published_at"].startswith(first.first_published_at.strftime("%Y-%m"))


def test_the_text_is_there_to_be_drawn(front_end, page):
    image = get_image_model().objects.create(title="Gate", file=get_test_image_file())
    blocks = [
        {"type": "heading", "value": "At the gate"},
        {"type": "paragraph", "value": f'<p>See <a linktype="page" id="{page.pk}">it</a>.</p>'},
        {"type": "image", "value": {"image": image.pk, "alt_text": "A gate", "decorative": False}},
    ]
    post(page, "Two released", body=json.dumps(blocks), image=image, image_alt="The two")
    [update] = read(front_end, page)["updates"]
    heading, paragraph, picture = update["body"]
    assert (heading["type"], heading["value"]) == ("heading", "At the gate")
    assert f'<a href="{page.url}">it</a>' in paragraph["value"]
    assert picture["value"]["url"].startswith("http") and picture["value"]["alt"] == "A gate"
    assert update["image"]["alt"] == "The two"


def test_a_long_list_has_the_pages_of_the_list_in_html(client, front_end, page):
    for number in range(21):
        post(page, f"News no. {number}")
    for number in (1, 2):
        said = read(front_end, page, f"?page={number}")
        assert (said["number"], said["pages"], said["page"]) == (21, 2, number)
        shown = client.get(index(page, f"?p={number}")).content.decode()
        assert all(update["intro"] in shown for update in said["updates"])
    assert len(said["updates"]) == 1
    assert front_end.get(f"/actions/{page.pk}/updates?page=3").status_code == 404


@pytest.mark.parametrize("page_number", ["0", "-1", "x", "9" * 30, "%00", ""])
def test_odd_pages_are_said_to_be_odd(front_end, page, page_number):
    answer = front_end.get(f"/actions/{page.pk}/updates?page={page_number}")
    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["page"])


def test_what_is_not_public_is_not_told(front_end, home, page):
    post(page, "Public")
    hidden = post(page, "For members")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    post(page, "Taken back").unpublish()
    assert [update["title"] for update in read(front_end, page)["updates"]] == ["Public"]
    assert front_end.get(f"/actions/{home.pk}/updates").status_code == 404
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert front_end.get(f"/actions/{page.pk}/updates").status_code == 404
    assert front_end.get(f"/actions/{page.pk}/tally").status_code == 404


def test_more_updates_cost_no_more_queries(front_end, page):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            read(front_end, page)
        return len(captured)

    post(page, "First")
    queries()
    before = queries()
    for number in range(5):
        post(page, f"News {number}")
    assert queries() == before
