"""Letters of solidarity that may be shown: on the page, on the wall, and off it again."""

import pytest
from django.urls import reverse

from tests.conftest import Visitor
from tests.editors import superuser
from tests.supporters.visits import enter
from tests.urgent_actions.people import AIGUL, letter_of
from wagtail_campaign.actions import tallies
from wagtail_campaign.urgent_actions import forgetting, moderation, services, wall
from wagtail_campaign.urgent_actions.models import Letter, LetterText

ALL = Letter.objects


def text(response):
    return response.content.decode()


def wall_of(page):
    return reverse("wagtail_campaign:letter_wall", args=[page.pk])


@pytest.fixture
def moderator(db):
    return superuser().user


@pytest.fixture
def shown(urgent_page, solidarity, moderator, after_commit):
    """``shown(display="full")``: a letter on the wall."""

    def shown(**typed):
        letter = letter_of(urgent_page, on_wall=True, **typed)
        with after_commit():
            assert moderation.release(ALL, [letter.pk], moderator) == 1
        return letter

    return shown


def test_a_letter_is_shown_once_a_moderator_let_it_go(
    client, urgent_page, solidarity, moderator, after_commit
):
    letter = letter_of(urgent_page, on_wall=True, display="full")
    assert "I think of you" not in text(client.get(urgent_page.url))
    with after_commit():
        moderation.release(ALL, [letter.pk], moderator)
    for url in (urgent_page.url, wall_of(urgent_page)):
        said = text(client.get(url))
        assert "I think of you" in said and "Aigul Serikova" in said
        assert "aigul@example.org" not in said


def test_of_its_moment_the_day_is_shown(client, urgent_page, shown):
    """Who can see which connections were open then would know who wrote it."""
    letter = shown()
    for url in (urgent_page.url, wall_of(urgent_page)):
        said = text(client.get(url))
        assert f'datetime="{letter.confirmed_at:%Y-%m-%d}"' in said


def test_letters_to_targets_have_no_wall(client, urgent_page, ministry):
    """Nor is one looked for among them, however many there are."""
    letter_of(urgent_page, ministry, on_wall=True)
    assert client.get(wall_of(urgent_page)).status_code == 404


def test_a_letter_whose_writer_didnt_agree_isnt_shown(
    client, urgent_page, solidarity, moderator, after_commit
):
    letter = letter_of(urgent_page)
    with after_commit():
        moderation.release(ALL, [letter.pk], moderator)
    assert "I think of you" not in text(client.get(urgent_page.url))
    assert "There are no letters here yet." in text(client.get(wall_of(urgent_page)))


@pytest.mark.parametrize(
    ("display", "says", "not_"),
    [
        ("initial", ["Aigul S."], ["Serikova", "Berlin"]),
        ("anonymous", ["Supporter (Germany)"], ["Serikova", "Aigul", "Berlin"]),
    ],
)
def test_the_wall_shows_no_more_of_a_name_than_was_chosen(
    client, urgent_page, shown, display, says, not_
):
    shown(display=display)
    for url in (urgent_page.url, wall_of(urgent_page)):
        said = text(client.get(url))
        assert all(word in said for word in ["Dear Saule", *says])
        assert not any(word in said for word in not_)


def test_the_first_five_are_on_the_page_and_the_rest_on_the_wall(
    client, urgent_page, shown, monkeypatch
):
    monkeypatch.setattr(wall, "A_PAGE", 4)
    for n in range(7):
        shown(email=f"{n}@example.org", text=AIGUL["text"] + f"\n\nLetter number {n}!")
    said = text(client.get(urgent_page.url))
    assert [n for n in range(7) if f"Letter number {n}!" in said] == [2, 3, 4, 5, 6]
    assert said.index("number 6!") < said.index("number 2!")
    assert wall_of(urgent_page) in said
    first = client.get(wall_of(urgent_page))
    older = first.context["older"]
    assert "number 3!" in text(first) and "number 2!" not in text(first)
    second = client.get(wall_of(urgent_page), {"after": older})
    assert "number 2!" in text(second) and second.context["older"] is None
    for wrong in ("x", "0", "99999999999999999999", "٣"):
        assert client.get(wall_of(urgent_page), {"after": wrong}).status_code == 404


def test_its_writer_takes_it_down_at_once_and_it_counts_on(client, urgent_page, solidarity, shown):
    letter = shown(display="full")
    assert "I think of you" in text(client.get(urgent_page.url))
    me = Visitor()
    assert "Show it no longer" in enter(me, "aigul@example.org")
    url = reverse("wagtail_campaign:me_hide", args=["letter", letter.pk])
    assert "It is shown no longer." in text(me.post(url, follow=True))
    assert "I think of you" not in text(client.get(urgent_page.url))
    assert "I think of you" not in text(client.get(wall_of(urgent_page)))
    letter.refresh_from_db()
    assert (letter.state, letter.delivery, letter.on_wall) == ("confirmed", "queued", False)
    assert tallies.recount() == []
    assert "done already" in text(me.post(url, follow=True))


def test_its_writer_changes_the_name_at_once(client, urgent_page, shown):
    letter = shown(display="full")
    assert "Serikova" in text(client.get(urgent_page.url))
    url = reverse("wagtail_campaign:me_show_as", args=["letter", letter.pk])
    me = Visitor()
    enter(me, "aigul@example.org")
    me.post(url, {"display": "anonymous"})
    said = text(client.get(urgent_page.url))
    assert "Supporter (Germany)" in said and "Serikova" not in said


@pytest.mark.parametrize("way", ["withdraw", "erase", "take_down", "decline"])
def test_whatever_takes_it_back_takes_it_down(
    client, urgent_page, shown, moderator, after_commit, way
):
    letter = shown(display="full")
    assert "I think of you" in text(client.get(urgent_page.url))
    letter = Letter.objects.select_related("urgent_action", "supporter").get(pk=letter.pk)
    with after_commit():
        match way:
            case "withdraw" | "erase":
                getattr(services, way)(letter)
            case _:
                getattr(moderation, way)(ALL, [letter.pk], "A reason", moderator)
    for url in (urgent_page.url, wall_of(urgent_page)):
        assert "I think of you" not in text(client.get(url))
    assert tallies.recount() == []


def test_the_text_stays_as_long_as_it_is_shown(urgent_page, shown, moderator, clock):
    stays, goes = shown(), shown(email="other@example.org")
    moderation.hand_over(ALL, [stays.pk, goes.pk], moderator)
    moderation.take_down(ALL, [goes.pk], "A reason", moderator)
    clock.forward(days=31)
    assert forgetting.forget_texts() == 1
    assert list(LetterText.objects.values_list("pk", flat=True)) == [stays.supporter_id]


def test_the_page_asks_for_the_wall_once_for_many_readers(
    client, urgent_page, shown, django_assert_num_queries
):
    shown(display="full")
    live, drawn = urgent_page.find_live_and_drawn(None)
    assert "I think of you" in drawn.wall
    with django_assert_num_queries(0):
        urgent_page.find_live_and_drawn(None)
