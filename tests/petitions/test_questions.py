"""A petition asks questions of its own, and what is answered goes where other personal data go."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.people import errors_of, sign, sign_and_confirm, sign_url, signature_of
from tests.questions import QUESTIONS, answers, ask, asked, choice, name, publish
from tests.supporters.visits import work_off
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(page):
    return ask(page)


def told(page) -> dict:
    """What the newest supporter answered, by the words of the questions."""
    kept = Supporter.objects.latest("pk").answers
    return {q.label: kept[q.uuid] for q in page.questions_asked() if q.uuid in kept}


def test_answers_are_kept_with_the_supporter(client, page, typed):
    signature = sign_and_confirm(client, page, typed | answers(page))
    kept = told(page)
    assert kept["Which town?"] == "Zhanaozen" and kept["I have a car"] is True
    assert kept["Are you a member?"] == [choice(page, "Are you a member?", "Not yet")]
    # In the order of the form, whatever the browser says.
    helps = [choice(page, "How to help?", words) for words in ("Translate", "Pass on")]
    assert kept["How to help?"] == helps
    assert signature.state == "confirmed"


def test_nobody_has_to_answer_what_isnt_required(client, page, typed):
    assert sign(client, page, typed).status_code == 303
    assert Supporter.objects.get().answers == {}


@pytest.mark.parametrize("missing", [question["label"] for _kind, question in QUESTIONS])
def test_what_is_required_must_be_answered(client, page, typed, missing):
    ask(page, required=True)
    answered = typed | answers(page)
    assert sign(client, page, answered).status_code == 303
    del answered[name(page, missing)]
    answer = sign(client, page, answered)
    assert answer.status_code == 422
    assert errors_of(answer) == [name(page, missing)]
    assert f"Please answer: “{missing}”" in answer.content.decode()


def test_what_was_answered_stays_when_something_else_is_missing(client, page, typed):
    answer = sign(client, page, typed | answers(page) | {"email": ""})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Zhanaozen"' in shown
    # One choice, two of several, and the box; and how to be shown in public.
    assert shown.count(" checked") == 5


@pytest.mark.parametrize(
    ("label", "hostile"),
    [
        ("Which town?", "x" * 201),
        ("Are you a member?", "Yes, I am"),
        ("Are you a member?", ["Yes", "No"]),
        ("How to help?", "00000000-0000-0000-0000-000000000000"),
        ("How to help?", ["\x00", "'; DROP TABLE"]),
    ],
)
def test_no_input_is_taken_that_the_form_does_not_offer(client, page, typed, label, hostile):
    answer = sign(client, page, typed | {name(page, label): hostile})
    assert answer.status_code == 422
    assert errors_of(answer) == [name(page, label)]
    assert not Supporter.objects.exists()


def test_lists_where_text_is_expected_and_odd_ticks_do_no_harm(client, page, typed):
    odd = {
        name(page, "Which town?"): ["one", "two"],
        name(page, "I have a car"): ["on", "true"],
        name(page, "How to help?"): [choice(page, "How to help?", "Print")] * 40,
    }
    assert sign(client, page, typed | odd).status_code == 303
    kept = told(page)
    assert kept["Which town?"] == "two" and "I have a car" not in kept
    assert len(kept["How to help?"]) == 1


def test_a_choice_of_another_question_is_none_of_this(client, page, typed):
    foreign = choice(page, "How to help?", "Print")
    answer = sign(client, page, typed | {name(page, "Are you a member?"): foreign})
    assert answer.status_code == 422


def test_text_is_cleaned_as_every_line_is(client, page, typed):
    sign(client, page, typed | {name(page, "Which town?"): " Ақ\u202eтау\u200b\x07 \n x "})
    assert told(page)["Which town?"] == "Ақтау x"


def test_an_answer_to_a_question_that_is_not_asked_is_left_aside(client, page, typed):
    answered = typed | answers(page)
    del page.questions[3]
    publish(page)
    answered |= {"question_": "x", "question_1": "y"}
    assert sign(client, page, answered).status_code == 303
    assert set(told(page)) == {"Which town?", "Are you a member?", "How to help?"}
    assert len(Supporter.objects.get().answers) == 3


def test_a_removed_question_keeps_its_answers(client, page, typed):
    sign_and_confirm(client, page, typed | answers(page))
    before = Supporter.objects.get().answers
    page.questions = []
    publish(page)
    assert Supporter.objects.get().answers == before and len(before) == 4


def test_the_form_says_how_to_answer(client, page):
    shown = client.get(page.url).content.decode()
    town = f"campaign-{page.pk}-{name(page, 'Which town?')}"
    assert f'aria-describedby="{town}_helptext"' in shown and f'id="{town}_helptext"' in shown
    assert shown.count("<fieldset") == 3, "two questions, and how to be shown"
    assert "No answer" in shown
    assert shown.count("(optional)") == 4, "the comment, and all but the box"


def test_a_question_with_many_answers_is_a_list_to_open(client, page, typed):
    many = {"label": "Which union?", "choices": [f"Union {n}" for n in range(40)]}
    ask(page, [("choice", many)])
    shown = client.get(page.url).content.decode()
    assert shown.count("Union ") == 40 and "Please choose" in shown
    chosen = choice(page, "Which union?", "Union 7")
    sign(client, page, typed | {name(page, "Which union?"): chosen})
    assert told(page) == {"Which union?": [chosen]}


def test_words_of_an_editor_are_never_html(client, page, typed):
    ask(page, [("text", {"label": "<b>{x} %(y)s", "help_text": "<i>"})], required=True)
    shown = sign(client, page, typed).content.decode()
    assert "&lt;b&gt;{x} %(y)s" in shown and "<b>{x}" not in shown and "<i>" not in shown


def test_signing_costs_no_query_more(client, page, typed):
    def queries(typed):
        sign(client, page, typed | {"email": "first@example.org"})
        with CaptureQueriesContext(connection) as captured:
            assert sign(client, page, typed).status_code == 303
        return len(captured)

    answered = queries(typed | answers(page))
    ask(page, [])
    assert queries(typed) == answered


def test_a_preview_of_the_page_shows_the_questions_and_can_not_be_sent(page):
    page.questions[0].value["label"] = "Not published yet?"
    shown = page.make_preview_request().content.decode()
    assert "Not published yet?" in shown and '<fieldset class="campaign-inert" disabled' in shown


def test_an_alias_and_a_block_ask_them_too(client, page, home, typed):
    alias = page.create_alias(parent=home, update_slug="mirror")
    assert b"Which town?" in client.get(alias.url).content
    assert client.post(sign_url(alias), typed | answers(page)).status_code == 303
    assert len(Supporter.objects.get().answers) == 4


def test_answers_go_when_the_supporter_goes(page, clock):
    kept = {asked(page, "Which town?").uuid: "Zhanaozen"}
    confirmed = signature_of(page, answers=kept)
    signature_of(page, confirmed=False, email="never@example.org", answers=kept)
    services.erase(confirmed)
    clock.forward(days=15)
    work_off()
    assert Signature.objects.count() == 1
    assert not Supporter.objects.exists()


@pytest.mark.parametrize("kind", ["choice", "choices"])
@pytest.mark.parametrize("label", ["100% of you?", "Do you %(y)s?", "50 %", "{0} {x}"])
def test_a_per_cent_sign_in_a_question_is_one_for_who_answers_wrongly(
    client, page, typed, kind, label
):
    ask(page, [(kind, {"label": label, "choices": ["A", "B"]})])
    answer = sign(client, page, typed | {name(page, label): "odd"})
    assert answer.status_code == 422
    assert f"Please choose from the answers offered: “{label}”" in answer.content.decode()
