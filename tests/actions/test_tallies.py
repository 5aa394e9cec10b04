"""Counting: exact at every moment, and proved by the records."""

import io
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db.models import F

from tests.crowd import at_once
from tests.people import count, signature_of
from wagtail_campaign.actions import tallies
from wagtail_campaign.actions.models import SLOTS, Tally
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import METRIC, Signature, SignatureState

pytestmark = pytest.mark.django_db


def test_a_new_action_comes_with_all_its_slots(petition):
    slots = Tally.objects.filter(key=petition.key, metric=METRIC)
    assert sorted(slots.values_list("slot", "count")) == [(slot, 0) for slot in range(SLOTS)]


def test_one_more_is_one_update_of_one_row(petition, django_assert_num_queries):
    with django_assert_num_queries(1) as queries:
        tallies.add(petition.key, METRIC)
    assert queries[0]["sql"].startswith("UPDATE")
    slots = Tally.objects.filter(key=petition.key, metric=METRIC).values_list("count", flat=True)
    assert sorted(slots) == [0] * (SLOTS - 1) + [1]


def test_increments_are_spread_over_the_slots(petition):
    for _ in range(100):
        tallies.add(petition.key, METRIC)
    used = Tally.objects.filter(key=petition.key, count__gt=0).count()
    assert used > SLOTS / 2
    assert count(petition) == 100


def test_a_count_can_go_down_and_by_many(petition):
    tallies.add(petition.key, METRIC, 500)
    tallies.add(petition.key, METRIC, -200)
    assert count(petition) == 300


def test_slots_that_are_missing_are_made_when_something_is_counted(petition):
    Tally.objects.all().delete()
    tallies.add(petition.key, METRIC)
    assert count(petition) == 1
    assert Tally.objects.count() == SLOTS


def test_the_counts_of_many_actions_are_one_query(django_assert_num_queries):
    keys = [uuid4() for _ in range(5)]
    for number, key in enumerate(keys):
        tallies.create(key, METRIC)
        tallies.add(key, METRIC, number)
    with django_assert_num_queries(1):
        counts = tallies.counts(keys, METRIC)
    assert counts == {key: number for number, key in enumerate(keys)}


def test_what_is_not_counted_is_none(petition):
    assert tallies.count(uuid4(), METRIC) == 0
    assert tallies.count(petition.key, "letters") == 0


@pytest.mark.parametrize("drift", [-3, 7])
def test_recount_repairs_what_differs_and_says_so(page, petition, drift):
    for number in range(3):
        signature_of(page, email=f"{number}@example.org")
    signature_of(page, confirmed=False, email="pending@example.org")
    tallies.add(petition.key, METRIC, drift)
    assert tallies.recount() == [(petition.key, METRIC, 3 + drift, 3)]
    assert count(petition) == 3
    assert tallies.recount() == []


def test_recount_makes_the_slots_that_are_missing(page, petition):
    signature_of(page)
    Tally.objects.all().delete()
    assert tallies.recount() == [(petition.key, METRIC, 0, 1)]
    assert count(petition) == 1


def test_recount_leaves_other_actions_alone(page, petition, home):
    other = page.copy(update_attrs={"slug": "other"})
    signature_of(page)
    tallies.add(other.action_key, METRIC, 5)
    assert [key for key, *_ in tallies.recount()] == [other.action_key]
    assert count(petition) == 1


def test_the_command_says_what_it_repaired(page, petition):
    tallies.add(petition.key, METRIC, 4)
    said = io.StringIO()
    call_command("recount", stdout=said)
    assert f"{petition.key} {METRIC}: 4 -> 0" in said.getvalue()
    assert "1 repaired" in said.getvalue()


@pytest.mark.django_db(transaction=True)
def test_fifty_counting_at_once_lose_none(petition):
    at_once(50, lambda i: [tallies.add(petition.key, METRIC) for _ in range(4)])
    assert count(petition) == 200


@pytest.mark.django_db(transaction=True)
def test_recount_harms_nobody_who_confirms_meanwhile(page, petition):
    signatures = [
        signature_of(page, confirmed=False, email=f"{number}@example.org") for number in range(30)
    ]
    Tally.objects.filter(key=petition.key, slot=0).update(count=F("count") + 100)

    def confirm_or_recount(i):
        if i % 5:
            return services.confirm(Signature.objects.get(pk=signatures[i].pk))
        return tallies.recount()

    at_once(30, confirm_or_recount)
    assert Signature.objects.filter(state=SignatureState.CONFIRMED).count() == 24
    assert count(petition) == 24
    assert tallies.recount() == []
