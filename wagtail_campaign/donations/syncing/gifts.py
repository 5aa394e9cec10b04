"""Making gifts what Stripe says that they are: the one way in which anything becomes paid.

Whatever leads here, an event, the thank-you page or ``reconcile``, Stripe is asked again, and what
it says is written down as a whole. So events may come twice, in any order, or never.

Nothing is locked while Stripe is asked. Who finds that another has written meanwhile asks anew
(``looks``), so that nothing older is ever written over something newer.
"""

import logging
import uuid

from django.db import transaction
from django.utils import timezone

from ... import signals
from ...actions import live
from ...deadlocks import repeated
from ...mailing import outbox
from ...supporters import consents
from ...webhooks import outbox as webhooks
from .. import hooks, ledger
from ..emails import Thanks
from ..models import Donation
from ..money_back import telling
from ..money_back.refunds import Dispute, Refund
from ..states import DONATION_MOVES, DonationState, may_move
from . import changes
from .looking import Look, look

logger = logging.getLogger(__name__)

#: How often others may be faster before it is left to the next event or pass.
TRIES = 20


class Busy(Exception):
    """Others wrote about the same gift all the time."""


def by_key(key: str) -> Donation | None:
    """The gift of a key in Stripe's metadata, None for what is none of ours."""
    try:
        return Donation.objects.filter(key=uuid.UUID(hex=key)).first()
    except ValueError:
        return None


def sync_donation(donation_id: int) -> Donation:
    """Makes a gift what Stripe says that it is; as it then stands."""
    for _ in range(TRIES):
        donation = Donation.objects.get(pk=donation_id)
        # Nothing of it is at Stripe yet.
        if not (donation.session or donation.invoice or donation.payment_intent):
            return donation
        written = _write(donation, look(donation))
        if written is not None:
            return written
    raise Busy


@repeated
def _write(seen: Donation, found: Look) -> Donation | None:
    """What was found, written down; None where somebody was faster."""
    with transaction.atomic(durable=True):
        donation = Donation.objects.select_for_update().get(pk=seen.pk)
        if donation.looks != seen.looks:
            return None
        was, state_was, words = ledger.parts(donation), donation.state, changes.words(donation)
        _take_over(donation, found)
        donation.looks += 1
        if donation.state == DonationState.PAID and donation.thanked_at is None:
            _thank(donation)
        donation.save()
        ledger.move(donation.fund.key, was, ledger.parts(donation))
        transaction.on_commit(lambda: live.forget(donation.fund.key))
        if donation.state != state_was:
            if donation.state == DonationState.PAID:
                webhooks.put(hooks.PAID, donation)
            signals.send_on_commit(
                signals.donation_changed, Donation, donation=donation, was=state_was
            )
    changes.note(donation, words, changes.words(donation))
    return donation


def _take_over(donation: Donation, found: Look) -> None:
    donation.oddity = _oddity(donation, found)
    if donation.oddity:
        logger.error("Donation %s doesn't fit what Stripe says: %s", donation.pk, donation.oddity)
        return
    donation.state, donation.paid_at = found.state, found.paid_at
    payment = found.payment
    if payment:
        donation.payment_intent = payment.id
        donation.fee, donation.fee_currency = payment.fee, (payment.fee_currency or "").upper()
    donation.refunded, donation.disputed = found.refunded, found.disputed
    for refund in found.refunds:
        values = {"status": refund.status, "amount": refund.amount, "failure": refund.failure}
        values |= {"donation": donation, "created_at": refund.created}
        row, _new = Refund.objects.update_or_create(stripe_id=refund.id, defaults=values)
        telling.tell_refund(donation, row)
    for dispute in found.disputes:
        values = {"status": dispute.status, "amount": dispute.amount, "reason": dispute.reason}
        values |= {"donation": donation, "created_at": dispute.created}
        row, is_new = Dispute.objects.update_or_create(stripe_id=dispute.id, defaults=values)
        if is_new:
            telling.tell_dispute(donation, row)


def _oddity(donation: Donation, found: Look) -> str:
    """What doesn't fit what was asked for, in a few words; nothing of it is counted then."""
    for what in filter(None, [found.session, found.payment]):
        if what.livemode != donation.livemode:
            return "livemode"
        if what.currency.upper() != donation.currency:
            return f"currency {what.currency}"
        if what.amount != donation.amount:
            return f"amount {what.amount}"
    if not may_move(DONATION_MOVES, donation.state, found.state):
        return f"{donation.state} to {found.state}"
    return ""


def _thank(donation: Donation) -> None:
    donation.thanked_at = timezone.now()
    if donation.supporter:
        # With the first gift alone: a renewal gives nothing anew that was taken back.
        if not donation.supporter.consents.exists():
            consents.give(donation.supporter, donation.fund.key)
        outbox.put(Thanks, donation.pk, donation.supporter)
