"""An action in a frame on other sites: who may show it, in which language, and what is in it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import PageViewRestriction

import wagtail_campaign
from tests.actions.test_serving import queries_of, shared_age
from tests.people import change, sign, signature_of
from wagtail_campaign.petitions.models import Signature

from .conftest import ALLY, frame_of

pytestmark = pytest.mark.django_db

STATIC = Path(wagtail_campaign.__file__).parent / "static" / "wagtail_campaign"


def policy(response) -> dict[str, str]:
    parts = response["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


def test_the_sites_that_the_editor_named_may_show_it_and_no_other(client, page, let_in):
    let_in(ALLY, "http://union.example:8080")
    response = client.get(frame_of(page))
    assert policy(response) == {
        "default-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": f"{ALLY} http://union.example:8080",
    }
    assert "X-Frame-Options" not in response


def test_without_a_name_nobody_may(client, page):
    response = client.get(frame_of(page))
    assert policy(response)["frame-ancestors"] == "'none'"


def test_what_is_changed_holds_at_once(client, page, let_in):
    let_in(ALLY)
    client.get(frame_of(page))
    let_in("https://other.example")
    assert policy(client.get(frame_of(page)))["frame-ancestors"] == "https://other.example"


def test_the_page_itself_is_framed_by_nobody(client, page, ally):
    assert client.get(page.url)["X-Frame-Options"] == "DENY"


def test_it_holds_the_form_the_progress_and_a_way_to_the_page(client, page, ally):
    signature_of(page)
    said = client.get(frame_of(page)).content.decode()
    assert f'action="/campaign/petitions/{page.pk}/sign/' in said
    assert "<strong>1</strong>" in said and "<progress" in said
    assert f'<a href="{page.url}">Free the strikers</a>' in said
    assert "To: The ministry" in said and "We ask." in said
    # Links lead out of the frame, and the form stays in it.
    assert '<base target="_blank">' in said
    assert re.search(r'<form [^>]*method="post" target="_self"', said)
    assert re.search(rf'name="framed" value="1" form="campaign-{page.pk}-form"', said)


@pytest.mark.parametrize(
    ("query", "language"),
    [
        *(("", "en"), ("?language=kk", "kk"), ("?language=ru", "ru"), ("?language=kk-KZ", "kk")),
        *(("?language=RU", "ru"), ("?language=en-GB", "en")),
        *(("?language=de", "en"), ("?language=", "en"), ("?language=%00", "en")),
    ],
)
def test_it_speaks_the_language_of_the_page_around_it(client, pages, ally, query, language):
    response = client.get(frame_of(pages["en"], query), headers={"accept-language": "ru"})
    said = response.content.decode()
    assert response["Content-Language"] == language
    assert f'<html lang="{language}"' in said and pages[language].title in said
    assert f"/petitions/{pages[language].pk}/sign/" in said
    with translation.override(language):
        assert gettext("Sign the petition") in said and gettext("Your comment") in said


def test_a_translation_that_is_not_public_is_not_shown(client, pages, ally):
    pages["kk"].unpublish()
    assert client.get(frame_of(pages["en"], "?language=kk"))["Content-Language"] == "en"


def test_its_address_comes_to_hold_whose_site_it_stands_on(client, page, ally):
    response = client.get(frame_of(page, "?language=en"), headers={"referer": f"{ALLY}/"})
    assert response.status_code == 302
    assert response.url == frame_of(page, "?language=en&via=embed%3Aally.example.org")
    assert "no-store" in response["Cache-Control"]
    again = client.get(response.url, headers={"referer": f"{ALLY}/"})
    assert again.status_code == 200 and 0 < shared_age(again) <= 30


@pytest.mark.parametrize(
    "referer", ["", "https://evil.example/", "http://ally.example.org/", "http://[", "about:blank"]
)
def test_a_site_that_was_not_named_is_none(client, page, ally, referer):
    response = client.get(frame_of(page), headers={"referer": referer})
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_the_links_to_the_page_remember_it(client, page, ally, typed):
    said = client.get(frame_of(page, "?via=embed:ally.example.org")).content.decode()
    there = f"{page.url}?via=embed%3Aally.example.org"
    # The title, the button in place of the form, and the last line.
    assert said.count(f'href="{there}"') == 3 and f'href="{page.url}"' not in said
    # What is signed there came from the ally, too.
    headers = {"referer": f"http://testserver{there}"}
    assert sign(client, page, typed, headers=headers).status_code == 303
    assert Signature.objects.get().source == "embed:ally.example.org"


@pytest.mark.parametrize("via", ["embed:evil.example", "<b>"])
def test_they_remember_no_site_that_was_made_up(client, page, ally, via):
    said = client.get(frame_of(page), {"via": via}).content.decode()
    assert f'<a href="{page.url}">Free the strikers</a>' in said


def test_no_cookie_is_set_and_none_makes_a_difference(client, page, ally):
    path = frame_of(page, "?via=embed:ally.example.org")
    response = client.get(path)
    assert not response.cookies and "Cookie" not in response.get("Vary", "")
    client.cookies[settings.SESSION_COOKIE_NAME] = "something"
    signed_in = client.get(path)
    assert signed_in.content == response.content
    assert signed_in["Cache-Control"] == response["Cache-Control"]


def test_it_is_no_page_for_search_engines(client, page, ally):
    assert client.get(frame_of(page))["X-Robots-Tag"] == "noindex"


def test_a_restricted_page_is_in_no_frame(client, page, ally):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(frame_of(page)).status_code == 404


def test_there_is_no_frame_of_what_is_no_action_or_not_public(client, page, home, ally):
    assert client.get(frame_of(home)).status_code == 404
    page.unpublish()
    assert client.get(frame_of(page)).status_code == 404
    assert client.post(frame_of(page)).status_code == 405


def test_a_closed_petition_says_so(client, page, let_in, petition):
    change(petition, state="closed", embed_origins=ALLY)
    said = client.get(frame_of(page)).content.decode()
    assert "<form" not in said and "Thank you to everyone who signed." in said
    assert "data-campaign-shut" not in said, "a way to sign elsewhere"


def test_it_costs_no_query_more_with_many_signatures(client, page, ally):
    for _ in range(2):
        queries_of(client, frame_of(page))
    few = queries_of(client, frame_of(page))
    for number in range(20):
        signature_of(page, email=f"dana{number}@example.org")
    queries_of(client, frame_of(page))
    assert queries_of(client, frame_of(page)) == few <= queries_of(client, page.url) + 2


def test_files_on_another_host_of_the_site_are_let_in(client, page, ally, settings):
    settings.MEDIA_URL = "https://files.example/media/"
    said = policy(client.get(frame_of(page)))
    assert said["default-src"] == "'self' https://files.example"


@pytest.mark.parametrize("kind", ["donation_page", "sponsor_page", "urgent_page"])
def test_every_kind_of_action_can_be_framed(client, request, home, after_commit, kind):
    from wagtail_campaign.pages.models import SponsorPage, UrgentActionPage

    if kind == "donation_page":
        page = request.getfixturevalue(kind)
    else:
        model = SponsorPage if kind == "sponsor_page" else UrgentActionPage
        page = home.add_child(instance=model(title="Together", slug="together", intro="We ask."))
    with after_commit():
        change(page.get_or_create_action(), embed_origins=ALLY)
    response = client.get(frame_of(page))
    assert policy(response)["frame-ancestors"] == ALLY
    assert 'class="campaign-panel"' in response.content.decode()


def test_the_script_for_the_pages_of_allies_is_small():
    assert (STATIC / "embed.js").stat().st_size <= 2048
