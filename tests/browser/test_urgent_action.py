"""A supporter writes for somebody in danger: three languages, with and without script."""

from .letters import (
    EMBASSY,
    RIGHT,
    choose_language,
    confirm,
    delivered,
    fill_in,
    find_the_embassy,
    letters_on,
    send,
)
from .steps import CHECK_YOUR_MAIL, SCRIPT, follow, new_address, readers, wait_until

# What a millimetre is to a browser, in CSS pixels.
MM = 96 / 25.4


@readers
def test_a_letter_reaches_the_embassy_as_it_was_written(visit, language, script):
    page, address = visit(script=script), new_address()
    before = letters_on(page, language)
    find_the_embassy(page, language)
    choose_language(page, language)
    salutation, case, subject = RIGHT[language]
    letter = page.input_value("[name=text]")
    assert letter.startswith(salutation) and case in letter
    assert page.input_value("[name=subject]") == subject
    own = f"Ұшқыр сөз {address}"
    page.fill("[name=text]", letter.replace("\n\n", f"\n\n{own}\n\n", 1))
    page.check("[name=wants_reply]")
    send(page, address)
    assert page.locator("html").get_attribute("lang") == language
    confirm(page, address)
    assert page.context.cookies() == []
    assert letters_on(page, language) == before + 1

    mail = delivered(page, EMBASSY, own)
    assert mail.locator(".mail__subject").inner_text() == subject
    head = mail.locator(".mail__head").inner_text()
    assert "Әйгерім Сәрсенова" in head and "campaign@example.org" in head and address in head
    said = mail.locator(".mail__text").inner_text()
    assert said.startswith(salutation) and case in said and own in said
    assert "Әйгерім Сәрсенова\nBerlin, " in said and "[" not in said
    # Plain text, as one writes to an office.
    assert mail.locator("iframe").count() == 0
    assert mail.locator(".mail__text").get_attribute("lang") == language


@readers
def test_one_is_printed_and_logged_and_counts(visit, language, script):
    page, address = visit(script=script, width=1280), new_address()
    before = letters_on(page, language)
    find_the_embassy(page, language)
    fill_in(page, "")
    page.click("[name=do][value=print]")
    sheet = page.locator(".campaign-sheet")
    sheet.wait_for()
    assert "Beispielallee 1" in sheet.locator(".campaign-sheet__to").inner_text()
    assert "Әйгерім Сәрсенова" in sheet.inner_text()
    page.emulate_media(media="print")
    window = page.locator(".campaign-sheet__to").bounding_box()
    # The margins of the paper, 20 and 4 mm, are to be added.
    assert abs(window["y"] - 25 * MM) < 2 and abs(window["x"] - 21 * MM) < 2
    lines = page.locator(".campaign-sheet__to span")
    assert abs(lines.bounding_box()["y"] - 42.7 * MM) < 3
    assert lines.bounding_box()["x"] + lines.bounding_box()["width"] < 101 * MM
    if script:
        lines.evaluate("lines => lines.append(lines.cloneNode(true))")
        long = lines.first.bounding_box()
        assert window["y"] - 1 < long["y"] < 42 * MM
        assert long["y"] + long["height"] < 70 * MM + 1
    assert not page.locator(".head").is_visible() and not page.locator("h1").is_visible()
    page.emulate_media(media="screen")

    page.locator("a[href*='/sent/']").click()
    page.wait_for_url("**/sent/?way=post*")
    assert page.is_checked("[name=channel][value=post]")
    page.fill("[name=first_name]", "Әйгерім")
    page.fill("[name=last_name]", "Сәрсенова")
    page.fill("[name=email]", address)
    page.select_option("[name=country]", "DE")
    page.click("main form [type=submit]")
    page.wait_for_url(CHECK_YOUR_MAIL)
    assert letters_on(page, language) == before
    confirm(page, address)
    assert letters_on(page, language) == before + 1


@SCRIPT
def test_the_own_mail_program_gets_it_by_link_or_as_a_file(visit, script):
    page = visit(script=script)
    find_the_embassy(page, "en")
    fill_in(page, "")
    follow(page, "[name=do][value=mail]")
    start = page.locator("a[href^='mailto:']")
    assert start.get_attribute("href").startswith(f"mailto:{EMBASSY}?subject=Please%20release")
    assert "cc=letters@example.org" in start.get_attribute("href")
    page.go_back()
    choose_language(page, "ru")
    follow(page, "[name=do][value=mail]")
    # In Cyrillic it is too long for a link.
    assert page.locator("a[href^='mailto:']").count() == 0
    assert "Болата Тениздалина" in page.input_value("#campaign-copy-text")
    with page.expect_download() as download:
        page.click("[name=do][value=eml]")
    assert download.value.suggested_filename == "letter.eml"


def test_while_it_is_written_the_page_says_whether_it_fits_into_a_link(visit):
    page = visit()
    find_the_embassy(page, "en")
    said = page.locator("[data-campaign-link]")
    short = said.inner_text()
    page.fill("[name=text]", "Ұшқыр сөз. " * 100)
    assert said.inner_text() != short and "2000" in said.inner_text()
    assert "100 %" in page.locator("[data-campaign-own]").inner_text()


def test_who_doesnt_see_it_is_told_when_a_pause_is_made(visit):
    page = visit()
    find_the_embassy(page, "en")
    spoken = page.locator("form [role=status][data-campaign-spoken]")
    page.locator("[name=text]").press_sequentially("Ұшқыр сөз. ")
    wait_until(
        page, "document.querySelector('[data-campaign-spoken]').textContent.includes('2000')"
    )
    assert "your own words" in spoken.text_content()


def test_a_letter_survives_a_reload_and_is_gone_once_sent(visit):
    page, address = visit(), new_address()
    find_the_embassy(page, "kk")
    own = "Құрметті Елші! " * 20
    page.fill("[name=text]", own)
    page.reload()
    assert page.input_value("[name=text]") == own
    letter = page.url
    send(page, address)
    page.goto(letter)
    assert page.input_value("[name=text]").startswith("Your Excellency,")


@SCRIPT
def test_a_slip_is_said_beside_the_field_and_the_letter_is_kept(visit, script):
    page = visit(script=script)
    find_the_embassy(page, "ru")
    page.fill("[name=text]", "Слишком коротко.")
    page.click(".campaign-button--main")
    page.locator("[name=text][aria-invalid=true]").wait_for()
    assert page.input_value("[name=text]") == "Слишком коротко."
    assert page.locator("html").get_attribute("lang") == "ru"


def test_the_parts_of_a_letter_are_copied(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    find_the_embassy(page, "en")
    follow(page, "[name=do][value=mail]")
    page.get_by_role("button", name="Copy Letter").click()
    assert "Bolat Tenizdalin" in page.evaluate("navigator.clipboard.readText()")


@readers
def test_alerts_are_subscribed_to_from_a_block(visit, language, script):
    page, address = visit(script=script), new_address()
    page.goto(f"/{language}/support/")
    page.fill("form[action*='/alerts/'] [name=email]", address)
    page.click("form[action*='/alerts/'] [type=submit]")
    page.wait_for_url(CHECK_YOUR_MAIL)
    confirm(page, address)
    assert page.locator("html").get_attribute("lang") == language
