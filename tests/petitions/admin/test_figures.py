"""Editors look at charts; everything that is drawn stands in a table as well."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.editors import ALL_RIGHTS, editor, superuser, text
from tests.people import signature_of
from tests.supporters.visits import work_off
from wagtail_campaign.actions.admin import charts

FIGURES = "campaign_petitions:figures"


def days(number, step=1):
    start = date(2026, 1, 1)
    return {str(start + timedelta(days=i * step)): 1 for i in range(number)}


@pytest.mark.parametrize(
    ("counted", "columns"),
    [
        *((days(1), 1), (days(62), 62), (days(63), 10), (days(2, 30), 31), (days(2, 400), 58)),
        *((days(2, 500), 17), ({}, 0)),
    ],
)
def test_days_become_weeks_and_months_where_there_are_many(counted, columns):
    drawn = charts.over_time(counted)
    assert len(drawn) == columns
    assert sum(column.number for column in drawn) == len(counted)
    assert all(0 <= column.y <= charts.HEIGHT for column in drawn)


def test_a_gap_is_a_column_of_nothing():
    drawn = charts.over_time({"2026-11-01": 4, "2026-11-03": 2})
    assert [(c.number, c.height, c.y) for c in drawn] == [(4, 100, 0), (0, 0, 100), (2, 50, 50)]


def test_the_longest_bar_comes_first_and_small_ones_are_summed_up():
    numbers = {"de": 6, "kz": 30, "fr": 4, "at": 1}
    bars = charts.bars(numbers, str.upper, small=5, rest="Others (%(count)s)")
    assert [(bar.label, bar.number) for bar in bars] == [("KZ", 30), ("DE", 6), ("Others (2)", 5)]
    assert [(bar.share, bar.length) for bar in bars] == [(73, 100), (15, 20), (12, 17)]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_charts_speak_the_editors_language(pages, petition, language):
    for number in range(6):
        signature_of(pages["ru"], email=f"{number}@example.org", via="telegram")
    signature_of(pages["kk"], email="one@example.org", country="FR")
    work_off()
    browser = superuser()
    profile = UserProfile.get_for_user(browser.user)
    profile.preferred_language = language
    profile.save()
    shown = text(browser.get(reverse(FIGURES, args=[petition.pk])))
    country = {"en": "Kazakhstan", "ru": "Казахстан", "kk": "Қазақстан"}[language]
    assert country in shown and "Telegram" in shown and "<rect" in shown
    assert {"en": "France", "ru": "Франция", "kk": "Франция"}[language] not in shown
    assert "style=" not in shown[shown.index("campaign-record") :].partition("</main>")[0]


@pytest.mark.django_db
def test_before_anything_is_counted_it_says_so(petition):
    shown = text(superuser().get(reverse(FIGURES, args=[petition.pk])))
    assert "Nothing has been counted yet." in shown


@pytest.mark.django_db
def test_only_who_may_see_numbers_sees_charts(page, petition):
    url = reverse(FIGURES, args=[petition.pk])
    assert editor("view_numbers").get(url).status_code == 200
    others = [right for right in ALL_RIGHTS if right != "view_numbers"]
    assert editor(*others, edits=[page]).get(url).status_code == 302
    page.unpublish()
    assert editor("view_numbers").get(url, follow=True).status_code == 404


@pytest.mark.django_db
def test_the_charts_lead_back_to_the_petition_for_those_whose_business_it_is(page, petition):
    back = reverse("campaign_petitions:edit", args=[petition.pk])
    for browser, leads in [
        (editor("view_numbers", "change_petition", edits=[page]), True),
        (editor("view_numbers", "change_petition"), False),
    ]:
        shown = browser.get(reverse(FIGURES, args=[petition.pk])).content.decode()
        assert (f'href="{back}"' in shown) is leads
        assert page.title in shown
