"""Every step of taking part: accessible by axe, no wider than a small phone, without a cookie. The
pages themselves are in ``test_whole_site.py``."""

import pytest

from .steps import (
    LANGUAGES,
    check,
    fill,
    follow,
    mailed_link,
    new_address,
    sign,
)

# Sixty letters, as many as a name may have, with few places to break it.
LONG = "Рождественский-Құдайбергенов" * 2 + "улы"


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
    follow(page, "main form [type=submit]")
    check(page)
    link = mailed_link(page, address, "me")
    page.goto(link)
    check(page)
    follow(page, "main form [type=submit]")
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
