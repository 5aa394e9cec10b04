"""Editors give gifts back, whole or in part, and never twice."""

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.donations.scenarios import intent_of
from tests.editors import editor, superuser, text
from wagtail_campaign.actions import tallies
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.money_back import refunding
from wagtail_campaign.donations.money_back.refunding import RefundOrder
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing.gifts import sync_donation

pytestmark = pytest.mark.django_db


def refund_of(gift):
    return reverse("campaign_donations:refund", args=[gift.pk])


def typed(amount="10", **changes):
    return {"amount": amount, "reason": "By mistake", "key": str(uuid.uuid4()), **changes}


def given_back(stripe):
    return [refund["amount"] for refund in stripe.store.all("refund")]


def test_a_part_is_given_back_and_the_rest_stays(stripe, fund, gift):
    browser = superuser()
    said = text(browser.get(refund_of(gift)))
    assert "At most €25." in said and 'value="25.00"' in said
    said = text(browser.post(refund_of(gift), typed("10"), follow=True))
    assert "€10 will be given back." in said
    gift.refresh_from_db()
    assert (gift.refunded, gift.kept, gift.state) == (1000, 1500, "paid")
    counts = tallies.by_metric(fund.key)
    assert (counts["paid EUR test"], counts["refunded EUR test"]) == (1500, 1000)
    assert tallies.recount() == []
    [entry] = ModelLogEntry.objects.filter(action="campaign.refund")
    assert (entry.user, entry.message) == (
        browser.user,
        "Asked Stripe to give €10 back: By mistake",
    )
    assert "At most €15." in text(browser.get(refund_of(gift)))
    browser.post(refund_of(gift), typed("15"))
    assert given_back(stripe) in ([1000, 1500], [1500, 1000])
    assert "There is nothing to give back." in text(browser.get(refund_of(gift)))


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ({"amount": "25.01"}, "There are €25 to give back."),
        ({"amount": "0"}, "There are €25 to give back."),
        ({"amount": "-5"}, "to give back."),
        ({"amount": "much"}, "Please enter an amount in figures."),
        ({"reason": ""}, "This field is required."),
        ({"reason": "aigul@example.org asked"}, "without an address"),
    ],
)
def test_a_slip_gives_nothing_back(stripe, gift, slip, said):
    assert said in text(superuser().post(refund_of(gift), typed(**slip)))
    assert given_back(stripe) == [] and not RefundOrder.objects.exists()


def test_who_presses_twice_gives_back_once(stripe, gift):
    browser, form = superuser(), typed("10")
    browser.post(refund_of(gift), form)
    browser.post(refund_of(gift), form)
    assert given_back(stripe) == [1000] and RefundOrder.objects.count() == 1
    assert ModelLogEntry.objects.filter(action="campaign.refund").count() == 1


def test_an_old_form_with_another_amount_gives_nothing_back(stripe, gift):
    browser, form = superuser(), typed("10")
    browser.post(refund_of(gift), form)
    said = text(browser.post(refund_of(gift), form | {"amount": "5"}))
    assert "Please look at the gift once more" in said and given_back(stripe) == [1000]


def test_what_was_given_back_at_stripe_itself_is_known_when_one_asks(stripe, gift):
    gateway.refund(intent_of(gift), 2000, "elsewhere")
    assert "At most €5." in text(superuser().get(refund_of(gift)))


def test_while_stripe_is_away_the_same_refund_waits_to_be_asked_for_again(stripe, gift):
    browser = superuser()
    stripe.control.fault(times=3, status=503)
    said = text(browser.post(refund_of(gift), typed("10"), follow=True))
    assert "nobody knows whether it was done" in said
    assert "A refund of €10 was asked for: No answer yet" in said
    said = text(browser.get(refund_of(gift)))
    assert "hasn’t answered" in said and 'name="amount"' not in said
    # Whoever has the form open still can't ask for another.
    assert "€10 will be given back." in text(
        browser.post(refund_of(gift), typed("25"), follow=True)
    )
    assert given_back(stripe) == [1000]
    assert RefundOrder.objects.get().state == RefundOrder.State.DONE


def test_an_answer_that_got_lost_is_no_second_refund(stripe, gift):
    browser = superuser()
    order = refunding.begin(gift, uuid.uuid4(), 1000, "Lost", browser.user)
    gateway.refund(gift.payment_intent, 1000, order.key.hex)
    browser.post(refund_of(gift), follow=True)
    assert given_back(stripe) == [1000]
    gift.refresh_from_db()
    assert gift.refunded == 1000


def test_what_is_too_old_for_stripe_to_remember_isnt_asked_for_again(stripe, gift):
    browser = superuser()
    order = refunding.begin(gift, uuid.uuid4(), 1000, "Lost", browser.user)
    RefundOrder.objects.update(created_at=timezone.now() - timedelta(days=2))
    gateway.refund(gift.payment_intent, 1000, order.key.hex)
    said = text(browser.post(refund_of(gift), follow=True))
    assert "too long ago" in said and given_back(stripe) == [1000]
    gift.refresh_from_db()
    assert gift.refunded == 1000
    browser.post(refund_of(gift), typed("5"))
    assert sorted(given_back(stripe)) == [500, 1000]


def test_what_stripe_refuses_is_said(stripe, gift):
    browser = superuser()
    # In Stripe's dashboard, and the event is on its way.
    gateway.refund(intent_of(gift), 2000, "elsewhere")
    said = text(browser.post(refund_of(gift), typed("25"), follow=True))
    assert "Stripe refused it" in said and "Nothing was given back." in said
    gift.refresh_from_db()
    assert gift.refunded == 2000 and given_back(stripe) == [2000]
    assert ModelLogEntry.objects.filter(action="campaign.refund_refused").exists()
    assert "At most €5." in text(browser.get(refund_of(gift)))


def test_a_key_that_may_not_refund_is_said(stripe, gift):
    stripe.control.fault(times=1, status=403)
    said = text(superuser().post(refund_of(gift), typed("25"), follow=True))
    assert "Stripe refused it" in said and given_back(stripe) == []
    assert RefundOrder.objects.get().state == RefundOrder.State.REFUSED


def test_a_disputed_gift_is_answered_at_stripe(stripe, gift):
    stripe.control.dispute(intent_of(gift))
    sync_donation(gift.pk)
    said = text(superuser().get(refund_of(gift)))
    assert "The donor’s bank disputes it" in said and 'name="amount"' not in said


def test_money_of_another_mode_cant_be_given_back(gift):
    Donation.objects.update(livemode=True)
    assert "another key" in text(superuser().get(refund_of(gift)))


def test_giving_back_is_a_right_of_its_own(stripe, donation_page, gift):
    others = ("view_donor", "export_donation", "enter_donation", "change_recurringdonation")
    browser = editor(*others, "change_fund", edits=[donation_page])
    said = text(browser.get(reverse("campaign_donations:inspect", args=[gift.pk])))
    assert refund_of(gift) not in said
    assert browser.post(refund_of(gift), typed("10")).status_code == 302
    assert given_back(stripe) == []
    browser = editor("refund_donation", edits=[donation_page])
    said = text(browser.get(reverse("campaign_donations:inspect", args=[gift.pk])))
    assert refund_of(gift) in said
    browser.post(refund_of(gift), typed("10"))
    assert given_back(stripe) == [1000]


def test_each_form_has_a_key_of_its_own(gift):
    browser = superuser()
    keys = {
        re.search(r'name="key" value="([^"]+)"', text(browser.get(refund_of(gift))))[1]
        for _ in range(2)
    }
    assert len(keys) == 2
