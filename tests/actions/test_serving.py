"""An action's page, as caches and browsers see it."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from tests.people import sign, signature_of
from wagtail_campaign.actions import live as actions_live
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions.models import Petition, Signature

pytestmark = pytest.mark.django_db

INERT = re.compile(rb"<fieldset[^>]* disabled")
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


def writes(queries) -> list[str]:
    return [query["sql"] for query in queries if query["sql"].lstrip("( ").startswith(WRITES)]


def shared_age(response, directive="s-maxage") -> int:
    parts = dict(part.partition("=")[::2] for part in response["Cache-Control"].split(", "))
    return int(parts[directive])


def public_paths(page, signature) -> list[str]:
    """Everything that can be read of a petition and of a signature under it."""
    token = signature.token
    return [
        page.url,
        reverse("wagtail_campaign:petition_check_mail", args=[page.pk]),
        reverse("wagtail_campaign:petition_thanks", args=[page.pk]),
        reverse("wagtail_campaign:confirm", args=[token("confirm")]),
        reverse("wagtail_campaign:disown", args=[token("disown")]),
        reverse("wagtail_campaign:tally", args=[page.action_key]),
        reverse("wagtail_campaign:qr", args=[page.pk]),
    ]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_reading_writes_nothing(client, pages, language):
    page = pages[language]
    signature = signature_of(page, confirmed=False)
    for path in public_paths(page, signature):
        for method in (client.get, client.head, client.get):
            with CaptureQueriesContext(connection) as queries:
                assert method(path).status_code == 200, path
            assert not writes(queries), path


def test_reading_makes_no_action_where_one_is_missing(client, page):
    Petition.objects.all().delete()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page.url).status_code == 200
    assert not writes(queries)
    assert not Petition.objects.exists()


def test_a_post_makes_the_action_where_it_is_missing(client, page, typed):
    Petition.objects.all().delete()
    assert sign(client, page, typed).status_code == 303
    assert Petition.objects.get().key == page.translation_key
    assert Signature.objects.get().petition.key == page.translation_key


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_cookie_is_set_and_none_makes_a_difference(client, pages, language):
    page = pages[language]
    signature = signature_of(page, confirmed=False)
    for path in public_paths(page, signature):
        response = client.get(path, headers={"accept-language": "kk"})
        assert not response.cookies, path
        assert "Cookie" not in response.get("Vary", ""), path
    assert "Vary" not in client.get(page.url)


def test_the_form_sets_no_cookie_either(client, page, typed):
    for answer in (sign(client, page, typed), sign(client, page, {})):
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def queries_of(client, path) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_a_warm_page_asks_the_database_no_more_than_any_page(client, page, home):
    plain = home.add_child(instance=Page(title="Plain", slug="plain"))
    for path in (plain.url, page.url):
        client.get(path)
    # Ours is looked up in its specific type, with its locale: what it shows is cached.
    assert queries_of(client, page.url) <= queries_of(client, plain.url) + 2


def test_a_cold_page_costs_six_queries_more(client, page):
    client.get(page.url)
    warm = queries_of(client, page.url)
    actions_live.forget(page.action_key)
    cache.delete(page._drawn_cache_key())
    assert warm < queries_of(client, page.url) <= warm + 6


def test_three_hundred_signatures_cost_no_query_more(client, page, petition):
    def cold():
        cache.clear()
        return queries_of(client, page.url)

    signature_of(page, display="full")
    cold()
    few = cold()
    Signature.objects.bulk_create(
        Signature(
            petition=petition,
            state="confirmed",
            public_name=f"Supporter {number}",
            country="KZ",
            language="en",
            confirmed_at=timezone.now(),
        )
        for number in range(299)
    )
    assert cold() == few
    shown = client.get(page.url).content
    assert b"Supporter 298" in shown
    assert b"Supporter 100" not in shown


def test_caches_may_keep_a_page_for_a_while(client, page):
    response = client.get(page.url)
    assert "public" in response["Cache-Control"]
    assert 0 < shared_age(response) <= 30


@pytest.mark.parametrize("moment", ["opens_at", "closes_at"])
def test_no_cache_keeps_a_page_past_its_opening_or_closing(
    client, page, set_petition, clock, moment
):
    clock.stop()
    set_petition(**{moment: timezone.now() + timedelta(seconds=60)})
    assert shared_age(client.get(page.url)) == 30
    clock.forward(seconds=50)
    assert shared_age(client.get(page.url)) == 10
    clock.forward(seconds=9.5)
    assert shared_age(client.get(page.url)) == 0
    clock.forward(seconds=60)
    assert shared_age(client.get(page.url)) == 30


def test_what_somebody_signed_in_sees_is_not_for_others(client, page, settings):
    client.cookies[settings.SESSION_COOKIE_NAME] = "something"
    assert client.get(page.url)["Cache-Control"] == "private"


def test_a_site_can_leave_caching_to_itself(client, page, settings):
    settings.WAGTAIL_CAMPAIGN_PAGE_MAX_AGE = 0
    assert "Cache-Control" not in client.get(page.url)


def test_what_a_form_is_answered_with_is_kept_by_nobody(client, page, typed):
    for answer in (sign(client, page, typed), sign(client, page, {})):
        assert "no-store" in answer["Cache-Control"]
        assert "public" not in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "same-origin"


def test_the_page_of_a_mailed_link_is_kept_by_nobody(client, page):
    signature = signature_of(page, confirmed=False)
    for purpose in ("confirm", "disown"):
        response = client.get(
            reverse(f"wagtail_campaign:{purpose}", args=[signature.token(purpose)])
        )
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "same-origin"


def test_a_preview_writes_nothing_and_leaves_nothing_in_the_cache(client, page, petition):
    unsaved = PetitionPage(title="Unsaved", slug="unsaved", locale=page.locale)
    for previewed in (page, unsaved):
        with CaptureQueriesContext(connection) as queries:
            preview = previewed.make_preview_request()
        assert preview.status_code == 200
        assert not [sql for sql in writes(queries) if "campaign" in sql]
        assert INERT.search(preview.content)
    assert Petition.objects.get() == petition
    assert not INERT.search(client.get(page.url).content)


def test_the_live_count_is_public_and_fresh(client, page):
    path = reverse("wagtail_campaign:tally", args=[page.action_key])
    response = client.get(path)
    assert response.json() == {"signatures": 0, "paper": 0}
    assert "public" in response["Cache-Control"]
    assert 0 < shared_age(response, "max-age") <= 10
    signature_of(page)
    assert client.get(path).json() == {"signatures": 1, "paper": 0}


def test_there_is_no_live_count_of_what_is_not_there(client, page):
    path = reverse("wagtail_campaign:tally", args=["0" * 8 + "-0000-0000-0000-" + "0" * 12])
    assert client.get(path).status_code == 404
    assert client.post(reverse("wagtail_campaign:tally", args=[page.action_key])).status_code == 405


def test_nobody_writes_addresses_into_our_pages_and_mails_by_a_host_header(client, page, typed):
    """Pages lie in caches, and the link to confirm is worth stealing."""
    for _ in range(2):
        shown = client.get(page.url, headers={"host": "evil.example"})
        assert b"evil.example" not in shown.content
    sign(client, page, typed, headers={"host": "evil.example"})
    [message] = mail.outbox
    assert "http://testserver/campaign/confirm/" in message.body
    assert "evil.example" not in message.message().as_string()
    code = client.get(reverse("wagtail_campaign:qr", args=[page.pk]))
    evil = client.get(
        reverse("wagtail_campaign:qr", args=[page.pk]), headers={"host": "evil.example"}
    )
    assert code.content == evil.content
