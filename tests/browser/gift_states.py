"""What the demo has no example of: gifts in each state, at its Stripe and here.

Run as a program beside the demo's server; it prints their ids as JSON, by the names that
``test_admin.py`` has for them.
"""

import json
import os
import uuid
from datetime import timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "example_project.settings"


def make() -> dict[str, str]:
    """Makes them; the ids of the gifts, by what they are examples of."""
    import requests
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.utils import timezone

    from wagtail_campaign.actions import doors
    from wagtail_campaign.donations import offline_gifts, services
    from wagtail_campaign.donations.models import Donation
    from wagtail_campaign.donations.money_back.refunding import RefundOrder
    from wagtail_campaign.donations.offline_gifts import Told
    from wagtail_campaign.donations.stripe_api import gateway
    from wagtail_campaign.donations.syncing import hints
    from wagtail_campaign.pages.models import DonationPage

    page = DonationPage.objects.get(slug="donate", locale__language_code="kk")
    user = get_user_model().objects.get(username="admin")

    def control(verb, **values):
        address = f"{settings.WAGTAIL_CAMPAIGN_STRIPE_ADDRESS}/control/{verb}/"
        answer = requests.post(address, json=values, timeout=60)
        answer.raise_for_status()
        return answer.json()

    def given(name, **more) -> Donation:
        typed = {
            "first_name": "Әйгерім",
            "last_name": "Рождественская-Құдайбергенова",
            "email": f"{name}@example.org",
            "currency": "KZT",
            "interval": "",
            "other": "5000,50",
            "display": "full",
            "dedication": "Отыз жыл сол жерде жұмыс істеген әкеме арнаймын",
            "comment": "Мен де мұнайшымын.\nСіздермен біргеміз!",
            "covers_fees": "on",
            **more,
        }
        form = page.get_form(page.read_live(), typed)
        assert form.is_valid(), form.errors
        door = doors.find(page.pk, DonationPage)
        gift = services.give(door, form.cleaned_data | {"via": "telegram"})
        services.put_to_stripe(gift, page, page.checkout_words())
        gift.refresh_from_db()
        return gift

    def paid(name, delayed=False, **more) -> Donation:
        gift = given(name, **more)
        control("pay", session=gift.session, delayed=delayed)
        return hints.sync_gift(gift)

    gift = paid("gift")
    gateway.refund(gift.payment_intent, 200_050, uuid.uuid4().hex)
    failed = gateway.refund(gift.payment_intent, 100_000, uuid.uuid4().hex)
    control("fail_refund", refund=failed.id)
    disputed = paid("disputed")
    control("dispute", payment_intent=disputed.payment_intent)
    processing = paid("processing", delayed=True)
    bounced = paid("failed", delayed=True)
    control("bounce", session=bounced.session)
    waiting = paid("waiting")
    RefundOrder.objects.create(donation=waiting, key=uuid.uuid4(), amount=100_000, user=user)
    odd = paid("odd")
    Donation.objects.filter(pk=odd.pk).update(oddity="amount 500000")
    monthly = paid("monthly", interval="month").recurring
    paused = paid("paused", interval="month", currency="EUR", other="10").recurring
    gateway.pause_subscription(paused.subscription)
    control("forward", days=31)
    for one in (gift, disputed, bounced):
        hints.sync_gift(one)
    for recurring in (monthly, paused):
        hints.sync("subscription", recurring.subscription)
    on = timezone.localdate() - timedelta(days=2)
    told = Told(1_000_000, "KZT", on, uuid.uuid4().hex, "Серік", "Ағыбаев", True, "Жиналыста")
    [offline] = offline_gifts.enter(gift.fund, [told], user)
    ids = {
        "gift": gift,
        "disputed": disputed,
        "processing": processing,
        "failed": bounced,
        "waiting": waiting,
        "odd": odd,
        "recurring": monthly,
        "paused": paused,
        "offline": offline,
        "fund": gift.fund,
    }
    return {name: str(record.pk) for name, record in ids.items()}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(make()))
