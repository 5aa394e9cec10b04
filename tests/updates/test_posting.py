"""Updates: posted under a petition, listed on its page, on a page of their own, and as a feed."""

import xml.etree.ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.editors import superuser, text
from tests.updates.posting import post
from wagtail_campaign.pages.models import UpdatePage

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def index(page, query="") -> str:
    return reverse("wagtail_campaign:updates", args=[page.pk]) + query


def feed(page) -> str:
    return reverse("wagtail_campaign:updates_feed", args=[page.pk])


def shown(client, url) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_an_update_is_on_the_page_at_once(client, page):
    assert "Updates" not in shown(client, page.url)
    update = post(page, "Two released")
    said = shown(client, page.url)
    assert "Two released, in two sentences." in said
    assert f'href="{update.url}"' in said and f'href="{index(page)}"' in said


def test_the_page_shows_the_latest_three(client, page):
    for title in ("First", "Second", "Third", "Fourth"):
        post(page, title)
    said = shown(client, page.url)
    assert "First, in" not in said and "All updates" in said
    assert said.index("Fourth, in") < said.index("Third, in") < said.index("Second, in")


def test_what_is_taken_back_is_gone_from_the_page_at_once(client, page, after_commit):
    first, second = post(page, "A rumour"), post(page, "A mistake")
    shown(client, page.url)
    with after_commit():
        first.unpublish()
    with after_commit():
        second.delete()
    assert "A rumour" not in shown(client, page.url)
    assert "A mistake" not in shown(client, page.url)


def test_a_page_with_updates_costs_no_query_more(client, page):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(page.url)
        return len(captured)

    queries()
    before = queries()
    for number in range(4):
        post(page, f"News {number}")
    queries()
    assert queries() == before


def test_an_update_leads_back_to_what_can_be_signed(client, page, set_petition):
    update = post(page, "Two released")
    said = shown(client, update.url)
    assert "<h1>Two released</h1>" in said and page.title in said
    assert f'href="{page.url}#{page.campaign_anchor}"' in said
    set_petition(state="closed")
    assert "Sign the petition" not in shown(client, update.url)


def test_each_language_has_its_own_list(client, pages):
    post(pages["en"], "Two released")
    post(pages["ru"], "Двое на свободе")
    said = shown(client, index(pages["ru"]))
    assert "Двое на свободе" in said and "Two released" not in said
    assert 'lang="ru"' in said


def test_a_list_without_updates_says_so(client, page):
    assert "There are no updates yet." in shown(client, index(page))


def test_a_long_list_has_pages(client, page):
    for number in range(21):
        post(page, f"News no. {number}")
    first, second = shown(client, index(page)), shown(client, index(page, "?p=2"))
    assert "News no. 20" in first and "News no. 0<" not in first and 'rel="next"' in first
    assert "News no. 0<" in second and 'rel="prev"' in second


@pytest.mark.parametrize("query", ["?p=2", "?p=0", "?p=-1", "?p=x", "?p=٣", "?p=9999999999", "?p="])
def test_there_is_no_such_part_of_the_list(client, page, query):
    assert client.get(index(page, query)).status_code == 404


def test_the_feed_tells_the_latest(client, page):
    update = post(page, "Two & <released>")
    response = client.get(feed(page))
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    found = ET.fromstring(response.content)
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    [entry] = found.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "Two & <released>"
    assert entry.find(f"{ATOM}link").get("href") == update.full_url
    assert found.find(f"{ATOM}link[@rel='self']").get("href").endswith(feed(page))


def test_lists_and_feeds_are_for_everybodys_caches(client, page):
    post(page, "Two released")
    for url in (index(page), feed(page)):
        response = client.get(url)
        assert "public" in response["Cache-Control"] and "s-maxage=30" in response["Cache-Control"]
        assert "Cookie" not in response.get("Vary", "") and not response.cookies


def test_what_is_for_some_only_is_not_told(client, page):
    update = post(page, "For members")
    PageViewRestriction.objects.create(page=update, restriction_type=PageViewRestriction.LOGIN)
    assert "For members" not in shown(client, index(page))
    assert b"For members" not in client.get(feed(page)).content
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(index(page)).status_code == 302
    assert client.get(feed(page)).status_code == 404


@pytest.mark.parametrize("name", ["updates", "updates_feed"])
def test_there_are_none_on_what_is_no_petition(client, home, page, name):
    url = reverse(f"wagtail_campaign:{name}", args=[home.pk])
    assert client.get(url).status_code == 404
    assert client.get(reverse(f"wagtail_campaign:{name}", args=[0])).status_code == 404
    url = reverse(f"wagtail_campaign:{name}", args=[page.pk])
    assert client.post(url).status_code == 405
    page.unpublish()
    assert client.get(url).status_code == 404


def test_an_update_stands_under_a_petition_only(home, page):
    assert UpdatePage.can_create_at(page)
    assert not UpdatePage.can_create_at(home)
    browser = superuser()
    adding = reverse(
        "wagtailadmin_pages:add", args=["wagtail_campaign_pages", "updatepage", page.pk]
    )
    assert "What happened, in two sentences." in text(browser.get(adding))
    elsewhere = reverse(
        "wagtailadmin_pages:add", args=["wagtail_campaign_pages", "updatepage", home.pk]
    )
    assert browser.get(elsewhere).status_code == 302


def test_a_preview_of_a_new_update_works(page):
    update = UpdatePage(title="New", slug="new", intro="Not saved yet.")
    assert b"Not saved yet." in update.make_preview_request().content


def test_a_moved_update_leaves_its_petition(client, home, page, after_commit):
    other = home.add_child(instance=type(page)(title="Another", slug="another"))
    update = post(page, "Two released")
    shown(client, page.url), shown(client, other.url)
    with after_commit():
        update.move(other, pos="last-child")
    assert "Two released" in shown(client, other.url)


def test_a_control_character_in_a_title_spoils_no_feed(client, page):
    page.title = "Free\x0b them"
    page.save()
    update = post(page, "Two\x08 released")
    update.intro = "One,\x0b\ntwo"
    update.save()
    found = ET.fromstring(client.get(feed(page)).content)
    assert found.findtext(f"{ATOM}title") == "Updates: Free them"
    entry = found.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Two released"
    assert entry.findtext(f"{ATOM}summary") == "One,\ntwo"
