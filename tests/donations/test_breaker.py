"""Somebody tries stolen cards on the form: a burst of gifts that nobody pays."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from tests.crowd import at_once
from tests.editors import editor, superuser, text
from tests.people import mails_to, sign
from wagtail_campaign.donations import breaker, bursts
from wagtail_campaign.donations.bursts import Burst
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.staff_emails import BurstBegan, BurstOver
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.mailing.work import run_pass

from .test_giving import give

pytestmark = pytest.mark.django_db


@pytest.fixture
def burst(fund):
    """``burst(30)``: so many gifts that nobody paid, five minutes ago."""

    def burst(number, state="asked"):
        moment = timezone.now() - timedelta(minutes=5)
        Donation.objects.bulk_create(
            Donation(
                fund=fund,
                state=state,
                amount=100,
                currency="EUR",
                livemode=False,
                language="en",
                created_at=moment,
            )
            for _ in range(number)
        )

    return burst


def test_while_it_lasts_a_gift_is_confirmed_by_mail_before_it_is_paid(
    client, stripe, donation_page, gift_typed, burst
):
    burst(breaker.BURST)
    answer = give(client, donation_page, gift_typed)
    assert answer.url.endswith("/check-your-mail/") and stripe.store.all("checkout.session") == []
    assert "Nothing was charged yet" in client.get(answer.url).content.decode()
    [sent] = mail.outbox
    assert sent.to == ["aigul@example.org"] and "€25" in sent.body
    path = re.search(r"http://testserver(/campaign/gift/\S+)", sent.body)[1]
    assert "Go on to payment" in client.get(path).content.decode()
    to_stripe = client.post(f"{path}pay/")
    assert to_stripe.status_code == 303 and to_stripe.url.startswith(stripe.address)
    [session] = stripe.store.all("checkout.session")
    stripe.control.pay(session["id"])
    assert "Your gift has come" in client.get(path).content.decode()


def test_it_heals_by_itself(burst, clock):
    burst(breaker.BURST)
    assert breaker.is_tripped()
    clock.forward(minutes=6)
    assert not breaker.is_tripped()


def test_a_rush_of_people_who_pay_trips_nothing(burst):
    burst(breaker.BURST)
    burst(10, state="paid")
    assert not breaker.is_tripped()


def test_those_who_are_just_paying_are_not_counted(fund, burst):
    burst(breaker.BURST - 1)
    assert not breaker.is_tripped()
    Donation.objects.create(fund=fund, amount=100, currency="EUR", livemode=False, language="en")
    assert not breaker.is_tripped()


def test_nothing_else_on_the_site_stops(client, page, typed, burst):
    burst(breaker.BURST)
    assert sign(client, page, typed).status_code == 303


def test_a_gift_that_was_not_paid_can_be_paid_from_its_page_and_once(
    client, stripe, donation_page, gift_typed
):
    give(client, donation_page, gift_typed)
    donation = Donation.objects.get()
    path = f"/campaign/gift/{donation.token('gift')}/"
    first, second = (client.post(f"{path}pay/").url for _ in range(2))
    assert first == second and len(stripe.store.all("checkout.session")) == 1
    stripe.control.pay(donation.session)
    client.get(path)
    # What is paid leads back to itself.
    assert client.post(f"{path}pay/").url == path


def test_one_address_cannot_begin_gifts_without_end(
    client, stripe, donation_page, gift_typed, settings
):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = (2, 3600)
    answers = [give(client, donation_page, gift_typed).status_code for _ in range(3)]
    assert answers == [303, 303, 429]


@pytest.fixture
def follower(donation_page):
    """Somebody of the staff who may see the donations of the fund; their address."""
    return editor("view_donor", edits=[donation_page]).user.email


def test_the_staff_is_told_once_that_it_began_and_once_that_it_is_over(
    client, stripe, donation_page, gift_typed, burst, follower, clock
):
    burst(breaker.BURST + 4)
    for _ in range(3):
        run_pass()
    [began] = mails_to(follower)
    assert began.subject == "Donations: somebody seems to try stolen cards"
    html = began.alternatives[0][0]
    for part in (" ".join(began.body.split()), html):
        assert "34 gifts were begun within ten minutes" in part
        assert "/admin/campaign/donations/?state=asked" in part
    # It goes to and fro at its limit, and that is no news.
    clock.forward(minutes=6)
    run_pass()
    burst(breaker.BURST)
    Donation.objects.update(created_at=timezone.now() - timedelta(minutes=5))
    run_pass()
    assert len(mails_to(follower)) == 1 and Burst.objects.count() == 1
    clock.forward(minutes=9)
    run_pass()
    assert len(mails_to(follower)) == 1
    for _ in range(3):
        clock.forward(minutes=2)
        run_pass()
    over = mails_to(follower)[1]
    assert "nobody seems to try stolen cards any more" in over.subject
    assert "It lasted from" in over.body and len(mails_to(follower)) == 2


def test_while_it_lasts_the_report_on_stripe_says_so(stripe, burst, follower):
    report = reverse("campaign_donations:reconciliation")
    assert "Burst of unpaid gifts" not in text(superuser().get(report))
    burst(breaker.BURST)
    run_pass()
    assert "Burst of unpaid gifts, since" in text(superuser().get(report))


def test_the_next_burst_is_told_anew(burst, follower, clock):
    for _ in range(2):
        burst(breaker.BURST)
        run_pass()
        clock.forward(minutes=30)
        run_pass()
    assert len(mails_to(follower)) == 4 and Burst.objects.count() == 2


def test_told_are_those_who_may_see_donations_in_their_own_language(
    home, donation_page, burst, follower
):
    others = [
        editor("view_donation_numbers", edits=[donation_page]),
        editor("view_numbers", edits=[donation_page]),
        editor("view_donor"),
        editor("view_donor", edits=[donation_page]),
    ]
    gone = others[-1].user
    gone.is_active = False
    gone.save()
    speaks = superuser().user
    UserProfile.objects.create(user=speaks, preferred_language="kk")
    burst(breaker.BURST)
    run_pass()
    assert {address for sent in mail.outbox for address in sent.to} == {follower, speaks.email}
    [kazakh] = mails_to(speaks.email)
    assert kazakh.extra_headers["Content-Language"] == "kk"


def test_who_lost_the_right_meanwhile_is_not_told(burst, follower, settings, clock):
    settings.EMAIL_BACKEND = "tests.mailing.backends.Unreachable"
    burst(breaker.BURST)
    run_pass()
    assert Mail.objects.filter(kind="donations.burst", state="queued").count() == 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Group.objects.all().delete()
    clock.forward(minutes=2)
    run_pass()
    assert mail.outbox == [] and not Mail.objects.exists()


def test_while_the_mail_server_is_away_the_mail_to_the_staff_waits(
    burst, follower, settings, clock
):
    settings.EMAIL_BACKEND = "tests.mailing.backends.Unreachable"
    burst(breaker.BURST)
    run_pass()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    clock.forward(minutes=2)
    run_pass()
    assert len(mails_to(follower)) == 1


def test_one_of_which_nobody_knows_can_be_sent_again(burst, follower):
    burst(breaker.BURST)
    run_pass()
    Mail.objects.update(state="unknown")
    said = text(superuser().get(reverse("campaign_outbox:index")))
    assert "Somebody seems to try stolen cards" in said
    told = Mail.objects.get()
    address = f"{reverse('campaign_outbox:send_again')}?id={told.pk}"
    browser = superuser()
    assert "a colleague gets the same mail twice" in text(browser.get(address))
    browser.post(address)
    run_pass()
    assert len(mails_to(follower)) == 2


@pytest.mark.django_db(transaction=True)
def test_of_many_that_see_it_at_once_one_tells(burst, follower, clock):
    burst(breaker.BURST)
    assert sum(at_once(6, lambda i: bursts.follow(BurstBegan, BurstOver))) == 1
    assert (Burst.objects.count(), Mail.objects.count()) == (1, 1)
    clock.forward(minutes=30)
    assert sum(at_once(6, lambda i: bursts.follow(BurstBegan, BurstOver))) == 1
    assert sorted(Mail.objects.values_list("kind", flat=True)) == [
        "donations.burst",
        "donations.burst_over",
    ]


@pytest.mark.django_db(transaction=True)
def test_who_dies_while_telling_has_told_nothing(burst, follower, monkeypatch):
    burst(breaker.BURST)

    def dies(*args):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(bursts.staff, "put", dies)
        with pytest.raises(SystemExit):
            bursts.follow(BurstBegan, BurstOver)
    assert not Burst.objects.exists()
    assert bursts.follow(BurstBegan, BurstOver) == 1 and Mail.objects.count() == 1
