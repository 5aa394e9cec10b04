"""Gifts for other programs."""

from .. import moments
from ..osdi.people import link_to
from ..osdi.resources import Resource, by_people, register
from .amounts import money
from .models import Donation
from .states import DonationState


@register
class Donations(Resource):
    """https://opensupporter.github.io/osdi-docs/donations.html"""

    name, title = "donations", "Gifts of those who agreed to news"

    def rows(self):
        return by_people(Donation.objects.filter(state=DonationState.PAID))

    def say(self, request, row, known):
        def units(amount):
            return float(money.to_major(amount, row.currency))

        return {
            "created_date": moments.said(row.created_at),
            "action_date": moments.said(row.paid_at),
            "currency": row.currency,
            "amount": units(row.amount - row.refunded),
            "credited_amount": units(row.refunded) if row.refunded else None,
            "voided": False,
            "subscription_instance": str(row.recurring_id or ""),
            "payment": {
                "method": "Electronic Funds Transfer" if row.is_offline else "Credit Card",
                "reference_number": row.payment_intent or "",
            },
            "referrer_data": {"source": row.source} if row.source else None,
            "_links": {"osdi:person": link_to(request, row.supporter_id)},
        }
