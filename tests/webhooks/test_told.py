"""What other systems are told, and that it is told if and only if it happened."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.people import signature_of
from tests.supporters.visits import work_off
from wagtail_campaign.actions import doors
from wagtail_campaign.petitions import forgetting, hooks, services
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.petitions.pages import PetitionMixin
from wagtail_campaign.supporters import consents
from wagtail_campaign.supporters.models import Consent
from wagtail_campaign.webhooks import endpoints, outbox
from wagtail_campaign.webhooks.models import Delivery, Endpoint

from .listening import listening, told

pytestmark = pytest.mark.django_db


def ticked(page, *purposes) -> list[str]:
    """The ids of the wordings of some consents of a page."""
    return [doors.find(page.pk, PetitionMixin).wordings[purpose][0] for purpose in purposes]


def test_a_signature_is_told_once_it_is_confirmed(page, petition):
    listening()
    signature = signature_of(page, confirmed=False)
    assert not told()
    signature = Signature.objects.get(pk=signature.pk)
    assert services.confirm(signature) and not services.confirm(signature)
    assert told() == [
        (
            "signature.confirmed",
            {
                "kind": "signature",
                "id": signature.pk,
                "supporter": signature.supporter_id,
                "action": str(petition.key),
                "country": "KZ",
                "language": "en",
            },
        )
    ]


def test_an_endpoint_is_told_of_what_it_wants_alone(page):
    listening("https://a.example.org/", "signature.confirmed", name="a")
    listening("https://b.example.org/", "donation.paid", name="b")
    listening("https://c.example.org/", name="c")
    signature_of(page)
    names = Delivery.objects.order_by("pk").values_list("endpoint__name", flat=True)
    assert list(names) == ["a", "c"]
    assert len(set(Delivery.objects.values_list("webhook_id", flat=True))) == 2


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_not_told(page, monkeypatch):
    listening()
    signature = signature_of(page, confirmed=False)

    def fail(*args):
        assert Delivery.objects.count() == 1, "it is written in the same transaction"
        raise RuntimeError

    monkeypatch.setattr(services, "_changed", fail)
    with pytest.raises(RuntimeError):
        services.confirm(Signature.objects.get(pk=signature.pk))
    assert not told()
    assert Signature.objects.get().state == "pending"


def test_without_an_endpoint_nothing_is_written_and_the_database_not_asked(
    page, django_assert_num_queries
):
    signature = signature_of(page)
    assert outbox.listeners() == {}
    with django_assert_num_queries(0):
        outbox.put(hooks.CONFIRMED, signature)
        outbox.put_all(hooks.CONFIRMED, Signature.objects.all())
        outbox.put_erased([signature])
    assert not Delivery.objects.exists()


def test_with_one_it_costs_one_insert(page, django_assert_num_queries):
    listening()
    signature = signature_of(page)
    assert outbox.listeners()
    signature = Signature.objects.select_related("petition").get(pk=signature.pk)
    with django_assert_num_queries(1) as queries:
        outbox.put(hooks.CONFIRMED, signature)
    assert queries[0]["sql"].startswith("INSERT")


def test_an_endpoint_that_was_deleted_a_moment_ago_keeps_nobody_from_signing(page):
    listening()
    assert outbox.listeners()
    # As another process does, whose cache this one doesn't share.
    Endpoint.objects.all().delete()
    assert signature_of(page).state == "confirmed"
    work_off()
    assert Delivery.objects.get().state == "queued"
    Delivery.objects.update(created_at=timezone.now() - timedelta(days=31))
    work_off()
    assert not Delivery.objects.exists()


def test_one_that_is_switched_off_learns_what_is_erased_alone(page, after_commit):
    endpoint = listening()
    first = signature_of(page)
    with after_commit():
        endpoints.switch_off(endpoint, None)
    signature_of(page, email="other@example.org")
    supporter = first.supporter_id
    services.erase(first)
    assert told() == [
        ("erased", {"kind": "signature", "ids": [first.pk], "supporters": [supporter]})
    ]
    with after_commit():
        endpoints.switch_on(endpoint, None)
    signature_of(page, email="third@example.org")
    assert [type for type, _ in told()] == ["erased", "signature.confirmed"]


def test_erasing_is_told_and_nothing_else_about_them_any_more(page):
    listening()
    signature = signature_of(page, ticked=ticked(page, "updates"))
    other = signature_of(page, email="other@example.org")
    consents.withdraw(Consent.objects.all())
    supporter = signature.supporter_id
    services.erase(signature)
    assert [(type, data.get("id"), data.get("ids")) for type, data in told()] == [
        ("signature.confirmed", other.pk, None),
        ("erased", None, [signature.pk]),
    ]
    assert told()[1][1]["supporters"] == [supporter]


def test_of_what_nobody_was_told_nobody_learns_that_it_is_erased(page, clock):
    listening()
    services.erase(signature_of(page, confirmed=False))
    signature_of(page, confirmed=False)
    clock.forward(days=30)
    work_off()
    assert not Signature.objects.exists() and not told()


def test_many_who_are_forgotten_at_once_are_told_by_one(page, petition, set_petition):
    listening("https://a.example.org/", "donation.paid")
    signatures = [signature_of(page, email=f"{n}@example.org") for n in range(3)]
    forgetting._forget(petition, [s.pk for s in signatures])
    [(type, data)] = told()
    assert type == "erased" and data["ids"] == [s.pk for s in signatures]
    assert data["supporters"] == sorted(s.supporter_id for s in signatures)


def test_where_a_petition_forgets_no_supporter_is_told(page, set_petition):
    listening()
    set_petition(forgets=True)
    gone = signature_of(page)
    kept = signature_of(page, email="other@example.org", ticked=ticked(page, "news"))
    assert gone.supporter_id is None and kept.supporter_id
    assert [data["supporter"] for _, data in told()] == [None, None]


def test_a_consent_that_is_taken_back_is_told_once(client, page, petition):
    listening()
    signature = signature_of(page, ticked=ticked(page, "updates", "news"))
    for _ in range(2):
        consents.withdraw(Consent.objects.filter(purpose="news"))
    services.withdraw(signature)
    said = {"supporter": signature.supporter_id, "action": str(petition.key)}
    assert told()[1:] == [
        ("consent.withdrawn", {**said, "purpose": "news"}),
        ("consent.withdrawn", {**said, "purpose": "updates"}),
    ]
