"""What donations ask of Stripe, by the SDK and over HTTP."""

import re
import traceback
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from stripe.params.checkout import SessionCreateParams

from wagtail_campaign.donations.stripe_api import checkout, client, descriptors, gateway
from wagtail_campaign.donations.stripe_api.checkout import Line


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Time-outs and pauses as short as a test wants them."""
    monkeypatch.setattr(client, "TIMEOUT", (1, 1))
    monkeypatch.setattr("stripe.HTTPClient.MAX_DELAY", 0.01, raising=False)
    monkeypatch.setattr("stripe.HTTPClient.INITIAL_DELAY", 0.001, raising=False)


@pytest.fixture
def paid(stripe, ask):
    """A paid session: ``paid()``, ``paid(interval="month")``."""

    def paid(**more):
        session = gateway.open_session(ask(**more))
        stripe.control.pay(session.id, email="dana@example.org")
        return gateway.session(session.id)

    return paid


def test_a_gift_is_paid_and_what_stripe_took_is_known(stripe, ask):
    session = gateway.open_session(ask(lines=(Line("Donation", 2000), Line("Fees", 500))))
    assert session.url.startswith(stripe.address)
    assert (session.status, session.payment_status, session.amount) == ("open", "unpaid", 2500)
    stripe.control.pay(session.id)
    session = gateway.session(session.id)
    assert (session.status, session.payment_status) == ("complete", "paid")
    assert (session.donation, session.customer, session.livemode) == ("5f3a", None, False)
    payment = gateway.payment(session.payment_intent)
    assert (payment.donation, payment.status, payment.amount) == ("5f3a", "succeeded", 2500)
    assert (payment.fee, payment.fee_currency, payment.currency) == (62, "eur", "eur")
    assert abs(payment.paid_at - timezone.now()) < timedelta(minutes=1)


@pytest.mark.parametrize("interval", ["", "month", "year"])
def test_all_that_is_asked_for_a_gift_is_acted_on(stripe, ask, interval):
    """The offline Stripe refuses what it would do nothing about."""
    asked = ask(interval=interval, note="Thank you.", descriptor="Winter", language="kk")
    stripe.control.pay(gateway.open_session(asked).id)
    [session] = stripe.store.all("checkout.session")
    assert session["custom_text"]["submit"] == {"message": "Thank you."}
    [payment] = stripe.store.all("payment_intent")
    assert payment["statement_descriptor_suffix"] == (None if interval else "Winter")
    invoices = [one["statement_descriptor"] for one in stripe.store.all("invoice")]
    assert invoices == (["Winter"] if interval else [])


def test_what_recurs_says_the_same_each_time_and_makes_one_product(stripe, ask, paid):
    lines = (Line("Donation", 2500), Line("Fees", 60))
    first = paid(interval="month", descriptor="Winter", lines=lines, amount=2560)
    stripe.control.forward(days=31)
    assert {one["statement_descriptor"] for one in stripe.store.all("invoice")} == {"Winter"}
    paid(donation="6", interval="month", descriptor="Winter", lines=lines)
    named = [one["name"] for one in stripe.store.all("product") if one["statement_descriptor"]]
    assert named == ["Donation"] and gateway.subscription(first.subscription).amount == 2560
    paid(donation="7", interval="month", descriptor="Summer")
    paid(donation="8", interval="month")
    words = [one["statement_descriptor"] for one in stripe.store.all("invoice")]
    assert words[:2] == [None, "Summer"]


def test_a_product_whose_answer_was_lost_is_no_second_one(stripe, ask):
    asked = ask(interval="month", descriptor="Winter")
    stripe.control.fault(status=None, after=True)
    gateway.open_session(asked)
    stripe.control.fault(times=1, status=403)
    with pytest.raises(gateway.StripeKeyWrong):
        gateway.open_session(ask(donation="6", interval="month", descriptor="Winter"))
    [product] = stripe.store.all("product")
    assert product["statement_descriptor"] == "Winter"


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [
        ("Winter", True),
        ("Winter 26", True),
        ("A-1/2 b.c", True),
        ("Зимний", False),
        ("Élan vital"[:10], False),
        ("12345", False),
        ("Aid", False),
        ("Aid*26", False),
        ('Aid"26', False),
        ("Aid'26", False),
        ("Aid<26", False),
        ("Aid>26", False),
        ("Aid\\26", False),
        ("Aid\n26", False),
    ],
)
@pytest.mark.parametrize("interval", ["", "month"])
def test_what_the_settings_take_stripe_takes(stripe, ask, text, is_taken, interval):
    if is_taken:
        descriptors.check(text)
        assert gateway.open_session(ask(interval=interval, descriptor=text)).url
    else:
        with pytest.raises(ValidationError):
            descriptors.check(text)


def test_a_delayed_gift_is_under_way_until_it_has_failed(stripe, ask):
    session = gateway.open_session(ask())
    stripe.control.pay(session.id, delayed=True)
    session = gateway.session(session.id)
    assert (session.status, session.payment_status) == ("complete", "unpaid")
    assert gateway.payment(session.payment_intent).status == "processing"
    stripe.control.bounce(session.id)
    payment = gateway.payment(session.payment_intent)
    assert payment.status != "processing" and payment.failure and payment.paid_at is None


def test_asked_twice_it_is_one_session(stripe, ask):
    asked = ask()
    assert gateway.open_session(asked) == gateway.open_session(asked)
    with pytest.raises(gateway.StripeRefused):
        gateway.open_session(ask(amount=9))


def test_a_session_is_closed_before_anybody_pays(stripe, ask, paid):
    session = gateway.expire_session(gateway.open_session(ask()).id)
    assert (session.status, session.url) == ("expired", None)
    with pytest.raises(gateway.StripeRefused):
        gateway.expire_session(paid(donation="6").id)


def test_a_monthly_gift_is_known_with_its_invoices(stripe, paid):
    session = paid(interval="month")
    subscription = gateway.subscription(session.subscription)
    assert (subscription.status, subscription.amount) == ("active", 2500)
    assert (subscription.interval, subscription.donation) == ("month", "5f3a")
    stripe.control.forward(days=31)
    stripe.control.card(session.customer, declines=True)
    stripe.control.forward(days=31)
    failed, renewed, first = gateway.invoices(session.subscription)
    assert (first.reason, renewed.reason) == ("subscription_create", "subscription_cycle")
    assert first.donation == "5f3a" and first.subscription == session.subscription
    assert (renewed.status, renewed.amount_paid) == ("paid", 2500)
    assert gateway.payment(renewed.payment_intent).status == "succeeded"
    assert (failed.status, failed.attempts, failed.payment_intent) == ("open", 1, None)
    assert failed.next_attempt > failed.created
    assert gateway.invoice(failed.id) == failed
    assert gateway.subscription(session.subscription).status == "past_due"


def test_a_monthly_gift_is_ended_kept_paused_and_stopped(stripe, paid):
    id = paid(interval="month").subscription
    ending = gateway.end_subscription(id)
    assert ending.ends_at == ending.period_end and ending.status == "active"
    assert gateway.keep_subscription(id).ends_at is None
    assert gateway.pause_subscription(id).is_paused
    assert not gateway.resume_subscription(id).is_paused
    stopped = gateway.stop_subscription(id)
    assert stopped.status == "canceled" and stopped.ended_at


@pytest.mark.parametrize(("language", "locale"), [("en", "en"), ("ru", "ru"), ("kk", "ru")])
def test_the_portal_speaks_the_language_of_the_donor_or_one_she_reads(
    stripe, paid, language, locale
):
    session = paid(interval="month")
    url = gateway.open_portal(session.customer, "https://site.example/me/", language)
    assert url.startswith(stripe.address)
    [portal] = stripe.store.all("billing_portal.session")
    assert portal["locale"] == locale


def test_money_is_given_back_once_however_often_it_is_pressed(stripe, paid):
    intent = paid().payment_intent
    first = gateway.refund(intent, 1000, "a1")
    assert gateway.refund(intent, 1000, "a1") == first
    gateway.refund(intent, 1500, "a2")
    assert [refund.amount for refund in gateway.refunds(intent)] == [1500, 1000]
    with pytest.raises(gateway.StripeRefused) as refused:
        gateway.refund(intent, 1, "a3")
    assert refused.value.code == "charge_already_refunded"


def test_a_refund_that_failed_and_a_dispute_are_seen(stripe, paid):
    intent = paid().payment_intent
    refund = gateway.refund(intent, 1000, "a1")
    stripe.control.fail_refund(refund.id)
    [failed] = gateway.refunds(intent)
    assert (failed.status, failed.failure) == ("failed", "expired_or_canceled_card")
    opened = stripe.control.dispute(intent)
    [dispute] = gateway.disputes(intent)
    assert (dispute.id, dispute.amount) == (opened["id"], 2500)


def test_what_the_site_missed_is_listed(stripe, paid, settings):
    stripe.webhooks.url = "http://127.0.0.1:9/"
    paid()
    stripe.webhooks.wait()
    types = ["checkout.session.completed", "payment_intent.succeeded"]
    missed = list(gateway.missed_events(timezone.now() - timedelta(days=1), types))
    assert sorted(event.type for event in missed) == types
    done = next(event for event in missed if event.kind == "checkout.session")
    assert gateway.session(done.object_id).payment_status == "paid"


@pytest.mark.parametrize("status", [409, 429, 500, 503, None])
def test_a_moment_of_trouble_is_overcome_and_the_gift_is_one(stripe, ask, status):
    for after in (False, True):
        stripe.control.fault(status=status, after=after, retry=None if status is None else True)
    session = gateway.open_session(ask())
    assert [one["id"] for one in stripe.store.all("checkout.session")] == [session.id]


@pytest.mark.parametrize("status", [409, 429, 500, None])
def test_when_the_trouble_lasts_stripe_is_away(stripe, ask, status):
    stripe.control.fault(times=9, status=status)
    with pytest.raises(gateway.StripeAway):
        gateway.open_session(ask())


def test_nobody_waits_for_a_stripe_that_does_not_answer(stripe, ask, settings, monkeypatch):
    monkeypatch.setattr(client, "TIMEOUT", (0.1, 0.1))
    monkeypatch.setattr(client, "RETRIES", 0)
    client.client_for.cache_clear()
    stripe.control.fault(delay=1.5, status=200)
    # It would answer well, only later.
    with pytest.raises(gateway.StripeAway):
        gateway.open_session(ask())
    settings.WAGTAIL_CAMPAIGN_STRIPE_ADDRESS = "http://127.0.0.1:9"
    with pytest.raises(gateway.StripeAway):
        gateway.session("cs_1")


def test_what_there_is_not_is_missing(stripe):
    for ask_for in (gateway.session, gateway.payment, gateway.subscription, gateway.invoice):
        with pytest.raises(gateway.StripeMissing):
            ask_for("x_1")


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_wrong_is_said(stripe, status):
    stripe.control.fault(status=status)
    with pytest.raises(gateway.StripeKeyWrong):
        gateway.session("cs_1")


@pytest.mark.parametrize("key", [None, "", "sk_live_1", "rk_live_1"])
def test_without_a_key_or_with_a_live_one_nothing_is_asked_of_another_server(stripe, settings, key):
    settings.WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = key
    assert gateway.is_live() == bool(key)
    with pytest.raises(gateway.StripeKeyWrong):
        gateway.session("cs_1")


def test_nothing_that_a_donor_typed_is_in_an_error(stripe, ask):
    # Put together, so that the line itself isn't found in the traceback.
    typed = " ".join(["aigul", "at", "home"])
    with pytest.raises(gateway.StripeRefused) as refused:
        gateway.open_session(ask(email=typed))
    said = "".join(traceback.format_exception(refused.value))
    assert "customer_email" in said and typed not in said


def test_the_languages_are_those_of_stripe():
    offered = str(SessionCreateParams.__annotations__["locale"])
    assert set(re.findall("'([^']+)'", offered)) == checkout.LOCALES
    assert checkout.locale("de-at") == "de" and checkout.locale("tlh") == "auto"
