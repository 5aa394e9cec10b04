"""Passing a page on, without asking anybody else for it."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from wagtail_campaign.sharing.links import SERVICES, share_links

PLAIN = "https://example.org/kk/petition/"
URL = f"{PLAIN}?a=1&b=2#here"
TEXT = 'Бостандық & «әділдік» 100% + "more" <b>?\n#1'


def test_every_link_carries_address_and_title_whole():
    links = {link.name: link for link in share_links(URL, TEXT)}
    assert list(links) == [name for name, *_ in SERVICES]
    for link in links.values():
        assert link.url.isascii()
        assert not set(link.url) & set(" \n\"<>'")
        passed_on = f"https://example.org/kk/petition/?a=1&b=2&via={link.name}#here"
        assert passed_on in unquote(link.url)
        if link.name != "facebook":
            assert TEXT in unquote(link.url)


def test_nothing_of_the_title_becomes_another_parameter():
    for link in share_links(URL, "x&url=https://evil.example&cc=victim@example.org#"):
        parts = urlsplit(link.url)
        values = parse_qs(parts.query)
        assert "cc" not in values
        assert [sent.partition("?")[0] for sent in values.get("url", [])] in ([], [PLAIN])
        assert "evil" not in parts.netloc


@pytest.mark.django_db
def test_a_pages_address_is_drawn_as_a_code(client, pages):
    drawn = {}
    for language, page in pages.items():
        response = client.get(reverse("wagtail_campaign:qr", args=[page.pk]))
        assert response.status_code == 200
        assert response["Content-Type"] == "image/svg+xml"
        assert "public" in response["Cache-Control"]
        assert response.content.startswith(b"<?xml") and b"<svg" in response.content
        assert b"<script" not in response.content
        drawn[language] = response.content
    assert len(set(drawn.values())) == 3


@pytest.mark.django_db
def test_no_code_tells_of_a_page_that_is_not_public(client, page):
    path = reverse("wagtail_campaign:qr", args=[page.pk])
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(path).status_code == 404
    PageViewRestriction.objects.all().delete()
    assert client.get(path).status_code == 200
    page.unpublish()
    assert client.get(path).status_code == 404
