"""Editors change the live settings of a fund, and its currencies."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.editors import editor, superuser, text
from wagtail_campaign.donations.models import Fund, FundCurrency

pytestmark = pytest.mark.django_db
ASKS = dict.fromkeys(("ask_last_name", "ask_country", "ask_dedication", "ask_comment"), "off")


def settings_of(fund):
    return reverse("campaign_funds:edit", args=[fund.pk])


def row(place, currency, pk="", **changes):
    """What the form sends of one currency."""
    said = {
        "id": pk,
        "currency": currency,
        "minimum": "5",
        "maximum": "1000",
        "once": "10 20",
        "monthly": "5 10",
        "yearly": "50",
        "fee_percent": "1.5",
        "fee_fixed": "0.25",
        "rate": "",
        "rate_on": "",
        "ORDER": str(place + 1),
        "DELETE": "",
        **changes,
    }
    return {f"currencies-{place}-{name}": value for name, value in said.items()}


def sent(fund, *rows, **changes):
    """What the form of the settings sends: the rows given, or those that there are."""
    if not rows:
        rows = [row(n, r.currency, r.pk) for n, r in enumerate(fund.currencies.all())]
    numbers = {
        "currencies-TOTAL_FORMS": str(len(rows)),
        "currencies-INITIAL_FORMS": str(
            sum(1 for r in rows if any(name.endswith("-id") and value for name, value in r.items()))
        ),
        "currencies-MIN_NUM_FORMS": "0",
        "currencies-MAX_NUM_FORMS": "1000",
    }
    plain = {"state": "open", "goal": "1000", "goal_currency": "EUR", "opens_at": ""}
    plain |= {"closes_at": "", "descriptor": "", **ASKS}
    for each in rows:
        plain |= each
    return plain | numbers | changes


def test_what_is_saved_is_in_force_at_once(client, donation_page, fund):
    browser = superuser()
    answer = browser.post(settings_of(fund), sent(fund, state="paused", goal="250"), follow=True)
    assert "saved and are in force" in text(answer)
    fund.refresh_from_db()
    assert (fund.state, fund.goal, fund.asks_monthly) == ("paused", 250, False)
    give = reverse("wagtail_campaign:donation_give", args=[donation_page.pk])
    assert client.post(give, {"first_name": "A", "email": "a@example.org"}).status_code == 409


@pytest.mark.parametrize("word", ["Зима", "Aid", "A*B*C", "12345"])
def test_what_stripe_would_refuse_on_the_bank_statement_is_refused_before(fund, word):
    said = text(superuser().post(settings_of(fund), sent(fund, descriptor=word)))
    assert "At least five Latin letters" in said
    fund.refresh_from_db()
    assert fund.descriptor == ""


def test_currencies_are_changed_added_and_taken_out_and_the_log_says_so(
    client, donation_page, fund
):
    assert "€25" in client.get(donation_page.url).content.decode()
    euro, tenge = fund.currencies.all()
    rows = [
        row(0, "EUR", euro.pk, minimum="10", once="10 30", monthly="10"),
        row(1, "KZT", tenge.pk, DELETE="on"),
        row(2, "GBP", rate="1.2", rate_on="2026-11-01"),
    ]
    browser = superuser()
    said = text(browser.post(settings_of(fund), sent(fund, *rows), follow=True))
    assert "saved and are in force" in said
    kept = [(r.currency, r.minimum, r.once) for r in Fund.objects.get().currencies.all()]
    assert kept == [("EUR", 10, "10 30"), ("GBP", 5, "10 20")]
    [entry] = ModelLogEntry.objects.filter(action="campaign.fund_currencies")
    assert entry.user == browser.user and "KZT: taken out" in entry.message
    assert "at least 1 → 10" in entry.message and "GBP: added" in entry.message
    assert entry.message in said.replace("&#x27;", "'")
    form = client.get(donation_page.url).content.decode()
    assert "€30" in form and "£20" in form and "€25" not in form


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ({"once": "10, 20"}, "whole numbers, parted by spaces"),
        ({"once": "10 2.50"}, "whole numbers, parted by spaces"),
        ({"monthly": "2 10"}, "2 isn’t between the least and the most"),
        ({"yearly": "50 2000"}, "2000 isn’t between the least and the most"),
        ({"once": "10 10"}, "An amount stands there twice"),
        ({"maximum": "4"}, "The most is less than the least"),
        ({"minimum": "0"}, "greater than or equal to 1"),
        ({"rate": "0.5"}, "Say of which day it is"),
        ({"rate": "-1", "rate_on": "2026-11-01"}, "Say what one is worth"),
        ({"currency": "KWD"}, "Select a valid choice"),
        ({"maximum": "1000000"}, "At most 984,998: with the fees that donors may add"),
        ({"fee_percent": "-1"}, "From 0 to 25."),
        ({"fee_percent": "99.99"}, "From 0 to 25."),
        ({"fee_fixed": "-0.01"}, "Nothing below 0."),
    ],
)
def test_slips_in_a_currency_are_said_beside_it(fund, slip, said):
    before = list(fund.currencies.values())
    rows = [row(0, **{"currency": "GBP"} | slip)]
    answer = text(superuser().post(settings_of(fund), sent(fund, *rows)))
    assert "not saved" in answer and said in answer
    assert list(fund.currencies.values()) == before


def test_no_currency_stands_there_twice(fund):
    euro, tenge = fund.currencies.all()
    rows = [row(0, "EUR", euro.pk), row(1, "KZT", tenge.pk), row(2, "EUR")]
    assert "not saved" in text(superuser().post(settings_of(fund), sent(fund, *rows)))
    assert fund.currencies.count() == 2


def test_currencies_with_three_decimals_arent_offered(fund):
    said = text(superuser().get(settings_of(fund)))
    assert 'value="EUR"' in said and 'value="KWD"' not in said


def test_a_least_that_stripe_refuses_is_said(fund):
    euro, tenge = fund.currencies.all()
    browser = superuser()
    assert "takes no gift under" not in text(browser.get(settings_of(fund)))
    FundCurrency.objects.create(fund=fund, currency="HUF", minimum=100)
    assert "HUF, at least: an account that is paid out in it takes no gift under" in text(
        browser.get(settings_of(fund))
    )


def test_only_who_may_change_funds_and_edit_the_page(home, fund, donation_page):
    with_page = editor("view_donor", edits=[donation_page])
    assert with_page.post(settings_of(fund), sent(fund, state="closed")).status_code == 302
    elsewhere = editor("change_fund")
    assert elsewhere.get(settings_of(fund), follow=True).status_code == 404
    fund.refresh_from_db()
    assert fund.state == "open"
    own = editor("change_fund", edits=[donation_page])
    own.post(settings_of(fund), sent(fund, state="closed"))
    fund.refresh_from_db()
    assert fund.state == "closed"


def test_the_settings_and_donations_are_one_click_from_the_page(donation_page, fund):
    browser = superuser()
    for url in (
        reverse("wagtailadmin_pages:edit", args=[donation_page.pk]),
        reverse("wagtailadmin_explore", args=[donation_page.get_parent().pk]),
    ):
        said = text(browser.get(url))
        assert reverse("campaign_funds:of_page", args=[donation_page.pk]) in said
        assert reverse("campaign_funds:donations_of_page", args=[donation_page.pk]) in said
    answer = browser.get(reverse("campaign_funds:of_page", args=[donation_page.pk]))
    assert answer.url == settings_of(fund)
    answer = browser.get(reverse("campaign_funds:donations_of_page", args=[donation_page.pk]))
    assert answer.url == f"{reverse('campaign_donations:index')}?fund={fund.pk}"
