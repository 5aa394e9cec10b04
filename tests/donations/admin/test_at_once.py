"""Editors who press the same button in the same moment."""

import uuid
from datetime import date

import pytest

from tests.crowd import at_once
from wagtail_campaign.actions import tallies
from wagtail_campaign.donations import offline_gifts
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.money_back import refunding
from wagtail_campaign.donations.money_back.refunding import TooMuch
from wagtail_campaign.donations.offline_gifts import Told, Twice
from wagtail_campaign.donations.syncing.gifts import sync_donation

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("is_same_form", [True, False])
def test_a_gift_is_given_back_once_by_all_who_press(stripe, gift, is_same_form):
    form = uuid.uuid4()

    def press(_):
        key = form if is_same_form else uuid.uuid4()
        try:
            return refunding.carry_out(refunding.begin(gift, key, 1500, "x", None), None).state
        except TooMuch:
            return None

    done = at_once(6, press)
    assert done.count("done") == (6 if is_same_form else 1)
    assert [refund["amount"] for refund in stripe.store.all("refund")] == [1500]
    assert sync_donation(gift.pk).refunded == 1500 and tallies.recount() == []


def test_a_gift_is_entered_and_taken_out_once(stripe, fund):
    told = Told(amount=1000, currency="EUR", on=date(2026, 5, 1), origin="form-1")

    def enter(_):
        try:
            return offline_gifts.enter(fund, [told], None)
        except Twice:
            return []

    assert sum(len(entered) for entered in at_once(6, enter)) == 1
    gift = Donation.objects.get()
    assert tallies.by_metric(fund.key)["paid EUR test"] == 1000
    assert at_once(6, lambda _: offline_gifts.take_out(gift, "x", None)).count(True) == 1
    assert tallies.by_metric(fund.key)["paid EUR test"] == 0 and tallies.recount() == []
