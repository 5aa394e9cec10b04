"""The verbs of editors: take a donor off the page; pause and end recurring gifts, let them go on,
look at Stripe again, mend what differs from it.

What is asked of Stripe, it does, and what it then says is written down by ``syncing``. Those verbs
raise what ``gateway`` raises; then nothing has changed, or it will be known by the next look.
"""

from contextlib import suppress

from django.db import transaction

from ..actions import logs
from ..deadlocks import repeated
from ..supporters.models import Display, Supporter
from .forgetting import locked, locked_by_id, tell
from .models import Donation
from .recurring import RecurringDonation
from .states import RecurringState
from .stripe_api import gateway
from .syncing.gifts import Busy, sync_donation
from .syncing.reconciling import Difference, reconcile
from .syncing.subscriptions import sync_subscription


def look_again(donation: Donation, user) -> Donation:
    """Asks Stripe for a gift, and for the recurring gift that it is of; as it then stands. Raises
    ``Busy``, too."""
    if donation.recurring:
        sync_subscription(donation.recurring.subscription)
    found = sync_donation(donation.pk)
    logs.note([donation], "campaign.look_again", user)
    return found


@repeated
def hide(donation: Donation, reason: str, user) -> bool:
    """Takes name and dedication off the page, at once: those of a gift, and of all that came with
    it. They still count. False where none were there."""
    with transaction.atomic(durable=True):
        supporter = donation.supporter_id
        gifts = locked([supporter]) if supporter else locked_by_id([donation.pk])
        shown = [gift for gift in gifts if gift.public_name or gift.dedication]
        if not shown:
            return False
        ids = [gift.pk for gift in shown]
        Donation.objects.filter(pk__in=ids).update(public_name="", dedication="")
        Supporter.objects.filter(pk=supporter).update(display=Display.ANONYMOUS)
        tell(shown)
        logs.note(shown, "campaign.hide_donor", user, reason=reason)
    return True


def mend(user=None) -> list[Difference]:
    """Makes everything what Stripe says that it is; what differed, each written into the log. By
    nobody, where a command does it."""
    found = reconcile()
    for difference in found:
        was, now = (words.partition(" ")[0] for words in (difference.was, difference.now))
        logs.note([difference.record], "campaign.mend_donation", user, was=was, now=now)
    return found


def is_ours(recurring: RecurringDonation) -> bool:
    """Whether Stripe can be asked for it with the key of the settings."""
    return recurring.livemode == gateway.is_live()


def can_pause(recurring: RecurringDonation) -> bool:
    """Whether it would be taken the next time."""
    going = (RecurringState.ACTIVE, RecurringState.PAST_DUE)
    return is_ours(recurring) and recurring.state in going


def can_go_on(recurring: RecurringDonation) -> bool:
    """Whether it rests, or is to end, and could go on."""
    resting = (RecurringState.PAUSED, RecurringState.ENDING)
    return is_ours(recurring) and recurring.state in resting


def can_end(recurring: RecurringDonation) -> bool:
    """Whether it hasn't ended, nor is to."""
    over = (RecurringState.ENDING, RecurringState.ENDED)
    return is_ours(recurring) and recurring.state not in over


def pause(recurring: RecurringDonation, reason: str, user) -> None:
    """Nothing is taken until it goes on."""
    gateway.pause_subscription(recurring.subscription)
    _noted(recurring, "campaign.pause_recurring", reason, user)


def go_on(recurring: RecurringDonation, reason: str, user) -> None:
    """It is taken again from the next period on."""
    if recurring.state == RecurringState.ENDING:
        gateway.keep_subscription(recurring.subscription)
    else:
        gateway.resume_subscription(recurring.subscription)
    _noted(recurring, "campaign.go_on_recurring", reason, user)


def end(recurring: RecurringDonation, reason: str, user) -> None:
    """Nothing is taken any more; one that is paid for ends with its period."""
    if recurring.state == RecurringState.ACTIVE:
        gateway.end_subscription(recurring.subscription)
    else:
        gateway.stop_subscription(recurring.subscription)
    _noted(recurring, "campaign.end_recurring", reason, user)


def _noted(recurring: RecurringDonation, deed: str, reason: str, user) -> None:
    logs.note([recurring], deed, user, reason=reason)
    # It is done; where it can't be looked at just now, the webhook will come.
    with suppress(gateway.StripeError, Busy):
        sync_subscription(recurring.subscription)
