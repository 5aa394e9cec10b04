"""What tells of a petition: updates, outcomes, blocks; and an editor who mails both."""

import re

import pytest

from wagtail_campaign.blocks import CAMPAIGN_BLOCKS

from .steps import LANGUAGES, check, follow

SCHEMES = ["light", "dark"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["petition/visits/", "petition/date-of-the-trial/", "safe-buses/"])
def test_what_happened_is_told_accessibly(visit, language, path):
    page = visit(width=320, reduced_motion="reduce")
    assert page.goto(f"/{language}/{path}").status == 200
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        check(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", [True, False])
def test_updates_are_found_from_the_petition(visit, language, script):
    page = visit(script=script)
    page.goto(f"/{language}/petition/")
    assert page.locator(".campaign-updates__title").count() == 2
    follow(page, ".campaign-updates > p a")
    assert page.locator("main h2").count() == 2
    assert page.locator("html").get_attribute("lang") == language
    feed = page.locator("link[type='application/atom+xml']").get_attribute("href")
    answer = page.request.get(feed)
    assert answer.status == 200 and answer.text().count("<entry>") == 2
    assert f'xml:lang="{language}"' in answer.text()
    if script:
        check(page)
    follow(page, "main h2 a")
    assert page.url.endswith(f"/{language}/petition/date-of-the-trial/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_petition_that_was_won_says_so_with_its_history(visit, language):
    page = visit()
    page.goto(f"/{language}/safe-buses/")
    outcomes = page.locator(".campaign-outcome")
    assert outcomes.count() == 2
    assert outcomes.first.locator("img").get_attribute("alt")
    assert page.locator("main form").count() == 0
    assert "117" in page.locator(".campaign-progress__count").inner_text()
    assert "46" in page.locator(".campaign-progress__paper").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_stands_on_one_page(visit, states, language):
    page = visit(width=320, reduced_motion="reduce")
    assert page.goto(states[f"blocks-{language}"]).status == 200
    assert page.locator(".campaign-block").count() == len(CAMPAIGN_BLOCKS)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        check(page)


@pytest.mark.parametrize(("language", "script"), [("en", True), ("ru", False), ("kk", True)])
def test_one_click_ends_the_mails(visit, states, language, script):
    page = visit(script=script, width=320)
    assert page.goto(states[f"out-{language}"]).status == 200
    assert page.locator("html").get_attribute("lang") == language
    if script:
        check(page)
    follow(page, "main form [type=submit]")
    assert page.locator("main form").count() == 0
    if script:
        check(page)


def test_an_editor_declares_victory_and_mails_it_in_three_languages(admin):
    page = admin()
    page.goto("/admin/campaign/petitions/2/outcomes/declare/?kind=answered")
    page.click("form[action*='declare'] [type=submit]")
    page.click(".messages a")
    page.locator(".campaign-mail").first.wait_for()
    assert page.locator(".campaign-mail").count() == 3
    page.click("[value=test]")
    page.locator(".messages .success").wait_for()
    page.click("[value=send]")
    page.wait_for_url(re.compile("/broadcasts/petitions.outcome/"))
    # With the next pass, as this demo has no delay.
    for _ in range(120):
        page.reload()
        if page.locator("progress").get_attribute("value") != "0":
            break
        page.wait_for_timeout(500)
    page.goto("/demo/inbox/")
    said = page.locator("main").inner_text()
    assert "There is an answer to the petition that you signed" in said
    assert "На петицию с Вашей подписью пришёл ответ" in said
    assert "Сіз қол қойған петицияға жауап келді" in said
