"""Signatures by day, language, country and source, as campaign_work counts them."""

from datetime import UTC, datetime

import pytest

from tests.people import signature_of
from tests.supporters.visits import work_off
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.breakdown import Breakdown
from wagtail_campaign.petitions.models import Signature

pytestmark = pytest.mark.django_db

JOB = "petitions counted by country and day"


def at(signature, *moment):
    Signature.objects.filter(pk=signature.pk).update(confirmed_at=datetime(*moment, tzinfo=UTC))


def test_every_confirmed_signature_is_in_each_table_once(pages, petition):
    at(signature_of(pages["en"], via="qr"), 2026, 11, 1, 23, 59, 59)
    at(signature_of(pages["ru"], email="b@example.org"), 2026, 11, 2)
    at(signature_of(pages["ru"], email="c@example.org", country="DE"), 2026, 11, 2, 12)
    signature_of(pages["kk"], email="d@example.org", confirmed=False)
    services.withdraw(signature_of(pages["kk"], email="e@example.org"))
    assert work_off()[JOB] == 1
    found = Breakdown.objects.get()
    assert found.days == {"2026-11-01": 1, "2026-11-02": 2}
    assert found.languages == {"en": 1, "ru": 2}
    assert found.countries == {"DE": 1, "KZ": 2}
    assert found.sources == {"": 2, "qr": 1}
    assert (found.count, found.named_countries) == (3, 2)


def test_nothing_is_counted_while_nothing_changes(page, clock):
    assert work_off()[JOB] == 0
    signature_of(page)
    assert (work_off()[JOB], work_off()[JOB]) == (1, 0)
    signature_of(page, email="second@example.org")
    assert work_off()[JOB] == 1
    # Once a day in any case: one may have left and another come.
    clock.forward(hours=25)
    assert work_off()[JOB] == 1


def test_many_are_counted_every_ten_minutes(page, clock, monkeypatch):
    monkeypatch.setattr("wagtail_campaign.petitions.breakdown.MANY", 2)
    for number in range(3):
        signature_of(page, email=f"{number}@example.org")
    assert work_off()[JOB] == 1
    signature_of(page, email="later@example.org")
    assert work_off()[JOB] == 0
    clock.forward(minutes=11)
    assert work_off()[JOB] == 1


def test_the_page_says_from_how_many_countries(client, pages, after_commit):
    for number, country in enumerate(["KZ", "DE", "", "DE"]):
        signature_of(pages["ru"], email=f"{number}@example.org", country=country)
    with after_commit():
        work_off()
    live = client.get(pages["en"].url).context["petition"]
    assert live.countries == 2
    assert "From 2 countries." in client.get(pages["en"].url).content.decode()


def test_one_country_is_not_worth_a_word(client, page, after_commit):
    with after_commit():
        signature_of(page)
    work_off()
    assert "From 1 country" not in client.get(page.url).content.decode()
