"""CPU of what follows a webhook: Stripe is asked for a gift, which is then paid and counted.

Measured is ``hints.sync``, as a worker runs it, with the connection to the database kept: four
questions to Stripe by its SDK (whose session it is, the session, the payment with its charge, its
refunds), reading the answers, and one transaction (the gift, the count, the mail to send). The
offline Stripe answers in a process of its own. Beside it stands the bare view of ``posts``, without
a budget: nobody waits for it.
"""

import time
from statistics import median

import requests
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from wagtail_campaign.actions import doors
from wagtail_campaign.donations import services
from wagtail_campaign.donations.pages import DonationMixin
from wagtail_campaign.donations.states import DonationState
from wagtail_campaign.donations.syncing import hints

from . import http, site, stripe, visitors
from .measure import cpu_of, in_turns, ratio
from .report import Row, ms

NUMBER = 4


def measure(rounds: int) -> list[Row]:
    """One row."""
    application = WSGIHandler()
    connection.close()
    connection.settings_dict["CONN_MAX_AGE"] = None
    bare = visitors.bare()
    with stripe.serving() as address:
        settings.WAGTAIL_CAMPAIGN_STRIPE_ADDRESS = address
        blocks = {
            "bare view": lambda: cpu_of(application, bare, NUMBER),
            "sync": lambda: cost_of(address, NUMBER),
        }
        costs = in_turns(blocks, rounds)
    mine, other = costs["sync"], costs["bare view"]
    return [
        Row(
            "sync of a gift that was paid, connection kept",
            ms(median(mine)),
            "bare view",
            ms(median(other)),
            ratio(mine, other),
        )
    ]


def cost_of(address: str, number: int) -> float:
    """Seconds of CPU for one gift, over so many; giving and paying them isn't counted."""
    gifts = [paid(address) for _ in range(number)]
    start = time.process_time()
    for gift in gifts:
        hints.sync("checkout.session", gift.session)
    spent = time.process_time() - start
    for gift in gifts:
        gift.refresh_from_db()
        if gift.state != DonationState.PAID:
            raise http.Failed(f"A gift is {gift.state}")
    return spent / number


def paid(address: str):
    """A gift that was paid at Stripe, of which the site hasn't heard."""
    page = site.fund()
    typed = visitors.three_fields() | {"last_name": "Serikova", "display": "full", "ticked": []}
    typed |= {"amount": 2500, "added": 0, "currency": "EUR", "interval": ""}
    gift = services.give(doors.find(page.pk, DonationMixin), typed)
    services.put_to_stripe(gift, page, page.checkout_words())
    gift.refresh_from_db()
    answer = requests.post(f"{address}/control/pay/", json={"session": gift.session}, timeout=60)
    answer.raise_for_status()
    return gift
