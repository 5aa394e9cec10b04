"""Editors enter what was signed on paper, and say what became of a petition."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model

from tests.editors import ALL_RIGHTS, editor, superuser, text
from tests.people import count
from wagtail_campaign.actions import tallies
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions.models import PAPER, Petition
from wagtail_campaign.petitions.outcomes import Outcome
from wagtail_campaign.petitions.paper import PaperBatch

pytestmark = pytest.mark.django_db

BATCH = {"number": "120", "collected_on": "2026-11-01", "place": "Almaty", "note": "May Day"}
DELIVERED = {"kind": "delivered", "happened_on": "2026-11-02", "whom": ""}


def at(name, *args) -> str:
    return reverse(f"campaign_petitions:{name}", args=args)


@pytest.fixture
def browser(page):
    return editor("change_petition", edits=[page])


@pytest.fixture
def batch(browser, petition):
    browser.post(at("paper_enter", petition.pk), BATCH)
    return PaperBatch.objects.get()


def test_a_batch_is_entered_and_counts(browser, petition):
    assert "No paper signatures were entered yet." in text(browser.get(at("paper", petition.pk)))
    form = text(browser.get(at("paper_enter", petition.pk)))
    assert 'name="number"' in form and "documents/chooser" in form
    answer = browser.post(at("paper_enter", petition.pk), BATCH, follow=True)
    assert "120 signatures on paper count." in text(answer)
    assert "Almaty" in text(answer)
    assert tallies.count(petition.key, PAPER) == 120
    assert "120" in text(browser.get(at("edit", petition.pk)))
    assert count(petition) == 0


def test_a_scan_is_opened_from_the_list(browser, petition, batch):
    batch.document = get_document_model().objects.create(
        title="Sheets", file=ContentFile(b"%PDF", "sheets.pdf")
    )
    batch.save()
    scan = reverse("wagtaildocs:edit", args=[batch.document.pk])
    assert f'href="{scan}"' in text(browser.get(at("paper", petition.pk)))


@pytest.mark.parametrize("number", ["0", "-5", "1.5", "", "many", "99999999999999999999"])
def test_what_is_no_number_of_signatures_is_said(browser, petition, number):
    answer = browser.post(at("paper_enter", petition.pk), BATCH | {"number": number})
    assert answer.status_code == 200
    assert "error" in text(answer)
    assert not PaperBatch.objects.exists()


def test_a_batch_is_corrected_and_that_is_logged(browser, petition, batch):
    url = at("paper_correct", petition.pk, batch.pk)
    assert 'value="120"' in text(browser.get(url))
    assert browser.post(url, BATCH | {"number": "100"}).status_code == 302
    assert tallies.count(petition.key, PAPER) == 100
    assert "Paper signatures: 120 → 100 Almaty" in text(browser.get(at("edit", petition.pk)))


def test_a_batch_is_taken_out_after_asking(browser, petition, batch):
    url = at("paper_remove", petition.pk, batch.pk)
    assert "120 signatures on paper count." in text(browser.get(url))
    assert tallies.count(petition.key, PAPER) == 120
    browser.post(url)
    assert tallies.count(petition.key, PAPER) == 0
    assert browser.post(url, follow=True).status_code == 404


def test_an_outcome_is_declared_corrected_and_taken_back(browser, petition):
    assert "Nothing was declared yet." in text(browser.get(at("outcomes", petition.pk)))
    form = text(browser.get(f"{at('outcome_declare', petition.pk)}?kind=won"))
    assert '<option value="won" selected>' in form and "images/chooser" in form
    answer = browser.post(at("outcome_declare", petition.pk), DELIVERED, follow=True)
    assert "The page says so now, in every language." in text(answer)
    outcome = Outcome.objects.get()
    assert Petition.objects.get().state == "delivered"
    url = at("outcome_correct", petition.pk, outcome.pk)
    browser.post(url, DELIVERED | {"whom": "The Senate"})
    assert Outcome.objects.get().whom == "The Senate"
    url = at("outcome_take_back", petition.pk, outcome.pk)
    assert "Closed" in text(browser.get(url))
    browser.post(url)
    assert Petition.objects.get().state == "closed"
    log = text(browser.get(at("edit", petition.pk)))
    assert "Declared: Delivered" in log and "Took back: Delivered" in log


def test_one_outcome_is_declared_once(browser, petition):
    for _ in range(2):
        answer = browser.post(at("outcome_declare", petition.pk), DELIVERED)
    assert "That has been said already" in text(answer)
    assert Outcome.objects.count() == 1


def test_whom_is_not_asked_for_in_vain_where_it_was_won(browser, petition):
    url, won = at("outcome_declare", petition.pk), DELIVERED | {"kind": "won"}
    answer = browser.post(url, won | {"whom": "The workers"})
    assert "nobody is named beside it" in text(answer) and not Outcome.objects.exists()
    browser.post(url, won)
    assert Outcome.objects.get().kind == "won"


def test_what_is_still_to_come_is_refused(browser, petition, clock):
    day = str(timezone.localdate() + timedelta(days=1))
    answer = browser.post(at("paper_enter", petition.pk), BATCH | {"collected_on": day})
    assert "That day is still to come." in text(answer)
    answer = browser.post(at("outcome_declare", petition.pk), DELIVERED | {"happened_on": day})
    assert "That day is still to come." in text(answer)
    assert not Outcome.objects.exists() and not PaperBatch.objects.exists()
    clock.forward(days=1)
    browser.post(at("paper_enter", petition.pk), BATCH | {"collected_on": day})
    assert PaperBatch.objects.exists()


@pytest.mark.parametrize("address", ["?kind=open", "?kind=%00", "?kind="])
def test_an_odd_address_offers_nothing(browser, petition, address):
    url = at("outcome_declare", petition.pk)
    assert browser.get(f"{url}{address}").status_code == 200


NAMES = [
    *(("paper", False), ("paper_enter", False), ("paper_correct", True), ("paper_remove", True)),
    *(("outcomes", False), ("outcome_declare", False)),
    *(("outcome_correct", True), ("outcome_take_back", True)),
]


@pytest.mark.parametrize(("name", "of"), NAMES)
def test_who_may_not_change_petitions_gets_nowhere(page, petition, batch, name, of):
    url = at(name, petition.pk, *([batch.pk] if of else []))
    others = [right for right in ALL_RIGHTS if right != "change_petition"]
    refused = editor(*others, edits=[page])
    assert refused.get(url).status_code == refused.post(url).status_code == 302
    assert tallies.count(petition.key, PAPER) == 120


@pytest.mark.parametrize(("name", "of"), NAMES)
def test_the_petition_of_somebody_else_is_not_found(home, petition, batch, name, of):
    other = home.add_child(instance=PetitionPage(title="Another", slug="another"))
    url = at(name, petition.pk, *([batch.pk] if of else []))
    stranger = editor("change_petition", edits=[other])
    assert stranger.get(url, follow=True).status_code == 404
    assert stranger.post(url, follow=True).status_code in {404, 405}
    assert PaperBatch.objects.get().number == 120


def test_a_batch_of_another_petition_is_not_found(home, petition, batch):
    other = home.add_child(instance=PetitionPage(title="Another", slug="another")).get_action()
    Outcome.objects.create(petition=petition, kind="won")
    browser = superuser()
    for name, pk in (("paper_correct", batch.pk), ("outcome_correct", Outcome.objects.get().pk)):
        assert browser.get(at(name, petition.pk, pk)).status_code == 200
        assert browser.get(at(name, other.pk, pk), follow=True).status_code == 404
