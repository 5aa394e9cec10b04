"""When other systems are told of a gift, and that they don't learn how much it was."""

from datetime import date

import pytest

from tests.webhooks.listening import listening, told
from wagtail_campaign.donations import offline_gifts
from wagtail_campaign.donations.me import donor
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.offline_gifts import Told
from wagtail_campaign.donations.syncing.gifts import sync_donation

from .donors import given, paid

pytestmark = pytest.mark.django_db


def test_a_gift_is_told_once_it_is_paid(client, stripe, donation_page, fund, gift_typed):
    listening()
    gift = given(client, donation_page, gift_typed)
    sync_donation(gift.pk)
    assert not told()
    stripe.control.pay(gift.session)
    for _ in range(2):
        gift = sync_donation(gift.pk)
    assert gift.state == "paid"
    said = {
        "kind": "donation",
        "id": gift.pk,
        "supporter": gift.supporter_id,
        "action": str(fund.key),
        "country": "",
        "language": "en",
        "test": True,
    }
    assert told() == [("donation.paid", said)]


def test_a_gift_that_an_editor_enters_is_told_and_that_it_was_a_mistake(fund):
    listening()
    entered = Told(amount=5000, currency="EUR", on=date(2026, 5, 1), origin="x", first_name="Dana")
    [gift] = offline_gifts.enter(fund, [entered], None)
    [(type, data)] = told()
    assert (type, data["id"]) == ("donation.paid", gift.pk)
    pk, supporter = gift.pk, gift.supporter_id
    offline_gifts.take_out(gift, "twice", None)
    assert told() == [("erased", {"kind": "donation", "ids": [pk], "supporters": [supporter]})]


def test_who_is_forgotten_is_told(client, stripe, donation_page, gift_typed):
    listening()
    gift = paid(client, stripe, donation_page, gift_typed)
    supporter = gift.supporter_id
    donor.erase(gift)
    assert told() == [("erased", {"kind": "donation", "ids": [gift.pk], "supporters": [supporter]})]
    assert Donation.objects.get().state == "paid"


def test_who_did_not_pay_is_forgotten_without_a_word(client, stripe, donation_page, gift_typed):
    listening()
    donor.erase(given(client, donation_page, gift_typed))
    assert Donation.objects.get().supporter is None and not told()
