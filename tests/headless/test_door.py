"""Who comes to the API and how, whatever they want there."""

import pytest
from wagtail.models import PageViewRestriction

from wagtail_campaign.petitions.models import Signature

from .conftest import ROOT

pytestmark = pytest.mark.django_db

FRONT = "https://app.example.org"


@pytest.fixture
def allowed(settings):
    settings.WAGTAIL_CAMPAIGN_API_ORIGINS = [FRONT]


def kind(answer) -> str:
    assert answer.headers["Content-Type"] == "application/problem+json"
    said = answer.json()
    assert said["status"] == answer.status_code and said["title"]
    return said["type"].removeprefix("urn:wagtail-campaign:problem:")


def test_a_page_of_an_allowed_origin_may_send_and_read(front_end, page, typed, allowed):
    path = f"/petitions/{page.pk}/sign"
    asked = front_end.client.options(
        ROOT + path, headers={"origin": FRONT, "access-control-request-method": "POST"}
    )
    assert asked.status_code == 204
    assert asked.headers["Access-Control-Allow-Origin"] == FRONT
    assert "POST" in asked.headers["Access-Control-Allow-Methods"]
    answer = front_end.post(path, typed, origin=FRONT, sec_fetch_site="cross-site")
    assert answer.status_code == 202
    assert answer.headers["Access-Control-Allow-Origin"] == FRONT
    assert "Origin" in answer.headers["Vary"]
    assert not answer.cookies and "Cookie" not in answer.headers["Vary"]


@pytest.mark.parametrize("fetch_site", [{"sec_fetch_site": "cross-site"}, {}])
def test_a_page_of_any_other_origin_may_not(front_end, page, typed, allowed, fetch_site):
    path, other = f"/petitions/{page.pk}/sign", "https://evil.example.org"
    asked = front_end.client.options(ROOT + path, headers={"origin": other})
    assert "Access-Control-Allow-Origin" not in asked.headers
    answer = front_end.post(path, typed, origin=other, **fetch_site)
    assert (answer.status_code, kind(answer)) == (403, "elsewhere")
    assert not Signature.objects.exists()


def test_each_site_has_origins_of_its_own(front_end, page, settings):
    settings.WAGTAIL_CAMPAIGN_API_ORIGINS = {"testserver": [FRONT], "other.example.org": ["*"]}
    path = f"/actions/{page.pk}"
    assert front_end.get(path, origin=FRONT).headers["Access-Control-Allow-Origin"] == FRONT
    elsewhere = front_end.get(path, origin="https://third.example.org")
    assert "Access-Control-Allow-Origin" not in elsewhere.headers
    there = front_end.get(path, origin="https://third.example.org", host="other.example.org:8000")
    assert there.headers["Access-Control-Allow-Origin"] == "https://third.example.org"


def test_what_isnt_json_is_refused(front_end, page, typed):
    path = f"{ROOT}/petitions/{page.pk}/sign"
    # As a form of another site sends without asking first.
    for content_type in ("text/plain", "application/x-www-form-urlencoded", "x"):
        answer = front_end.client.post(path, "{}", content_type=content_type)
        assert (answer.status_code, kind(answer)) == (415, "no_json")
    nothing = ("", "[]", "[1]", '"a"', "5", "null")
    for body in (*nothing, "{", "nul", "\udcff".encode(errors="surrogatepass"), "[" * 9999):
        answer = front_end.post(path.removeprefix(ROOT), body)
        assert (answer.status_code, kind(answer)) == (400, "malformed"), body
    for path in ("/me/link", "/me/session"):
        assert kind(front_end.post(path, "[]")) == kind(front_end.post(path, "")) == "malformed"
    assert list(front_end.post("/me/session", {}).json()["errors"]) == ["token"]


def test_a_body_larger_than_any_form_is_refused(front_end, page, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = front_end.post(f"/petitions/{page.pk}/sign", {"first_name": "x" * 2000})
    assert (answer.status_code, kind(answer)) == (413, "too_large")


@pytest.mark.parametrize("path", ["/petitions/0/sign", "/petitions/99999999999999999999/sign"])
def test_an_odd_number_of_a_page_is_no_page(front_end, path, typed):
    answer = front_end.post(path, typed)
    assert kind(answer) in {"unknown", "invalid"} and answer.status_code in {404, 422}


def test_there_is_nothing_at_other_addresses_and_by_other_methods(front_end, page):
    assert kind(front_end.post("/petitions/4711/sign", {})) == "unknown"
    answer = front_end.get(f"/petitions/{page.pk}/sign")
    assert (answer.status_code, kind(answer), answer.headers["Allow"]) == (405, "method", "POST")
    answer = front_end.get("/nothing/at/all")
    # No redirect to a language of the site's pages.
    assert answer.status_code == 404


def test_who_asks_for_the_head_alone_gets_it_of_everything_that_is_read(front_end, page):
    for path in (f"/actions/{page.pk}", "/actions", "/openapi.json", "/nothing", "/me"):
        whole, head = front_end.get(path), front_end.client.head(ROOT + path)
        assert head.status_code == whole.status_code and head.content == b""
        assert head.headers.get("ETag") == whole.headers.get("ETag")
        assert head.headers["Content-Type"] == whole.headers["Content-Type"]
    assert front_end.client.head(f"{ROOT}/petitions/{page.pk}/sign").status_code == 405
    both = front_end.client.put(f"{ROOT}/me/erase", b"{}", content_type="application/json")
    assert both.headers["Allow"] == "GET, HEAD, POST"


def test_a_page_that_only_some_may_see_is_not_there(front_end, page, typed):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert kind(front_end.post(f"/petitions/{page.pk}/sign", typed)) == "unknown"
    assert kind(front_end.get(f"/actions/{page.pk}")) == "unknown"
    page.unpublish()
    assert kind(front_end.get(f"/actions/{page.pk}")) == "unknown"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("kk", "kk"),
        ("de, ru;q=0.8, kk;q=0.5", "ru"),
        ("de", "en"),
        ("", "en"),
        ("*", "en"),
        ("kk-KZ", "kk"),
        ("\x00;q=x,,", "en"),
    ],
)
def test_messages_are_in_the_first_language_that_the_site_speaks(front_end, page, wanted, said):
    answer = front_end.post(f"/petitions/{page.pk}/sign", {"email": "x"}, accept_language=wanted)
    assert answer.headers["Content-Language"] == said
    words = {"en": "Please enter your first name.", "ru": "имя", "kk": "Атыңызды"}
    assert words[said] in answer.json()["errors"]["first_name"][0]


def test_who_has_it_already_is_told_so(front_end, page):
    path = f"/actions/{page.pk}"
    first = front_end.get(path)
    assert "s-maxage" in first.headers["Cache-Control"]
    again = front_end.get(path, if_none_match=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert front_end.get(path, if_none_match='"other"').status_code == 200


def test_what_is_told_to_one_alone_is_kept_by_nobody(front_end, page, typed):
    front_end.post(f"/petitions/{page.pk}/sign", typed)
    answer = front_end.get(f"/confirm/{Signature.objects.get().token('confirm')}")
    assert "no-store" in answer.headers["Cache-Control"]
    assert (
        "no-store" in front_end.post(f"/petitions/{page.pk}/sign", typed).headers["Cache-Control"]
    )
