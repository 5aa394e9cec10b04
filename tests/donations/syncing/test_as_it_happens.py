"""Each scenario with its webhooks coming as it happens, over HTTP."""

import pytest
from django.urls import reverse

from wagtail_campaign.actions import tallies
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.money_back.refunds import FraudWarning
from wagtail_campaign.donations.syncing.received import StripeEvent

from .. import scenarios
from ..test_giving import give

pytestmark = pytest.mark.django_db(transaction=True)


#: Those that lead to each kind of object.
THIN = [
    ("", scenarios.refund_failed_later),
    ("", scenarios.warned_then_disputed),
    ("month", scenarios.renewal_warned_of_fraud),
]


def named(value):
    return getattr(value, "__name__", value or "once")


@pytest.fixture
def hears(client, stripe, donation_page, fund, gift_typed, live_server):
    """``hears("month", scenario)``: a site that hears all of it at once has what Stripe has."""

    def hears(interval, scenario):
        stripe.webhooks.url = live_server.url + reverse("wagtail_campaign:stripe_webhook")
        give(client, donation_page, {**gift_typed, "interval": interval, "other": "25"})
        scenario(stripe, Donation.objects.get())
        stripe.webhooks.wait()
        states, kept, refunded, disputed = scenarios.ENDS[interval, scenario.__name__]
        assert sorted(Donation.objects.values_list("state", flat=True)) == states
        counts = tallies.by_metric(fund.key)
        names = ("paid EUR test", "refunded EUR test", "disputed EUR test")
        assert [counts.get(name, 0) for name in names] == [kept, refunded, disputed]
        assert not [e for e in stripe.store.all("event") if e["pending_webhooks"]]
        assert tallies.recount() == []

    return hears


@pytest.mark.parametrize(("interval", "scenario"), scenarios.ALL, ids=named)
def test_a_site_that_hears_everything_at_once_has_what_stripe_has(hears, interval, scenario):
    hears(interval, scenario)


@pytest.mark.parametrize(("interval", "scenario"), THIN, ids=named)
def test_so_has_one_that_hears_only_where_to_look(stripe, hears, interval, scenario):
    stripe.control.thin()
    hears(interval, scenario)
    assert StripeEvent.objects.filter(stripe_id__endswith="_thin", done_at__isnull=False).exists()
    assert FraudWarning.objects.count() == ("warned" in scenario.__name__)
