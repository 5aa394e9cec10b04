"""Progress, figures and deadline of whatever kind of action, with its own words."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.html import strip_tags

from tests.people import change, signature_of
from wagtail_campaign.actions import live

from .drawing import drawn

pytestmark = pytest.mark.django_db

KINDS = ["petition", "urgent", "fund", "sponsors"]


@pytest.fixture
def of_kind(actions):
    return dict(zip(KINDS, actions, strict=True))


@pytest.mark.parametrize(
    ("kind", "words", "button"),
    [
        ("petition", "Be the first to sign.", "Sign the petition"),
        ("urgent", "Be the first to write.", "Write a letter"),
        ("fund", "Be the first to give.", "Donate"),
        ("sponsors", "Supported by", "Lend your name"),
    ],
)
def test_progress_invites_in_the_words_of_the_action(of_kind, kind, words, button):
    page = of_kind[kind]
    shown = drawn("campaign_progress", page, page=page)
    assert page.title in shown and words in shown
    assert f'href="{page.url}#{page.campaign_anchor}">{button}</a>' in shown


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("petition", "Nobody has signed yet."),
        ("urgent", "Nobody has written yet."),
        ("fund", "Nobody has given yet."),
        ("sponsors", "Nobody is on the list yet."),
    ],
)
def test_figures_are_a_sentence_of_the_action(of_kind, kind, words):
    assert words in drawn("campaign_figures", of_kind[kind], page=of_kind[kind])


def test_figures_of_a_fund_say_what_the_gifts_brought(donation_page, monkeypatch):
    shown = type(donation_page).read_live(donation_page)
    for gifts, words in [(1, "gift has brought"), (2, "gifts have brought")]:
        found = type(shown)(**{**vars(shown), "gifts": gifts, "count": 1200})
        monkeypatch.setattr(type(donation_page), "read_live", lambda page, found=found: found)
        live.forget(donation_page.action_key)
        said = drawn("campaign_figures", donation_page, page=donation_page)
        assert f"<strong>{gifts}</strong> {words} <strong>€1,200</strong>." in said


@pytest.mark.parametrize("kind", KINDS)
def test_the_deadline_of_whatever_action_is_said_in_days_and_its_end_too(
    of_kind, kind, after_commit
):
    page = of_kind[kind]
    soon = timezone.now() + timedelta(days=3, minutes=5)
    with after_commit():
        change(page.get_action(), closes_at=soon)
    shown = drawn("campaign_deadline", page, page=page)
    assert "3 days are left." in shown and str(page.call_to_action) in shown
    assert ("Please write before" in shown) == (kind == "urgent")
    with after_commit():
        change(page.get_action(), state="closed")
    shown = drawn("campaign_deadline", page, page=page)
    assert "left" not in shown and str(page.call_to_action) not in shown
    assert "campaign-state__title" in shown


def test_a_site_with_a_kind_of_action_of_its_own_gets_the_words_for_all_kinds(page, monkeypatch):
    monkeypatch.setattr(type(page), "template_folder", "")
    signature_of(page)
    live.forget(page.action_key)
    assert "<strong>1</strong> person has taken part." in drawn("campaign_figures", page, page=page)


def test_a_front_end_is_told_how_the_action_stands(pages, after_commit):
    from wagtail_campaign.blocks import ProgressBlock

    with after_commit():
        signature_of(pages["en"])
    block = ProgressBlock()
    action = block.get_api_representation(block.normalize({"page": pages["en"]}))["action"]
    assert (action["count"], action["goal"], action["is_open"]) == (1, 1000, True)


SIGNED, WRITTEN = ("petitions", "petition"), ("urgent_actions", "urgent_action")
GIVEN, TAKEN_PART = ("donations", "fund"), ("elements", "live")
LENT = ("sponsors", "sponsors")
SAID = [
    (SIGNED, {"count": 1, "countries": 0}, "ru", "Подписал 1 человек."),
    (SIGNED, {"count": 3, "countries": 0}, "ru", "Подписали 3 человека."),
    (WRITTEN, {"count": 21}, "ru", "Написано 21 письмо."),
    (WRITTEN, {"count": 5}, "ru", "Написано 5 писем."),
    (WRITTEN, {"count": 5}, "kk", "5 хат жазылды."),
    (GIVEN, {"count": 30, "gifts": 1}, "ru", "1 пожертвование принесло 30 €."),
    (GIVEN, {"count": 30, "gifts": 4}, "ru", "4 пожертвования принесли 30 €."),
    (GIVEN, {"count": 30, "gifts": 25}, "ru", "25 пожертвований принесли 30 €."),
    (GIVEN, {"count": 30, "gifts": 2}, "kk", "2 қайырмалдықтан 30 € жиналды."),
    (LENT, {"organisations": 1, "persons": 0}, "en", "1 organisation supports this."),
    (LENT, {"organisations": 0, "persons": 2}, "en", "2 persons support this."),
    (LENT, {"organisations": 2, "persons": 1}, "en", "2 organisations and 1 person support this."),
    (LENT, {"organisations": 21, "persons": 0}, "ru", "Поддерживает 21 организация."),
    (LENT, {"organisations": 2, "persons": 5}, "ru", "Поддерживают 2 организации и 5 человек."),
    (LENT, {"organisations": 2, "persons": 5}, "kk", "2 ұйым және 5 адам қолдайды."),
    (TAKEN_PART, {"count": 2}, "ru", "Участвуют 2 человека."),
    (TAKEN_PART, {"count": 2}, "kk", "2 адам қатысты."),
]


@pytest.mark.parametrize(("kind", "numbers", "language", "sentence"), SAID)
def test_the_sentence_agrees_with_its_numbers(kind, numbers, language, sentence):
    folder, name = kind
    live = SimpleNamespace(goal_currency="EUR", is_open=True, **numbers)
    with translation.override(language):
        shown = render_to_string(f"wagtail_campaign/{folder}/sentence.html", {name: live})
    assert " ".join(strip_tags(shown).split()) == sentence
