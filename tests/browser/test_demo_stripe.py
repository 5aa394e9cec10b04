"""The account of the demo's offline Stripe, where a visitor plays bank and time."""

import pytest
import requests
import stripe

from .gifts import CHECKOUT, GIVE, fill_in, pay, press
from .steps import LANGUAGES, check_in_both_schemes, follow, mailed_link, new_address


@pytest.fixture(scope="module")
def account(environment, site):
    """A gift on its way, one that was refunded and one that recurs are on the account."""
    address = f"http://127.0.0.1:{environment['STRIPE_PORT']}"
    sdk = stripe.StripeClient("sk_test_offline", base_addresses={"api": address}).v1

    def give(mode="payment", **how):
        price = {"currency": "eur", "unit_amount": 2500, "product_data": {"name": "Gift"}}
        if mode == "subscription":
            price["recurring"] = {"interval": "month"}
        asked = {"mode": mode, "success_url": site, "line_items": [{"price_data": price}]}
        session = sdk.checkout.sessions.create(asked)
        paid = requests.post(f"{address}/control/pay/", json={"session": session.id, **how})
        return paid.json()["payment_intent"]

    give(delayed=True)
    sdk.refunds.create({"payment_intent": give(), "amount": 1000})
    give("subscription")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_accessible_on_a_small_phone(visit, account, language):
    page = visit(width=320)
    assert page.goto(f"/demo/stripe/?lang={language}").status == 200
    assert page.locator("html").get_attribute("lang") == language
    check_in_both_schemes(page)


def test_a_visitor_without_script_lets_a_debit_arrive_and_a_month_go_by(visit, account):
    page = visit(script=False, width=1280)
    page.goto("/demo/stripe/?lang=en")
    arrives = page.get_by_role("button", name="It arrives")
    # Others may have left debits on their way on the same account.
    waiting = arrives.count()
    arrives.first.click()
    page.get_by_role("button", name="A month on").click()
    page.wait_for_load_state()
    renewed = page.locator("code").filter(has_text="customer.subscription.updated")
    assert renewed.first.is_visible()
    assert arrives.count() == waiting - 1


def test_who_left_without_paying_is_reminded_a_day_later_and_pays_by_the_mail(visit):
    page, address = visit(script=False, width=390, pays=True), new_address()
    fill_in(page, "kk", address)
    page.check("[name=consent_reminder]")
    page.click(GIVE)
    page.wait_for_url(CHECKOUT)
    press(page, "A day on")
    page.goto(mailed_link(page, address, "gift"))
    assert page.locator("html").get_attribute("lang") == "kk"
    follow(page, "form[action$='/pay/'] [type=submit]")
    pay(page)
    assert page.locator("a[href$='/print/']").is_visible()
