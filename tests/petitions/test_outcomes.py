"""What became of a petition: on every page at once, whatever is published."""

from datetime import date

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.crowd import at_once
from tests.people import link, sign
from wagtail_campaign import signals
from wagtail_campaign.petitions import outcomes
from wagtail_campaign.petitions.models import Petition
from wagtail_campaign.petitions.outcomes import Outcome

pytestmark = pytest.mark.django_db

DAY = date(2027, 3, 5)


@pytest.fixture
def declare(petition, after_commit):
    """``declare("won")``, as an editor does."""

    def declare(kind, **more):
        outcome = Outcome(petition=petition, kind=kind, happened_on=DAY, **more)
        with after_commit():
            outcomes.declare(outcome, None)
        return outcome

    return declare


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Handed over", "March 5, 2027", "To: The ministry"]),
        ("ru", ["5 марта 2027"]),
        ("kk", ["2027", "наурыз"]),
    ],
)
def test_an_outcome_is_on_the_page_in_every_language_at_once(
    client, pages, declare, language, said
):
    for page in pages.values():
        client.get(page.url)
    declare("delivered")
    shown = client.get(pages[language].url).content.decode()
    for words in said:
        assert words in shown
    assert 'name="email"' not in shown


def test_whom_is_said_as_the_editor_wrote_it(client, page, declare):
    declare("answered", whom="The <Minister>")
    shown = client.get(page.url).content.decode()
    assert "By: The &lt;Minister&gt;" in shown
    assert "There is an answer" in shown


def test_an_answer_names_nobody_in_the_wrong_case(client, page, declare):
    declare("answered")
    shown = client.get(page.url).content.decode()
    assert "By: " not in shown and "There is an answer" in shown


def test_a_photo_is_shown_with_its_description(client, page, declare, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    photo = get_image_model().objects.create(
        title="DSC_0001", description="Boxes of signatures", file=get_test_image_file()
    )
    declare("delivered", photo=photo)
    shown = client.get(page.url).content.decode()
    assert 'alt="Boxes of signatures"' in shown
    assert "DSC_0001" not in shown
    photo.delete()
    assert client.get(page.url).status_code == 200


def test_one_follows_the_other(client, page, petition, declare):
    declare("delivered")
    declare("won")
    shown = client.get(page.url).content.decode()
    assert shown.index("Handed over") < shown.rindex("Won")
    assert "We won!" in shown
    assert Petition.objects.get().state == "won"


def test_what_was_declared_wrongly_is_taken_back(client, page, declare, after_commit):
    declare("delivered")
    won = declare("won")
    with after_commit():
        outcomes.take_back(won, None)
    assert Petition.objects.get().state == "delivered"
    assert "We won!" not in client.get(page.url).content.decode()
    with after_commit():
        outcomes.take_back(Outcome.objects.get(), None)
    assert Petition.objects.get().state == "closed"
    assert "Handed over" not in client.get(page.url).content.decode()


def test_a_correction_changes_the_page_and_no_state(client, page, declare, set_petition):
    delivered = declare("delivered")
    declare("won")
    delivered.refresh_from_db()
    delivered.whom = "The Senate"
    outcomes.declare(delivered, None)
    assert Petition.objects.get().state == "won"
    assert Outcome.objects.get(kind="delivered").whom == "The Senate"


def test_a_petition_that_is_open_again_says_no_outcome(client, page, declare, set_petition):
    declare("delivered")
    set_petition(state="open")
    shown = client.get(page.url).content.decode()
    assert 'name="email"' in shown
    assert "Handed over" not in shown


def test_nothing_can_be_confirmed_after_an_answer(client, page, typed, mailoutbox, declare):
    sign(client, page, typed)
    declare("answered")
    assert client.post(link(mailoutbox[0])).status_code == 410


def test_receivers_hear_of_the_new_state(declare):
    heard = []

    def hear(sender, action, was, **kwargs):
        heard.append((was, action.state))

    signals.action_changed.connect(hear)
    try:
        declare("won")
    finally:
        signals.action_changed.disconnect(hear)
    assert heard == [("open", "won")]


def test_an_outcome_that_another_editor_took_back_is_not_corrected(petition, declare):
    outcome = declare("won")
    outcomes.take_back(Outcome.objects.get(pk=outcome.pk), None)
    outcome.whom = "The court"
    assert not outcomes.declare(outcome, None)
    assert not petition.outcomes.exists()


@pytest.mark.django_db(transaction=True)
def test_two_editors_who_declare_victory_at_once_say_it_once(petition):
    def say(_i):
        return outcomes.declare(Outcome(petition=petition, kind="won", happened_on=DAY), None)

    assert sorted(at_once(4, say)) == [False, False, False, True]
    assert petition.outcomes.count() == 1
