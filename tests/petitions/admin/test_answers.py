"""Editors read what a petition's own questions were answered with."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from tests.editors import ALL_RIGHTS, editor, superuser, table, text
from tests.people import signature_of
from tests.questions import ask, asked, choice, publish
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.admin import export
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.models import ConsentWording, Purpose

pytestmark = pytest.mark.django_db

EXPORT = reverse("campaign_signatures:export")
LABELS = ["Which town?", "Are you a member?", "How to help?", "I have a car"]


@pytest.fixture
def page(page):
    return ask(page)


def answered(page, town="Zhanaozen") -> dict:
    """Answers as they are kept."""
    helps = [choice(page, "How to help?", words) for words in ("Translate", "Pass on")]
    return {
        asked(page, "Which town?").uuid: town,
        asked(page, "Are you a member?").uuid: [choice(page, "Are you a member?", "Not yet")],
        asked(page, "How to help?").uuid: helps,
        asked(page, "I have a car").uuid: True,
    }


@pytest.fixture
def dana(page):
    return signature_of(page, answers=answered(page))


def inspected(browser, signature) -> str:
    return text(browser.get(reverse("campaign_signatures:inspect", args=[signature.pk])))


def rows(response) -> list[dict]:
    head, *lines = table(response)
    return [dict(zip(head, line, strict=True)) for line in lines]


def test_a_signature_shows_what_was_answered(page, dana):
    said = inspected(superuser(), dana)
    for words in (*LABELS, "Zhanaozen", "Not yet", "Translate<br>Pass on", "Yes"):
        assert words in said


def test_without_the_right_to_personal_data_no_answer_is_seen(page, dana):
    browser = editor("export_signature", "moderate_signature", edits=[page])
    said = inspected(browser, dana)
    assert "Which town?" not in said and "Zhanaozen" not in said
    head, *lines = table(browser.get(EXPORT))
    assert not set(LABELS) & set(head)
    assert "Zhanaozen" not in str(lines)


def test_each_question_is_a_column_of_the_export(page, dana):
    signature_of(page, email="silent@example.org")
    first, silent = rows(superuser().get(EXPORT))
    assert [first[label] for label in LABELS] == [
        "Zhanaozen",
        "Not yet",
        "Translate; Pass on",
        "Yes",
    ]
    assert [silent[label] for label in LABELS] == [""] * 4
    assert silent["E-mail"] == "silent@example.org"


def test_a_removed_question_keeps_its_column_and_its_place_in_the_admin(page, dana):
    page.questions = []
    publish(page)
    [row] = rows(superuser().get(EXPORT))
    assert row["Which town?"] == "Zhanaozen" and row["Are you a member?"] == "Not yet"
    assert "Zhanaozen" in inspected(superuser(), dana)


def test_the_export_speaks_the_editors_language(pages, page, dana):
    translated = pages["ru"]
    raw = list(page.questions.raw_data)
    for number, child in enumerate(raw):
        child["value"]["label"] = f"{number}?"
    translated.questions = json.dumps(raw)
    publish(translated)
    signature_of(translated, email="ru@example.org", answers=answered(page))
    browser = superuser()
    UserProfile.objects.create(user=browser.user, preferred_language="ru")
    head, *lines = table(browser.get(EXPORT), delimiter=";")
    assert head[-4:] == ["0?", "1?", "2?", "3?"]
    assert len(lines) == 2 and all(line[-1] == "Да" for line in lines)
    with translation.override("kk"):
        assert next(export.signatures(Signature.objects.all(), personal=True))[-4:] == LABELS


def test_no_question_and_no_answer_starts_a_formula(page):
    ask(page, [("text", {"label": "=1+1"})])
    signature_of(page, answers={page.questions_asked()[0].uuid: "@SUM(A1)"})
    [row] = rows(superuser().get(EXPORT))
    assert row["'=1+1"] == "'@SUM(A1)"


def test_columns_that_are_called_the_same_are_told_apart(page):
    ask(page, [("text", {"label": "Country"}), ("text", {"label": "Country"})])
    signature_of(page)
    head, _line = table(superuser().get(EXPORT))
    assert {"Country", "Country (2)", "Country (3)"} <= set(head)
    assert len(set(head)) == len(head)


def test_only_questions_of_the_petitions_in_the_filter_are_columns(page, dana, home):
    other = home.add_child(instance=PetitionPage(title="Other", slug="other"))
    ask(other, [("text", {"label": "Another?"})])
    petition = other.get_action().pk
    signature_of(other, email="b@example.org")
    browser = superuser()
    assert "Which town?" not in rows(browser.get(EXPORT, {"petition": petition}))[0]
    first, second = rows(browser.get(EXPORT))
    assert (first["Which town?"], first["Another?"]) == ("Zhanaozen", "")
    assert second["Which town?"] == ""


def test_a_copied_petition_shares_the_columns_of_the_original(page, dana):
    copy = page.copy(update_attrs={"slug": "copy"})
    publish(copy)
    signature_of(copy, email="b@example.org", answers=answered(copy, "Aqtau"))
    head, *lines = table(superuser().get(EXPORT))
    assert head[-4:] == LABELS
    assert [line[-4] for line in lines] == ["Zhanaozen", "Aqtau"]


def test_who_was_erased_answered_nothing(page, dana):
    services.erase(dana)
    [row] = rows(superuser().get(EXPORT))
    assert [row[label] for label in LABELS] == [""] * 4
    assert "Zhanaozen" not in inspected(superuser(), dana)


def test_the_hand_over_holds_no_answer(page):
    words = page.consent_wordings()
    ConsentWording.objects.bulk_create(words, ignore_conflicts=True)
    agreed = [wording.pk for wording in words if wording.purpose == Purpose.HANDOVER]
    signature_of(page, ticked=agreed, answers=answered(page))
    url = reverse("campaign_petitions:hand_over", args=[page.get_action().pk])
    handed_over = table(editor(*ALL_RIGHTS, edits=[page]).get(url))
    assert handed_over[0] == ["Name", "Country", "Organisation", "Comment"]
    assert "Zhanaozen" not in str(handed_over)


def test_an_export_costs_the_same_queries_however_many_questions(page, dana):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            list(export.signatures(Signature.objects.all(), personal=True))
        return len(captured)

    few = queries()
    many = [("text", {"label": f"Question {number}"}) for number in range(15)]
    ask(page, many)
    signature_of(page, email="b@example.org", answers={page.questions_asked()[0].uuid: "x"})
    assert queries() == few
