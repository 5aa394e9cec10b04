"""A petition that forgets, in the browser; and the privacy page that says what is kept."""

import pytest

from .steps import (
    CHECK_YOUR_MAIL,
    LANGUAGES,
    check,
    fill,
    follow,
    mailed_link,
    new_address,
    readers,
)

PROMISE = {
    "en": "we destroy your address",
    "ru": "мы уничтожим ваш адрес",
    "kk": "мекенжайыңызды жоямыз",
}
DONE = {
    "en": "We have destroyed your address",
    "ru": "Мы уничтожили ваш адрес",
    "kk": "мекенжайыңызды жойдық",
}
MONTHS = {
    "en": "6 months after the action has ended",
    "ru": "6 месяцев после окончания акции",
    "kk": "Акция аяқталғаннан кейін 6 ай",
}


@readers
def test_a_supporter_is_counted_forgotten_and_can_still_take_it_back(
    visit, states, language, script
):
    page, address = visit(script=script, width=320), new_address()
    page.goto(states[f"forgets {language}"])
    described = page.locator("[name=email]").get_attribute("aria-describedby").split()
    said = " ".join(page.locator(f"[id='{name}']").inner_text() for name in described)
    assert PROMISE[language] in said
    check_with(script, page)
    fill(page, address)
    page.click("form[action*='/sign/'] [type=submit]")
    page.wait_for_url(CHECK_YOUR_MAIL)
    confirm = mailed_link(page, address, "confirm")
    disown = mailed_link(page, address, "disown")
    page.goto(confirm)
    check_with(script, page)
    page.click("main form [type=submit]")
    page.wait_for_url("**/thanks/")
    assert page.get_by_text(DONE[language]).is_visible()
    check_with(script, page)
    page.goto(disown)
    check_with(script, page)
    follow(page, "main form [type=submit]")
    assert page.goto(disown).status == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_privacy_page_says_what_is_kept_and_for_how_long(visit, language):
    page = visit(width=320)
    page.goto(f"/{language}/privacy/")
    table = page.locator(".campaign-kept")
    assert MONTHS[language] in table.inner_text()
    assert table.locator("tbody tr").count() > 10
    check(page)


def check_with(script, page):
    """axe needs script itself."""
    if script:
        check(page)
