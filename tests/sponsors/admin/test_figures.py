"""Editors follow a list: its numbers as charts, and its entries by type."""

import pytest
from django.urls import reverse

from tests.editors import editor, text
from tests.sponsors.conftest import MP, PARTY
from tests.sponsors.people import join_and_confirm, listed
from wagtail_campaign.sponsors.admin import numbers

pytestmark = pytest.mark.django_db


def test_the_charts_say_what_is_on_the_list(client, page, sponsor_list, person, organisation):
    reader = editor("view_sponsor_numbers", edits=[page])
    charts = reverse("campaign_sponsor_lists:figures", args=[sponsor_list.pk])
    assert "Nobody is on the list yet." in text(reader.get(charts))
    sponsor = listed(client, page, organisation | {"email": "a@union.example.org"})
    listed(client, page, person)
    join_and_confirm(client, page, person | {"email": "waits@example.org"})
    found = numbers._count(sponsor_list)
    assert found.days == {f"{sponsor.published_at:%Y-%m-%d}": 2}
    assert (found.countries, found.verified) == ({"DE": 1, "KZ": 1}, {"address": 1})
    numbers.patience.cache.clear()
    shown = text(reader.get(charts))
    for said in ("Trade unions", "Deputies", "By an e-mail address at its own domain", "English"):
        assert said in shown, said
    assert "Serikova" not in shown and "Oil Workers" not in shown


def test_charts_are_for_those_who_may_see_numbers(client, page, sponsor_list):
    charts = reverse("campaign_sponsor_lists:figures", args=[sponsor_list.pk])
    assert editor("moderate_sponsor", edits=[page]).get(charts).status_code in {302, 403}


def test_entries_are_found_by_their_type(client, page, sponsor_list, person, organisation):
    moderator = editor("moderate_sponsor", edits=[page])
    listed(client, page, person)
    listed(client, page, organisation)
    other = listed(client, page, organisation | {"name": "Greens", "name_ru": "", "type": PARTY})
    other.type_uuid = None
    other.save()
    index = reverse("campaign_sponsors:index")
    for value, names in (
        (MP, ["Aigul Serikova"]),
        (PARTY, []),
        ("organisation", ["Greens"]),
        ("", ["Aigul Serikova", "Greens", "Oil Workers’ Union"]),
    ):
        answer = moderator.get(index, {"sponsor_list": sponsor_list.pk, "type": value})
        assert sorted(row.name for row in answer.context["object_list"]) == names, value
