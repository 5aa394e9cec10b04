"""Where a gift and a recurring gift stand, and how they may move: as tables, in one place.

Stripe decides; what it says is written down if the table has that move. One that it doesn't have is
a fault, which is logged and shown to editors, and nothing is changed.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DonationState(models.TextChoices):
    """Where a gift stands. What was given back of it, and what its donor's bank says, are beside
    it: it was paid all the same."""

    ASKED = "asked", _("Not paid")
    PROCESSING = "processing", _("Processing")
    PAID = "paid", _("Paid")
    FAILED = "failed", _("Payment failed")
    ABANDONED = "abandoned", _("Abandoned")


class RecurringState(models.TextChoices):
    """Where a recurring gift stands."""

    ACTIVE = "active", _("Running")
    #: The last period isn't paid; Stripe tries again.
    PAST_DUE = "past_due", _("Last payment failed")
    PAUSED = "paused", _("Paused")
    #: It ends with the period that is paid.
    ENDING = "ending", _("Ends soon")
    ENDED = "ended", _("No longer given")


_D, _R = DonationState, RecurringState

#: From each state to those that may follow.
DONATION_MOVES = {
    _D.ASKED: {_D.PROCESSING, _D.PAID, _D.FAILED, _D.ABANDONED},
    # By a method that takes days.
    _D.PROCESSING: {_D.PAID, _D.FAILED},
    # The page was closed and comes back, or a bank changes its mind.
    _D.FAILED: {_D.PROCESSING, _D.PAID},
    # Paid in the moment in which it expired; or reminded of, and put to Stripe once more.
    _D.ABANDONED: {_D.ASKED, _D.PROCESSING, _D.PAID, _D.FAILED},
    _D.PAID: set(),
}
_GOING = {_R.ACTIVE, _R.PAST_DUE, _R.PAUSED, _R.ENDING}
RECURRING_MOVES = {state: (_GOING | {_R.ENDED}) - {state} for state in _GOING} | {_R.ENDED: set()}


def may_move(moves: dict, was: str, to: str) -> bool:
    """Whether a table has a move. To stay is none, and always allowed."""
    return was == to or to in moves[was]
