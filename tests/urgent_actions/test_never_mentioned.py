"""Nobody finds out what must never be mentioned by trying words, one letter after the other."""

import pytest
from django.core import mail

from tests.conftest import Visitor
from tests.people import change
from tests.supporters.visits import ME, enter, page_text, url
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.urgent_actions.drafting import mentions
from wagtail_campaign.urgent_actions.models import Letter
from wagtail_campaign.urgent_actions.persons import Person

from .people import write_and_confirm

HARMLESS, HARMFUL = "She likes walnuts.", "She has asthma."


@pytest.fixture
def tried(client, urgent_page, ministry, written):
    """Two letters, as far as they have come: the second has what must not be mentioned."""
    for number, said in enumerate((HARMLESS, HARMFUL)):
        typed = {"email": f"{number}@example.org", "text": f"{written['text']} {said}"}
        write_and_confirm(client, urgent_page, ministry, written | typed)
    run_pass()
    letters = list(Letter.objects.order_by("pk"))
    assert [letter.delivery for letter in letters] == ["sent", "held"]
    return letters


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Іңкәр", "Iңкәр"),
        ("Іңкәр", "Ыңкәр Іңкəрдің"),
        ("Сәуле", "Cəуле"),
        ("астм", "у неё Астма"),
        ("asthma", "АSTНМА"),
    ],
)
def test_it_is_found_by_whatever_keyboard_it_was_typed(word, said):
    assert mentions.found_in(said, [Person(never_mention=word)]) == [word]


def seen(letter, *verbs) -> tuple[str, dict]:
    """What its writer sees of a letter, with nothing that differs by what was typed."""
    me = Visitor()
    address = letter.supporter.email
    enter(me, address)
    for verb in verbs:
        me.post(url(f"me_{verb}", "letter", letter.pk))
    said = page_text(me.get(ME)).replace(address, "").replace(HARMLESS, HARMFUL)
    [act] = me.get(url("me_data")).json()["acts"]
    mails = [(mail["kind"], mail["state"]) for mail in act["mails"]]
    return said, {name: act["record"][name] for name in ("state", "delivery", "delivered_at")} | {
        "mails": mails
    }


def test_a_letter_that_is_held_looks_like_one_that_has_gone(tried):
    assert seen(tried[0]) == seen(tried[1])


def test_nor_does_taking_it_back_tell(tried):
    assert seen(tried[0], "withdraw") == seen(tried[1], "withdraw")


def test_a_refused_one_looks_the_same(tried):
    """Who writes what filters refuse would else know that it had gone."""
    Letter.objects.filter(pk=tried[0].pk).update(delivery="refused", error="SMTP 554")
    assert seen(tried[0]) == seen(tried[1])


def test_in_the_end_writers_are_told_whether_it_has_gone(tried, action):
    change(action, state="closed")
    run_pass()
    assert "Sent: it counts." in seen(tried[0])[0]
    assert "Not sent: the action had ended before." in seen(tried[1])[0]
    assert "A letter was not sent" in [message.subject for message in mail.outbox]
