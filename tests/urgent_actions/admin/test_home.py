"""The home page of the admin says how urgent actions stand, and that letters wait."""

from django.urls import reverse
from django.utils import timezone

from tests.editors import editor, superuser, text
from tests.people import change
from tests.urgent_actions.people import AIGUL, letter_of

HOME = "wagtailadmin_home"
WAITS = "1 letter waits for a moderator."
BAD = AIGUL["text"] + "\n\nShe has asthma."


def test_the_home_page_shows_the_latest_urgent_actions(urgent_page, ministry):
    letter_of(urgent_page, ministry)
    for browser in (superuser(), editor("view_letter_numbers", edits=[urgent_page])):
        said = text(browser.get(reverse(HOME)))
        assert "Latest urgent actions" in said and "A lawyer is in danger" in said
        assert "days left" in said and "for a moderator" not in said
    change(urgent_page.get_action(), state="closed", stopped_at=timezone.now())
    for url in (HOME, "campaign_urgent_actions:index"):
        assert "Stopped" in text(superuser().get(reverse(url)))
    others = editor("change_urgentaction", edits=[urgent_page])
    assert "Latest urgent actions" not in text(others.get(reverse(HOME)))


def test_a_moderator_is_told_there_of_letters_that_wait_and_led_to_them(urgent_page, embassy):
    letter_of(urgent_page, embassy, text=BAD)
    said = text(editor("moderate_letter", edits=[urgent_page]).get(reverse(HOME)))
    assert WAITS in said and f"{reverse('campaign_letters:index')}?delivery=held" in said
    assert "A lawyer is in danger" not in said
    stranger = editor("moderate_letter", "view_letter_numbers")
    assert WAITS not in text(stranger.get(reverse(HOME)))
    counter = editor("view_letter_numbers", edits=[urgent_page])
    assert WAITS not in text(counter.get(reverse(HOME)))
