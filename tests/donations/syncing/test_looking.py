"""Where a gift stands by what Stripe says of it."""

from datetime import UTC, datetime

from wagtail_campaign.donations.states import DonationState
from wagtail_campaign.donations.stripe_api.answers import Invoice
from wagtail_campaign.donations.syncing.looking import Look

MOMENT = datetime(2026, 11, 26, tzinfo=UTC)


def test_a_period_that_was_settled_without_a_payment_is_paid_on_its_day():
    invoice = Invoice(
        id="in_1",
        donation="",
        status="paid",
        subscription="sub_1",
        reason="subscription_cycle",
        amount_paid=2500,
        amount_due=2500,
        currency="eur",
        attempts=0,
        next_attempt=None,
        created=MOMENT,
        paid_at=MOMENT,
        payment_intent=None,
        livemode=False,
    )
    found = Look(invoice=invoice)
    assert (found.state, found.paid_at) == (DonationState.PAID, MOMENT)
