"""The form of a fund: what it offers is its own, and errors are told in its order."""

import pytest
from django.utils import translation

from wagtail_campaign.donations.models import FundCurrency
from wagtail_campaign.pages.models import DonationPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(home):
    """A fund that takes pounds, once and each year."""
    page = home.add_child(instance=DonationPage(title="Lawyers", slug="lawyers"))
    fund = page.get_action()
    fund.asks_monthly, fund.asks_yearly = False, True
    fund.save()
    FundCurrency.objects.create(fund=fund, currency="GBP")
    return page


def offered(form) -> list:
    currencies = [code for code, _ in form.fields["currency"].choices]
    return [currencies, [code for code, _ in form.fields["interval"].choices]]


def test_the_form_of_one_fund_leaves_that_of_another_as_it_was(donation_page, second):
    """Both are drawn at once, by threads of one process."""
    first = donation_page.get_form(donation_page.read_live(), {"email": "x"})
    other = second.get_form(second.read_live(), {"email": "x"})
    assert offered(first) == [["EUR", "KZT"], ["", "month"]]
    assert offered(other) == [["GBP"], ["", "year"]]
    assert first["interval"].field is not other["interval"].field


def test_the_form_of_one_language_leaves_that_of_another_as_it_was(donation_page, settings):
    settings.WAGTAIL_CAMPAIGN_CURRENCIES = {"kk": "KZT"}
    live = donation_page.read_live()
    with translation.override("kk"):
        kazakh = donation_page.get_form(live)
    with translation.override("en"):
        english = donation_page.get_form(live)
    assert (kazakh["currency"].initial, english["currency"].initial) == ("KZT", "EUR")


def test_errors_are_told_in_the_order_of_the_form(client, donation_page, fund, gift_typed):
    typed = {"other": "much", "email": "nobody", "first_name": "", "last_name": "x" * 61}
    form = donation_page.get_form(donation_page.read_live(), gift_typed | typed)
    assert not form.is_valid()
    told = [field.name for field in form.visible_fields() if field.errors]
    assert told == ["other", "first_name", "last_name", "email"]


def test_who_is_shown_as_nobody_is_not_shown_at_all(client, donation_page):
    """Donors without a name aren't in the list."""
    page = client.get(donation_page.url).content.decode()
    assert "Not at all" in page and "As “Supporter”" not in page
