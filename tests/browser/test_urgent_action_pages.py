"""Every public page of urgent actions: accessible by axe, no wider than a small phone."""

import pytest

from .letters import confirm, fill_in, find_the_embassy, send
from .steps import LANGUAGES, check, check_in_both_schemes, mailed_link, new_address

PATHS = [
    "urgent-action/",
    "urgent-action/his-own-lawyer/",
    "letters-to-prison/",
    "embassies/",
    "embassies/?country=DE",
    "embassies/?country=BR",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_the_pages_are_accessible_on_a_small_phone(visit, language, path):
    page = visit(width=320, reduced_motion="reduce")
    assert page.goto(f"/{language}/{path}").status == 200
    check_in_both_schemes(page)
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    ("language", "width"), [("en", 320), ("ru", 320), ("kk", 320), ("kk", 1280)]
)
def test_every_step_of_writing_is_accessible(visit, language, width):
    page, address = visit(width=width, reduced_motion="reduce"), new_address()
    find_the_embassy(page, language)
    letter = page.url
    check_in_both_schemes(page)
    page.fill("[name=text]", "?")
    page.click(".campaign-button--main")
    page.locator("[aria-invalid=true]").first.wait_for()
    check(page)
    page.evaluate("sessionStorage.clear()")
    for way in ("mail", "print"):
        page.goto("about:blank")
        page.goto(letter)
        fill_in(page, "")
        page.click(f"[name=do][value={way}]")
        page.locator("a[href*='/sent/']").wait_for()
        check(page)
    page.locator("a[href*='/sent/']").click()
    page.wait_for_url("**/sent/?way=post*")
    check(page)
    page.goto(letter)
    send(page, address)
    check(page)
    link = mailed_link(page, address, "confirm")
    check(page)
    page.goto(link)
    check(page)
    page.goto(mailed_link(page, address, "disown"))
    check(page)
    confirm(page, address)
    check(page)
    page.goto(link)
    check(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_of_solidarity_is_written_accessibly(visit, language):
    page, address = visit(width=320, reduced_motion="reduce"), new_address()
    page.goto(f"/{language}/letters-to-prison/")
    page.locator(".campaign-panel a.campaign-button").click()
    page.wait_for_url("**/write/")
    check(page)
    send(page, address)
    confirm(page, address)
    check(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_subscribing_is_accessible(visit, language):
    page, address = visit(width=320, reduced_motion="reduce"), new_address()
    page.goto(f"/{language}/urgent-action/")
    page.click("a[href*='/alerts/']")
    check(page)
    page.click("main form [type=submit]")
    page.locator("[aria-invalid=true]").first.wait_for()
    check(page)
    page.fill("[name=email]", address)
    page.click("main form [type=submit]")
    page.wait_for_url("**/check-your-mail/**")
    check(page)
    page.goto(mailed_link(page, address, "disown"))
    check(page)
    page.goto(mailed_link(page, address, "confirm"))
    check(page)
    page.click("main form [type=submit]")
    page.wait_for_url("**/thanks/")
    check(page)


@pytest.mark.parametrize("state", ["stopped-en", "deadline-ru", "paused-kk"])
def test_one_that_takes_no_letters_says_so_accessibly(visit, states, state):
    page = visit(width=320)
    assert page.goto(states[state]).status == 200
    assert page.locator(".campaign-state").is_visible()
    assert page.locator("main .campaign-target").count() == 0
    check(page)
    page.goto(states[f"{state} letter"])
    assert page.locator(".campaign-state").is_visible()
    assert page.locator("main form").count() == 0
    check(page)
