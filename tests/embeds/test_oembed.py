"""Other people's software finds the frame by the address of the page: https://oembed.com."""

import html
import json
import re
from urllib.parse import urlencode

import pytest
from django.test.utils import override_script_prefix
from django.urls import reverse
from wagtail.embeds.exceptions import EmbedNotFoundException
from wagtail.embeds.finders.oembed import OEmbedFinder
from wagtail.models import Page, PageViewRestriction, Site

from tests.people import change
from wagtail_campaign.embeds import views
from wagtail_campaign.pages.models import PetitionPage

from .conftest import ALLY, frame_of

OEMBED = reverse("wagtail_campaign:oembed")


def ask(client, url, **more):
    return client.get(f"{OEMBED}?{urlencode({'url': url, **more})}")


@pytest.mark.django_db
def test_a_page_says_where_its_frame_is_told_of(client, page, ally):
    said = client.get(page.url).content.decode()
    [link] = re.findall(
        r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', said
    )
    url = html.unescape(link)
    assert url.startswith("http://testserver/campaign/oembed/?url=http%3A%2F%2Ftestserver%2F")
    answer = client.get(url.removeprefix("http://testserver")).json()
    assert answer["title"] == "Free the strikers"


@pytest.mark.django_db
def test_a_page_that_no_site_may_show_says_nothing(client, page):
    assert "oembed" not in client.get(page.url).content.decode()


@pytest.mark.django_db
def test_what_is_answered(client, page, ally):
    response = ask(client, page.full_url, maxwidth="400", maxheight="5000", format="json")
    answer = response.json()
    code = answer.pop("html")
    assert answer == {
        "version": "1.0",
        "type": "rich",
        "title": "Free the strikers",
        "provider_name": "testserver",
        "provider_url": "http://testserver",
        "cache_age": 3600,
        "width": 400,
        "height": 900,
    }
    assert f'<iframe src="http://testserver{frame_of(page)}" title="Free the strikers"' in code
    assert 'width="400" style="max-width: 100%" height="900" loading="lazy"' in code
    link = f'<a href="{page.full_url}">Free the strikers</a>'
    assert code.startswith(f"<blockquote data-campaign-embed>{link}</blockquote><iframe ")
    script = '<script src="http://testserver/static/wagtail_campaign/embed.js" async></script>'
    assert code.endswith(f"</iframe>{script}")
    assert response["Content-Type"] == "application/json"
    assert "public" in response["Cache-Control"] and not response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "width"),
    [("", 600), ("0", 600), ("-5", 600), ("x", 600), ("9" * 9, 600), ("320", 320)],
)
def test_odd_sizes_say_nothing(client, page, ally, asked, width):
    assert ask(client, page.full_url, maxwidth=asked).json()["width"] == width


@pytest.mark.django_db
def test_wordpress_finds_a_link_to_show_in_place_of_the_frame(client, page, ally):
    """The pattern is that of ``wp_filter_oembed_result``, for providers that it doesn't know;
    before it looks, it takes attributes and scripts away."""
    code = ask(client, page.full_url).json()["html"]
    code = re.sub(r"<script.*</script>", "", code.replace(" data-campaign-embed", ""))
    found = re.search(r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", code, re.S)
    assert page.full_url in found[1] and frame_of(page) in found[2]


@pytest.mark.django_db
def test_a_title_is_no_markup(client, page, ally):
    page.title = '"><script>alert(1)</script>'
    page.save()
    assert "<script>" not in ask(client, page.full_url).json()["html"]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_each_translation_has_its_own(client, pages, ally, language):
    page = pages[language]
    for address in (page.full_url, f"{page.full_url}?via=telegram#form"):
        answer = ask(client, address).json()
        assert answer["title"] == page.title and frame_of(page) in answer["html"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url",
    [
        *("", "nonsense", "http://[", "http://testserver:x/", "http://testserver", "/en/petition/"),
        *("http://testserver/en/", "http://testserver/en/nothing/", "http://testserver/admin/"),
        *(
            "http://testserver/campaign/me/",
            "http://testserver/ru/petition/",
            "http://testserver/%00/",
            "http://test\x00server/en/petition/",
            "http://testserver/en/petition/\x00",
        ),
        *("http://evil.example/en/petition/", "http://testserver:8080/en/petition/"),
        *("http://testserver.evil.example/en/petition/", "https://testserver/en/petition/"),
        *("http://user@testserver/en/petition/", "http://testserver/de/petition/", "x" * 9000),
    ],
)
def test_an_address_that_is_none_of_an_action_is_not_found(client, page, ally, url):
    assert page.full_url == "http://testserver/en/petition/"
    response = ask(client, url)
    assert response.status_code == 404


@pytest.mark.django_db
def test_a_page_that_is_not_public_is_not_found(client, page, ally):
    url = page.full_url
    page.unpublish()
    assert ask(client, url).status_code == 404


@pytest.mark.django_db
def test_what_may_not_be_shown_is_401(client, page, let_in):
    assert ask(client, page.full_url).status_code == 401
    let_in(ALLY)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert ask(client, page.full_url).status_code == 401


@pytest.mark.django_db
@pytest.mark.parametrize("format", ["xml", "", "yaml"])
def test_any_format_but_json_is_501(client, page, ally, format):
    assert ask(client, page.full_url, format=format).status_code == 501


@pytest.mark.django_db
def test_a_second_site_speaks_of_its_own_pages(client, page, home, after_commit):
    other = home.get_parent().add_child(instance=Page(title="Union", slug="union"))
    Site.objects.create(hostname="union.example", port=8443, root_page=other, site_name="Union")
    theirs = other.add_child(instance=PetitionPage(title="Pay them", slug="pay"))
    with after_commit():
        change(theirs.get_action(), embed_origins=ALLY)
    answer = ask(client, "http://union.example:8443/en/pay/").json()
    assert (answer["provider_name"], answer["title"]) == ("Union", "Pay them")
    assert f"http://union.example:8443{frame_of(theirs)}" in answer["html"]
    assert ask(client, "http://testserver/en/pay/").status_code == 404


@pytest.mark.django_db
def test_a_site_under_a_path_is_found_there(page, ally, rf):
    with override_script_prefix("/sub/"):
        request = rf.get("/campaign/oembed/", {"url": "http://testserver/sub/en/petition/"})
        answer = json.loads(views.oembed(request).content)
        assert f'src="http://testserver/sub/campaign/embed/{page.pk}/"' in answer["html"]


@pytest.mark.django_db(transaction=True)
def test_wagtails_own_finder_embeds_it(live_server, page, petition):
    site = Site.objects.get()
    host, port = live_server.url.removeprefix("http://").split(":")
    site.hostname, site.port = host, int(port)
    site.save()
    finder = OEmbedFinder(
        providers=[
            {"endpoint": live_server.url + OEMBED, "urls": [rf"^{re.escape(live_server.url)}/.+"]}
        ]
    )
    url = f"{live_server.url}/en/petition/"
    assert finder.accept(url)
    with pytest.raises(EmbedNotFoundException):
        finder.find_embed(url)
    change(petition, embed_origins=ALLY)
    found = finder.find_embed(url, max_width=500)
    assert (found["type"], found["title"], found["width"]) == ("rich", "Free the strikers", 500)
    assert f'src="{live_server.url}{frame_of(page)}"' in found["html"]
    assert found["cache_until"]
