"""Who began to give and didn't finish is reminded once, if that was asked for."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.people import link, mails_to
from wagtail_campaign.donations import due, reminding
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing import hints
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.pages.models import DonationPage
from wagtail_campaign.supporters.models import ConsentWording, Supporter

from .donors import given, paid, tell
from .test_giving import give

pytestmark = pytest.mark.django_db
AIGUL = "aigul@example.org"
BOX = "If I don’t finish, remind me once by e-mail."


@pytest.fixture
def ticked(donation_page, gift_typed):
    """What a donor types who asks for the reminder."""
    [wording] = [w for w in donation_page.consent_wordings() if w.purpose == "reminder"]
    return {**gift_typed, "consent_reminder": wording.pk}


@pytest.fixture
def abandoned(client, stripe, donation_page, ticked, clock):
    """``abandoned(email=…)``: a gift that nobody paid within its two hours, as Stripe says."""

    def abandoned(**typed):
        donation = given(client, donation_page, ticked | typed)
        # Stripe counts from the moment at which the site puts it there.
        stripe.control.forward(hours=12)
        clock.forward(hours=2, seconds=1)
        run_pass()
        donation.refresh_from_db()
        assert donation.state == "abandoned"
        return donation

    return abandoned


def wait(clock):
    """The hours go by after which a reminder is due."""
    clock.forward(hours=4)
    run_pass()


def test_the_box_is_not_ticked_and_says_what_is_kept(
    client, stripe, donation_page, gift_typed, ticked
):
    page = client.get(donation_page.url).content.decode()
    box = re.search(r'<input type="checkbox" name="consent_reminder"[^>]*>', page)[0]
    assert BOX in page and "checked" not in box
    given(client, donation_page, gift_typed)
    donation = given(client, donation_page, ticked | {"email": "b@example.org"})
    wording = ConsentWording.objects.get(pk=donation.reminder_wording_id)
    assert (wording.text, wording.language, wording.purpose) == (BOX, "en", "reminder")
    assert Donation.objects.filter(reminder_wording=None).count() == 1


def test_it_is_no_consent_also_once_the_gift_is_paid(client, stripe, donation_page, ticked):
    donation = paid(client, stripe, donation_page, ticked)
    assert donation.reminder_wording and not donation.supporter.consents.exists()


def test_words_that_nobody_was_shown_are_refused(client, stripe, donation_page, ticked):
    answer = give(client, donation_page, ticked | {"consent_reminder": "0" * 64})
    assert answer.status_code == 422 and not Donation.objects.exists()


def test_it_comes_some_hours_later_and_leads_to_the_payment_of_the_same_gift(
    client, stripe, abandoned, clock
):
    donation = abandoned()
    old = donation.session
    assert mails_to(AIGUL) == []
    wait(clock)
    [sent] = mails_to(AIGUL)
    assert sent.subject == "As you asked: a reminder of your gift"
    html = sent.alternatives[0][0]
    for part in (sent.body, html):
        assert "€25" in part and "Strike fund" in part and BOX in " ".join(part.split())
        assert "Aigul" not in part
    path = link(sent, "gift")
    said = client.get(path).content.decode()
    assert "€25 was not paid. Nothing was charged." in said and "Go on to payment" in said
    to_stripe = client.post(f"{path}pay/")
    assert to_stripe.status_code == 303 and to_stripe.url.startswith(stripe.address)
    donation.refresh_from_db()
    assert donation.session != old and donation.state == "asked"
    [session] = [s for s in stripe.store.all("checkout.session") if s["status"] == "open"]
    assert (session["id"], session["amount_total"]) == (donation.session, 2500)
    # What Stripe still tells of the old one is none of the new one.
    hints.sync("checkout.session", old)
    donation.refresh_from_db()
    assert (donation.state, donation.session) == ("asked", session["id"])
    stripe.control.pay(session["id"])
    assert "Your gift has come" in client.get(path).content.decode()
    assert Donation.objects.count() == 1


def test_a_monthly_gift_can_be_taken_up_again_too(client, stripe, abandoned, clock):
    abandoned(interval="month", amount_EUR_once="", other="7")
    wait(clock)
    [sent] = mails_to(AIGUL)
    assert "€7 each month" in " ".join(sent.body.split())
    path = link(sent, "gift")
    client.post(f"{path}pay/")
    stripe.control.pay(Donation.objects.get().session)
    assert "You give €7 each month." in client.get(path).content.decode()


def test_it_comes_once_also_if_it_is_left_a_second_time(client, stripe, abandoned, clock):
    abandoned()
    wait(clock)
    path = link(mails_to(AIGUL)[0], "gift")
    client.post(f"{path}pay/")
    # Stripe's clock and the site's: the new session ends as well.
    stripe.control.forward(hours=12)
    for _ in range(3):
        clock.forward(hours=5)
        run_pass()
    assert Donation.objects.get().state == "abandoned"
    assert len(mails_to(AIGUL)) == 1
    # Who wants to can try again, while the link holds.
    assert "Go on to payment" in client.get(path).content.decode()


def test_who_ticked_nothing_hears_nothing(
    client, stripe, donation_page, gift_typed, abandoned, clock
):
    abandoned(consent_reminder="")
    wait(clock)
    assert mail.outbox == []


def test_who_paid_hears_nothing_of_it(client, stripe, donation_page, ticked, clock):
    paid(client, stripe, donation_page, ticked)
    mail.outbox.clear()
    for gone in (stripe.control, clock):
        gone.forward(hours=3)
    run_pass()
    wait(clock)
    assert mails_to(AIGUL) == []


def test_who_paid_while_the_mail_waited_hears_nothing(client, stripe, abandoned, clock, settings):
    donation = abandoned()
    settings.EMAIL_BACKEND = "tests.mailing.backends.Unreachable"
    wait(clock)
    assert Mail.objects.filter(kind="donations.reminder", state="queued").exists()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    donation.refresh_from_db()
    client.post(f"/campaign/gift/{donation.token('gift')}/pay/")
    stripe.control.pay(Donation.objects.get().session)
    tell(Donation.objects.get())
    clock.forward(minutes=2)
    run_pass()
    assert [sent.subject for sent in mails_to(AIGUL)] == ["Thank you for your gift"]
    assert not Mail.objects.filter(kind="donations.reminder").exists()


def test_who_has_begun_anew_is_reminded_of_that_alone(client, abandoned, clock):
    first = abandoned()
    second = abandoned(amount_EUR_once="5000")
    wait(clock)
    [sent] = mails_to(AIGUL)
    assert "€50" in sent.body
    assert {first.pk, second.pk} == set(
        Donation.objects.filter(reminded_at__isnull=False).values_list("pk", flat=True)
    )


def test_also_if_the_address_keys_were_changed_between(client, abandoned, clock, settings):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [("2025", "the old secret")]
    abandoned()
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS.insert(0, ("2026", "the new secret"))
    abandoned(amount_EUR_once="5000")
    wait(clock)
    [sent] = mails_to(AIGUL)
    assert "€50" in sent.body


@pytest.mark.parametrize(
    "over",
    [
        lambda page: change_fund(page, state="closed"),
        lambda page: page.unpublish(),
        lambda page: page.delete(),
    ],
    ids=["the fund is closed", "the page isn't public", "the page is gone"],
)
def test_what_nobody_can_give_to_any_more_is_not_reminded_of(abandoned, donation_page, clock, over):
    abandoned()
    over(DonationPage.objects.get())
    wait(clock)
    assert mail.outbox == []


def change_fund(page, **settings):
    fund = page.get_action()
    for name, value in settings.items():
        setattr(fund, name, value)
    fund.save()


def test_the_link_leads_nowhere_once_the_fund_is_closed(
    client, stripe, abandoned, donation_page, clock
):
    abandoned()
    wait(clock)
    path = link(mails_to(AIGUL)[0], "gift")
    change_fund(donation_page, state="closed")
    assert "Go on to payment" not in client.get(path).content.decode()
    assert client.post(f"{path}pay/").url == path
    assert len(stripe.store.all("checkout.session")) == 1


def test_money_of_a_test_key_is_not_reminded_of_once_the_site_is_live(abandoned, clock, settings):
    abandoned()
    settings.WAGTAIL_CAMPAIGN_STRIPE_ADDRESS = None
    settings.WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = "rk_live_1"
    assert gateway.is_live()
    clock.forward(hours=4)
    assert reminding.remind(due.Reminder, Lease()) == 0


class Lease:
    def renew(self):
        pass


def test_with_all_that_was_typed_the_link_ends(client, abandoned, clock):
    abandoned()
    wait(clock)
    path = link(mails_to(AIGUL)[0], "gift")
    clock.forward(days=15)
    run_pass()
    assert client.get(path).status_code == 404 and not Supporter.objects.exists()
    assert Donation.objects.get().reminder_wording is None


def test_it_counts_among_the_mails_that_a_stranger_can_cause(abandoned, clock, settings):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 2
    donation = abandoned()
    key = donation.supporter.email_key
    now = timezone.now() + timedelta(hours=3)
    Mail.objects.create(
        kind="petitions.confirm", object_id=1, language="en", state="sent", email_key=key, turn=1,
        claimed_at=now, supporter=donation.supporter,
    )  # fmt: skip
    wait(clock)
    # One purpose leaves one of the two to all others.
    assert mails_to(AIGUL) == []
    clock.forward(days=1)
    run_pass()
    assert len(mails_to(AIGUL)) == 1


def test_it_speaks_the_language_of_the_donor(abandoned, clock):
    abandoned()
    Supporter.objects.update(language="kk")
    Donation.objects.update(language="kk")
    wait(clock)
    [sent] = mails_to(AIGUL)
    assert sent.extra_headers["Content-Language"] == "kk"
    assert "25\xa0€" in sent.body


def test_its_way_out_deletes_what_was_entered(client, abandoned, clock):
    abandoned()
    wait(clock)
    path = link(mails_to(AIGUL)[0], "disown")
    said = client.get(path).content.decode()
    assert "Delete what was entered?" in said and Supporter.objects.exists()
    assert "Your address is gone" in client.post(path).content.decode()
    assert not Supporter.objects.exists()
    for dead in (path, link(mails_to(AIGUL)[0], "gift")):
        answer = client.get(dead)
        assert answer.status_code == 404
        assert "This link does not work" in answer.content.decode()


def test_the_way_out_closes_the_page_on_which_it_is_paid(client, stripe, abandoned, clock):
    abandoned()
    wait(clock)
    [sent] = mails_to(AIGUL)
    client.post(f"{link(sent, 'gift')}pay/")
    stripe.control.fault(times=3, status=503)
    answer = client.post(link(sent, "disown"))
    assert answer.status_code == 503 and "try again in a minute" in answer.content.decode()
    assert Supporter.objects.exists()
    client.post(link(sent, "disown"))
    assert {s["status"] for s in stripe.store.all("checkout.session")} == {"expired"}
    assert not Supporter.objects.exists()


def test_the_way_out_takes_back_nothing_that_was_paid(client, stripe, abandoned, clock):
    abandoned()
    wait(clock)
    [sent] = mails_to(AIGUL)
    client.post(f"{link(sent, 'gift')}pay/")
    stripe.control.pay(Donation.objects.get().session)
    tell(Donation.objects.get())
    for answer in (client.get(link(sent, "disown")), client.post(link(sent, "disown"))):
        assert "paid after all" in answer.content.decode()
    assert Supporter.objects.exists() and Donation.objects.get().state == "paid"


def test_before_it_is_sent_one_can_see_in_the_admin_that_it_was_asked_for(abandoned, clock):
    from django.urls import reverse

    from tests.editors import superuser, text

    donation = abandoned()
    address = reverse("campaign_donations:inspect", args=[donation.pk])
    assert "Asked for, should it not be paid" in text(superuser().get(address))
    wait(clock)
    assert "Asked for, and done on" in text(superuser().get(address))
