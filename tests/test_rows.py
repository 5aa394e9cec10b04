"""The statements of signing and confirming write and read what Django's own would."""

import pytest
from django.db import IntegrityError, transaction

from tests.people import signature_of
from wagtail_campaign import rows
from wagtail_campaign.actions.models import Tally
from wagtail_campaign.petitions.links import SignatureLink
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.models import Supporter


def columns(record):
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}


def test_what_is_inserted_is_what_is_saved(page):
    written = Supporter(
        first_name="Ержан", email="y@example.org", ticked=["a", "ә"], page=page, language="kk"
    )
    rows.insert(written)
    saved = Supporter(**columns(written) | {"id": None})
    saved.save()
    again = Supporter.objects.get(pk=written.pk)
    assert columns(again) == columns(written)
    assert columns(Supporter.objects.get(pk=saved.pk)) | {"id": written.pk} == columns(again)
    written.first_name = "Erzhan"
    written.save()
    assert Supporter.objects.count() == 2, "it knows that it is in the database"


def test_a_row_that_may_not_be_is_not_inserted(page):
    key = page.action_key
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.insert(Tally(key=key, metric="signatures", slot=0))


def test_changing_sets_and_adds_and_says_how_many(page):
    where = {"key": page.action_key, "metric": "signatures", "slot": 3}
    assert rows.change(Tally, where, {"count": 5}) == 1
    assert rows.change(Tally, where, {"count": 2}, add="count") == 1
    assert rows.change(Tally, where, {"count": -3}, add="count") == 1
    assert Tally.objects.get(**where).count == 4
    assert rows.change(Tally, where | {"slot": 99}, {"count": 1}) == 0
    others = Tally.objects.filter(key=page.action_key).exclude(slot=3)
    assert set(others.values_list("count", flat=True)) == {0}


def value(record, path):
    for name in path.split("__"):
        record = getattr(record, name)
    return record


def test_what_is_read_is_what_django_reads(page, django_assert_num_queries):
    made = signature_of(page, confirmed=False, display="initial", ticked=["a"])
    expected = Signature.objects.select_related("petition", "supporter", "page").get(pk=made.pk)
    with django_assert_num_queries(1):
        read = rows.read(Signature, made.pk, SignatureLink.needed)
        for path in set(SignatureLink.needed) - {"page"}:
            assert value(read, path) == value(expected, path), path
    assert read.page == expected.page
    assert read.confirmed_at is None, "the rest is read when it is asked for"


def test_a_record_that_is_gone_or_lost_its_supporter(page):
    made = signature_of(page, confirmed=False)
    Signature.objects.filter(pk=made.pk).update(supporter=None)
    assert rows.read(Signature, made.pk, SignatureLink.needed).supporter is None
    assert rows.read(Signature, made.pk + 1, SignatureLink.needed) is None
