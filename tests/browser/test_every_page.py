"""Every public page: accessible by axe, no wider than a small phone, without a cookie."""

import pytest

from .steps import LANGUAGES, check, fill, mailed_link, new_address, sign

SCHEMES = ["light", "dark"]
# With the petition beside it.
ARTICLE = "articles/forty-minutes/"
# Sixty letters, as many as a name may have, with few places to break it.
LONG = "Рождественский-Құдайбергенов" * 2 + "улы"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["", "petition/", "articles/", ARTICLE, "support/", "privacy/"])
def test_the_site_is_accessible_on_a_small_phone(visit, language, path):
    # Colours fade into one another when the scheme is changed, unless motion isn't wanted.
    page = visit(width=320, reduced_motion="reduce")
    assert page.goto(f"/{language}/{path}").status == 200
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        check(page)
    assert page.context.cookies() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_signing_is_accessible(visit, language):
    page, address = visit(width=320), new_address()
    page.goto(f"/{language}/petition/")
    fill(page, "nobody", last_name=LONG)
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
    page.goto(link)
    check(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_my_actions_are_accessible(visit, language):
    page, address = visit(width=320), f"with.a.long.address.that.has.no.space.{new_address()}"
    sign(page, language, address, last_name=LONG)
    page.goto(mailed_link(page, address, "confirm"))
    page.click("main form [type=submit]")
    page.goto(f"/campaign/me/?language={language}")
    page.click("main form [type=submit]")
    page.locator("[aria-invalid=true]").wait_for()
    check(page)
    page.fill("[name=email]", address)
    page.click("main form [type=submit]")
    page.wait_for_load_state()
    check(page)
    link = mailed_link(page, address, "me")
    page.goto(link)
    check(page)
    page.click("main form [type=submit]")
    page.wait_for_load_state()
    page.click("summary")
    check(page)
    assert page.get_by_text("Әйгерім").first.is_visible()
    [cookie] = page.context.cookies()
    assert (cookie["path"], cookie["httpOnly"]) == ("/campaign/me/", True)
    page.click("a[href$='/withdraw/']")
    check(page)
    page.click("main form [type=submit]")
    page.goto("/campaign/me/erase/")
    check(page)
    page.click("main form [type=submit]")
    page.wait_for_url("**/erased/**")
    check(page)
    page.goto(link)
    check(page)


def test_the_language_switcher_leads_to_the_same_page(visit):
    page = visit(width=1280)
    page.goto("/en/petition/")
    alternates = page.locator("link[rel=alternate][hreflang]").evaluate_all(
        "links => links.map(link => [link.hreflang, new URL(link.href).pathname])"
    )
    assert {code: f"/{code}/petition/" for code in LANGUAGES}.items() <= dict(alternates).items()
    page.click("[hreflang=kk]:visible")
    assert page.url.endswith("/kk/petition/")
