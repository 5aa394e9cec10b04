"""The other system of the demo, which is told by webhook what happens."""

import pytest

from .steps import LANGUAGES, check_in_both_schemes, mailed_link, new_address, sign


def look(page, language, wanted):
    """Looks until something has come, with the next pass of ``campaign_work``."""
    for _ in range(60):
        page.goto(f"/demo/webhooks/?lang={language}")
        if page.get_by_text(wanted).count():
            return
        page.wait_for_timeout(500)
    raise AssertionError(page.inner_text("main"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_signs_is_told_to_another_system_by_a_number(visit, language):
    page, address = visit(width=320), new_address()
    sign(page, language, address)
    page.goto(mailed_link(page, address, "confirm"))
    page.click("main form [type=submit]")
    page.wait_for_url("**/thanks/")
    look(page, language, f'"language":"{language}"')
    assert page.locator("html").get_attribute("lang") == language
    assert address not in page.inner_text("main")
    check_in_both_schemes(page)


def test_the_secret_is_renewed_and_a_test_arrives(admin, visit):
    page = admin(width=1280)
    page.goto("/admin/campaign/webhooks/1/secret/")
    page.click("main form [type=submit]")
    secret = page.inner_text("#campaign-secret")
    receiver = visit(script=False, width=1280)
    receiver.goto("/demo/webhooks/?lang=en")
    receiver.fill("#secret", secret)
    receiver.get_by_role("button", name="Keep it").click()
    page.goto("/admin/campaign/webhooks/1/test/")
    page.click("main form [type=submit]")
    look(receiver, "en", '"type":"test"')
    assert "The signature is right" in receiver.locator("main li").first.inner_text()
    page.goto("/admin/campaign/webhooks/1/deliveries/")
    assert page.get_by_text("A test").first.is_visible()
