"""A letter on paper, as it is put into an envelope with a window."""

import pytest

from wagtail_campaign.urgent_actions.copies.paper import LINE, Sheet, address_top

from .people import write_url

# How far it may slip: an envelope of 220 × 110 mm around a sheet that is folded to 210 × 105 mm.
SLIPS = 5


@pytest.mark.parametrize("lines", range(1, 7))
def test_an_address_stays_in_the_window_when_the_sheet_slips(lines):
    assert address_top(lines) >= 45 + SLIPS
    assert address_top(lines) + lines * LINE <= 90 + SLIPS


def test_a_long_address_begins_at_the_edge_of_the_window():
    assert address_top(1) == address_top(5) == 62.7
    assert address_top(8) + 8 * LINE == pytest.approx(90)
    assert address_top(12) == 45


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Copies to: a@example.org"), ("kk", "Көшірмесі: a@example.org")],
)
def test_copies_are_named_in_the_language_of_the_letter(language, said):
    sheet = Sheet(language, (), (), "", "", "", copies=("a@example.org",))
    assert sheet.said_copies == said


def test_the_page_to_print_names_them_so(client, urgent_page, ministry, written):
    page = client.post(write_url(urgent_page, ministry), {**written, "do": "print"})
    assert page.context["sheet"].language == "kk"
    assert "Көшірмесі: campaign@example.org" in page.content.decode()
