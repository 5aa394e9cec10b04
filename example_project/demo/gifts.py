"""The strike fund of the demo: its currencies, and gifts that invented people have brought."""

import random
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from wagtail_campaign.donations import ledger
from wagtail_campaign.donations.amounts import money
from wagtail_campaign.donations.models import Donation, FundCurrency
from wagtail_campaign.donations.states import DonationState

from .content import fund as content
from .signatures import everybody


def prepare(fund) -> None:
    """Says in which currencies the fund takes gifts, and what it is after."""
    fund.goal, fund.goal_currency = content.GOAL, content.GOAL_CURRENCY
    fund.raises_goal = False
    fund.ask_dedication = "optional"
    fund.save()
    names = ("once", "monthly", "yearly", "minimum", "maximum", "fee_fixed", "rate")
    for position, (currency, *values) in enumerate(content.CURRENCIES):
        FundCurrency.objects.create(
            fund=fund,
            currency=currency,
            position=position,
            rate_on=timezone.localdate(),
            **dict(zip(names, values, strict=True)),
        )


def bring(fund, how_many: int, days: int) -> None:
    """Gifts that came without Stripe, over some days: nobody is asked what became of them."""
    chance = random.Random(5)
    for _ in range(how_many):
        currency, once, *_rest = chance.choice(content.CURRENCIES)
        amount = int(chance.choice(once.split()[:3])) * money.per_unit(currency)
        moment = timezone.now() - timedelta(minutes=chance.randrange(60, days * 1440))
        bring_one(fund, chance, currency, amount, moment)


@transaction.atomic
def bring_one(fund, chance, currency: str, amount: int, moment) -> None:
    """One of them, counted."""
    _country, language, first_name, last_name = chance.choice(everybody())
    donation = Donation.objects.create(
        fund=fund,
        state=DonationState.PAID,
        amount=amount,
        currency=currency,
        livemode=False,
        is_offline=True,
        public_name=f"{first_name} {last_name}" if chance.random() < 0.6 else "",
        dedication=chance.choice(content.DEDICATIONS) if chance.random() < 0.2 else "",
        language=language,
        created_at=moment,
        paid_at=moment,
        thanked_at=moment,
    )
    ledger.move(fund.key, ledger.parts(None), ledger.parts(donation))
