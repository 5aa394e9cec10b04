"""What Stripe says of one gift, all of it together, and where the gift stands by that."""

from dataclasses import dataclass, field
from datetime import datetime

from ..models import Donation
from ..money_back.refunds import GOING_BACK, TAKEN
from ..states import DonationState
from ..stripe_api import gateway
from ..stripe_api.answers import Invoice, Payment, Session
from ..stripe_api.money_back import Dispute, Refund


@dataclass(frozen=True)
class Look:
    """What there is of a gift at Stripe; the same, whatever event led here."""

    session: Session | None = None
    invoice: Invoice | None = None
    payment: Payment | None = None
    refunds: list[Refund] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)

    @property
    def state(self) -> str:
        """Where the gift stands: paid is only what Stripe has taken."""
        if self.payment and self.payment.status == "succeeded":
            return DonationState.PAID
        if self.invoice and self.invoice.status == "paid":
            return DonationState.PAID
        if self.payment and self.payment.status == "processing":
            return DonationState.PROCESSING
        if self.session and self.session.subscription and self.invoice is None:
            # It has begun, and its first invoice is about to be found: see ``subscriptions``.
            return DonationState.PROCESSING
        if self.session is None or self.session.status == "complete":
            return DonationState.FAILED
        if self.session.status == "expired":
            return DonationState.ABANDONED
        return DonationState.ASKED

    @property
    def paid_at(self) -> datetime | None:
        """When it was paid: an invoice may be settled without a payment."""
        if self.payment:
            return self.payment.paid_at
        return self.invoice.paid_at if self.invoice else None

    @property
    def refunded(self) -> int:
        """Minor units that went back, or are on their way."""
        return sum(refund.amount for refund in self.refunds if refund.status in GOING_BACK)

    @property
    def disputed(self) -> int:
        """Minor units that a bank has taken back."""
        return sum(dispute.amount for dispute in self.disputes if dispute.status in TAKEN)


def look(donation: Donation) -> Look:
    """Asks Stripe for all that there is of a gift. Raises what ``gateway`` raises."""
    session = gateway.session(donation.session) if donation.session else None
    invoice = gateway.invoice(donation.invoice) if donation.invoice else None
    ids = [donation.payment_intent, session and session.payment_intent]
    ids.append(invoice and invoice.payment_intent)
    intent = next(filter(None, ids), None)
    if intent is None:
        return Look(session, invoice)
    payment = gateway.payment(intent)
    return Look(
        session,
        invoice,
        payment,
        gateway.refunds(intent) if payment.charge else [],
        gateway.disputes(intent) if payment.is_disputed else [],
    )
