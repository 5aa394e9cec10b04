"""Other groups follow the open urgent actions, as JSON and as Atom."""

import xml.etree.ElementTree as ET

import pytest

from tests.people import change

JSON, ATOM = "/campaign/urgent-actions.json", "/campaign/urgent-actions.atom"
NS = "{http://www.w3.org/2005/Atom}"


def listed(client, **query) -> list[dict]:
    answer = client.get(JSON, query)
    assert answer.status_code == 200
    return answer.json()["urgent_actions"]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_each_language_lists_its_own_page_under_the_same_id(client, urgent_pages, action, language):
    [item] = listed(client, language=language)
    page = urgent_pages[language]
    assert item["id"] == str(action.key)
    assert (item["title"], item["situation"]) == (page.title, page.intro)
    assert item["url"].endswith(page.url) and item["url"].startswith("http")
    assert (item["kind"], item["letters"]) == ("urgent", 0)
    assert item["deadline"].startswith(action.closes_at.strftime("%Y-%m-%d"))


def test_scripts_of_other_sites_may_read_it_and_it_may_be_kept(client, urgent_page):
    answer = client.get(JSON)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "public" in answer["Cache-Control"] and not answer.cookies


def test_what_takes_no_letters_is_left_out(client, urgent_page, action, after_commit):
    assert len(listed(client)) == 1
    with after_commit():
        change(action, state="closed")
    assert listed(client) == []


def test_a_page_that_is_not_public_is_left_out(client, urgent_page):
    urgent_page.unpublish()
    assert listed(client) == []


@pytest.mark.parametrize("address", [JSON, ATOM])
@pytest.mark.parametrize("language", ["pt", "\x00", "e" * 300, "EN"])
def test_a_language_that_the_site_has_not_is_not_found(client, urgent_page, address, language):
    assert client.get(address, {"language": language}).status_code == 404


@pytest.mark.parametrize("address", [JSON, ATOM])
def test_no_cache_hands_the_language_of_one_reader_to_another(client, urgent_pages, address):
    named = client.get(address, {"language": "kk"})
    assert named["Content-Language"] == "kk" and "Cookie" not in named["Vary"]
    client.cookies["django_language"] = "kk"
    chosen = client.get(address)
    assert chosen["Content-Language"] == "kk" and "Cookie" in chosen["Vary"]


def test_no_cache_hands_on_what_a_request_said_of_the_host(client, urgent_page, settings):
    settings.ALLOWED_HOSTS = ["*"]
    said = client.get(ATOM, headers={"host": "testserver:6666"}).content.decode()
    assert "6666" not in said and "http://testserver/campaign/urgent-actions.atom" in said


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_atom_feed_says_the_same(client, urgent_pages, action, language):
    answer = client.get(ATOM, {"language": language})
    assert answer["Content-Type"].startswith("application/atom+xml")
    [entry] = ET.fromstring(answer.content).findall(f"{NS}entry")
    assert entry.find(f"{NS}title").text == urgent_pages[language].title
    assert entry.find(f"{NS}id").text == f"urn:uuid:{action.key}:{language}"
    assert entry.find(f"{NS}link").get("href").endswith(urgent_pages[language].url)


def test_no_letter_of_control_breaks_the_feed(client, urgent_page):
    urgent_page.intro = "Detained\x0b in May & <b>not</b> released"
    urgent_page.save_revision().publish()
    [entry] = ET.fromstring(client.get(ATOM).content).findall(f"{NS}entry")
    assert "& <b>not</b>" in entry.find(f"{NS}summary").text


def test_the_page_says_where_the_feeds_are(client, urgent_pages):
    shown = client.get(urgent_pages["ru"].url).content.decode()
    assert f'type="application/atom+xml" title="Urgent actions" href="{ATOM}?language=ru"' in (
        shown.replace("Акции срочной помощи", "Urgent actions")
    )
    assert f'href="{JSON}?language=ru"' in shown
