"""What Stripe says of a gift, and of one that recurs: no more of each object than donations read.

Amounts are in minor units, as Stripe counts them; currencies are ISO codes in lower case; times are
aware; ids are Stripe's. ``donation`` is the key that we gave the object in its metadata, "" for one
that isn't ours. Each class names the page of Stripe's reference that it reads.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

#: Under this name the key of a donation stands in the metadata of what belongs to it.
METADATA = "donation"


def moment(seconds: int | None) -> datetime | None:
    """A time of Stripe's, in seconds since 1970, as Django has times."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def key_of(found) -> str:
    """The key that we gave an object."""
    return getattr(found.metadata, METADATA, "")


def id_of(found) -> str | None:
    """The id of what is named or expanded."""
    return getattr(found, "id", found)


@dataclass(frozen=True)
class Session:
    """https://docs.stripe.com/api/checkout/sessions/object"""

    id: str
    donation: str
    #: open, complete or expired
    status: str
    #: paid or unpaid: a complete one that is unpaid waits for a method that takes days
    payment_status: str
    amount: int
    currency: str
    #: Where the donor pays; None once it isn't open.
    url: str | None
    expires_at: datetime
    payment_intent: str | None
    subscription: str | None
    customer: str | None
    livemode: bool

    @classmethod
    def read(cls, found):
        return cls(
            id=found.id,
            donation=key_of(found),
            status=found.status,
            payment_status=found.payment_status,
            amount=found.amount_total,
            currency=found.currency,
            url=found.url,
            expires_at=moment(found.expires_at),
            payment_intent=id_of(found.payment_intent),
            subscription=id_of(found.subscription),
            customer=id_of(found.customer),
            livemode=found.livemode,
        )


@dataclass(frozen=True)
class Payment:
    """https://docs.stripe.com/api/payment_intents/object, with its last charge and what Stripe took
    of it (https://docs.stripe.com/api/balance_transactions/object)."""

    id: str
    donation: str
    #: succeeded, processing, canceled, or still to be paid
    status: str
    amount: int
    currency: str
    charge: str | None
    paid_at: datetime | None
    #: In the currency that it is settled in; None until that is known.
    fee: int | None
    fee_currency: str | None
    #: Why the last attempt failed: card_declined …
    failure: str
    #: Whether a bank has said anything against it, now or before.
    is_disputed: bool
    livemode: bool

    @classmethod
    def read(cls, found):
        charge = found.latest_charge
        moved = charge and charge.balance_transaction
        paid = found.status == "succeeded" and charge
        error = found.last_payment_error
        return cls(
            id=found.id,
            donation=key_of(found),
            status=found.status,
            amount=found.amount_received or found.amount,
            currency=found.currency,
            charge=id_of(charge),
            paid_at=moment(charge.created) if paid else None,
            fee=moved.fee if moved else None,
            fee_currency=moved.currency if moved else None,
            failure=(error.code or error.type) if error else "",
            is_disputed=bool(charge and charge.disputed),
            livemode=found.livemode,
        )


@dataclass(frozen=True)
class Subscription:
    """https://docs.stripe.com/api/subscriptions/object"""

    id: str
    donation: str
    #: active, past_due, unpaid, canceled, incomplete, incomplete_expired, paused, trialing
    status: str
    amount: int
    currency: str
    #: month or year
    interval: str
    customer: str
    period_end: datetime | None
    #: When it ends by itself, if the donor wants that.
    ends_at: datetime | None
    ended_at: datetime | None
    #: Nothing is taken for now (``pause_collection``).
    is_paused: bool
    livemode: bool

    @classmethod
    def read(cls, found):
        items = found["items"].data
        period_end = moment(max((item.current_period_end for item in items), default=None))
        at_period_end = period_end if found.cancel_at_period_end else None
        return cls(
            id=found.id,
            donation=key_of(found),
            status=found.status,
            amount=sum(item.price.unit_amount * item.quantity for item in items),
            currency=found.currency,
            interval=items[0].price.recurring.interval if items else "",
            customer=id_of(found.customer),
            period_end=period_end,
            ends_at=moment(found.cancel_at) or at_period_end,
            ended_at=moment(found.ended_at),
            is_paused=found.pause_collection is not None,
            livemode=found.livemode,
        )


@dataclass(frozen=True)
class Invoice:
    """https://docs.stripe.com/api/invoices/object: what one period costs. Its payment is found by
    https://docs.stripe.com/api/invoice-payment/object."""

    id: str
    donation: str
    #: draft, open, paid, uncollectible, void
    status: str
    subscription: str | None
    #: subscription_create for the first, subscription_cycle for those that follow
    reason: str
    amount_paid: int
    amount_due: int
    currency: str
    attempts: int
    next_attempt: datetime | None
    created: datetime
    paid_at: datetime | None
    payment_intent: str | None
    livemode: bool

    @classmethod
    def read(cls, found):
        details = found.parent and found.parent.subscription_details
        payments = [one for one in found.payments.data if one.status == "paid"]
        return cls(
            id=found.id,
            donation=key_of(details) if details else "",
            status=found.status,
            subscription=id_of(details.subscription) if details else None,
            reason=found.billing_reason,
            amount_paid=found.amount_paid,
            amount_due=found.amount_due,
            currency=found.currency,
            attempts=found.attempt_count,
            next_attempt=moment(found.next_payment_attempt),
            created=moment(found.created),
            paid_at=moment(found.status_transitions.paid_at),
            payment_intent=id_of(payments[-1].payment.payment_intent) if payments else None,
            livemode=found.livemode,
        )
