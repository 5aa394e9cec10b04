"""The donor's pages under /campaign/me/, in three languages on a small phone, by day and night."""

import pytest

from .gifts import MONTHLY, give
from .steps import LANGUAGES, check, check_in_both_schemes, follow, mailed_link, new_address


def enter(page, language, address):
    """By the link in a mail."""
    page.goto(f"/campaign/me/?language={language}")
    page.fill("[name=email]", address)
    follow(page, "main form [type=submit]")
    page.goto(mailed_link(page, address, "me"))
    follow(page, "main form [type=submit]")


def open_all(page):
    """What is folded up."""
    for summary in page.locator("main summary").all():
        summary.click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_donor_gave_and_can_do_is_accessible(visit, language):
    page = visit(width=320, pays=True)
    address = f"with.a.long.address.that.has.no.space.{new_address()}"
    give(page, language, address)
    print_page = page.url.partition("?")[0] + "print/"
    check_in_both_schemes(page, colours=True)
    page.goto(print_page)
    check_in_both_schemes(page, colours=True)
    give(page, language, address, MONTHLY)
    enter(page, language, address)
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("main article").count() == 2
    open_all(page)
    check_in_both_schemes(page, colours=True)
    for link in ("a[href*='/me/gifts/']", "a[href$='/change/']", "main article a[href$='/erase/']"):
        page.goto("/campaign/me/")
        open_all(page)
        follow(page, link)
        check_in_both_schemes(page, colours=True)
    page.goto("/campaign/me/")
    follow(page, "a[href$='/end/']")
    check_in_both_schemes(page, colours=True)
    page.fill("[name=words]", "ж" * 501)
    page.locator("[name=words]").evaluate("e => e.removeAttribute('maxlength')")
    page.fill("[name=words]", "ж" * 501)
    follow(page, "main form [type=submit]")
    assert page.locator("[aria-invalid=true]").is_visible()
    check(page, colours=True)
    page.fill("[name=words]", "")
    page.check("[name=reason][value=other]")
    follow(page, "main form [type=submit]")
    assert page.locator(".campaign-alert--good").is_visible()
    check_in_both_schemes(page, colours=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gift_that_is_not_paid_says_so_accessibly(visit, language):
    """Under way, and come back from without paying."""
    page = visit(width=320, pays=True)
    for how in ("later", "cancel"):
        give(page, language, new_address(), how=how)
        check_in_both_schemes(page, colours=True)
    page.goto(page.url.partition("?")[0] + "?away")
    assert page.locator("main [role=alert]").is_visible()
    check_in_both_schemes(page, colours=True)
