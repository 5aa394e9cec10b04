"""What Stripe says of money that went back, or may go: read as in ``answers``."""

from dataclasses import dataclass
from datetime import datetime

from .answers import id_of, moment


@dataclass(frozen=True)
class Refund:
    """https://docs.stripe.com/api/refunds/object"""

    id: str
    #: pending, requires_action, succeeded, failed, canceled
    status: str
    amount: int
    currency: str
    payment_intent: str | None
    failure: str
    created: datetime

    @classmethod
    def read(cls, found):
        return cls(
            id=found.id,
            status=found.status,
            amount=found.amount,
            currency=found.currency,
            payment_intent=id_of(found.payment_intent),
            failure=getattr(found, "failure_reason", None) or "",
            created=moment(found.created),
        )


@dataclass(frozen=True)
class Dispute:
    """https://docs.stripe.com/api/disputes/object"""

    id: str
    #: needs_response, under_review, won, lost, warning_…
    status: str
    amount: int
    currency: str
    payment_intent: str | None
    reason: str
    created: datetime
    livemode: bool

    @classmethod
    def read(cls, found):
        return cls(
            id=found.id,
            status=found.status,
            amount=found.amount,
            currency=found.currency,
            payment_intent=id_of(found.payment_intent),
            reason=found.reason,
            created=moment(found.created),
            livemode=found.livemode,
        )


@dataclass(frozen=True)
class FraudWarning:
    """https://docs.stripe.com/api/radar/early_fraud_warnings/object"""

    id: str
    #: misc, made_with_stolen_card, unauthorized_use_of_card …
    fraud_type: str
    payment_intent: str | None
    created: datetime
    livemode: bool

    @classmethod
    def read(cls, found):
        return cls(
            id=found.id,
            fraud_type=found.fraud_type,
            payment_intent=id_of(getattr(found, "payment_intent", None)),
            created=moment(found.created),
            livemode=found.livemode,
        )
