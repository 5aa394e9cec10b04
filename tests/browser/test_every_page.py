"""Every public page: accessible by axe, no wider than a small phone, without a cookie."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .steps import LANGUAGES, mailed_link, new_address, sign

SCHEMES = ["light", "dark"]


def check(page):
    """No violation of WCAG 2.2 AA that axe can see, and nothing to scroll sideways for."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) <= 0, page.url


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["", "petition/", "articles/", "support/", "privacy/"])
def test_the_site_is_accessible_on_a_small_phone(visit, language, path, scheme):
    page = visit(width=320, color_scheme=scheme)
    assert page.goto(f"/{language}/{path}").status == 200
    check(page)
    assert page.context.cookies() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_signing_is_accessible(visit, language):
    page, address = visit(width=320), new_address()
    page.goto(f"/{language}/petition/")
    page.click("form[action*='/sign/'] [type=submit]")
    page.locator("[aria-invalid=true]").first.wait_for()
    check(page)
    sign(page, language, address)
    check(page)
    for purpose in ("disown", "confirm"):
        link = mailed_link(page, address, purpose)
        check(page)
        page.goto(link)
        check(page)
    page.click("main form [type=submit]")
    page.wait_for_url("**/thanks/")
    check(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_my_actions_are_accessible(visit, language):
    page, address = visit(width=320), new_address()
    sign(page, language, address)
    page.goto(mailed_link(page, address, "confirm"))
    page.click("main form [type=submit]")
    page.goto(f"/campaign/me/?language={language}")
    check(page)
    page.fill("[name=email]", address)
    page.click("main form [type=submit]")
    page.wait_for_load_state()
    check(page)
    page.goto(mailed_link(page, address, "me"))
    check(page)
    page.click("main form [type=submit]")
    page.wait_for_load_state()
    check(page)
    assert page.get_by_text("Әйгерім").first.is_visible()
    [cookie] = page.context.cookies()
    assert (cookie["path"], cookie["httpOnly"]) == ("/campaign/me/", True)


def test_the_language_switcher_leads_to_the_same_page(visit):
    page = visit(width=1280)
    page.goto("/en/petition/")
    alternates = page.locator("link[rel=alternate][hreflang]").evaluate_all(
        "links => links.map(link => [link.hreflang, new URL(link.href).pathname])"
    )
    assert {code: f"/{code}/petition/" for code in LANGUAGES}.items() <= dict(alternates).items()
    page.click("[hreflang=kk]:visible")
    assert page.url.endswith("/kk/petition/")
