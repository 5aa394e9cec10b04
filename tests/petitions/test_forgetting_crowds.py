"""Forgetting while many confirm, take back and leave at once."""

import pytest
from django.test import Client

from tests.crowd import at_once
from tests.people import change, count, signature_of
from wagtail_campaign.actions import tallies
from wagtail_campaign.petitions import forgetting, services
from wagtail_campaign.petitions.models import Petition, Signature
from wagtail_campaign.supporters import links
from wagtail_campaign.supporters.models import Consent, Supporter

from .test_forgetting_signers import Patient

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def no_limits(settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None


def test_fifty_confirming_at_once_are_counted_and_forgotten(page, petition):
    change(petition, forgets=True)
    wordings = [wording.pk for wording in page.consent_wordings()]
    signatures = [
        signature_of(page, confirmed=False, email=f"{n}@example.org", ticked=wordings[: n % 4])
        for n in range(48)
    ]
    paths = [f"/campaign/confirm/{s.token('confirm')}/" for s in signatures]
    answers = at_once(48, lambda i: [Client().post(paths[i]).status_code for _ in range(2)])
    assert answers == [[303, 303]] * 48
    assert count(petition) == 48 and tallies.recount() == []
    assert Signature.objects.filter(supporter=None).count() == 12
    assert Supporter.objects.count() == 36
    assert Consent.objects.count() == 12 * (1 + 2 + 3)


def test_fifty_links_of_one_address_count_once(page, petition):
    change(petition, forgets=True)
    signatures = [signature_of(page, confirmed=False) for _ in range(50)]
    paths = [f"/campaign/confirm/{s.token('confirm')}/" for s in signatures]
    at_once(50, lambda i: Client().post(paths[i]).status_code)
    assert Signature.objects.filter(state="confirmed").count() == count(petition) == 1
    assert Signature.objects.get(state="confirmed").supporter is None
    assert tallies.recount() == []


def test_disowning_unsubscribing_and_confirming_at_once_keep_the_count_true(page, petition):
    change(petition, forgets=True)
    updates = page.consent_wordings()[0].pk
    signatures = [
        signature_of(page, confirmed=n % 2, email=f"{n}@example.org", ticked=[updates])
        for n in range(20)
    ]

    # Each has opened their link before the first of them acts: another may delete what it is about.
    opened = [
        Signature.objects.select_related("petition", "supporter").get(pk=signatures[i // 2].pk)
        for i in range(40)
    ]

    def act(i):
        verbs = [
            services.confirm,
            services.disown,
            services.withdraw,
            lambda s: links.unsubscribe(links.of_slice("petition"), s),
        ]
        verbs[i % 4](opened[i])

    at_once(40, act)
    assert count(petition) == Signature.objects.filter(state="confirmed").count()
    assert tallies.recount() == []
    kept = set(Signature.objects.exclude(supporter=None).values_list("supporter_id", flat=True))
    assert set(Supporter.objects.values_list("pk", flat=True)) == kept


def test_the_end_and_those_who_leave_at_once_keep_the_count_true(
    page, petition, clock, monkeypatch
):
    monkeypatch.setattr("wagtail_campaign.actions.forgetting.BATCH", 4)
    news = {wording.purpose: wording.pk for wording in page.consent_wordings()}["news"]
    signatures = [
        signature_of(page, email=f"{n}@example.org", ticked=[news] * (n % 2)) for n in range(20)
    ]
    change(petition, state="closed")
    clock.forward(days=190)
    petition = Petition.objects.get()

    def act(i):
        if i < 2:
            return forgetting.forget_signers(petition, Patient())
        signature = Signature.objects.select_related("petition").get(pk=signatures[i - 2].pk)
        return [services.withdraw, services.erase][i % 2](signature)

    at_once(22, act)
    forgetting.forget_signers(petition, Patient())
    assert count(petition) == Signature.objects.filter(state="confirmed").count()
    assert tallies.recount() == []
    kept = set(Signature.objects.exclude(supporter=None).values_list("supporter_id", flat=True))
    assert set(Supporter.objects.values_list("pk", flat=True)) == kept
