"""Gifts that didn't come through Stripe: entered by editors, one by one or from a file, and taken
out again."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import signals
from ..actions import live, logs
from ..actions.siblings import source_page
from ..actions.titles import title_of
from ..deadlocks import repeated
from ..supporters.models import Display, Supporter
from ..webhooks import outbox
from . import hooks, ledger
from .amounts import money
from .models import Donation, Fund
from .states import DonationState
from .stripe_api import gateway


class OfflineGift(models.Model):
    """What an editor says of a gift that didn't come through Stripe.

    ``origin`` is the form or the row that it came from: sent twice it is one gift. Who gave is a
    ``Supporter``, as of all gifts.
    """

    donation = models.OneToOneField(
        Donation, on_delete=models.CASCADE, primary_key=True, related_name="offline"
    )
    origin = models.CharField(max_length=80, unique=True, editable=False)
    note = models.TextField(_("note"), blank=True, max_length=1000)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.pk)


@dataclass(frozen=True)
class Told:
    """What is said of one gift. ``amount``: minor units; ``origin``: see ``OfflineGift``."""

    amount: int
    currency: str
    on: date
    origin: str
    first_name: str = ""
    last_name: str = ""
    is_public: bool = False
    note: str = ""


class Twice(Exception):
    """It was entered already, by the same form or from the same file."""


@repeated
def enter(fund: Fund, gifts: list[Told], user) -> list[Donation]:
    """Writes gifts down and counts them, all or none. Raises ``Twice``."""
    page, livemode = source_page(fund.key), gateway.is_live()
    try:
        with transaction.atomic(durable=True):
            donations = [_write(fund, told, page, livemode) for told in gifts]
            more = sum((ledger.parts(donation) for donation in donations), Counter())
            ledger.move(fund.key, ledger.parts(None), more)
            transaction.on_commit(lambda: live.forget(fund.key))
            logs.note(donations, "campaign.enter_gift", user)
    except IntegrityError:
        if OfflineGift.objects.filter(origin__in=[told.origin for told in gifts]).exists():
            raise Twice from None
        raise
    return donations


def _write(fund: Fund, told: Told, page, livemode: bool) -> Donation:
    language = page.locale.language_code if page else ""
    # Noon, so that it is the same day in most time zones.
    moment = timezone.make_aware(datetime.combine(told.on, time(12)))
    supporter = None
    if told.first_name or told.last_name:
        supporter = Supporter.objects.create(
            first_name=told.first_name or told.last_name,
            last_name=told.last_name if told.first_name else "",
            language=language,
            display=Display.FULL if told.is_public else Display.ANONYMOUS,
            page=page,
        )
    donation = Donation.objects.create(
        fund=fund,
        supporter=supporter,
        state=DonationState.PAID,
        amount=told.amount,
        currency=told.currency,
        livemode=livemode,
        is_offline=True,
        public_name=supporter.public_name if supporter else "",
        language=language,
        page=page,
        created_at=moment,
        paid_at=moment,
    )
    OfflineGift.objects.create(donation=donation, origin=told.origin, note=told.note)
    outbox.put(hooks.PAID, donation)
    signals.send_on_commit(
        signals.donation_changed, Donation, donation=donation, was=DonationState.ASKED
    )
    return donation


@repeated
def take_out(donation: Donation, reason: str, user) -> bool:
    """Takes a gift that was entered by mistake out of the count, and deletes it with what is
    personal in it. False where somebody else just did."""
    with transaction.atomic(durable=True):
        entered = Donation.objects.select_for_update().filter(pk=donation.pk, is_offline=True)
        found = entered.first()
        if found is None:
            return False
        fund = found.fund
        ledger.move(fund.key, ledger.parts(found), ledger.parts(None))
        transaction.on_commit(lambda: live.forget(fund.key))
        said = {
            "number": found.pk,
            "amount": str(money.to_major(found.amount, found.currency)),
            "currency": found.currency,
            "on": timezone.localdate(found.paid_at).isoformat(),
            "reason": reason,
        }
        logs.note([fund], "campaign.take_gift_out", user, label=title_of, **said)
        supporter = found.supporter
        outbox.put_erased([found])
        found.delete()
        if supporter:
            supporter.delete()
    return True
