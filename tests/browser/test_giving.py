"""Somebody gives on a phone: three languages, with and without script, over Stripe's page."""

import pytest

from .gifts import CHECKOUT, GIFT, GIVE, fill_in, pay, raised
from .steps import (
    LANGUAGES,
    check,
    check_in_both_schemes,
    follow,
    mailed_link,
    new_address,
    readers,
    sign,
)


@readers
def test_a_gift_is_paid_confirmed_and_counted_everywhere(visit, language, script):
    page, address = visit(script=script, pays=True), new_address()
    before = [raised(page, other) for other in LANGUAGES]
    fill_in(page, language, address)
    page.click(GIVE)
    pay(page)
    assert page.locator("html").get_attribute("lang") == language
    assert "5" in page.locator("main").inner_text() and "₸" in page.locator("main").inner_text()
    assert page.context.cookies() == []
    after = [raised(page, other) for other in LANGUAGES]
    assert all(was != now for was, now in zip(before, after, strict=True))
    page.goto(f"/demo/inbox/?to={address}")
    assert page.locator(".mail__text a[href*='/campaign/gift/']").count()


@pytest.mark.parametrize(
    ("language", "script", "chosen", "symbol"),
    [
        ("en", True, "[name=amount_EUR_month][value='500']", "€"),
        ("ru", False, "[name=amount_KZT_month][value='100000']", "₸"),
        ("kk", True, "[name=amount_KZT_month][value='100000']", "₸"),
    ],
)
def test_who_has_signed_gives_with_one_press(visit, language, script, chosen, symbol):
    page, address = visit(script=script, pays=True), new_address()
    sign(page, language, address)
    page.goto(mailed_link(page, address, "confirm"))
    page.click("main form [type=submit]")
    page.wait_for_url("**/thanks/")
    if script:
        check_in_both_schemes(page)
    follow(page, ".campaign-ask__amount >> nth=3")
    assert page.locator("[name=interval][value=month]").is_checked()
    assert page.locator(chosen).is_checked()
    page.fill("[name=first_name]", "Әйгерім")
    page.fill("[name=email]", address)
    page.click(GIVE)
    pay(page)
    assert symbol in page.locator("main").inner_text()
    assert page.context.cookies() == []


def test_a_draft_gives_way_to_the_amount_that_a_link_chooses(visit):
    page = visit()
    fill_in(page, "en", new_address())
    page.fill("[name=other]", "7000")
    page.goto("/en/donate/?amount=10&currency=EUR&interval=month")
    assert page.locator("[name=amount_EUR_month][value='1000']").is_checked()
    assert page.locator("[name=interval][value=month]").is_checked()
    assert page.input_value("[name=other]") == ""
    assert page.input_value("[name=first_name]") == "Әйгерім"


def test_each_month_in_another_currency(visit):
    page, address = visit(pays=True), new_address()
    page.goto("/en/donate/")
    page.check("[name=interval][value=month]", force=True)
    page.check("[name=currency][value=EUR]", force=True)
    shown = page.locator(".campaign-give__amounts:visible")
    assert shown.count() == 1 and "€10" in shown.inner_text()
    page.check("[name=amount_EUR_month][value='1000']", force=True)
    page.fill("[name=first_name]", "Alice")
    page.fill("[name=email]", address)
    page.click(GIVE)
    pay(page)
    assert "You give €10 each month." in page.locator("main").inner_text()


def test_who_comes_back_from_stripe_without_paying_can_still_pay(visit):
    page, address = visit(pays=True), new_address()
    fill_in(page, "ru", address)
    page.click(GIVE)
    page.wait_for_url(CHECKOUT)
    page.locator("a, button").last.click()
    page.wait_for_url(GIFT)
    page.click("main form [type=submit]")
    pay(page)
    assert page.locator("main form [type=submit]").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_and_its_errors_can_be_read_by_everybody(visit, language):
    page = visit(width=320)
    page.goto(f"/{language}/donate/")
    check_in_both_schemes(page)
    page.click(GIVE)
    page.locator("[role=alert]:visible").first.wait_for()
    check(page)


def test_a_gift_needs_nothing_but_a_keyboard(visit):
    page, address = visit(width=1280, pays=True), new_address()
    page.goto("/en/donate/")
    page.focus("[name=currency][value=KZT]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.fill("[name=first_name]", "Alice")
    page.fill("[name=email]", address)
    page.focus(GIVE)
    page.keyboard.press("Enter")
    page.wait_for_url(CHECKOUT)
    assert "€10" in page.locator("body").inner_text()


def test_the_link_of_a_gift_is_the_donors_alone(visit):
    page, address = visit(pays=True), new_address()
    fill_in(page, "en", address)
    page.click(GIVE)
    pay(page)
    check_in_both_schemes(page)
    assert page.goto(page.url[:-2] + "/").status == 404
