"""What donors do with a gift afterwards: how it is named in public, and that they are forgotten.

A gift, and a recurring one with all that came of it, is known here by its supporter: each has one
of its own.
"""

from django.db import transaction

from ...deadlocks import repeated
from ...supporters.models import Display, Supporter
from .. import forgetting
from ..models import Donation
from ..recurring import RecurringDonation
from ..states import DonationState
from ..stripe_api import gateway
from ..syncing import hints
from .recurring_verbs import stop, stripe_asked

#: States in which it is, or may soon be, shown.
STANDING = (DonationState.PAID, DonationState.PROCESSING)


@repeated
def show_as(supporter: Supporter, display: Display) -> bool:
    """Changes how a gift is named in public, at once. True where it stands."""
    with transaction.atomic(durable=True):
        standing = [gift for gift in forgetting.locked([supporter.pk]) if gift.state in STANDING]
        if not standing:
            return False
        supporter.display = display
        supporter.save(update_fields=["display"])
        _change(standing, public_name=supporter.public_name)
    return True


@repeated
def hide(supporter: Supporter) -> bool:
    """Takes the dedication out of public view, for good. True where there was one."""
    with transaction.atomic(durable=True):
        dedicated = [gift for gift in forgetting.locked([supporter.pk]) if gift.dedication]
        _change(dedicated, dedication="")
    return bool(dedicated)


def erase(donation: Donation) -> None:
    """Forgets who gave; what the law wants of the gift stays. What isn't paid can't be paid from
    here on: nobody could be thanked, or end what recurs. Raises ``NotNow``, with nothing changed,
    where Stripe can't be asked for that."""
    if donation.session and donation.state in (DonationState.ASKED, DonationState.PROCESSING):
        with stripe_asked(donation):
            _close(donation)
        donation.refresh_from_db()
    if donation.recurring:
        erase_recurring(donation.recurring)
    elif donation.supporter_id:
        forget(donation.supporter_id)


def erase_recurring(recurring: RecurringDonation) -> None:
    """Ends it now, and forgets who gave. Were it left to run, money would be taken from somebody
    who can't end it here any more. Raises ``NotNow``, as ``erase``."""
    stop(recurring)
    if recurring.supporter_id:
        forget(recurring.supporter_id)


def _close(donation: Donation) -> None:
    """The page on which it is paid; what was paid a moment before is looked at."""
    try:
        gateway.expire_session(donation.session)
    except gateway.StripeRefused:
        hints.sync("checkout.session", donation.session)


@repeated
def forget(supporter_id: int) -> None:
    """Destroys what is personal in all gifts of one supporter."""
    with transaction.atomic(durable=True):
        forgetting.erase(forgetting.locked([supporter_id]), [supporter_id])


def _change(gifts: list[Donation], **values) -> None:
    Donation.objects.filter(pk__in=[gift.pk for gift in gifts]).update(**values)
    forgetting.tell(gifts)
