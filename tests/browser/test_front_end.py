"""A front end of its own, on another origin: it talks to the site by JSON alone."""

import pytest

from .steps import LANGUAGES, check, count_on, fill, mailed_link, new_address


@pytest.fixture
def front(visit, environment):
    """``front(language)`` opens the front end; its page."""

    def open_front(language):
        page = visit(
            width=320, pays=True, elsewhere=f"http://localhost:{environment['FRONT_PORT']}/"
        )
        page.goto(f"http://localhost:{environment['FRONT_PORT']}/#/{language}/")
        page.locator("article").first.wait_for()
        return page

    return open_front


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_petition_is_signed_from_another_origin(visit, front, language):
    before = count_on(visit(), language)
    page, address = front(language), new_address()
    check(page)
    page.locator("article a").first.click()
    page.locator("form").first.wait_for()
    check(page)
    page.click("form button")
    page.locator("[aria-invalid=true]").first.wait_for()
    assert page.evaluate("document.activeElement.name") == "first_name"
    check(page)
    fill(page, address)
    page.click("form button")
    page.locator("form").wait_for(state="detached")
    check(page)
    reader = visit()
    reader.goto(mailed_link(reader, address, "confirm"))
    reader.click("main form [type=submit]")
    assert count_on(visit(), language) == before + 1
    assert page.context.cookies() == []
