"""Names are lent on a phone, in three languages, with and without script; and published."""

import pytest

from .steps import (
    CHECK_YOUR_MAIL,
    LANGUAGES,
    SCRIPT,
    check,
    check_in_both_schemes,
    follow,
    mailed_link,
    new_address,
    readers,
)

SEND = "form[action*='/join/'] [type=submit]"
HEADINGS = {
    "en": "They support the campaign",
    "ru": "Кампанию поддерживают",
    "kk": "Науқанды қолдайтындар",
}


def join_as_a_person(page, language, address, last_name):
    page.goto(f"/{language}/sponsors/")
    page.fill("[name=first_name]", "Әйгерім")
    page.fill("[name=last_name]", last_name)
    page.fill("[name=email]", address)
    page.select_option("form[action*='/join/'] [name=country]", "KZ")
    page.select_option("form[action*='/join/'] [name=type]", index=1)
    page.fill("[name=quote]", "Бостандық!")
    page.click(SEND)
    page.wait_for_url(CHECK_YOUR_MAIL)


def confirm(page, address):
    page.goto(mailed_link(page, address, "confirm"))
    follow(page, "main form [type=submit]")
    assert "/thanks/" in page.url


def publish(admin, name):
    """What a moderator does with what waits; the page of the admin afterwards."""
    page = admin(width=1280)
    page.goto("/admin/campaign/sponsors/?needs_review=true")
    follow(page, f"tr:has-text('{name}') a")
    follow(page, "a[href*='/publish/']")
    follow(page, "form button.button-longrunning")
    return page


@readers
def test_a_name_is_lent_looked_at_and_listed_everywhere(visit, admin, language, script):
    page, address = visit(script=script, width=320), new_address()
    last_name = f"Сәрсенова-{language}-{script}"
    join_as_a_person(page, language, address, last_name)
    confirm(page, address)
    assert page.context.cookies() == []
    publish(admin, last_name)
    for other in LANGUAGES:
        page.goto(f"/{other}/sponsors/?q={last_name.upper()}")
        assert page.locator("h1").inner_text() == HEADINGS[other]
        assert last_name in page.locator(".campaign-sponsors__list").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_its_forms_and_their_errors_can_be_read_by_everybody(visit, language):
    page = visit(width=320)
    page.goto(f"/{language}/sponsors/")
    check_in_both_schemes(page)
    follow(page, ".campaign-tabs a[href*='organisation']")
    check(page)
    page.click(SEND)
    page.locator("[role=alert]:visible").first.wait_for()
    check(page)
    assert page.locator("[aria-invalid=true]").count() >= 4


@SCRIPT
def test_an_organisation_joins_and_changes_its_entry(visit, admin, script):
    page, address = visit(script=script), new_address()
    name = f"Dockers {script}"
    page.goto("/en/sponsors/?join=organisation")
    for field, typed in {
        "name": name,
        "name_kk": f"Докерлер {script}",
        "site": "union.example.org",
        "members": "1,200",
        "first_name": "Bolat",
        "last_name": "Omarov",
        "authority": "Chair",
        "email": address,
    }.items():
        page.fill(f"form[action*='/join/'] [name={field}]", typed)
    page.select_option("form[action*='/join/'] [name=type]", index=1)
    page.select_option("form[action*='/join/'] [name=country]", "NO")
    page.click(SEND)
    page.wait_for_url(CHECK_YOUR_MAIL)
    confirm(page, address)
    publish(admin, name)
    page.goto(f"/kk/sponsors/?q=докерлер {script}")
    assert f"Докерлер {script}" in page.locator(".campaign-sponsors__list").inner_text()
    page.goto("/campaign/me/?language=en")
    page.fill("[name=email]", address)
    follow(page, "main form [type=submit]")
    page.goto(mailed_link(page, address, "me"))
    follow(page, "main form [type=submit]")
    follow(page, "a[href*='/me/sponsors/']")
    page.fill("[name=members]", "1300")
    follow(page, "main form:has([name=members]) [type=submit]")
    assert "1,300" in page.locator("main").inner_text()


def test_a_list_is_searched_and_narrowed_without_a_script(visit):
    page = visit(script=False)
    page.goto("/ru/sponsors/")
    page.fill("[type=search]", "ДОКЕРОВ")
    follow(page, "[role=search] [type=submit]")
    shown = page.locator(".campaign-sponsors__entries").inner_text()
    assert "Гамбурга" in shown and "«Бирлик»" not in shown
    page.fill("[type=search]", "")
    page.select_option("[role=search] [name=country]", "NO")
    follow(page, "[role=search] [type=submit]")
    assert page.locator(".campaign-sponsor").count() >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_lending_a_name_can_be_read_by_everybody(visit, language):
    page, address = visit(width=320), new_address()
    join_as_a_person(page, language, address, "Құдайбергенов" * 4)
    check(page)
    for purpose in ("disown", "confirm"):
        page.goto(mailed_link(page, address, purpose))
        check(page)
    follow(page, "main form [type=submit]")
    check(page)
    page.goto(f"/campaign/me/?language={language}")
    page.fill("[name=email]", address)
    follow(page, "main form [type=submit]")
    page.goto(mailed_link(page, address, "me"))
    follow(page, "main form [type=submit]")
    check(page)
    follow(page, "a[href*='/me/sponsors/']")
    check(page)
