"""A hint that something of Stripe's has changed: which gift it is of, and looking at it again."""

from ..models import Donation
from ..money_back import telling
from ..stripe_api import gateway
from .gifts import by_key, sync_donation
from .subscriptions import sync_invoice, sync_subscription


def sync(kind: str, object_id: str) -> bool:
    """Looks at an object of Stripe's again. False where it is none of ours, or of no kind that a
    gift has. Raises ``gateway.StripeAway`` and ``gifts.Busy``: try again later."""
    finder = _FINDERS.get(kind)
    try:
        return bool(finder and finder(object_id))
    except gateway.StripeMissing:
        return False


def sync_gift(donation: Donation) -> Donation:
    """Looks at a gift again, and at what it began; as it then stands. Raises as ``sync`` does."""
    if donation.session:
        sync("checkout.session", donation.session)
        return Donation.objects.get(pk=donation.pk)
    return sync_donation(donation.pk)


def _session(session_id: str) -> bool:
    session = gateway.session(session_id)
    donation = by_key(session.donation)
    if donation is None:
        return False
    # Whoever was killed before it could be written down: the key knows.
    Donation.objects.filter(pk=donation.pk, session=None).update(session=session.id)
    if session.subscription:
        sync_subscription(session.subscription)
    sync_donation(donation.pk)
    return True


def _payment(intent_id: str) -> bool:
    return _gift_of(intent_id) is not None


def _gift_of(intent_id: str) -> Donation | None:
    """The gift that a payment is of, looked at again."""
    donation = _known(intent_id)
    if donation is None and (donation := by_key(gateway.payment(intent_id).donation)):
        own = Donation.objects.filter(pk=donation.pk, payment_intent=None)
        own.update(payment_intent=intent_id)
    # A period of a recurring gift has no key of its own, and may not have been heard of yet.
    if donation is None and (invoice := gateway.invoice_of(intent_id)) and sync_invoice(invoice):
        donation = _known(intent_id)
    return sync_donation(donation.pk) if donation else None


def _known(intent_id: str) -> Donation | None:
    return Donation.objects.filter(payment_intent=intent_id).first()


def _refund(refund_id: str) -> bool:
    intent = gateway.one_refund(refund_id).payment_intent
    return bool(intent) and _payment(intent)


def _dispute(dispute_id: str) -> bool:
    intent = gateway.one_dispute(dispute_id).payment_intent
    return bool(intent) and _payment(intent)


def _fraud_warning(warning_id: str) -> bool:
    found = gateway.one_fraud_warning(warning_id)
    donation = _gift_of(found.payment_intent) if found.payment_intent else None
    if donation:
        telling.note_warning(donation, found)
    return donation is not None


_FINDERS = {
    "checkout.session": _session,
    "payment_intent": _payment,
    "refund": _refund,
    "dispute": _dispute,
    "radar.early_fraud_warning": _fraud_warning,
    "invoice": sync_invoice,
    "subscription": sync_subscription,
}
