"""Giving back, by an editor: what is asked of Stripe is written down before it is asked.

The key of what was asked goes with it, so that whoever presses twice, or asks again after no answer
came, asks for the same refund.
"""

import logging
import uuid
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...actions import logs
from ...deadlocks import repeated
from ..amounts import money
from ..models import Donation
from ..stripe_api import gateway
from ..syncing.gifts import Busy, sync_donation

logger = logging.getLogger(__name__)

#: How long Stripe remembers a key at least, less an hour:
#: https://docs.stripe.com/api/idempotent_requests
REMEMBERED = timedelta(hours=23)


class RefundOrder(models.Model):
    """That an editor asked to give back ``amount``, in minor units; Stripe's refund, once there is
    one, is a ``Refund``."""

    class State(models.TextChoices):
        """What became of it."""

        ASKED = "asked", _("No answer yet")
        DONE = "done", _("Done")
        REFUSED = "refused", _("Refused by Stripe")
        #: Too old to be asked for again; what Stripe has done of it is known by looking.
        OVER = "over", _("Given up")

    key = models.UUIDField(unique=True, editable=False)
    donation = models.ForeignKey(Donation, on_delete=models.CASCADE, related_name="refund_orders")
    amount = models.BigIntegerField()
    state = models.CharField(max_length=7, choices=State.choices, default=State.ASKED)
    error = models.CharField(max_length=100, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.pk)


class TooMuch(Exception):
    """There is less to give back, or another refund is still on its way."""


def can_refund(donation: Donation) -> bool:
    """Whether there is something that Stripe could give back."""
    return bool(
        donation.kept > 0
        and donation.payment_intent
        and donation.livemode == gateway.is_live()
        and not donation.disputed
    )


def unanswered(donation: Donation) -> RefundOrder | None:
    """What was asked for and has no answer yet: it is asked for again before anything else."""
    return donation.refund_orders.filter(state=RefundOrder.State.ASKED).first()


@repeated
def begin(donation: Donation, key: uuid.UUID, amount: int, reason: str, user) -> RefundOrder:
    """Writes down what is to be asked for, and the log with it; the same for the same key. Raises
    ``TooMuch``."""
    with transaction.atomic(durable=True):
        found = Donation.objects.select_for_update().get(pk=donation.pk)
        known = RefundOrder.objects.filter(key=key, donation=found).first()
        if known and known.amount == amount:
            return known
        # With a known key and another amount somebody went back to an old form.
        if known or unanswered(found) or not can_refund(found) or not 0 < amount <= found.kept:
            raise TooMuch
        order = RefundOrder.objects.create(donation=found, key=key, amount=amount, user=user)
        logs.note(
            [found],
            "campaign.refund",
            user,
            amount=str(money.to_major(amount, found.currency)),
            currency=found.currency,
            reason=reason,
        )
    return order


def carry_out(order: RefundOrder, user) -> RefundOrder:
    """Asks Stripe; as it then stands. Raises ``gateway.StripeAway``: ask again, by the same
    order."""
    donation = order.donation
    if order.state != RefundOrder.State.ASKED:
        return order
    if order.created_at < timezone.now() - REMEMBERED:
        # With a key that Stripe has forgotten it would be a second refund.
        sync_donation(donation.pk)
        return _settle(order, RefundOrder.State.OVER)
    try:
        gateway.refund(donation.payment_intent, order.amount, order.key.hex)
    except (gateway.StripeRefused, gateway.StripeKeyWrong) as error:
        logs.note([donation], "campaign.refund_refused", user, error=str(error))
        _settle(order, RefundOrder.State.REFUSED, str(error)[:100])
    else:
        _settle(order, RefundOrder.State.DONE)
    # What it became is looked at now; else the webhook will come.
    with suppress(gateway.StripeError, Busy):
        sync_donation(donation.pk)
    return order


def _settle(order: RefundOrder, state: str, error: str = "") -> RefundOrder:
    order.state, order.error = state, error
    order.save(update_fields=["state", "error"])
    return order
