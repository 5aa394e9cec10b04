"""The campaign on the admin's home page: what is next, and then the numbers of the week."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission, Locale, Site

from tests.editors import editor, superuser, text
from tests.people import signature_of
from wagtail_campaign.pages.models import PetitionPage

pytestmark = pytest.mark.django_db


def panel(browser) -> str:
    """What the panel says on the home page, "" where there is none."""
    shown = text(browser.get("/admin/"))
    _, found, after = shown.partition('id="campaign-welcome')
    return " ".join(after.partition("</section>")[0].split()) if found else ""


def step(browser) -> str:
    """What is next."""
    found = re.search(r"Next: ([^<]+)<", panel(browser))
    return found[1] if found else ""


@pytest.fixture
def reachable(home):
    """A site that has an address already."""
    Site.objects.update(hostname="campaign.example.org", port=443)


def may_add(browser, page):
    """Gives an editor the right to add pages below one, and to publish them."""
    group = browser.user.groups.get()
    for codename in ("add_page", "publish_page"):
        permission = Permission.objects.get(codename=codename)
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    return browser


def test_a_new_site_is_told_its_address_first(home):
    Site.objects.update(hostname="localhost", port=80)
    shown = panel(superuser())
    assert "Next: Tell the site its address" in shown
    assert f"/admin/sites/edit/{Site.objects.get().pk}/" in shown
    assert "Make your first petition" in shown


def test_who_may_make_pages_is_led_to_the_first_petition(reachable, home):
    browser = may_add(editor(), home)
    shown = panel(browser)
    assert "Next: Make your first petition" in shown
    [url] = re.findall(r'href="(/admin/pages/add/[^"]+/petitionpage/[^"]+)"', shown)
    assert browser.get(url).status_code == 200
    assert "Make your first urgent action" in shown and "Make your first donation page" in shown
    # Settings of the site are not theirs to change.
    assert "sender" not in shown and "Tell the site" not in shown


def test_who_may_do_nothing_about_it_is_told_nothing(reachable):
    assert panel(editor("view_numbers")) == ""


def test_step_by_step_a_petition_comes_to_life(reachable, home, settings, after_commit):
    settings.WAGTAIL_CAMPAIGN_MAIL_FROM = "webmaster@localhost"
    browser = superuser()
    assert step(browser) == "Make your first petition"
    page = home.add_child(instance=PetitionPage(title="Free them", slug="free", live=False))
    page.save_revision()
    assert step(browser) == "Publish “Free them”"
    page.save_revision().publish()
    assert step(browser) == "Write what supporters agree to"
    assert "#tab-consents" in panel(browser)
    page = PetitionPage.objects.get()
    page.news_wording = "Write to me twice a year."
    page.save_revision().publish()
    assert step(browser) == "Set the sender of mails"
    settings.WAGTAIL_CAMPAIGN_MAIL_FROM = "campaign@example.org"
    assert step(browser) == "Translate “Free them”"
    for locale in Locale.objects.exclude(pk=page.locale_id):
        assert step(browser) == "Translate “Free them”"
        page.copy_for_translation(locale, copy_parents=True)
    assert step(browser) == "Take part yourself"
    with after_commit():
        signature_of(page)
    assert "Next:" not in panel(browser)
    assert "in seven days" in panel(browser)


def test_the_consent_tab_is_where_the_step_says(page):
    shown = text(superuser().get(f"/admin/pages/{page.pk}/edit/"))
    assert 'id="tab-consents"' in shown


def test_once_there_is_life_the_week_is_shown_day_by_day_with_a_table_behind_it(page, clock):
    signature_of(page, email="old@example.org")
    clock.forward(days=8)
    for number in range(3):
        signature_of(page, email=f"{number}@example.org")
    cache.clear()
    shown = panel(superuser())
    assert "<strong>3</strong> in seven days" in shown and "4 in all" in shown
    assert shown.count("<rect") == 7
    rows = re.findall(r"<tr><td>[^<]+</td><td>(\d+)</td></tr>", shown)
    assert rows == ["0"] * 6 + ["3"]


def test_the_week_of_letters_and_of_what_is_seen_by_whom(page, home):
    signature_of(page)
    assert "Signatures" in panel(editor("view_numbers"))
    # Neither the numbers nor a first step for who may see none: the site is alive.
    assert panel(editor("moderate_signature", edits=[home])) == ""
    assert panel(editor("view_letter_numbers")) == ""


def test_a_draft_of_somebody_else_is_in_nobodys_numbers(page, home):
    signature_of(page)
    page.unpublish()
    assert panel(editor("view_numbers")) == ""
    assert "<strong>1</strong>" in panel(editor("view_numbers", edits=[home]))


def test_the_panel_costs_the_same_however_much_there_is(page, home):
    browser = superuser()

    def queries():
        cache.clear()
        browser.get("/admin/")
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            browser.get("/admin/")
        return [q["sql"] for q in captured if "campaign" in q["sql"]]

    signature_of(page)
    before = queries()
    for number in range(4):
        other = PetitionPage(title=f"No. {number}", slug=f"n{number}", intro="We ask.")
        home.add_child(instance=other)
        signature_of(other)
    # The list of the latest has a limit of its own.
    assert len(queries()) <= len(before)
    with CaptureQueriesContext(connection) as captured:
        browser.get("/admin/")
    assert not [q for q in captured if 'GROUP BY "day"' in q["sql"] or "SUBSTR" in q["sql"]]
