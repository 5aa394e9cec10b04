"""What a question was called is known in every language, also when nobody asks it any more."""

import pickle

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, TranslationSource
from wagtail_localize.operations import translate_object

from tests.people import sign
from tests.questions import ask, asked, publish
from wagtail_campaign.actions import doors, questions
from wagtail_campaign.actions.questions import Question
from wagtail_campaign.blocks import QUESTION_BLOCKS
from wagtail_campaign.pages.models import PetitionPage

pytestmark = pytest.mark.django_db

BLOCKS = dict(QUESTION_BLOCKS)


def known(page) -> dict:
    return questions.of_actions([page.action_key]).get(page.action_key, {})


def labels(page) -> list[str]:
    return [question.label for question in known(page).values()]


def translated(page, language, words) -> PetitionPage:
    """The page as somebody translates it in wagtail-localize, published."""
    locale = Locale.objects.get(language_code=language)
    if page.has_translation(locale):
        source = TranslationSource.objects.get_for_instance(page)
        source.update_from_db()
    else:
        translate_object(page, [locale])
        source = TranslationSource.objects.get_for_instance(page)
    for segment in source.stringsegment_set.filter(string__data__in=words):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": words[segment.string.data]},
        )
    with TestCase.captureOnCommitCallbacks(execute=True):
        source.translations.get(target_locale=locale).save_target()
    found = PetitionPage.objects.get(locale=locale, translation_key=page.translation_key)
    doors.close([found.pk])
    return found


RUSSIAN = {
    "Which town?": "Из какого вы города?",
    "So that we meet you.": "Чтобы встретиться.",
    "Are you a member?": "Вы состоите?",
    "Yes, I am": "Да, я в союзе",
    "Not yet": "Пока нет",
}


def test_what_a_page_asks_is_written_down_in_order_when_it_is_published(page):
    ask(page)
    assert labels(page) == ["Which town?", "Are you a member?", "How to help?", "I have a car"]
    assert [question.kind for question in known(page).values()] == list(BLOCKS)
    member = known(page)[asked(page, "Are you a member?").uuid]
    assert set(member.answer_labels.values()) == {"Yes", "Yes, I am", "Not yet"}


def test_a_translation_asks_the_same_questions_in_other_words(page):
    ask(page, required=True)
    source = TranslationSource.update_or_create_from_instance(page)[0]
    paths = source.stringsegment_set.filter(context__path__startswith="questions.")
    # Labels, help and answers; whether it must be answered is no text.
    assert paths.count() == 4 + 1 + 5
    russian = translated(page, "ru", RUSSIAN)
    mine, theirs = page.questions_asked(), russian.questions_asked()
    assert [question.uuid for question in mine] == [question.uuid for question in theirs]
    for ours, same in zip(mine, theirs, strict=True):
        assert [uuid for uuid, _words in ours.choices] == [uuid for uuid, _words in same.choices]
        assert same.required
    assert asked(russian, "Вы состоите?").choices[1][1] == "Пока нет"
    assert theirs[0].help_text == "Чтобы встретиться."
    assert len(known(page)) == 4
    with translation.override("ru"):
        assert labels(page)[:2] == ["Из какого вы города?", "Вы состоите?"]
        [_, member, *_] = known(page).values()
        assert set(member.answer_labels.values()) == {"Да", "Да, я в союзе", "Пока нет"}
    with translation.override("kk"):
        assert labels(page)[0] == "Which town?", "where it isn't translated"


def test_a_translation_that_is_synchronised_keeps_its_questions(page):
    ask(page)
    russian = translated(page, "ru", RUSSIAN)
    uuid = asked(russian, "Вы состоите?").uuid
    # The editor takes one out, makes one required and adds one.
    for place in (2, 0):
        del page.questions[place]
    for child in page.questions:
        child.value["required"] = True
    page.questions.append(("text", {"label": "Anything else?"}))
    publish(page)
    russian = translated(page, "ru", RUSSIAN | {"Anything else?": "Что-то ещё?"})
    now = russian.questions_asked()
    assert [question.label for question in now] == ["Вы состоите?", "I have a car", "Что-то ещё?"]
    assert now[0].uuid == uuid and now[0].required
    # Those that were taken out are still known.
    with translation.override("ru"):
        assert "Из какого вы города?" in labels(page)
    assert len(known(page)) == 5


def test_another_word_is_the_same_question(page):
    ask(page)
    uuid = asked(page, "Which town?").uuid
    page.questions[0].value["label"] = "Which city?"
    page.questions[1].value["choices"][1] = "No"
    publish(page)
    assert known(page)[uuid].label == "Which city?"
    assert len(known(page)) == 4
    assert "No" in known(page)[asked(page, "Are you a member?").uuid].answer_labels.values()


def test_an_answer_that_is_no_longer_offered_is_still_known(page):
    ask(page)
    del page.questions[1].value["choices"][0]
    publish(page)
    question = asked(page, "Are you a member?")
    assert len(question.choices) == 1
    assert "Yes, I am" in known(page)[question.uuid].answer_labels.values()


def test_what_is_only_a_draft_is_not_written_down(page):
    ask(page)
    page.questions[0].value["label"] = "A secret plan?"
    page.questions.append(("text", {"label": "Another one?"}))
    page.save_revision()
    assert labels(page) == ["Which town?", "Are you a member?", "How to help?", "I have a car"]


def test_a_copied_page_asks_the_same_for_a_petition_of_its_own(page):
    ask(page)
    copy = page.copy(update_attrs={"slug": "copy"})
    assert copy.action_key != page.action_key
    assert [q.uuid for q in copy.questions_asked()] == [q.uuid for q in page.questions_asked()]
    copy.questions[0].value["label"] = "Which village?"
    publish(copy)
    assert labels(copy)[0] == "Which village?"
    assert labels(page)[0] == "Which town?"


def test_an_alias_asks_for_the_petition_that_it_mirrors(page, home):
    ask(page)
    alias = page.create_alias(parent=home, update_slug="mirror")
    assert alias.questions_asked() == page.questions_asked()
    assert Question.objects.count() == 4


def test_reading_a_page_writes_nothing_and_what_was_missed_is_made_by_a_post(page, client):
    ask(page)
    Question.objects.all().delete()
    with CaptureQueriesContext(connection) as queries:
        client.get(page.url)
    assert not [q for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    doors.close([page.pk])
    sign(client, page, {})
    assert labels(page)[0] == "Which town?"


def test_a_door_carries_the_questions_and_knows_them_again(page):
    ask(page)
    door = doors.find(page.pk, PetitionPage)
    assert pickle.loads(pickle.dumps(door)).questions == page.questions_asked()
    with CaptureQueriesContext(connection) as queries:
        doors.find(page.pk, PetitionPage)
        questions.keep(door.action_key, "en", door.questions)
    assert len(queries) == 1, "looked up, and nothing new"


@pytest.mark.parametrize(
    "odd", ["", None, "1", "<script>", "x" * 500, "8A59BC74-BA0F-492C-AEEA-FFDF7C2D65C1"]
)
def test_a_block_whose_id_is_odd_is_no_question(page, odd):
    ask(page)
    raw = page.questions.raw_data
    page.questions[0].id = odd
    raw[0]["id"] = odd
    assert "Which town?" not in [question.label for question in page.questions_asked()]


def test_two_blocks_with_one_id_are_one_question(page):
    ask(page)
    page.questions[1].id = page.questions[0].id
    publish(page)
    assert len(page.questions_asked()) == 3


@pytest.mark.parametrize("kind", BLOCKS)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_block_has_a_preview_in_the_editors_language(kind, language):
    block = BLOCKS[kind]
    block.set_name(kind)
    assert block.is_previewable and block.meta.icon and block.meta.description
    with translation.override(language):
        value = block.get_preview_value()
        shown = block.render(value)
    assert value["label"] in shown
    assert 'class="campaign-fields"' in shown
    assert (language == "en") == value["label"].isascii()
