"""An editor says what has happened, then stops an urgent action: that is told, and it is closed."""

import pytest

from .letters import confirm, fill_in
from .steps import CHECK_YOUR_MAIL, LANGUAGES, check, mailed_link, new_address


@pytest.fixture
def editor(admin, states):
    """Opens the urgent action in the admin."""
    page = admin(width=1280)
    page.goto(states["followed"])
    return page


def add_link(page, name: str, title: str) -> None:
    """Publishes the next link of the chain, begun by one click in the menu of the page."""
    page.click("header [data-controller='w-dropdown'] button")
    page.locator("header").get_by_role("link", name=name, exact=True).click()
    page.wait_for_url("**/edit/")
    page.fill("[name=title]", title)
    page.click("footer [data-controller~='w-dropdown'] > button")
    page.click("[name=action-publish]")
    page.locator(".messages .success").wait_for()


def mail_it(page) -> None:
    """Mails what was published just now, from its own menu."""
    page.locator(".messages .success").get_by_role("link", name="Edit").click()
    page.click("header [data-controller='w-dropdown'] button")
    page.get_by_role("link", name="Mail to supporters", exact=True).click()
    page.click("[value=send]")
    page.locator("progress").wait_for()


def subscribe(page, path: str, address: str) -> None:
    page.goto(path)
    page.click("a[href*='/alerts/']")
    page.fill("[name=email]", address)
    page.click("main form [type=submit]")
    page.wait_for_url(CHECK_YOUR_MAIL)
    confirm(page, address)


def is_told(page, address: str, title: str) -> bool:
    """Whether a mail with that title comes to an address, within a minute."""
    for _ in range(120):
        page.goto(f"/demo/inbox/?to={address}")
        if page.locator(".mail__subject").filter(has_text=title).count():
            return True
        page.wait_for_timeout(500)
    return False


def test_further_information_reaches_who_subscribed_and_a_stop_closes_it_everywhere(
    visit, editor, states
):
    subscribers = {language: new_address() for language in LANGUAGES}
    for language, address in subscribers.items():
        subscribe(visit(script=language != "ru"), states[f"followed-{language}"], address)
    add_link(editor, "Further information", "A lawyer was let in")
    mail_it(editor)
    reader = visit()
    for address in subscribers.values():
        assert is_told(reader, address, "A lawyer was let in")
    reader.goto(states["followed-en"])
    assert reader.get_by_text("A lawyer was let in").first.is_visible()

    writer, waiting = visit(), new_address()
    writer.goto(states["followed-en"])
    writer.locator(".campaign-target a.campaign-button").first.click()
    fill_in(writer, waiting)
    writer.click(".campaign-button--main")
    writer.wait_for_url(CHECK_YOUR_MAIL)

    editor.goto(states["followed"])
    add_link(editor, "Stop", "He is free: write no more")
    mail_it(editor)
    for address in subscribers.values():
        assert is_told(reader, address, "He is free: write no more")
    for language in LANGUAGES:
        reader.goto(states[f"followed-{language}"])
        assert reader.locator(".campaign-state").is_visible()
        assert reader.locator("main .campaign-target").count() == 0
        check(reader)
    writer.goto(mailed_link(writer, waiting, "confirm"))
    assert writer.locator("main form").count() == 0
    check(writer)
