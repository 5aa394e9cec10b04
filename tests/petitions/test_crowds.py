"""Many at once, on the database that the site runs on."""

import threading

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test import Client

from tests.crowd import at_once
from tests.people import count, link, sign, signature_of
from wagtail_campaign.actions import tallies
from wagtail_campaign.petitions import due, services
from wagtail_campaign.petitions.models import Signature, SignatureState
from wagtail_campaign.supporters.models import Consent, Supporter

pytestmark = pytest.mark.django_db(transaction=True)


class Patient:
    """A lease that nobody else wants."""

    def renew(self):
        pass


@pytest.fixture(autouse=True)
def no_limits(settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None


def confirm_path(signature) -> str:
    return f"/campaign/confirm/{signature.token('confirm')}/"


def test_fifty_signing_with_one_address_are_one_signature(page, petition, typed):
    answers = at_once(50, lambda i: sign(Client(), page, typed))
    assert {(answer.status_code, answer.url) for answer in answers} == {(303, answers[0].url)}
    assert count(petition) == 0
    assert len(mail.outbox) == 2

    signatures = list(Signature.objects.all())
    assert len(signatures) == 50
    answers = at_once(50, lambda i: Client().post(confirm_path(signatures[i])))
    assert {answer.status_code for answer in answers} == {303}
    assert Signature.objects.filter(state=SignatureState.CONFIRMED).count() == 1
    assert count(petition) == 1
    assert tallies.recount() == []


def test_fifty_confirming_at_once_are_fifty(page, petition):
    wording = page.consent_wordings()[0].pk
    signatures = [
        signature_of(page, confirmed=False, email=f"{number}@example.org", ticked=[wording])
        for number in range(50)
    ]
    # Impatient as people are, each presses the button twice.
    answers = at_once(
        50, lambda i: [Client().post(confirm_path(signatures[i])).status_code for _ in range(2)]
    )
    assert answers == [[303, 303]] * 50
    assert Signature.objects.filter(state=SignatureState.CONFIRMED).count() == 50
    assert count(petition) == 50
    assert Consent.objects.count() == 50
    assert tallies.recount() == []


def test_confirming_taking_back_and_forgetting_at_once_keep_the_count_true(page, petition):
    signatures = [
        signature_of(page, confirmed=number % 2, email=f"{number}@example.org")
        for number in range(30)
    ]

    def act(i):
        signature = Signature.objects.select_related("petition", "supporter").get(
            pk=signatures[i // 2].pk
        )
        verbs = [services.confirm, services.withdraw, services.erase, services.disown]
        verbs[i % 4](signature)

    at_once(40, act)
    confirmed = Signature.objects.filter(state=SignatureState.CONFIRMED).count()
    assert count(petition) == confirmed
    assert tallies.recount() == []
    kept = set(Signature.objects.exclude(supporter=None).values_list("supporter_id", flat=True))
    assert set(Supporter.objects.values_list("pk", flat=True)) == kept


def test_all_languages_share_one_page_made_at_once(client, pages, petition, typed):
    """The action is missing, and all who come first make it."""
    petition.delete()
    listed = list(pages.values())
    answers = at_once(
        12, lambda i: sign(Client(), listed[i % 3], typed | {"email": f"{i}@example.org"})
    )
    assert {answer.status_code for answer in answers} == {303}
    assert Signature.objects.values("petition").distinct().count() == 1
    for message in mail.outbox:
        assert client.post(link(message)).status_code == 303
    assert count(listed[0].get_action()) == 12


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
@pytest.mark.parametrize("verb", ["expire", "erase"])
def test_who_confirms_at_the_last_moment_is_not_deleted(page, petition, clock, verb):
    """The row is being confirmed, not yet committed, while it is deleted as unconfirmed."""
    signature = signature_of(page, confirmed=False)
    stale = Signature.objects.select_related("petition", "supporter").get(pk=signature.pk)
    clock.forward(days=15)
    confirming, deleting = threading.Event(), threading.Event()

    def confirm():
        with transaction.atomic():
            Signature.objects.filter(pk=signature.pk).update(state=SignatureState.CONFIRMED)
            tallies.add(petition.key, "signatures")
            confirming.set()
            deleting.wait(0.5)

    def delete():
        confirming.wait(10)
        if verb == "expire":
            due.expire(Patient())
        else:
            services.erase(stale)
        deleting.set()

    at_once(2, lambda i: (confirm, delete)[i]())
    assert Signature.objects.get().state == SignatureState.CONFIRMED
    assert bool(Signature.objects.get().supporter) == (verb == "expire")
    assert count(petition) == 1
    assert tallies.recount() == []
