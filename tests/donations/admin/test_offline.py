"""Editors enter gifts that didn't come through Stripe, one by one or from a file."""

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.editors import editor, superuser, text
from wagtail_campaign.actions import tallies
from wagtail_campaign.donations import ledger
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.offline_gifts import OfflineGift
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db
GOOD = """date,amount,currency,first_name,last_name,public,note
2026-05-01,100,EUR,Dana,Omarova,yes,Statement 12
02.05.2026,"1,000.50",EUR,,,,
2026-05-03,5000,KZT,Marat,,no,In cash
"""


def enter_for(fund):
    return reverse("campaign_funds:enter", args=[fund.pk])


def typed(**changes):
    key = str(uuid.uuid4())
    return {"on": "2026-05-01", "amount": "100", "currency": "EUR", "key": key, **changes}


def upload(browser, fund, content):
    url = reverse("campaign_funds:import", args=[fund.pk])
    content = content.encode() if isinstance(content, str) else content
    return browser.post(url, {"file": SimpleUploadedFile("gifts.csv", content)})


def agree(browser, fund, page):
    form = page.context["agreement"]
    sent = {name: form[name].value() for name in ("content", "agreed")}
    return browser.post(reverse("campaign_funds:import", args=[fund.pk]), sent, follow=True)


def problems(page):
    return [(p.row, p.column, p.said) for p in page.context.get("problems") or []]


def paid(fund, currency="EUR"):
    return tallies.by_metric(fund.key).get(ledger.metric("paid", currency, False), 0)


def test_a_gift_that_is_entered_counts_at_once(client, donation_page, fund):
    browser = superuser()
    assert "Count this gift" in text(browser.get(enter_for(fund)))
    said = text(browser.post(enter_for(fund), typed(amount="100.50"), follow=True))
    assert "€100.50 is counted." in said and "1 donation" in said
    gift = Donation.objects.get()
    assert (gift.state, gift.amount, gift.is_offline, gift.livemode) == ("paid", 10050, True, False)
    assert (gift.supporter, gift.public_name, gift.page_id) == (None, "", donation_page.pk)
    assert paid(fund) == 10050 and tallies.recount() == []
    assert "€100" in client.get(donation_page.url).content.decode()
    inspect = text(browser.get(reverse("campaign_donations:inspect", args=[gift.pk])))
    assert "May 1, 2026" in inspect and "Entered by hand" in inspect and "Entered" in inspect
    assert "No name was entered." in inspect


def test_who_gave_is_shown_only_if_they_agreed(client, donation_page, fund):
    browser, name = superuser(), {"first_name": "Dana", "last_name": "Omarova"}
    browser.post(enter_for(fund), typed(**name))
    assert "Dana" not in client.get(donation_page.url).content.decode()
    browser.post(enter_for(fund), typed(**name, is_public="on"))
    assert "Dana Omarova" in client.get(donation_page.url).content.decode()
    log = [(entry.label, entry.message) for entry in ModelLogEntry.objects.all()]
    assert "Dana" not in str(log)


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ({"amount": "much"}, "Please enter an amount in figures."),
        ({"amount": "0"}, "That can’t be an amount."),
        ({"amount": "1.005"}, "Please enter an amount in figures."),
        ({"on": "2999-01-01"}, "That day is still to come."),
        ({"on": "0026-05-01"}, "Enter a valid date."),
        ({"is_public": "on"}, "There is no name that could be shown."),
        ({"currency": "KWD"}, "Select a valid choice."),
        ({"first_name": "www.example.org"}, "without a web address"),
    ],
)
def test_a_slip_is_said_and_nothing_counts(fund, slip, said):
    assert said in text(superuser().post(enter_for(fund), typed(**slip)))
    assert not Donation.objects.exists() and paid(fund) == 0


def test_who_presses_twice_enters_once(fund):
    browser, form = superuser(), typed()
    browser.post(enter_for(fund), form)
    assert "entered already" in text(browser.post(enter_for(fund), form, follow=True))
    assert Donation.objects.count() == 1 and paid(fund) == 10000


def test_what_was_entered_by_mistake_is_taken_out(fund):
    browser = superuser()
    browser.post(enter_for(fund), typed(first_name="Dana", note="Wrong fund"))
    gift = Donation.objects.get()
    url = reverse("campaign_donations:take_out", args=[gift.pk])
    assert url in text(browser.get(reverse("campaign_donations:inspect", args=[gift.pk])))
    said = text(browser.post(url, {"reason": "Of another fund"}, follow=True))
    assert "The gift was taken out." in said
    assert not Donation.objects.exists() and not Supporter.objects.exists()
    assert not OfflineGift.objects.exists()
    assert paid(fund) == 0 and tallies.recount() == []
    entry = ModelLogEntry.objects.get(action="campaign.take_gift_out")
    assert entry.message == f"Took out gift no. {gift.pk}, €100 of May 1, 2026: Of another fund"
    assert browser.get(url, follow=True).status_code == 404


def test_a_gift_through_stripe_cant_be_taken_out(gift):
    url = reverse("campaign_donations:take_out", args=[gift.pk])
    assert superuser().post(url, {"reason": "x"}, follow=True).status_code == 404
    assert Donation.objects.exists()


def test_a_file_is_shown_first_and_then_imported(fund):
    browser = superuser()
    page = upload(browser, fund, GOOD)
    said = text(page)
    assert "3 gifts: €1,100.50 · ₸5,000." in said
    assert "Dana Omarova" in said and not Donation.objects.exists()
    said = text(agree(browser, fund, page))
    assert "3 donations" in said
    gifts = Donation.objects.order_by("paid_at")
    assert [(g.amount, g.currency, g.public_name) for g in gifts] == [
        (10000, "EUR", "Dana Omarova"),
        (100050, "EUR", ""),
        (500000, "KZT", ""),
    ]
    assert (paid(fund), paid(fund, "KZT")) == (110050, 500000) and tallies.recount() == []
    assert OfflineGift.objects.get(donation=gifts[0]).note == "Statement 12"
    assert ModelLogEntry.objects.filter(action="campaign.enter_gift").count() == 3


def test_the_same_file_twice_is_imported_once(fund):
    browser = superuser()
    page = upload(browser, fund, GOOD)
    agree(browser, fund, page)
    assert "That file was imported already." in text(agree(browser, fund, page))
    assert Donation.objects.count() == 3


def test_one_bad_row_and_nothing_is_imported(fund):
    bad = GOOD + "2026-05-04,ten,EUR,,,,\n2026-05-05,10,XXX,,,maybe,\n31/05/2026,10,EUR,,,yes,\n"
    page = upload(superuser(), fund, bad)
    found = {(row, column) for row, column, _said in problems(page)}
    assert found == {
        (5, "amount"),
        (6, "currency"),
        (6, "public"),
        (7, "date"),
        (7, "public"),
    }
    assert "Nothing was imported" in text(page) and "agreement" not in page.context
    assert not Donation.objects.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "file is empty."),
        ("date,amount\n2026-05-01,10\n", "This column is missing."),
        ("date,amount,currency,colour\n", "There is no column of that name."),
        ("date,amount,currency\n", "There is no gift in it."),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(fund, content, said):
    assert said in text(upload(superuser(), fund, content))


def test_only_who_may_enters_gifts(donation_page, fund):
    others = ("view_donor", "refund_donation", "change_fund")
    browser = editor(*others, edits=[donation_page])
    assert browser.post(enter_for(fund), typed()).status_code == 302
    assert upload(browser, fund, GOOD).status_code == 302
    elsewhere = editor("enter_donation")
    assert elsewhere.post(enter_for(fund), typed(), follow=True).status_code == 404
    assert not Donation.objects.exists()
    editor("enter_donation", edits=[donation_page]).post(enter_for(fund), typed())
    assert Donation.objects.count() == 1


def test_the_ways_there_stand_beside_the_fund(donation_page, fund):
    browser = editor("change_fund", "enter_donation", edits=[donation_page])
    said = text(browser.get(reverse("campaign_funds:edit", args=[fund.pk])))
    assert enter_for(fund) in said and re.search(r"gifts/import/", said)
