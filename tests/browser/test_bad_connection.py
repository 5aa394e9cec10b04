"""A phone on a bad line, an old phone, a careful one: nothing is lost, nothing is sent twice."""

import re

import pytest

from .steps import CHECK_YOUR_MAIL, LANGUAGES, fill, new_address, wait_until

SIGN = "form[action*='/sign/'] [type=submit]"
# What a browser does that keeps nothing for a site.
NO_STORE = """for (const name of ["sessionStorage", "localStorage"])
    Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError") } })
"""


def slow(page, **more):
    """The line of a phone in a village: half a second away, 50 KB a second."""
    line = {
        "offline": False,
        "latency": 500,
        "downloadThroughput": 50_000,
        "uploadThroughput": 50_000,
    }
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", line | more)


def sent_forms(page) -> list[str]:
    """Filled by and by with what is sent to the petition."""
    bodies = []
    page.on("request", lambda r: r.method == "POST" and bodies.append(r.post_data))
    return bodies


def test_impatience_on_a_slow_line_sends_once(visit):
    page = visit()
    page.goto("/kk/petition/")
    fill(page, new_address())
    sent = sent_forms(page)
    slow(page)
    for _ in range(3):
        page.locator(SIGN).dispatch_event("click")
    page.keyboard.press("Enter")
    page.wait_for_url(CHECK_YOUR_MAIL)
    assert len(sent) == 1


def test_a_line_that_breaks_after_the_form_arrived_asks_nobody_to_send_it_again(visit):
    page = visit()
    page.goto("/ru/petition/")
    fill(page, new_address())
    sent = sent_forms(page)
    # Nothing comes of what is asked for after that: the page stays as it is.
    page.route(CHECK_YOUR_MAIL, lambda route: route.fulfill(status=204))
    page.click(SIGN)
    wait_until(page, "document.querySelector('[name=email]')?.value === ''")
    assert not page.locator("[data-campaign-unsent]").is_visible()
    assert len(sent) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_goes_back_after_sending_finds_an_empty_form_that_works(visit, language):
    page = visit()
    page.goto(f"/{language}/petition/")
    label = page.locator(SIGN).inner_text()
    fill(page, new_address(), last_name="Ұлықбекова")
    page.check("[name=consent_updates]")
    page.click(SIGN)
    page.wait_for_url(CHECK_YOUR_MAIL)
    page.go_back()
    assert page.input_value("[name=last_name]") == page.input_value("[name=email]") == ""
    assert not page.is_checked("[name=consent_updates]")
    assert "Ұлықбекова" not in page.locator("main form").inner_text()
    assert page.locator(SIGN).inner_text() == label
    fill(page, new_address())
    page.click(SIGN)
    page.wait_for_url(CHECK_YOUR_MAIL)


def test_the_button_to_try_again_leaves_the_focus_on_the_form(visit):
    page = visit()
    page.goto("/en/petition/")
    fill(page, new_address())
    page.context.set_offline(True)
    page.click(SIGN)
    retry = page.locator("[data-campaign-retry]")
    retry.focus()
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.matches('[type=submit]')")
    retry.wait_for(state="visible")
    page.context.set_offline(False)
    retry.click()
    page.wait_for_url(CHECK_YOUR_MAIL)


def test_a_browser_that_stores_nothing_signs_as_well(visit):
    page = visit()
    page.add_init_script(NO_STORE)
    page.goto("/en/petition/")
    fill(page, new_address())
    page.click(SIGN)
    page.wait_for_url(CHECK_YOUR_MAIL)


def test_every_choice_that_was_made_survives_a_reload(visit):
    page = visit()
    page.goto("/ru/petition/")
    fill(page, new_address())
    page.check("[name=display][value=initial]")
    page.check("[name=consent_updates]")
    page.reload()
    assert page.is_checked("[name=display][value=initial]")
    assert page.is_checked("[name=consent_updates]")
    assert not page.is_checked("[name=consent_news]")
    assert page.get_by_text(re.compile("Әйгерім С.")).first.is_visible()


def test_where_nothing_may_be_copied_nobody_is_told_that_it_was(visit):
    page = visit()
    page.add_init_script("document.execCommand = () => false")
    page.goto("/en/petition/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.locator("[data-campaign-copy]").first.click()
    page.wait_for_timeout(200)
    assert page.locator("[data-campaign-copied]").first.inner_text() == ""
    assert page.evaluate("getSelection().toString()").endswith("/en/petition/")
