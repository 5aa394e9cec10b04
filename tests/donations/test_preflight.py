"""Editors are told what a fund still lacks, and where to mend it."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from tests.editors import editor, superuser, text
from tests.people import change
from wagtail_campaign.donations.models import FundCurrency
from wagtail_campaign.donations.preflight import notes, problems
from wagtail_campaign.pages.models import DonationPage

pytestmark = pytest.mark.django_db
LIVE = {
    "WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY": "rk_live_1",
    "WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS": ["whsec_1"],
}


@pytest.fixture
def ready(donation_pages, settings):
    """A fund that lacks nothing, on a site that takes real money."""
    for name, value in LIVE.items():
        setattr(settings, name, value)
    fund = donation_pages["en"].get_action()
    fund.currencies.filter(currency="KZT").update(rate_on=timezone.localdate())
    return fund


def said(fund, page=None) -> str:
    return " ".join(problem.said for problem in problems(fund, page))


def test_nothing_is_missing_where_all_is_there(ready, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert problems(ready) == []


def test_it_is_said_that_money_is_real_and_that_kazakh_donors_pay_in_russian(ready, settings):
    assert notes() == [
        "The key is live: gifts are real money.",
        "Stripe’s page isn’t there in the language “Kazakh”: donors see it in “Russian”.",
    ]
    settings.WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = "sk_test_1"
    assert len(notes()) == 1


@pytest.mark.parametrize(
    ("settings_", "words"),
    [
        ({"STRIPE_SECRET_KEY": None}, "nothing can be given. (For whoever runs the site: W016.)"),
        ({"STRIPE_SECRET_KEY": "sk_test_1"}, "Test key: nobody is charged"),
        ({"STRIPE_SECRET_KEY": "pk_live_1"}, "E013"),
        ({"STRIPE_WEBHOOK_SECRETS": []}, "The secret of the webhook is missing"),
        ({"STRIPE_ADDRESS": "http://127.0.0.1:1"}, "E015"),
        ({"STRIPE_LANGUAGES": {"kk": "kk"}}, "E016"),
        ({"STRIPE_LANGUAGES": {}}, "Stripe’s page isn’t there in the language “Kazakh”."),
    ],
)
def test_what_the_settings_lack(ready, settings, settings_, words):
    for name, value in settings_.items():
        setattr(settings, f"WAGTAIL_CAMPAIGN_{name}", value)
    assert words in said(ready)


@pytest.mark.parametrize(
    ("currency", "values", "words"),
    [
        ("RUB", {"rate": 1}, "RUB, currency: Stripe doesn’t serve Russia"),
        ("PLN", {"rate": 1}, "PLN, at least: an account that is paid out in it takes no gift"),
        ("JPY", {"rate": 1, "minimum": 50}, "JPY, amounts, once: 10 isn’t between the least"),
        ("JPY", {"rate": 1}, "JPY, fee, fixed: nobody pays parts of it"),
        ("ISK", {"rate": 1}, "ISK, fee, fixed: nobody pays parts of it"),
        ("GBP", {}, "GBP, worth in the currency of the goal: Empty"),
    ],
)
def test_what_a_currency_lacks(ready, currency, values, words):
    FundCurrency.objects.create(fund=ready, currency=currency, position=3, **values)
    assert words in said(ready)


def test_a_fund_without_currencies_takes_that_of_its_goal(ready):
    ready.currencies.all().delete()
    assert said(ready) == ""
    change(ready, goal_currency="JPY")
    assert "JPY, fee, fixed" in said(ready)


def test_languages_without_a_page(ready, donation_pages):
    donation_pages["kk"].delete()
    donation_pages["ru"].unpublish()
    assert "isn’t translated into the language “Kazakh”" in said(ready)
    assert "The page in the language “Russian” isn’t published." in said(ready)
    assert "Russian” isn’t published" not in said(ready, donation_pages["ru"])


def test_a_copy_of_the_english_page_is_no_translation(ready, donation_pages, home):
    donation_pages["kk"].delete()
    kazakh = Locale.objects.get(language_code="kk")
    donation_pages["en"].copy_for_translation(kazakh, copy_parents=True, alias=True)
    assert "isn’t translated into the language “Kazakh”" in said(ready)


def test_a_broken_mail_and_a_language_without_mails(ready, settings, tmp_path):
    mails = tmp_path / "wagtail_campaign" / "mails"
    mails.mkdir(parents=True)
    (mails / "donations.thanks.txt").write_text("{% nothing %}")
    (mails / "petitions.confirm.txt").write_text("{% nothing %}")
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}
    ]
    told = said(ready)
    assert "missing or broken: wagtail_campaign/mails/donations.thanks.txt" in told
    assert "petitions.confirm" not in told
    languages = [*settings.WAGTAIL_CONTENT_LANGUAGES, ("eo", "Esperanto")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES = languages
    assert "The mails are not translated into the language “Esperanto”." in said(ready)


def test_it_stands_in_the_editor_and_in_the_settings_with_the_way_to_mend_it(ready, donation_pages):
    donation_pages["kk"].delete()
    donation_pages["ru"].unpublish()
    ready.currencies.filter(currency="KZT").update(rate=None)
    browser, page = superuser(), donation_pages["en"]
    settings_ = reverse("campaign_funds:edit", args=[ready.pk])
    russian = reverse("wagtailadmin_pages:edit", args=[donation_pages["ru"].pk])
    translate = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    for url in (settings_, reverse("wagtailadmin_pages:edit", args=[page.pk])):
        shown = text(browser.get(url))
        assert "isn’t translated" in shown and "donors see it in “Russian”" in shown
        for way in (f"{settings_}#id_currencies-1-rate", russian, translate):
            assert f'href="{way}"' in shown
    assert 'id="id_currencies-1-rate"' in text(browser.get(settings_))


def test_who_may_not_change_the_settings_is_told_nothing(ready, donation_pages):
    edit = reverse("wagtailadmin_pages:edit", args=[donation_pages["en"].pk])
    assert "isn’t there in the language" not in text(
        editor("view_donation_numbers", edits=[donation_pages["en"]]).get(edit)
    )
    may = text(editor("change_fund", edits=[donation_pages["en"]]).get(edit))
    assert "isn’t there in the language" in may


def test_before_the_page_is_saved_it_says_what_it_will_be(home):
    new = reverse(
        "wagtailadmin_pages:add", args=["wagtail_campaign_pages", "donationpage", home.pk]
    )
    assert "this says what is still missing" in text(superuser().get(new))
    assert not DonationPage.objects.exists()
