"""The one reminder of a gift that was begun and not paid, to who ticked its box at the form.

Stripe can ask for the same consent on its own page (``consent_collection.promotions``), but only
donors and accounts in the USA. So it is asked for here, before Stripe hears of the gift:
https://docs.stripe.com/payments/checkout/abandoned-carts. The words that were ticked are kept on
the gift. They are no ``Consent``: paying doesn't bring it into force but makes it needless.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ..actions.models import State
from ..conf import conf
from ..mailing import outbox
from ..mailing.kinds import MailKind
from ..mailing.work import Lease
from ..supporters import addresses, consents
from ..supporters.models import ConsentWording
from .models import Donation
from .states import DonationState
from .stripe_api import gateway

#: What its wordings are for, beside the purposes of consents.
PURPOSE = "reminder"
#: So long after it can't be paid any longer: who was only interrupted has begun anew by then.
REMIND_AFTER = timedelta(hours=4)
BATCH = 200


def wording(language: str) -> ConsentWording:
    """What the box says, not yet kept. No editor changes it: it promises what is done here."""
    with translation.override(language):
        words = _("If I don’t finish, remind me once by e-mail.")
    return consents.wording(PURPOSE, language, words)


def holds_until(donation: Donation) -> datetime:
    """Until when the link of the reminder leads to the payment: then what was typed is
    destroyed."""
    return donation.created_at + timedelta(days=conf.CONFIRM_DAYS)


def holds(donation: Donation) -> bool:
    """Whether a gift that was reminded of can still be paid by that link."""
    return bool(
        donation.reminded_at
        and donation.supporter_id
        and donation.livemode == gateway.is_live()
        and donation.fund.status() == State.OPEN
        and holds_until(donation) > timezone.now()
    )


def is_needless(donation: Donation) -> bool:
    """Whether nobody should be reminded of it any more: it was paid or is being paid, its fund
    takes nothing, or the same address has begun another gift to that since."""
    if donation.state != DonationState.ABANDONED or not holds(donation):
        return True
    if not (donation.page and donation.page.live):
        return True
    later = Donation.objects.filter(
        fund=donation.fund_id,
        supporter__email_key__in=addresses.email_keys(donation.supporter.email),
        pk__gt=donation.pk,
    )
    return later.exists()


def remind(kind: type[MailKind], lease: Lease) -> int:
    """Writes the one reminder of each gift that is due for it; returns how many."""
    number = 0
    while batch := list(_due().order_by("pk").values_list("pk", flat=True)[:BATCH]):
        for pk in batch:
            lease.renew()
            number += _remind(kind, pk)
    return number


def _due():
    now = timezone.now()
    return Donation.objects.filter(
        state=DonationState.ABANDONED,
        # What is older is forgotten, and the index needs not go through it.
        created_at__gt=now - timedelta(days=conf.CONFIRM_DAYS),
        expires_at__lt=now - REMIND_AFTER,
        reminder_wording__isnull=False,
        reminded_at=None,
        # What never was at Stripe waited for another mail: see ``breaker``.
        session__isnull=False,
        supporter__isnull=False,
        livemode=gateway.is_live(),
    )


def _remind(kind: type[MailKind], pk: int) -> bool:
    """In one transaction that it is done and the mail: who is killed between has done neither, and
    of two the second finds it done."""
    now = timezone.now()
    with transaction.atomic(durable=True):
        if not _due().filter(pk=pk).update(reminded_at=now):
            return False
        found = Donation.objects.select_related("fund", "supporter", "page")
        donation = found.get(pk=pk)
        if is_needless(donation):
            return False
        outbox.put(kind, donation.pk, donation.supporter, due_at=now)
    return True
