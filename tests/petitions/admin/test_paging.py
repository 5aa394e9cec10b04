"""Editors page through a list that counts nothing and skips nothing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.editors import superuser, text
from tests.people import signature_of
from wagtail_campaign.actions import keyset
from wagtail_campaign.petitions.admin.listing import SignatureListView

LIST = reverse("campaign_signatures:index")


@pytest.fixture
def seven(page, monkeypatch):
    """Seven signatures, the oldest first; two and two of one moment. Three on a page."""
    monkeypatch.setattr(SignatureListView, "paginate_by", 3)
    signed = [signature_of(page, email=f"{number}@example.org") for number in range(7)]
    moment = timezone.now()
    for place, signature in enumerate(signed):
        signature.created_at = moment + timedelta(seconds=place // 2)
        signature.save(update_fields=["created_at"])
    return [signature.pk for signature in signed]


def look(browser, place=None, **query):
    """(ids, places) of a page of the list."""
    shown = browser.get(LIST, query | ({"p": place} if place else {})).context_data
    return [row.pk for row in shown["object_list"]], shown["places"]


@pytest.mark.parametrize("ordering", ["-created_at", "created_at"])
def test_every_signature_is_on_one_page_there_and_back(seven, ordering):
    browser, pages, place = superuser(), [], None
    while True:
        ids, places = look(browser, place, ordering=ordering)
        pages.append(ids)
        place = places["after"]
        if not place:
            break
    expected = seven if ordering == "created_at" else seven[::-1]
    assert sum(pages, []) == expected and [len(ids) for ids in pages] == [3, 3, 1]
    back = [pages[-1]]
    while place := places["before"]:
        ids, places = look(browser, place, ordering=ordering)
        back.insert(0, ids)
    assert back == pages


@pytest.mark.parametrize(
    "place", ["7", "after-", "after-20260101000000000000-", "after-20269901000000000000-1"]
)
def test_an_odd_place_is_the_first_page(seven, place):
    ids, places = look(superuser(), place)
    assert ids == seven[::-1][:3] and not places["before"]


def test_the_number_is_exact_while_that_is_cheap(seven, petition, monkeypatch):
    monkeypatch.setattr(keyset, "MOST_COUNTED", 5)
    browser = superuser()
    assert "More than 5 signatures" in text(browser.get(LIST))
    counted = browser.get(LIST, {"petition": petition.pk, "state": "confirmed"})
    assert "7 signatures" in text(counted)
    assert "2 signatures" not in text(browser.get(LIST, {"country": "ZW"}))


def test_a_page_costs_the_same_wherever_it_is(seven):
    browser, costs = superuser(), []
    _ids, places = look(browser)
    for place in (None, places["after"]):
        with CaptureQueriesContext(connection) as queries:
            look(browser, place)
        costs.append(len(queries))
    assert costs[0] == costs[1]
