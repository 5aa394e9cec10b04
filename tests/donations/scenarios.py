"""What becomes of a gift at Stripe: each scenario is played by donor, bank and time."""

from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.stripe_api import gateway


def intent_of(donation: Donation) -> str:
    """The PaymentIntent of a gift, as Stripe knows it; of a recurring one that of its first."""
    session = gateway.session(donation.session)
    if session.payment_intent:
        return session.payment_intent
    return gateway.invoices(session.subscription)[-1].payment_intent


def subscription_of(donation: Donation) -> str:
    return gateway.session(donation.session).subscription


def customer_of(donation: Donation) -> str:
    return gateway.session(donation.session).customer


def paid(stripe, donation):
    stripe.control.pay(donation.session)


def declined_then_paid(stripe, donation):
    stripe.control.decline(donation.session)
    stripe.control.pay(donation.session)


def delayed_then_settled(stripe, donation):
    stripe.control.pay(donation.session, delayed=True)
    stripe.control.settle(donation.session)


def delayed_then_failed(stripe, donation):
    stripe.control.pay(donation.session, delayed=True)
    stripe.control.bounce(donation.session)


def expired(stripe, donation):
    stripe.control.forward(hours=25)


def refunded_in_two_parts(stripe, donation):
    stripe.control.pay(donation.session)
    gateway.refund(intent_of(donation), 1000, "1")
    gateway.refund(intent_of(donation), 1500, "2")


def refund_failed_later(stripe, donation):
    stripe.control.pay(donation.session)
    refund = gateway.refund(intent_of(donation), 1000, "1")
    stripe.control.fail_refund(refund.id)


def dispute_won(stripe, donation):
    stripe.control.pay(donation.session)
    dispute = stripe.control.dispute(intent_of(donation))
    stripe.control.close_dispute(dispute["id"], won=True)


def dispute_lost(stripe, donation):
    stripe.control.pay(donation.session)
    dispute = stripe.control.dispute(intent_of(donation))
    stripe.control.close_dispute(dispute["id"], won=False)


def warned_of_fraud(stripe, donation):
    stripe.control.pay(donation.session)
    stripe.control.warn_of_fraud(intent_of(donation))


def warned_then_disputed(stripe, donation):
    warned_of_fraud(stripe, donation)
    stripe.control.dispute(intent_of(donation))


def renewal_warned_of_fraud(stripe, donation):
    stripe.control.pay(donation.session)
    stripe.control.forward(days=31)
    newest = gateway.invoices(subscription_of(donation))[0]
    stripe.control.warn_of_fraud(newest.payment_intent)


def three_renewals_of_which_one_fails(stripe, donation):
    stripe.control.pay(donation.session)
    stripe.control.forward(days=31)
    customer = customer_of(donation)
    stripe.control.card(customer, declines=True)
    stripe.control.forward(days=31)
    stripe.control.card(customer, declines=False)
    stripe.control.forward(days=4)
    stripe.control.forward(days=28)


def cancelled_at_period_end(stripe, donation):
    stripe.control.pay(donation.session)
    gateway.end_subscription(subscription_of(donation))
    stripe.control.forward(days=32)


def ended_by_failures(stripe, donation):
    stripe.control.pay(donation.session)
    stripe.control.card(customer_of(donation), declines=True)
    stripe.control.forward(days=45)


def renewal_refunded(stripe, donation):
    stripe.control.pay(donation.session)
    stripe.control.forward(days=31)
    newest = gateway.invoices(subscription_of(donation))[0]
    gateway.refund(newest.payment_intent, 2500, "1")


def paused_and_resumed(stripe, donation):
    stripe.control.pay(donation.session)
    subscription = subscription_of(donation)
    gateway.pause_subscription(subscription)
    stripe.control.forward(days=31)
    gateway.resume_subscription(subscription)
    stripe.control.forward(days=31)


ONCE = [
    paid,
    declined_then_paid,
    delayed_then_settled,
    delayed_then_failed,
    expired,
    refunded_in_two_parts,
    refund_failed_later,
    dispute_won,
    dispute_lost,
    warned_of_fraud,
    warned_then_disputed,
]
MONTHLY = [
    paid,
    expired,
    three_renewals_of_which_one_fails,
    cancelled_at_period_end,
    ended_by_failures,
    renewal_refunded,
    renewal_warned_of_fraud,
    paused_and_resumed,
]
#: (how often, what happens)
ALL = [("", one) for one in ONCE] + [("month", one) for one in MONTHLY]
#: What the site has in the end: (states of the gifts, kept, given back, disputed; in cents).
ENDS = {
    ("", "paid"): (["paid"], 2500, 0, 0),
    ("", "declined_then_paid"): (["paid"], 2500, 0, 0),
    ("", "delayed_then_settled"): (["paid"], 2500, 0, 0),
    ("", "delayed_then_failed"): (["failed"], 0, 0, 0),
    ("", "expired"): (["abandoned"], 0, 0, 0),
    ("", "refunded_in_two_parts"): (["paid"], 0, 2500, 0),
    ("", "refund_failed_later"): (["paid"], 2500, 0, 0),
    ("", "dispute_won"): (["paid"], 2500, 0, 0),
    ("", "dispute_lost"): (["paid"], 0, 0, 2500),
    ("", "warned_of_fraud"): (["paid"], 2500, 0, 0),
    ("", "warned_then_disputed"): (["paid"], 0, 0, 2500),
    ("month", "paid"): (["paid"], 2500, 0, 0),
    ("month", "expired"): (["abandoned"], 0, 0, 0),
    ("month", "three_renewals_of_which_one_fails"): (["paid"] * 4, 10000, 0, 0),
    ("month", "cancelled_at_period_end"): (["paid"], 2500, 0, 0),
    ("month", "ended_by_failures"): (["paid"], 2500, 0, 0),
    ("month", "renewal_refunded"): (["paid"] * 2, 2500, 2500, 0),
    ("month", "renewal_warned_of_fraud"): (["paid"] * 2, 5000, 0, 0),
    ("month", "paused_and_resumed"): (["paid"] * 2, 5000, 0, 0),
}
#: And of a recurring gift.
RECURRING_ENDS = {
    "paid": "active",
    "three_renewals_of_which_one_fails": "active",
    "cancelled_at_period_end": "ended",
    "ended_by_failures": "ended",
    "renewal_refunded": "active",
    "renewal_warned_of_fraud": "active",
    "paused_and_resumed": "active",
}
