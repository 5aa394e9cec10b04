"""Making recurring gifts what Stripe says that they are: see ``gifts``.

Each invoice that was paid is a gift, and only one, as its id is unique; that of the first period is
the gift that the donor was asked for.
"""

import logging

from django.db import IntegrityError, transaction

from ...deadlocks import repeated
from ...mailing import outbox
from ..emails import PaymentFailed
from ..models import Donation
from ..recurring import RecurringDonation
from ..states import RECURRING_MOVES, DonationState, RecurringState, may_move
from ..stripe_api import gateway
from ..stripe_api.answers import Invoice, Subscription
from . import changes
from .gifts import TRIES, Busy, by_key, sync_donation

logger = logging.getLogger(__name__)

FIRST = "subscription_create"


def sync_invoice(invoice_id: str) -> bool:
    """Looks again at the recurring gift that an invoice is of. False where it is none of ours."""
    subscription = gateway.invoice(invoice_id).subscription
    return bool(subscription) and sync_subscription(subscription)


def sync_subscription(subscription_id: str) -> bool:
    """Makes a recurring gift, and all gifts that came of it, what Stripe says that they are. False
    where it is none of ours."""
    for _ in range(TRIES):
        recurring = _find(subscription_id)
        if recurring is None:
            return False
        subscription = gateway.subscription(subscription_id)
        invoices = gateway.invoices(subscription_id)
        unsettled = _write(recurring, subscription, invoices)
        if unsettled is not None:
            for donation_id in unsettled:
                sync_donation(donation_id)
            return True
    raise Busy


def _find(subscription_id: str) -> RecurringDonation | None:
    """The recurring gift, begun where it isn't there yet."""
    recurring = RecurringDonation.objects.filter(subscription=subscription_id).first()
    if recurring:
        return recurring
    found = gateway.subscription(subscription_id)
    first = by_key(found.donation)
    if first is None or found.livemode != first.livemode:
        return None
    begun = RecurringDonation(
        fund=first.fund,
        supporter=first.supporter,
        amount=found.amount,
        currency=found.currency.upper(),
        interval=found.interval,
        subscription=found.id,
        customer=found.customer,
        livemode=found.livemode,
        language=first.language,
        created_at=first.created_at,
    )
    try:
        with transaction.atomic():
            begun.save()
    except IntegrityError:
        return RecurringDonation.objects.get(subscription=subscription_id)
    changes.note(begun, "", changes.words(begun))
    return begun


@repeated
def _write(
    seen: RecurringDonation, found: Subscription, invoices: list[Invoice]
) -> list[int] | None:
    """What was found, written down; the ids of gifts that have to be looked at, or None where
    somebody was faster."""
    with transaction.atomic(durable=True):
        recurring = RecurringDonation.objects.select_for_update().get(pk=seen.pk)
        if recurring.looks != seen.looks:
            return None
        words = changes.words(recurring)
        _take_over(recurring, found)
        recurring.looks += 1
        first = by_key(found.donation)
        paid = [one for one in reversed(invoices) if one.status == "paid" and one.amount_paid]
        known = Donation.objects.filter(invoice__in=[one.id for one in paid])
        known = {gift.invoice: gift for gift in known}
        begun = [_gift(recurring, first, one) for one in paid if one.id not in known]
        gifts = [*known.values(), *begun]
        if first:
            Donation.objects.filter(pk=first.pk).update(recurring=recurring)
        _tell_failure(recurring, invoices)
        recurring.save()
    changes.note(recurring, words, changes.words(recurring))
    for gift in begun:
        if gift != first:
            changes.note(gift, "", changes.words(gift))
    return [gift.pk for gift in gifts if gift.state != DonationState.PAID]


def _take_over(recurring: RecurringDonation, found: Subscription) -> None:
    state = _state_of(found)
    if not may_move(RECURRING_MOVES, recurring.state, state):
        logger.error("Recurring gift %s: %s to %s", recurring.pk, recurring.state, state)
        return
    recurring.state, recurring.amount, recurring.interval = state, found.amount, found.interval
    recurring.period_end, recurring.ends_at = found.period_end, found.ends_at
    recurring.ended_at = found.ended_at


def _state_of(found: Subscription) -> str:
    match found.status:
        case "canceled" | "incomplete_expired":
            return RecurringState.ENDED
        case "past_due" | "unpaid" | "incomplete":
            return RecurringState.PAST_DUE
    if found.is_paused or found.status == "paused":
        return RecurringState.PAUSED
    return RecurringState.ENDING if found.ends_at else RecurringState.ACTIVE


def _gift(recurring: RecurringDonation, first: Donation | None, invoice: Invoice) -> Donation:
    """The one gift of an invoice that isn't known yet."""
    if first and invoice.reason == FIRST:
        Donation.objects.filter(pk=first.pk, invoice=None).update(invoice=invoice.id)
        return first
    return Donation.objects.create(
        fund_id=recurring.fund_id,
        recurring=recurring,
        supporter_id=recurring.supporter_id,
        amount=invoice.amount_paid,
        currency=invoice.currency.upper(),
        interval=recurring.interval,
        livemode=invoice.livemode,
        invoice=invoice.id,
        public_name=first.public_name if first else "",
        country=first.country if first else "",
        language=recurring.language,
        source=first.source if first else "",
        page_id=first.page_id if first else None,
        created_at=invoice.created,
    )


def _tell_failure(recurring: RecurringDonation, invoices: list[Invoice]) -> None:
    """Mails the donor once for each period that couldn't be taken."""
    latest = invoices[0] if invoices else None
    failed = latest and latest.status == "open" and latest.attempts
    if failed and recurring.failed_invoice != latest.id:
        recurring.failed_invoice = latest.id
        if recurring.supporter:
            outbox.put(PaymentFailed, recurring.pk, recurring.supporter)
