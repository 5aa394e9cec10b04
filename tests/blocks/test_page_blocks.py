"""What editors compose: a call to action, somebody's words, how to reach the campaign."""

import pytest

from tests.people import change

from .drawing import drawn

pytestmark = pytest.mark.django_db


def test_a_call_leads_to_the_form_of_an_action_in_the_words_of_the_editor(pages):
    page = pages["ru"]
    shown = drawn("campaign_call", page, page=pages["en"], heading="Pod", label="Go", text="A\n\nB")
    assert f'href="{page.url}#{page.campaign_anchor}">Go</a>' in shown
    assert "<p>A</p>" in shown and "<p>B</p>" in shown and "Pod" in shown


def test_a_call_says_by_itself_what_the_page_says(pages, home):
    shown = drawn("campaign_call", pages["en"], page=pages["en"])
    assert "Free the strikers" in shown and "Sign the petition" in shown
    assert f'href="{home.url}">{home.title}</a>' in drawn("campaign_call", page=home)


def test_a_call_invites_nobody_once_the_action_is_over(page, petition, after_commit):
    with after_commit():
        change(petition, state="won")
    shown = drawn("campaign_call", page, page=page, label="Sign now")
    assert "Sign now" not in shown and "We won!" in shown


def test_a_call_to_a_draft_is_not_shown(page):
    page.unpublish()
    assert drawn("campaign_call", page=page, heading="Sign") == ""


@pytest.mark.parametrize("style", ["panel", "strong", "plain"])
def test_a_call_stands_out_as_the_editor_chooses(page, style):
    assert f"campaign-call--{style}" in drawn("campaign_call", page, page=page, style=style)


def test_a_quote_says_whose_words_they_are_and_who_cannot_see_the_picture_misses_nothing(picture):
    shown = drawn("campaign_quote", text="We ask.", who="Aigul", role="A welder", image=picture)
    assert "<p>We ask.</p>" in shown and "<strong>Aigul</strong>" in shown and "A welder" in shown
    assert 'alt=""' in shown
    assert "figcaption" not in drawn("campaign_quote", text="We ask.")


def test_an_address_stands_as_on_its_envelope_and_an_e_mail_as_it_is_typed():
    office = {"name": "Office", "lines": "1 Street\nTown", "email": "office@example.org"}
    shown = drawn("campaign_contact", addresses=[office], copies_to=["copies@example.org"])
    assert "1 Street<br>Town" in shown
    assert '<a href="mailto:office@example.org">office@example.org</a>' in shown
    assert "Copies to" in shown and ">copies@example.org<" in shown


def test_nothing_typed_into_a_block_is_markup(page):
    nasty = "<script>alert(1)</script>"
    for name, values in [
        ("campaign_call", {"page": page, "heading": nasty, "text": nasty, "label": nasty}),
        ("campaign_quote", {"text": nasty, "who": nasty, "role": nasty}),
        ("campaign_contact", {"addresses": [{"name": nasty, "lines": nasty, "email": ""}]}),
        ("campaign_ways", {"heading": nasty}),
        ("campaign_poster", {"page": page, "heading": nasty, "text": nasty}),
        ("campaign_share", {"heading": nasty, "text": nasty}),
    ]:
        shown = drawn(name, page, **values)
        assert "alert(1)" in shown and "<script>" not in shown
