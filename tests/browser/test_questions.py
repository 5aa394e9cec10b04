"""A petition's own questions, answered in the browser: three languages, with and without script."""

from .steps import CHECK_YOUR_MAIL, check, fill, follow, mailed_link, new_address, readers

SEND = "form[action*='/sign/'] [type=submit]"


def answer(page):
    """Answers the demo's three questions: one choice, two of several, a text."""
    questions = page.locator(".campaign-fields > .campaign-choice")
    questions.nth(0).locator("label").nth(1).click()
    for place in (0, 2):
        questions.nth(1).locator("label").nth(place).click()
    page.locator(".campaign-fields input[name^=question_][type=text]").fill("қазақша → English")


def answered(page) -> list:
    """What stands in the form: the state of each button and box, and the text."""
    controls = page.locator("[name^=question_]")
    return controls.evaluate_all(
        "all => all.map(one => one.type === 'text' ? one.value : one.checked)"
    )


@readers
def test_questions_are_answered_and_found_again(visit, language, script):
    page, address = visit(script=script, width=320), new_address()
    page.goto(f"/{language}/petition/")
    if script:
        check(page)
    fill(page, "no address")
    answer(page)
    before = answered(page)
    assert before.count(True) == 3 and "қазақша → English" in before
    page.click(SEND)
    page.locator("[aria-invalid=true]").wait_for()
    assert answered(page) == before, "nothing is lost with what was wrong"
    if script:
        check(page)
    page.fill("[name=email]", address)
    page.click(SEND)
    page.wait_for_url(CHECK_YOUR_MAIL)
    page.goto(mailed_link(page, address, "confirm"))
    page.click("main form [type=submit]")
    page.goto(f"/campaign/me/?language={language}")
    page.fill("[name=email]", address)
    follow(page, "main form [type=submit]")
    page.goto(mailed_link(page, address, "me"))
    follow(page, "main form [type=submit]")
    page.click("summary")
    assert page.get_by_text("қазақша → English").is_visible()
    if script:
        check(page)


def test_what_was_answered_is_kept_while_the_tab_is_open(visit):
    page = visit()
    page.goto("/ru/petition/")
    answer(page)
    before = answered(page)
    page.reload()
    assert answered(page) == before
    page.goto("/kk/petition/")
    assert answered(page) != before, "another page has a draft of its own"


def test_each_question_is_reached_and_told_by_keyboard_and_screen_reader(visit):
    page = visit()
    page.goto("/en/petition/")
    member = page.get_by_role("group", name="Are you a member of a trade union?")
    assert member.get_by_role("radio").count() == 4
    described = member.get_attribute("aria-describedby").split()
    assert "union members have signed" in page.locator(f"[id='{described[-1]}']").inner_text()
    helps = page.get_by_role("group", name="How would you like to help?")
    helps.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert helps.get_by_role("checkbox", checked=True).count() == 2
