"""``manage.py check`` says what donations lack."""

import pytest

from wagtail_campaign.donations.models import Fund, FundCurrency

from .asked import database_said, said

KEY = {
    "WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY": "rk_live_1",
    "WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS": ["whsec_1"],
}


def test_a_site_that_takes_no_money_needs_nothing():
    assert said() == set()


def test_a_site_that_takes_money_is_in_order():
    assert said(**KEY) == set()


@pytest.mark.parametrize(
    ("slip", "number"),
    [
        ({"WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY": "pk_live_1"}, "E013"),
        ({"WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS": []}, "E014"),
        ({"WAGTAIL_CAMPAIGN_STRIPE_ADDRESS": "http://127.0.0.1:12111"}, "E015"),
        ({"WAGTAIL_CAMPAIGN_STRIPE_LANGUAGES": {"kk": "kk"}}, "E016"),
        ({"WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY": "sk_test_1"}, "W014"),
    ],
)
def test_a_slip_is_said(slip, number):
    assert number in said(**{**KEY, **slip})


@pytest.mark.django_db
def test_a_page_that_asks_for_money_without_a_key_is_said(donation_page, settings):
    assert database_said("W016")
    settings.WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = "sk_test_1"
    assert database_said("W016") == []


@pytest.mark.django_db
def test_roubles_are_warned_of(donation_page):
    assert database_said("W015") == []
    FundCurrency.objects.create(fund=Fund.objects.get(), currency="RUB")
    assert "Stripe does not serve Russia" in database_said("W015")[0]


@pytest.mark.django_db
def test_currencies_that_are_not_in_order_are_warned_of(donation_page):
    assert "KZT, rate_on: Say of which day it is" in database_said("W017")[0]
    FundCurrency.objects.filter(currency="KZT").delete()
    assert database_said("W017") == []
    fund = Fund.objects.get()
    FundCurrency.objects.create(fund=fund, currency="JPY")
    [least, fee] = database_said("W017")
    assert f"Fund {fund.pk}, JPY, minimum: an account" in least
    assert "fee_fixed: nobody pays parts of it" in fee
