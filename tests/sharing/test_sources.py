"""Which way brought supporters here, without a cookie and without a script."""

import pytest

from tests.people import sign, sign_and_confirm
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.sharing.sources import with_source

pytestmark = pytest.mark.django_db


def came_by(client, page, typed, query) -> str:
    sign(client, page, typed, headers={"referer": f"http://testserver{page.url}{query}"})
    return Signature.objects.get().source


@pytest.mark.parametrize(
    ("query", "source"),
    [
        *(
            ("?via=telegram", "telegram"),
            ("?a=1&via=qr#form", "qr"),
            ("?via=leaflet-2", "leaflet-2"),
        ),
        *(("", ""), ("?via=", ""), ("?via=Telegram", ""), ("?via=%D0%B0", ""), ("?via=a@b.c", "")),
        *((f"?via={'x' * 21}", ""), ("?via=-x", ""), ("?" + "&".join(["via=x"] * 50), "")),
        *(("?via=a%00b", ""), ("?via=<script>", ""), ("?" + "y" * 5000, "")),
    ],
)
def test_the_word_in_the_address_is_kept_with_the_signature(client, page, typed, query, source):
    assert came_by(client, page, typed, query) == source


@pytest.mark.parametrize(
    "referer", ["", "http://[", "about:blank", "\x00", "http://other.example/"]
)
def test_an_odd_referer_is_no_source(client, page, typed, referer):
    assert sign(client, page, typed, headers={"referer": referer}).status_code == 303
    assert Signature.objects.get().source == ""


def test_it_survives_a_form_with_errors(client, page, typed):
    headers = {"referer": f"http://testserver{page.url}?via=vk"}
    again = sign(client, page, typed | {"email": ""}, headers=headers)
    assert b'<input type="hidden" name="via" value="vk">' in again.content
    sign_and_confirm(client, page, typed | {"via": "vk"})
    assert Signature.objects.get().source == "vk"


def test_what_is_sent_as_a_source_is_no_markup(client, page, typed):
    again = sign(client, page, typed | {"email": "", "via": '"><script>'})
    assert b"<script>" not in again.content.replace(b'<script type="module"', b"")
    assert b'name="via"' not in again.content


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://a.example/p/", "https://a.example/p/?via=x"),
        ("https://a.example/p/?b=1", "https://a.example/p/?b=1&via=x"),
        ("https://a.example/p/#c", "https://a.example/p/?via=x#c"),
    ],
)
def test_an_address_carries_the_word(url, said):
    assert with_source(url, "x") == said
