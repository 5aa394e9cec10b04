"""Who gave is forgotten some months after the end of a fund; who only began to, after some days."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.donations.donors import AIGUL, given, monthly, paid, press, tell
from tests.people import change
from tests.supporters.visits import enter, work_off
from wagtail_campaign.actions import tallies
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.offline_gifts import OfflineGift
from wagtail_campaign.donations.recurring import RecurringDonation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.supporters import consents, retention
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db

FORGOTTEN, UNPAID = "donors forgotten", "unpaid gifts forgotten"


@pytest.fixture(autouse=True)
def settled(settings):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 100
    settings.WAGTAIL_CAMPAIGN_FORGET_AFTER_MONTHS = 6


@pytest.fixture
def news(donation_page):
    """The box for news of the campaign, ticked."""
    wordings = donation_page.consent_wordings()
    consents.keep_wordings(wordings)
    [news] = [wording for wording in wordings if wording.purpose == "news"]
    return {"consent_news": news.pk}


def end(fund, months=7):
    """The fund has ended some months ago."""
    change(fund, state="closed")
    type(fund).objects.filter(pk=fund.pk).update(
        ended_at=timezone.now() - timedelta(days=31 * months)
    )


def left() -> list[str]:
    """The addresses that are still known."""
    return sorted(Supporter.objects.values_list("email", flat=True))


def test_donors_are_forgotten_some_months_after_the_end(
    client, stripe, donation_page, fund, gift_typed
):
    donation = paid(client, stripe, donation_page, gift_typed | {"comment": "For you"})
    assert work_off()[FORGOTTEN] == 0, "the fund is open"
    end(fund, months=5)
    assert work_off()[FORGOTTEN] == 0 and left() == [AIGUL]
    end(fund)
    assert work_off()[FORGOTTEN] == 1 and left() == []
    kept = Donation.objects.get()
    assert (kept.supporter, kept.public_name, kept.nonce) == (None, "", "")
    assert (kept.amount, kept.paid_at) == (donation.amount, donation.paid_at)
    assert kept.payment_intent == donation.payment_intent
    assert tallies.recount() == []
    assert work_off()[FORGOTTEN] == 0
    fund.refresh_from_db()
    assert fund.forgotten_at


def test_a_site_that_never_forgets_does_not(
    client, stripe, donation_page, fund, gift_typed, settings
):
    settings.WAGTAIL_CAMPAIGN_FORGET_AFTER_MONTHS = None
    paid(client, stripe, donation_page, gift_typed)
    end(fund, months=40)
    assert work_off()[FORGOTTEN] == 0 and left() == [AIGUL]


def test_who_still_gives_each_month_is_known_until_months_after_that_has_ended(
    client, stripe, donation_page, fund, gift_typed
):
    recurring = monthly(client, stripe, donation_page, gift_typed)
    paid(client, stripe, donation_page, gift_typed | {"email": "other@example.org"})
    end(fund)
    assert work_off()[FORGOTTEN] == 1 and left() == [AIGUL]
    assert "€25 each month" in enter(client, AIGUL)
    gateway.stop_subscription(recurring.subscription)
    tell(recurring.donations.get())
    assert work_off()[FORGOTTEN] == 0 and left() == [AIGUL]
    RecurringDonation.objects.update(ended_at=timezone.now() - timedelta(days=31 * 7))
    assert work_off()[FORGOTTEN] == 1 and left() == []
    assert recurring.donations.get().public_name == ""
    assert work_off()[FORGOTTEN] == 0


def test_who_agreed_to_news_stays_until_that_is_taken_back(
    client, stripe, donation_page, fund, gift_typed, news
):
    donation = paid(client, stripe, donation_page, gift_typed | news | {"comment": "For you"})
    end(fund)
    assert work_off()[FORGOTTEN] == 0
    [supporter] = Supporter.objects.all()
    assert (supporter.email, supporter.comment) == (AIGUL, "")
    donation.refresh_from_db()
    assert donation.public_name == ""
    enter(client, AIGUL)
    [consent] = supporter.consents.all()
    answer = client.post(f"/campaign/me/consents/{consent.pk}/withdraw/")
    assert answer.status_code == 303 and left() == []


def test_who_gave_each_month_and_agreed_to_news_stays_for_that_alone(
    client, stripe, donation_page, fund, gift_typed, news
):
    recurring = monthly(client, stripe, donation_page, gift_typed | news | {"comment": "For you"})
    end(fund)
    gateway.stop_subscription(recurring.subscription)
    tell(recurring.donations.get())
    RecurringDonation.objects.update(ended_at=timezone.now() - timedelta(days=31 * 7))
    work_off()
    [supporter] = Supporter.objects.all()
    assert (supporter.email, supporter.comment, supporter.display) == (AIGUL, "", "anonymous")
    assert recurring.donations.get().public_name == ""
    enter(client, AIGUL)
    [consent] = supporter.consents.all()
    press(client, "me_withdraw_consent", consent.pk)
    assert left() == []


def test_all_gifts_of_one_donor_are_forgotten_at_once_however_many_there_are(
    client, stripe, donation_page, fund, gift_typed, monkeypatch
):
    monkeypatch.setattr("wagtail_campaign.actions.forgetting.BATCH", 1)
    recurring = monthly(client, stripe, donation_page, gift_typed)
    for _ in range(2):
        stripe.control.forward(days=31)
        tell(recurring.donations.earliest("pk"))
    gateway.stop_subscription(recurring.subscription)
    tell(recurring.donations.earliest("pk"))
    RecurringDonation.objects.update(ended_at=timezone.now() - timedelta(days=31 * 7))
    end(fund)
    assert work_off()[FORGOTTEN] == 1 and left() == []
    assert set(Donation.objects.values_list("public_name", "nonce")) == {("", "")}


def test_a_name_that_came_without_the_site_is_forgotten_too(fund):
    gift = Donation.objects.create(
        fund=fund,
        amount=100,
        currency="EUR",
        state="paid",
        public_name="Marat",
        language="en",
        livemode=False,
        is_offline=True,
        paid_at=timezone.now(),
    )
    OfflineGift.objects.create(donation=gift, origin="1", note="Marat brought it himself")
    end(fund)
    assert work_off()[FORGOTTEN] == 1
    assert Donation.objects.get().public_name == "" and OfflineGift.objects.get().note == ""


def test_who_began_to_give_and_didnt_is_forgotten_after_some_days(
    client, stripe, donation_page, gift_typed
):
    unpaid = given(client, donation_page, gift_typed | {"comment": "For you"})
    paid(client, stripe, donation_page, gift_typed | {"email": "other@example.org"})
    assert work_off()[UNPAID] == 0
    Donation.objects.update(created_at=timezone.now() - timedelta(days=15))
    assert work_off()[UNPAID] == 1 and left() == ["other@example.org"]
    # Whatever Stripe still tells of it finds it.
    stripe.control.pay(unpaid.session)
    tell(unpaid)
    unpaid.refresh_from_db()
    assert (unpaid.state, unpaid.supporter) == ("paid", None)
    assert work_off()[UNPAID] == 0


def test_the_privacy_page_says_what_is_kept_of_donors(settings):
    rows = {row.what: row for row in retention.table()}
    [accounts] = [row for what, row in rows.items() if "amount, currency, day" in what]
    assert accounts.how_long == "For ever" and "law on accounting" in accounts.why
    [donors] = [row for what, row in rows.items() if "with your gift" in what]
    assert donors.how_long.startswith("6 months after the action has ended")
    assert donors.job == FORGOTTEN
    assert not [what for what in rows if "Stripe, which" in what], "there is no key"
    settings.WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = "sk_test_1"
    assert [row for row in retention.table() if "stripe.com/privacy" in row.why]
