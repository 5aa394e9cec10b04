"""What is told of money that went back, or may go, in the transaction that writes it down: so once,
whoever looks at Stripe, and however often; also of refunds that were made at Stripe itself."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from ...mailing import outbox, staff
from ...mailing.models import Mail, MailState
from .. import permissions
from ..emails import Refunded, RefundFailed
from ..models import Donation
from ..staff_emails import Disputed, Warned
from ..stripe_api import money_back as at_stripe
from .refunds import FAILED, SUCCEEDED, Dispute, FraudWarning, Refund


def tell_refund(donation: Donation, refund: Refund) -> None:
    """Mails the donor that money went back; and, if it was told, that it didn't arrive."""
    if not donation.supporter:
        return
    if refund.status == SUCCEEDED and refund.told_at is None:
        outbox.put(Refunded, refund.pk, donation.supporter)
        refund.told_at = timezone.now()
    elif refund.status == FAILED and refund.told_at and refund.failure_told_at is None:
        if _unsaid(donation, refund):
            refund.told_at = None
        else:
            outbox.put(RefundFailed, refund.pk, donation.supporter)
            refund.failure_told_at = timezone.now()
    else:
        return
    refund.save(update_fields=["told_at", "failure_told_at"])


def _unsaid(donation: Donation, refund: Refund) -> bool:
    """Whether the mail that told of it still waited. It is taken out then: nobody who didn't read
    of money has to read that it doesn't come."""
    mails = Mail.objects.filter(supporter=donation.supporter_id, object_id=refund.pk)
    waiting = mails.filter(kind=Refunded.name, state=MailState.QUEUED)
    # Locked: whoever sends it at this moment comes before or finds nothing.
    ids = list(waiting.select_for_update().values_list("pk", flat=True))
    Mail.objects.filter(pk__in=ids).delete()
    return bool(ids)


def tell_dispute(donation: Donation, dispute: Dispute) -> None:
    """Mails the staff that a donor's bank disputes a gift; the donor knows."""
    staff.put(Disputed, dispute.pk, permissions.staff(donation.fund))


def note_warning(donation: Donation, found: at_stripe.FraudWarning) -> None:
    """Writes down that the card's bank warns of fraud, once, and mails it to the staff."""
    if found.livemode != donation.livemode:
        return
    try:
        with transaction.atomic():
            warning = FraudWarning.objects.create(
                donation=donation,
                stripe_id=found.id,
                fraud_type=found.fraud_type,
                created_at=found.created,
            )
            staff.put(Warned, warning.pk, permissions.staff(donation.fund))
    except IntegrityError:
        # It was known.
        return
