"""A supporter signs in the browser: three languages, with and without script."""

from .steps import (
    CHECK_YOUR_MAIL,
    LANGUAGES,
    count_on,
    fill,
    follow,
    mailed_link,
    new_address,
    readers,
    sign,
    wait_until,
)


@readers
def test_a_supporter_signs_confirms_and_is_counted_everywhere(visit, language, script):
    page, address = visit(script=script), new_address()
    before = count_on(page, language)
    sign(page, language, address)
    assert page.locator("html").get_attribute("lang") == language
    page.goto(mailed_link(page, address, "confirm"))
    assert page.locator("html").get_attribute("lang") == language
    page.click("main form [type=submit]")
    page.wait_for_url("**/thanks/")
    assert page.locator("a[href^='https://t.me/']").is_visible()
    assert page.context.cookies() == []
    for other in LANGUAGES:
        assert count_on(page, other) == before + 1
        assert page.get_by_text("Әйгерім Сәрсенова").first.is_visible()


@readers
def test_a_slip_is_said_beside_the_field_and_nothing_is_lost(visit, language, script):
    page = visit(script=script)
    page.goto(f"/{language}/petition/")
    fill(page, "nobody")
    page.click("form[action*='/sign/'] [type=submit]")
    field = page.locator("[name=email]")
    field.and_(page.locator("[aria-invalid=true]")).wait_for()
    described = field.get_attribute("aria-describedby").split()
    said = " ".join(page.locator(f"[id='{name}']").inner_text() for name in described)
    assert "name@example.org" in said
    assert page.input_value("[name=last_name]") == "Сәрсенова"
    assert page.input_value("[name=country]") == "KZ"
    assert page.locator("html").get_attribute("lang") == language


def test_a_slip_moves_the_focus_to_what_has_to_be_mended(visit):
    page = visit()
    page.goto("/en/petition/")
    page.click("form[action*='/sign/'] [type=submit]")
    summary = page.locator("[role=alert]:visible").first
    summary.wait_for()
    wait_until(page, "document.activeElement.closest('[role=alert]') !== null")


def test_signing_needs_nothing_but_a_keyboard(visit):
    page, address = visit(width=1280), new_address()
    page.goto("/en/petition/")
    page.focus("[name=first_name]")
    for text in ("Dana", "Akhmetova", address):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.type("Germ")
    page.focus("form[action*='/sign/'] [type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url(CHECK_YOUR_MAIL)
    assert mailed_link(page, address, "confirm")


def test_somebody_who_did_not_sign_says_so(visit):
    page, address = visit(), new_address()
    sign(page, "ru", address)
    confirm = mailed_link(page, address, "confirm")
    page.goto(mailed_link(page, address, "disown"))
    follow(page, "main form [type=submit]")
    assert page.goto(confirm).status == 404


def test_what_was_typed_survives_a_reload_and_is_gone_once_sent(visit):
    page, address = visit(), new_address()
    page.goto("/kk/petition/")
    fill(page, address, last_name="Ұлықбекова")
    page.reload()
    assert page.input_value("[name=last_name]") == "Ұлықбекова"
    page.click("form[action*='/sign/'] [type=submit]")
    page.wait_for_url(CHECK_YOUR_MAIL)
    page.goto("/kk/petition/")
    assert page.input_value("[name=last_name]") == ""


def test_without_a_connection_nothing_is_lost_and_it_can_be_tried_again(visit):
    page, address = visit(), new_address()
    page.goto("/ru/petition/")
    fill(page, address)
    page.context.set_offline(True)
    page.click("form[action*='/sign/'] [type=submit]")
    page.locator("[data-campaign-unsent]").wait_for(state="visible")
    assert page.input_value("[name=last_name]") == "Сәрсенова"
    page.context.set_offline(False)
    page.click("[data-campaign-retry]")
    page.wait_for_url(CHECK_YOUR_MAIL)


def test_the_count_grows_while_the_page_is_open(visit):
    reader, signer, address = visit(), visit(), new_address()
    before = count_on(reader, "en")
    sign(signer, "kk", address)
    signer.goto(mailed_link(signer, address, "confirm"))
    signer.click("main form [type=submit]")
    signer.wait_for_url("**/thanks/")
    reader.get_by_text(str(before + 1), exact=True).first.wait_for(timeout=45_000)


def test_the_link_is_copied(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/en/petition/")
    page.locator("[data-campaign-copy]").first.click()
    assert "/en/petition/" in page.evaluate("navigator.clipboard.readText()")
