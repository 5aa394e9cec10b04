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


def test_a_letter_is_written_to_the_embassy_nearby(visit, front):
    page, address = front("kk"), new_address()
    page.get_by_role("link", name="Ереуілшілердің адвокаты", exact=True).first.click()
    page.locator(".targets button").first.wait_for()
    before = page.locator(".targets button").count()
    page.select_option("#country", "DE")
    page.locator(".targets button").nth(before).click()
    form = page.locator("form").first
    form.wait_for()
    check(page)
    assert len(form.locator("textarea[name=text]").input_value()) > 200
    for name, value in {"first_name": "Әйгерім", "last_name": "С", "email": address}.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator("button").click()
    page.locator("form").first.wait_for(state="detached")
    reader = visit()
    reader.goto(mailed_link(reader, address, "confirm"))
    reader.click("main form [type=submit]")
    reader.wait_for_url("**/thanks/")


def test_who_gives_is_led_to_stripe_with_what_was_chosen(front):
    page, address = front("en"), new_address()
    page.get_by_role("link", name="The strike fund", exact=True).first.click()
    page.locator("form").first.wait_for()
    page.check("[name=currency][value=EUR]")
    page.check("[name=interval][value=month]")
    offered = page.locator("fieldset:visible input[name^=amount_]")
    assert {box.get_attribute("name") for box in offered.all()} == {"amount_EUR_month"}
    check(page)
    offered.first.check()
    page.fill("[name=first_name]", "Nora")
    page.fill("[name=email]", address)
    page.click("form button")
    page.wait_for_url("**/pay/**")
    assert "€" in page.content()
