"""What editors see in the previews of a petition's page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail_campaign.petitions.pages import MAILS

pytestmark = pytest.mark.django_db


def shown(page, mode) -> str:
    response = page.make_preview_request(preview_mode=mode)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_step_and_mail_has_a_preview_in_the_language_of_the_page(pages, language):
    page = pages[language]
    previews = {mode: shown(page, mode) for mode, _label in page.preview_modes}
    assert all(page.title in html for html in previews.values())
    # No two of them are the same, as when a mode is not known and the page is shown instead.
    assert len(set(previews.values())) == len(page.preview_modes)


def test_the_form_in_a_preview_can_not_be_sent(page):
    assert "<fieldset" in shown(page, "") and "disabled" in shown(page, "")
    assert "disabled" in shown(page, "confirm")


def test_a_mail_is_previewed_as_html_and_as_text(pages):
    for mode in MAILS:
        html = shown(pages["kk"], mode)
        assert "srcdoc" in html
        assert "/campaign/" in html


def test_a_preview_writes_nothing(page):
    with CaptureQueriesContext(connection) as queries:
        for mode, _label in page.preview_modes:
            shown(page, mode)
    assert not [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
