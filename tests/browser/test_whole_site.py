"""The demo as a whole site: every page of every language, walked from the front page, as a reader
with a small phone, without script, through search, feed and sitemap."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .steps import (
    CHECK_YOUR_MAIL,
    LANGUAGES,
    check,
    check_in_both_schemes,
    check_it_fits,
    follow,
    mailed_link,
    new_address,
)

# A page of each kind, below its language.
KINDS = [
    "",
    "articles/",
    "articles/category/court/",
    "articles/forty-minutes/",
    "articles/bread-on-account/",
    "contact/",
    "donate/",
    "embassies/",
    "letters-to-prison/",
    "petition/",
    "petition/date-of-the-trial/",
    "privacy/",
    "safe-buses/",
    "search/",
    "search/?q=640",
    "search/?q=nowhere",
    "sponsors/",
    "support/",
    "urgent-action/",
    "urgent-action/observers/",
]
TRANSLATED = {"", "articles/forty-minutes/", "donate/", "petition/", "urgent-action/"}
# What each row of the campaign's table needs: the paths where it is to be found.
NEEDED = {path for path in KINDS if "?" not in path and path != "search/"}
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "restyle.md"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"


class Links(HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.found.append(dict(attributes).get("href", ""))


def get(address):
    """Status, headers and body of an address, whatever the status."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def links_of(address, body) -> set[str]:
    """The pages of the site that a page leads to, without their fragments."""
    parser = Links()
    parser.feed(body.decode())
    joined = {urllib.parse.urljoin(address, link) for link in parser.found}
    root = re.match("https?://[^/]+/", address)[0]
    return {link.partition("#")[0] for link in joined if link.startswith(root)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_site_answers(site, language):
    start = f"{site}/{language}/"
    waiting, seen = [start], {start}
    while waiting:
        address = waiting.pop()
        status, headers, body = get(address)
        assert status == 200, address
        # Other languages are walked from their own front page, downloads and tools not at all.
        if not address.startswith(start) or "html" not in headers["Content-Type"]:
            continue
        for link in links_of(address, body) - seen:
            if not link.startswith((f"{site}/admin/", f"{site}/demo/")):
                seen.add(link)
                waiting.append(link)
    walked = {urllib.parse.unquote(link.removeprefix(start)) for link in seen}
    assert walked >= NEEDED | {"articles/feed/", "search/"}


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_is_accessible_on_a_small_phone(visit, language, path):
    page, said = visit(width=320), []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    answer = page.goto(f"/{language}/{path}")
    assert answer.status == 200
    assert "'unsafe" not in answer.headers["content-security-policy"]
    assert page.locator("h1").count() == 1
    # All languages have the same templates: axe looks at the translations of some.
    if language == "en" or path in TRANSLATED:
        check_in_both_schemes(page)
    else:
        check_it_fits(page)
    assert page.context.cookies() == []
    # A violation of the policy is told there, too.
    assert not said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_there_is_said_in_the_readers_language(visit, language):
    page = visit(width=320)
    assert page.goto(f"/{language}/nothing/").status == 404
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("main form[role=search]").is_visible()
    check(page)


def test_who_has_no_script_reads_the_whole_menu_and_finds_a_page(visit):
    page = visit(script=False, width=360)
    page.goto("/ru/")
    for address in [
        link.get_attribute("href") for link in page.locator(".menu a, .foot nav a").all()
    ]:
        assert page.goto(address).status == 200
        assert page.locator("h1").is_visible()
        assert page.locator("main").inner_text().strip()
    page.goto("/ru/")
    page.click("a[href='/ru/search/']")
    page.fill("main [name=q]", "аптечка заперта")
    follow(page, "main form [type=submit], main form button")
    assert page.locator(".found a").first.get_attribute("href") == "/ru/articles/ninety-kilometres/"


def test_the_search_keeps_to_the_language_and_bears_everything(site, visit):
    page = visit()
    page.goto("/kk/search/?q=640")
    addresses = page.locator(".found a").evaluate_all("links => links.map(a => a.pathname)")
    assert addresses and all(address.startswith("/kk/") for address in addresses)
    follow(page, "[hreflang=en]:visible")
    assert urllib.parse.urlsplit(page.url)[2:4] == ("/en/search/", "q=640")
    for words in ['a"b', "''", "*", "NEAR(", "a AND", "%", "\0", "қ" * 300, "-x", "x:y", "\\"]:
        for number in ("1", "99999999999999999999", "x", "-1"):
            asked = urllib.parse.urlencode({"q": words, "page": number})
            assert get(f"{site}/en/search/?{asked}")[0] == 200, words


@pytest.mark.parametrize(
    "path", ["petition/", "articles/forty-minutes/", "articles/category/court/"]
)
def test_the_language_switcher_leads_to_the_same_page(visit, path):
    page = visit(width=1280)
    page.goto(f"/en/{path}")
    alternates = page.locator("link[rel=alternate][hreflang]").evaluate_all(
        "links => links.map(link => [link.hreflang, new URL(link.href).pathname])"
    )
    assert {code: f"/{code}/{path}" for code in LANGUAGES}.items() <= dict(alternates).items()
    follow(page, "[hreflang=kk]:visible")
    assert page.url.endswith(f"/kk/{path}")


def test_a_category_lists_its_articles_and_no_others(visit):
    page = visit()
    page.goto("/en/articles/category/court/")
    assert set(page.locator(".card .kicker").all_inner_texts()) == {"In court"}
    assert page.goto("/en/articles/category/nowhere/").status == 404


def test_the_feed_has_the_articles_of_its_language(site):
    status, headers, body = get(f"{site}/kk/articles/feed/")
    assert (status, headers["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    feed = ElementTree.fromstring(body)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "kk"
    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.findall(f"{ATOM}entry")]
    assert len(links) >= 8
    assert all(urllib.parse.urlsplit(link).path.startswith("/kk/articles/") for link in links)
    days = [entry.find(f"{ATOM}published").text for entry in feed.findall(f"{ATOM}entry")]
    assert days == sorted(days, reverse=True)


def test_the_sitemap_names_every_page_in_every_language(site):
    assert f"Sitemap: {site.replace('127.0.0.1', 'localhost')}/sitemap.xml" in (
        get(f"{site}/robots.txt")[2].decode()
    )
    status, _headers, body = get(f"{site}/sitemap.xml")
    assert status == 200
    entries = {}
    for entry in ElementTree.fromstring(body).findall(f"{SITEMAP}url"):
        others = entry.findall("{http://www.w3.org/1999/xhtml}link")
        address = urllib.parse.urlsplit(entry.find(f"{SITEMAP}loc").text).path
        entries[address] = {
            link.get("hreflang"): urllib.parse.urlsplit(link.get("href")).path for link in others
        }
    for language in LANGUAGES:
        for path in NEEDED - {"articles/category/court/"}:
            others = entries[f"/{language}/{path}"]
            assert others == {
                **{code: f"/{code}/{path}" for code in LANGUAGES},
                "x-default": f"/en/{path}",
            }


def test_a_shared_link_shows_the_title_in_its_script(site, visit):
    page = visit()
    cards = set()
    for language in LANGUAGES:
        page.goto(f"/{language}/petition/")
        address = page.locator("meta[property='og:image']").get_attribute("content")
        path = urllib.parse.urlsplit(address).path
        status, headers, body = get(site + path)
        assert (status, headers["Content-Type"]) == (200, "image/png")
        assert body[:8] == b"\x89PNG\r\n\x1a\n" and len(body) < 60_000
        assert "immutable" in headers["Cache-Control"]
        cards.add(body)
    assert len(cards) == 3
    wrong = re.sub("[0-9a-f]{16}", "0" * 16, path)
    assert get(site + wrong)[0] == 404
    assert get(f"{site}/cards/{10**30}/{'0' * 16}.png")[0] == 404


@pytest.mark.parametrize("script", [True, False])
def test_a_message_goes_to_the_campaign_and_stays_nowhere(visit, script):
    page, address = visit(script=script, width=320), new_address()
    page.goto("/kk/contact/")
    page.click("main form [type=submit]")
    page.locator("[aria-invalid=true]").first.wait_for()
    check(page) if script else None
    words = f"Сәлеметсіздер ме? {address}"
    page.fill("[name=first_name]", "Әйгерім")
    page.fill("[name=email]", address)
    page.fill("[name=text]", words)
    page.click("main form [type=submit]")
    page.wait_for_url(CHECK_YOUR_MAIL)
    check(page) if script else None
    link = mailed_link(page, address, "confirm")
    # Nothing that was typed goes to an address that may be somebody else's.
    assert words not in page.content()
    page.goto(link)
    assert page.get_by_text(words).is_visible()
    follow(page, "main form [type=submit]")
    assert page.url.endswith("/thanks/")
    page.goto("/demo/inbox/?to=campaign@example.org")
    mail = page.locator("details.mail").filter(has_text=words)
    assert mail.count() == 1
    assert address in mail.locator(".mail__head").text_content()
    # Whoever opens the link again is told that it is done, and sees no more of it.
    page.goto(link)
    assert page.get_by_text(words).count() == 0
    assert page.locator("main form").count() == 0


def test_who_did_not_write_a_message_deletes_it(visit):
    page, address = visit(), new_address()
    page.goto("/en/contact/")
    page.fill("[name=first_name]", "Somebody")
    page.fill("[name=email]", address)
    page.fill("[name=text]", "In another's name")
    page.click("main form [type=submit]")
    page.wait_for_url(CHECK_YOUR_MAIL)
    confirm = mailed_link(page, address, "confirm")
    page.goto(mailed_link(page, address, "disown"))
    follow(page, "main form [type=submit]")
    assert page.goto(confirm).status == 404


def test_a_printed_article_has_its_address_and_no_menus(visit):
    page = visit(width=900)
    page.goto("/ru/articles/forty-minutes/")
    page.emulate_media(media="print")
    for selector in (".menu", ".tools", ".beside__aside", ".demo-bar", ".foot nav"):
        assert not page.locator(selector).first.is_visible(), selector
    address = page.locator(".foot__address")
    assert address.is_visible() and address.inner_text().endswith("/ru/articles/forty-minutes/")
    # Whoever prints no backgrounds must be able to read what is white on red.
    page.goto("/en/")
    for part in ("h1", ".poster .standfirst", ".facts dd"):
        colour = f"getComputedStyle(document.querySelector('{part}')).color"
        assert page.evaluate(colour) == "rgb(0, 0, 0)", part


@pytest.mark.parametrize("path", ["", "petition/", "articles/forty-minutes/"])
def test_the_second_theme_of_the_guide_is_as_readable_as_the_first(visit, path):
    theme = re.search(r"```css\n(/\* A second theme.*?)```", GUIDE.read_text(), re.S)[1]
    page = visit()
    page.route(
        "**/site/theme.css",
        lambda route: route.fulfill(body=theme, content_type="text/css"),
    )
    page.goto(f"/en/{path}")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert json.loads(f"[{paper[4:-1]}]") != [243, 237, 224]
    check_in_both_schemes(page)
