"""What editors see in the previews of a donation page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.petitions.test_previews import shown
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.previews import MAILS
from wagtail_campaign.mailing import kinds
from wagtail_campaign.mailing.staff import StaffMail
from wagtail_campaign.pages.models import DonationPage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "amount"), [("en", "€10"), ("ru", "10\u00a0€"), ("kk", "10\u00a0€")]
)
def test_every_page_and_mail_has_a_preview_in_the_language_of_the_page(
    donation_pages, language, amount
):
    page = donation_pages[language]
    previews = {mode: shown(page, mode) for mode, _label in page.preview_modes}
    assert all(page.title in html for html in previews.values())
    assert len(set(previews.values())) == len(page.preview_modes)
    assert all(amount in html for mode, html in previews.items() if mode != "check_mail")


def test_every_mail_that_a_gift_can_cause_has_a_preview():
    caused = [kind for kind in kinds.all_kinds() if kind.name.startswith("donations.")]
    # Those to the staff are about no page.
    assert {kind.name for kind in caused if not isinstance(kind, StaffMail)} == set(MAILS)


def test_nothing_in_a_preview_can_be_sent(donation_page, fund):
    for mode in ("", "cancelled"):
        html = shown(donation_page, mode)
        form = html[html.rindex("<form", 0, html.index("disabled")) :].partition("</form>")[0]
        assert form.index("disabled") < form.index('type="submit"')
    assert "Go on to payment" not in shown(donation_page, "paid")


def test_what_becomes_of_a_gift_is_told_apart(donation_page):
    said = {
        "paid": "Your gift has come",
        "processing": "on its way",
        "cancelled": "You came back without paying €10",
        "failed": "could not be taken",
    }
    for mode, words in said.items():
        assert words in shown(donation_page, mode)


def test_a_fund_that_offers_no_amount_is_previewed_with_the_least(donation_page, fund):
    fund.currencies.update(once="", monthly="")
    assert "€1" in shown(donation_page, "paid")


def test_a_page_that_was_never_saved_has_its_previews(home):
    page = DonationPage(title="New", slug="new", locale=home.locale)
    page.path, page.depth = home.path + "0001", home.depth + 1
    for mode, _label in page.preview_modes:
        assert "New" in shown(page, mode)


def test_a_preview_writes_nothing(donation_page):
    with CaptureQueriesContext(connection) as queries:
        for mode, _label in donation_page.preview_modes:
            shown(donation_page, mode)
    assert not [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert not Donation.objects.exists()
