"""An editor takes a burst out of the count and puts it back, with script and without."""

import pytest

from tests.browser.steps import LANGUAGES, count_on, follow


@pytest.mark.parametrize("script", [True, False])
def test_a_burst_goes_out_by_rule_and_comes_back(admin, visit, script):
    page, reader = admin(script=script, width=1280), visit()
    before = [count_on(reader, language) for language in LANGUAGES]
    page.goto("/admin/campaign/petitions/1/bulk/rule/")
    page.fill("[name=address_pattern]", "petition-1*@*")
    follow(page, "[value=count]")
    found = int(page.locator(".campaign-record h3").first.inner_text().split()[0])
    assert 0 < found < min(before)
    page.fill("[name=reason]", "Signed from one machine")
    follow(page, "[value=start]")
    assert f"{found} of {found} changed" in page.locator("main").inner_text()
    assert [count_on(reader, language) for language in LANGUAGES] == [n - found for n in before]
    page.goto("/admin/campaign/petitions/1/bulk/")
    page.locator("main .listing td a").first.click()
    page.click("a[href$='/undo/']")
    page.fill("[name=reason]", "They were people")
    follow(page, "form[action$='/undo/'] [type=submit]")
    assert f"{found} of {found} restored" in page.locator("main").inner_text()
    assert [count_on(reader, language) for language in LANGUAGES] == before
