"""However many remind, and whoever dies of it, nobody is reminded twice; and whoever presses twice
pays once."""

from datetime import timedelta
from itertools import count

import pytest
from django.test import Client
from django.utils import timezone

from tests.crowd import at_once
from tests.mailing.test_killed import MAILS, assert_nobody_twice, kill  # noqa: F401
from wagtail_campaign.donations import due, reminding
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing import hints
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.supporters.models import Supporter

from .donors import given

pytestmark = pytest.mark.django_db(transaction=True)


class Lease:
    def renew(self):
        pass


@pytest.fixture
def abandoned(donation_page, fund):
    """``abandoned(40)``: so many gifts that wait to be reminded of, each of another donor."""

    def abandoned(number):
        wording = reminding.wording("en")
        wording.save()
        lately = timezone.now() - timedelta(hours=8)
        for n in range(number):
            supporter = Supporter.objects.create(
                first_name="Dana",
                email=f"{n}@example.org",
                email_key=f"{n:064}",
                key_id="debug",
                language="en",
            )
            Donation.objects.create(
                fund=fund,
                supporter=supporter,
                state="abandoned",
                amount=2500,
                currency="EUR",
                livemode=False,
                session=f"cs_{n}",
                expires_at=lately + timedelta(hours=2),
                created_at=lately,
                language="en",
                page=donation_page,
                reminder_wording=wording,
            )

    return abandoned


def test_of_many_who_remind_at_once_each_gift_meets_one(abandoned):
    abandoned(12)
    found = at_once(6, lambda i: reminding.remind(due.Reminder, Lease()))
    assert sum(found) == 12
    mails = Mail.objects.filter(kind="donations.reminder")
    assert sorted(mails.values_list("object_id", flat=True)) == sorted(
        Donation.objects.values_list("pk", flat=True)
    )


def test_killed_at_random_moments_nobody_is_reminded_twice(abandoned, post_office, kill):  # noqa: F811
    abandoned(MAILS)
    assert_nobody_twice(post_office, kill(MAILS))


def test_killed_between_the_gift_and_its_mail_it_is_done_by_the_next_pass(abandoned, monkeypatch):
    abandoned(1)

    def dies(*args, **kwargs):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(reminding.outbox, "put", dies)
        with pytest.raises(SystemExit):
            reminding.remind(due.Reminder, Lease())
    assert not Mail.objects.exists() and Donation.objects.get().reminded_at is None
    assert reminding.remind(due.Reminder, Lease()) == 1
    assert reminding.remind(due.Reminder, Lease()) == 0
    assert Mail.objects.count() == 1


@pytest.fixture
def reminded(client, stripe, donation_page, gift_typed, clock):
    """A gift whose donor was reminded and may pay it."""
    donation = given(client, donation_page, gift_typed)
    stripe.control.forward(hours=3)
    hints.sync("checkout.session", donation.session)
    clock.forward(hours=6)
    Donation.objects.update(reminded_at=timezone.now())
    donation.refresh_from_db()
    assert donation.state == "abandoned"
    return donation


@pytest.mark.parametrize("was_there", [True, False], ids=["abandoned", "never at Stripe"])
def test_whoever_presses_pay_many_times_at_once_pays_in_one_session(
    stripe, reminded, clock, was_there, monkeypatch
):
    # Each that looks at the clock finds it some seconds later.
    later = count()
    monkeypatch.setattr(timezone, "now", lambda: clock.now() + timedelta(seconds=next(later)))
    if not was_there:
        # As after the mail that confirms a gift: it waits, and has no session yet.
        Donation.objects.update(session=None, state="asked", reminded_at=None)
    path = f"/campaign/gift/{reminded.token('gift')}/pay/"
    urls = set(at_once(8, lambda i: Client().post(path).url))
    [session] = [s for s in stripe.store.all("checkout.session") if s["status"] == "open"]
    assert urls == {session["url"]}
    stripe.control.pay(session["id"])
    hints.sync("checkout.session", session["id"])
    donation = Donation.objects.get()
    assert (donation.state, donation.session) == ("paid", session["id"])


def test_what_looked_before_it_was_put_to_stripe_again_undoes_nothing(
    client, stripe, reminded, monkeypatch
):
    """One reads at Stripe that the old session has expired, and falls asleep."""
    from wagtail_campaign.donations.syncing import gifts

    look, slept = gifts.look, []

    def sleepy(found):
        seen = look(found)
        if not slept:
            slept.append(True)
            client.post(f"/campaign/gift/{reminded.token('gift')}/pay/")
        return seen

    monkeypatch.setattr(gifts, "look", sleepy)
    assert gifts.sync_donation(reminded.pk).state == "asked"
    donation = Donation.objects.get()
    assert gateway.session(donation.session).status == "open"


def test_who_dies_after_stripe_has_answered_can_press_again(client, stripe, reminded, monkeypatch):
    from wagtail_campaign.donations import services

    path = f"/campaign/gift/{reminded.token('gift')}/pay/"
    with monkeypatch.context() as patched:
        patched.setattr(services, "_keep", lambda *args: (_ for _ in ()).throw(SystemExit))
        with pytest.raises(SystemExit):
            client.post(path)
    assert Donation.objects.get().state == "abandoned"
    url = client.post(path).url
    [session] = [s for s in stripe.store.all("checkout.session") if s["status"] == "open"]
    assert url == session["url"] and Donation.objects.get().session == session["id"]
