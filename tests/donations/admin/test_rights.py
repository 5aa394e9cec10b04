"""Every page of the donations' admin, as far as it is within the reach of an editor's rights."""

import re

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page

from tests.conftest import Visitor
from tests.donations.donors import monthly
from tests.editors import editor, superuser, text
from wagtail_campaign.donations.admin.viewsets import (
    DonationViewSet,
    FundViewSet,
    RecurringViewSet,
)
from wagtail_campaign.donations.models import Donation, Fund
from wagtail_campaign.donations.permissions import RIGHTS
from wagtail_campaign.donations.recurring import RecurringDonation

pytestmark = pytest.mark.django_db
NAMES = [
    (viewset.url_namespace, path.name)
    for viewset in (DonationViewSet, RecurringViewSet, FundViewSet)
    for path in viewset(viewset.name).get_urlpatterns()
]
#: They lead to other pages, which ask for the right.
WAYS = {("campaign_funds", "of_page"), ("campaign_funds", "donations_of_page")}
LISTED = {("donations", name) for name in ("index", "index_results", "find")}
LISTED |= {("donations", "inspect"), ("donations", "look_again")}
RECURRING = {("recurring", name) for name in ("index", "index_results", "inspect")}
FUNDS = {("funds", "index"), ("funds", "index_results"), ("donations", "reconciliation")}
#: What a right opens; taking out only where something was entered.
OPENS = {
    "view_donation_numbers": FUNDS | {("funds", "report")},
    "view_donor": LISTED | RECURRING,
    "export_donation": LISTED | {("donations", "export"), ("donations", "export_xlsx")},
    "refund_donation": LISTED | {("donations", "refund")},
    "change_recurringdonation": LISTED
    | RECURRING
    | {("recurring", name) for name in ("pause", "go_on", "end")},
    "enter_donation": LISTED | {("funds", "enter"), ("funds", "import")},
    "change_fund": FUNDS | {("funds", "edit"), ("donations", "hide")},
}


@pytest.fixture
def urls(client, stripe, donation_page, fund, gift, gift_typed):
    """Every address, about a gift, a recurring gift and a fund that there are."""
    recurring = monthly(client, stripe, donation_page, gift_typed)
    ids = {
        "campaign_donations": gift.pk,
        "campaign_recurring": recurring.pk,
        "campaign_funds": fund.pk,
    }

    def url(namespace, name):
        if name in ("of_page", "donations_of_page"):
            return reverse(f"{namespace}:{name}", args=[donation_page.pk])
        plain = (
            *("index", "index_results", "find", "export", "export_xlsx"),
            *("report", "reconciliation"),
        )
        args = [] if name in plain else [ids[namespace]]
        return reverse(f"{namespace}:{name}", args=args)

    return {(namespace, name): url(namespace, name) for namespace, name in NAMES}


def state() -> list:
    """All that an editor could change."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (Donation, RecurringDonation, Fund, ModelLogEntry)
    ]


#: Enough for any of the forms.
TYPED = {
    "amount": "5",
    "reason": "Because",
    "key": "5f3a5f3a-5f3a-5f3a-5f3a-5f3a5f3a5f3a",
    "on": "2026-01-02",
    "currency": "EUR",
    "person": "aigul@example.org",
    "state": "closed",
}


def is_shut(answer, url) -> bool:
    """Whether an address leads nowhere: to the home page of the admin, to the way in, to 404."""
    away = ("/admin/", f"/admin/login/?next={url}", f"/en{url}")
    is_away = answer.status_code == 302 and answer.url in away
    return is_away or answer.status_code in (403, 404, 405)


def assert_shut(browser, urls):
    """Neither looking nor sending opens anything, or changes anything."""
    before = state()
    for about, url in urls.items():
        for answer in (browser.get(url), browser.post(url, TYPED)):
            if about in WAYS and not is_shut(answer, url):
                url = answer.url
                answer = browser.get(url)
            assert is_shut(answer, url), about
    assert state() == before


def test_who_has_no_right_reaches_none_of_it(donation_page, urls):
    assert_shut(editor(edits=[donation_page]), urls)


def test_who_has_all_rights_to_petitions_reaches_none_of_it(donation_page, urls):
    rights = ("view_numbers", "view_personal_data", "export_signature", "change_petition")
    assert_shut(editor(*rights, edits=[donation_page]), urls)


def test_who_is_not_signed_in_reaches_none_of_it(urls):
    assert_shut(Visitor(), urls)


def test_who_has_all_rights_and_another_page_reaches_nothing_of_this_fund(home, urls, stripe):
    other = home.add_child(instance=Page(title="Elsewhere", slug="elsewhere"))
    browser, before = editor(*RIGHTS, edits=[other]), state()
    lists = {"index", "index_results", "find", "export", "export_xlsx", "report", "reconciliation"}
    assert_shut(browser, {about: url for about, url in urls.items() if about[1] not in lists})
    assert state() == before
    for about in LISTED | RECURRING:
        if about[1] in lists:
            said = text(browser.get(urls[f"campaign_{about[0]}", about[1]], {"people": "1"}))
            assert "Aigul" not in said, about
    found = text(browser.post(urls["campaign_donations", "find"], TYPED))
    assert "No gift to your funds was found" in found


@pytest.mark.parametrize("right", RIGHTS)
def test_each_right_opens_what_it_says_and_no_more(donation_page, urls, right):
    browser = editor(right, edits=[donation_page])
    opened = {
        (namespace.removeprefix("campaign_"), name)
        for (namespace, name), url in urls.items()
        if (namespace, name) not in WAYS and browser.get(url).status_code == 200
    }
    assert opened == OPENS[right]


def test_numbers_that_are_no_ids_are_no_error(urls):
    browser = superuser()
    about = [url for url in urls.values() if re.search(r"/\d+/", url)]
    assert len(about) > 8
    for url in about:
        for number in ("0", str(10**18), str(10**30), "9" * 4000):
            odd = re.sub(r"/\d+/", f"/{number}/", url)
            assert browser.get(odd, follow=True).status_code == 404, odd[:60]


@pytest.mark.parametrize("value", ["x", "-1", "9" * 5000, "1 OR 1=1", "\x00", "²", "١", "../"])
def test_odd_filters_are_no_error(urls, value):
    browser = superuser()
    names = ("fund", "state", "currency", "interval", "source", "language", "money", "way", "odd")
    names += ("people", "after", "before", "created_at_from", "created_at_to", "p", "id")
    lists = ("index_results", "export", "export_xlsx", "report")
    for url in (url for (_namespace, name), url in urls.items() if name in lists):
        assert browser.get(url, dict.fromkeys(names, value)).status_code in (200, 302, 404)
    for name in names:
        url = urls["campaign_donations", "index_results"]
        assert browser.get(url, {name: value}).status_code in (200, 302, 404), name
