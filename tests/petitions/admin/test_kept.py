"""Editors see what is kept, and are warned before who signed is forgotten."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from tests.editors import editor, superuser, text
from tests.people import change, signature_of
from tests.supporters.visits import work_off
from wagtail_campaign.actions import endings, words
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions.models import Petition

KEPT = reverse("campaign_petitions:kept")


@pytest.fixture
def over(petition):
    change(petition, state="closed")
    return petition


def day_of(petition) -> str:
    return words.local_day(endings.forgets_on(petition))


def test_the_table_says_what_enforces_each_row(page):
    said = text(superuser().get(KEPT))
    for part in (
        "14 days",
        "6 months after the action has ended",
        "campaign_work",
        "each time it runs",
        "backups",
    ):
        assert part in said
    assert "None yet." in said


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "при каждом запуске"), ("kk", "әр іске қосылғанда")],
)
def test_it_speaks_the_language_of_the_editor(page, language, words):
    browser = superuser()
    UserProfile.objects.create(user=browser.user, preferred_language=language)
    said = text(browser.get(KEPT))
    assert words in said
    assert "signers forgotten" not in said and 'lang="en"' not in said


def test_it_says_when_who_signed_which_petition_is_forgotten(page, over, home):
    home.add_child(instance=PetitionPage(title="A lawyer in prison", slug="lawyer"))
    said = text(superuser().get(KEPT))
    assert f"Will be forgotten on {day_of(over)}" in said
    assert "Free the strikers" in said and "A lawyer in prison" not in said


def test_it_costs_the_same_however_many_are_over(page, over, home, django_assert_max_num_queries):
    browser = superuser()
    browser.get(KEPT)
    with django_assert_max_num_queries(40) as few:
        browser.get(KEPT)
    for number in range(6):
        more = home.add_child(instance=PetitionPage(title=f"P{number}", slug=f"p{number}"))
        change(more.get_action(), state="won")
    with django_assert_max_num_queries(len(few)):
        browser.get(KEPT)


def test_never_is_said_as_well(page, over, settings):
    settings.WAGTAIL_CAMPAIGN_FORGET_AFTER_MONTHS = None
    said = text(superuser().get(KEPT))
    assert "Is kept until somebody erases it" in said and "Until you erase it" in said


@pytest.mark.parametrize("right", ["view_numbers", "change_petition"])
def test_it_is_for_those_who_follow_petitions(page, over, right):
    browser = editor(right, edits=[page])
    assert "Free the strikers" in text(browser.get(KEPT))
    assert KEPT in text(browser.get(reverse("wagtailadmin_home")))


def test_others_do_not_see_it(page, over):
    stranger = editor("export_signature", edits=[page])
    assert stranger.get(KEPT).status_code == 302
    assert KEPT not in text(stranger.get(reverse("wagtailadmin_home")))
    assert "Free the strikers" not in text(editor("change_petition").get(KEPT))


def test_editors_are_warned_wherever_they_meet_the_petition(page, over, clock):
    browser = superuser()
    warning = f"Who signed will be forgotten on {day_of(over)}."
    for url in (
        reverse("campaign_petitions:edit", args=[over.pk]),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
    ):
        assert warning in text(browser.get(url))
    assert day_of(over) in text(browser.get(reverse("campaign_petitions:index")))


def test_the_home_page_warns_in_the_last_month(page, over):
    browser, home = superuser(), reverse("wagtailadmin_home")
    assert "will be forgotten on" not in text(browser.get(home))
    Petition.objects.update(ended_at=timezone.now() - timedelta(days=170))
    over.refresh_from_db()
    warning = f"Who signed “Free the strikers” will be forgotten on {day_of(over)}."
    assert warning in text(browser.get(home))
    assert "will be forgotten" not in text(editor("view_numbers").get(home))


def test_what_was_forgotten_is_said_where_it_could_be_opened_again(page, over, clock):
    signature_of(page, confirmed=False)
    clock.forward(days=190)
    work_off()
    settings = reverse("campaign_petitions:edit", args=[over.pk])
    said = " ".join(text(superuser().get(settings)).split())
    assert "the same addresses can sign a second time" in said
    assert "Forgot who had signed" in said
