"""The other system of the demo, which is told by webhook what happens."""

import pytest

from .steps import LANGUAGES, check_in_both_schemes, mailed_link, new_address, sign


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_signs_is_told_to_another_system_by_a_number(visit, language):
    page, address = visit(width=320), new_address()
    sign(page, language, address)
    page.goto(mailed_link(page, address, "confirm"))
    page.click("main form [type=submit]")
    page.wait_for_url("**/thanks/")
    # With the next pass of campaign_work.
    for _ in range(60):
        page.goto(f"/demo/webhooks/?lang={language}")
        if page.get_by_text("signature.confirmed").count():
            break
        page.wait_for_timeout(500)
    assert page.locator("html").get_attribute("lang") == language
    said = page.inner_text("main")
    assert f'"language":"{language}"' in said and address not in said
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
    for _ in range(60):
        receiver.goto("/demo/webhooks/?lang=en")
        if receiver.get_by_text('"type":"test"').count():
            break
        receiver.wait_for_timeout(500)
    assert "The signature is right" in receiver.locator("main li").first.inner_text()
    page.goto("/admin/campaign/webhooks/1/deliveries/")
    assert page.get_by_text("A test").first.is_visible()
