"""What gifts hold, as donors take it along: see ``supporters.me.data``. No keys and no nonces."""

from ..amounts import money
from ..models import Donation
from ..recurring import RecurringDonation


def recurring_data(recurring: RecurringDonation, gifts: list[Donation]) -> dict:
    """All that a recurring gift holds, and the gifts that came of it."""
    return {
        "state": recurring.state,
        **_money(recurring),
        "interval": recurring.interval,
        "language": recurring.language,
        "stripe_subscription": recurring.subscription,
        "stripe_customer": recurring.customer,
        "created_at": recurring.created_at,
        "period_end": recurring.period_end,
        "ends_at": recurring.ends_at,
        "ended_at": recurring.ended_at,
        "gifts": [{"id": gift.pk, **gift_data(gift)} for gift in gifts],
    }


def gift_data(gift: Donation) -> dict:
    """All that a gift itself holds, for the download."""
    amounts = {"added": gift.added, "refunded": gift.refunded, "disputed": gift.disputed}
    return {
        "state": gift.state,
        **_money(gift),
        **{name: str(money.to_major(n, gift.currency)) for name, n in amounts.items()},
        "interval": gift.interval,
        "public_name": gift.public_name,
        "dedication": gift.dedication,
        "country": gift.country,
        "language": gift.language,
        "source": gift.source,
        "is_test": not gift.livemode,
        "is_offline": gift.is_offline,
        "stripe_session": gift.session,
        "stripe_payment_intent": gift.payment_intent,
        "stripe_invoice": gift.invoice,
        "created_at": gift.created_at,
        "paid_at": gift.paid_at,
        "thanked_at": gift.thanked_at,
        "reminder_wording": gift.reminder_wording.text if gift.reminder_wording else None,
        "reminded_at": gift.reminded_at,
    }


def _money(record) -> dict:
    return {
        "amount": str(money.to_major(record.amount, record.currency)),
        "currency": record.currency,
    }
