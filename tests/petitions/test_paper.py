"""Signatures on paper: they count at once, apart and together, and are proved by their batches."""

import pytest
from django.core.management import call_command
from django.db.models import F

from tests.crowd import at_once
from tests.people import signature_of
from wagtail_campaign.actions import tallies
from wagtail_campaign.actions.models import Tally
from wagtail_campaign.petitions import paper
from wagtail_campaign.petitions.models import PAPER
from wagtail_campaign.petitions.paper import PaperBatch

pytestmark = pytest.mark.django_db


def enter(petition, number=120, **kwargs):
    batch = PaperBatch(petition=petition, number=number, **kwargs)
    paper.enter(batch, None)
    return batch


@pytest.fixture(autouse=True)
def commits(after_commit):
    with after_commit():
        yield


def shown(client, page):
    live = client.get(page.url).context["petition"]
    return live.count, live.on_paper


def test_a_batch_counts_in_every_language(client, pages, petition, after_commit):
    signature_of(pages["en"])
    with after_commit():
        enter(petition)
    for page in pages.values():
        assert shown(client, page) == (121, 120)
    said = client.get(pages["en"].url).content.decode()
    assert "<strong>121</strong> people have signed" in said
    assert "120 of them on paper" in said


def test_a_page_without_paper_says_nothing_of_it(client, page):
    signature_of(page)
    assert "on paper" not in client.get(page.url).content.decode()


def test_a_correction_counts_the_difference(client, page, petition, after_commit):
    batch = enter(petition)
    batch.number = 100
    with after_commit():
        paper.correct(batch, None)
    assert tallies.count(petition.key, PAPER) == 100
    assert shown(client, page) == (100, 100)


def test_a_batch_is_taken_out_once(petition):
    batch, twin = enter(petition), enter(petition, 5)
    assert paper.remove(batch, None)
    assert not paper.remove(PaperBatch(pk=batch.pk or 0, petition=petition), None)
    assert tallies.count(petition.key, PAPER) == 5
    assert list(petition.paper_batches.all()) == [twin]


def test_the_batches_prove_the_count(petition):
    enter(petition)
    Tally.objects.filter(key=petition.key, metric=PAPER, slot=3).update(count=F("count") + 7)
    assert tallies.recount() == [(petition.key, PAPER, 127, 120)]
    call_command("recount")
    assert tallies.count(petition.key, PAPER) == 120


def test_a_page_with_paper_signatures_is_not_deleted(page, petition):
    assert not petition.is_held()
    enter(petition)
    assert petition.is_held()


@pytest.mark.django_db(transaction=True)
def test_editors_who_enter_and_correct_at_once_lose_nothing(petition):
    batches = [enter(petition, 10) for _ in range(4)]

    def work(i):
        if i < 4:
            batch = PaperBatch.objects.get(pk=batches[i].pk)
            batch.number = 20
            paper.correct(batch, None)
        else:
            enter(petition, 1)

    at_once(8, work)
    assert tallies.count(petition.key, PAPER) == 84
    assert tallies.recount() == []


@pytest.mark.django_db(transaction=True)
def test_two_who_take_one_batch_out_take_it_out_once(petition):
    batch = enter(petition, 10)
    answers = at_once(4, lambda i: paper.remove(PaperBatch(pk=batch.pk, petition=petition), None))
    assert sorted(answers) == [False, False, False, True]
    assert tallies.count(petition.key, PAPER) == 0


def test_a_batch_that_another_editor_took_out_is_not_corrected(petition):
    batch = enter(petition, 10)
    paper.remove(PaperBatch.objects.get(pk=batch.pk), None)
    batch.number = 20
    assert not paper.correct(batch, None)
    assert tallies.count(petition.key, PAPER) == 0 and not petition.paper_batches.exists()
