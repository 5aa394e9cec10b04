"""What banks say against a gift is told to the staff once, and shown where donations are."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.crowd import at_once
from tests.donations.scenarios import intent_of
from tests.editors import editor, superuser, text
from tests.people import mails_to
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.money_back import telling
from wagtail_campaign.donations.money_back.refunds import Dispute, FraudWarning
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing import hints
from wagtail_campaign.donations.syncing.gifts import sync_donation
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.pages.models import DonationPage

from ..donors import given, monthly, paid
from ..syncing.test_at_once import hear

pytestmark = pytest.mark.django_db
LIST = reverse("campaign_donations:index")


@pytest.fixture
def gift(client, stripe, donation_page, gift_typed):
    donation = paid(client, stripe, donation_page, gift_typed)
    mail.outbox.clear()
    return donation


@pytest.fixture
def follower(donation_page):
    """Somebody of the staff who may see the donations of the fund; their address."""
    return editor("export_donation", edits=[donation_page]).user.email


def inspected(gift):
    return text(superuser().get(reverse("campaign_donations:inspect", args=[gift.pk])))


def warn(stripe, gift) -> str:
    """The bank warns, and the site hears of it."""
    warning = stripe.control.warn_of_fraud(intent_of(gift), "made_with_stolen_card")["id"]
    assert hints.sync("radar.early_fraud_warning", warning)
    return warning


def test_a_warning_is_told_once_in_numbers(stripe, gift, follower):
    warning = warn(stripe, gift)
    for _ in range(2):
        hints.sync("radar.early_fraud_warning", warning)
        run_pass()
    [sent] = mails_to(follower)
    assert sent.subject == "Donations: a bank warns of fraud"
    for part in (" ".join(sent.body.split()), sent.alternatives[0][0]):
        assert f"gift no. {gift.pk} (€25)" in part and "made_with_stolen_card" in part
        assert reverse("campaign_donations:inspect", args=[gift.pk]) in part
        assert "give it back before" in part and "It is money of a test key." in part
        assert "Aigul" not in part and "aigul" not in part
    assert mails_to("aigul@example.org") == []


def test_a_dispute_is_told_to_the_staff_and_not_to_the_donor(stripe, gift, follower):
    stripe.control.dispute(intent_of(gift))
    for _ in range(2):
        sync_donation(gift.pk)
        run_pass()
    [sent] = mails_to(follower)
    said = " ".join(sent.body.split())
    assert f"disputes €25 of gift no. {gift.pk} (€25)" in said and "“fraudulent”" in said
    assert "The bank has taken the money." in said
    assert len(mail.outbox) == 1


def test_an_inquiry_has_taken_nothing(stripe, gift, follower):
    dispute = stripe.control.dispute(intent_of(gift))["id"]
    stripe.store.objects[dispute]["status"] = "warning_needs_response"
    sync_donation(gift.pk)
    run_pass()
    assert "only asks so far" in " ".join(mails_to(follower)[0].body.split())


def test_who_works_for_another_fund_is_not_told(home, stripe, gift):
    other = home.add_child(instance=DonationPage(title="Lawyers", slug="lawyers"))
    stranger = editor("view_donor", edits=[other])
    warn(stripe, gift)
    run_pass()
    assert mails_to(stranger.user.email) == []


def test_the_warning_of_a_payment_of_another_site_is_none_of_ours(stripe, ask, donation_page):
    session = gateway.open_session(ask(donation="not even a key"))
    stripe.control.pay(session.id)
    intent = gateway.session(session.id).payment_intent
    warning = stripe.control.warn_of_fraud(intent)["id"]
    assert not hints.sync("radar.early_fraud_warning", warning)
    assert not hints.sync("radar.early_fraud_warning", "issfr_none")
    assert not FraudWarning.objects.exists()


def test_a_renewal_of_which_nothing_was_heard_is_found_by_its_warning(
    client, stripe, donation_page, gift_typed
):
    recurring = monthly(client, stripe, donation_page, gift_typed)
    stripe.control.forward(days=31)
    newest = gateway.invoices(recurring.subscription)[0]
    warning = stripe.control.warn_of_fraud(newest.payment_intent)["id"]
    assert recurring.donations.count() == 1
    assert hints.sync("radar.early_fraud_warning", warning)
    assert FraudWarning.objects.get().donation == recurring.donations.latest("pk")
    assert recurring.donations.count() == 2


def test_money_of_another_mode_is_not_warned_of(stripe, gift):
    Donation.objects.update(livemode=True)
    warning = stripe.control.warn_of_fraud(intent_of(gift))["id"]
    hints.sync("radar.early_fraud_warning", warning)
    assert not FraudWarning.objects.exists()


def test_it_is_shown_with_the_gift_until_the_money_is_gone(stripe, gift, after_commit):
    assert "warns that its holder" not in inspected(gift)
    warn(stripe, gift)
    said = inspected(gift)
    assert "warns that its holder" in said and "made_with_stolen_card" in said
    assert "Fraud warning" in said
    gateway.refund(intent_of(gift), 2500, "a")
    sync_donation(gift.pk)
    said = inspected(gift)
    assert "warns that its holder" not in said and "made_with_stolen_card" in said


def test_the_list_marks_and_finds_them(client, stripe, donation_page, gift_typed):
    warned, disputed, fine = (
        paid(client, stripe, donation_page, gift_typed | {"email": f"{n}@example.org"})
        for n in range(3)
    )
    warn(stripe, warned)
    stripe.control.dispute(intent_of(disputed))
    sync_donation(disputed.pk)
    browser = superuser()
    said = text(browser.get(LIST))
    assert "€25, test, warned of fraud" in said and "€25 (−\u2060€25), test, disputed" in said

    def found(what):
        return {row.pk for row in browser.get(LIST, {"odd": what}).context["object_list"]}

    assert found("warned") == {warned.pk} and found("disputed") == {disputed.pk}
    assert found("1") == set() and len(found("")) == 3


def test_a_long_list_asks_no_more_of_the_database(client, stripe, donation_page, gift_typed):
    browser = superuser()

    def queries():
        with CaptureQueriesContext(connection) as asked:
            browser.get(LIST)
        return len(asked)

    def add():
        typed = gift_typed | {"email": f"{Donation.objects.count()}@example.org"}
        warn(stripe, paid(client, stripe, donation_page, typed))

    add()
    browser.get(LIST)
    before = queries()
    add(), add()
    assert queries() == before


def test_the_overview_counts_those_that_can_still_be_given_back(
    client, stripe, donation_page, gift_typed
):
    funds = reverse("campaign_funds:index")

    def number():
        view = superuser().get(funds).context_data["view"]
        return view.warned

    gifts = [
        paid(client, stripe, donation_page, gift_typed | {"email": f"{n}@example.org"})
        for n in range(2)
    ]
    for gift in gifts:
        warn(stripe, gift)
    assert number() == {gifts[0].fund_id: 2}
    gateway.refund(intent_of(gifts[0]), 2500, "a")
    sync_donation(gifts[0].pk)
    assert number() == {gifts[0].fund_id: 1}


@pytest.mark.django_db(transaction=True)
def test_twenty_bringing_the_same_warning_tell_it_once(
    client, stripe, donation_page, gift_typed, follower
):
    stripe.webhooks.url = "http://127.0.0.1:9/"
    stripe.control.hold()
    donation = given(client, donation_page, gift_typed)
    stripe.control.pay(donation.session)
    stripe.control.warn_of_fraud(intent_of(donation))
    stripe.control.dispute(intent_of(donation))
    told = [
        event
        for event in stripe.control.events()
        if event["type"] in ("radar.early_fraud_warning.created", "charge.dispute.created")
    ]
    assert len(told) == 2
    at_once(20, lambda i: hear(stripe, told[i % 2] | {"id": f"evt_{i}"}).status_code)
    sync_donation(donation.pk)
    hints.sync("radar.early_fraud_warning", FraudWarning.objects.get().stripe_id)
    assert sorted(Mail.objects.filter(user__isnull=False).values_list("kind", flat=True)) == [
        "donations.disputed",
        "donations.fraud_warning",
    ]


@pytest.mark.django_db(transaction=True)
def test_who_dies_while_telling_leaves_it_to_the_next(
    client, stripe, donation_page, gift_typed, follower, monkeypatch
):
    donation = paid(client, stripe, donation_page, gift_typed)
    stripe.control.dispute(intent_of(donation))
    warning = stripe.control.warn_of_fraud(intent_of(donation))["id"]

    def dies(*args):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(telling.staff, "put", dies)
        with pytest.raises(SystemExit):
            sync_donation(donation.pk)
    assert not Dispute.objects.exists() and not FraudWarning.objects.exists()
    for _ in range(2):
        hints.sync("radar.early_fraud_warning", warning)
    assert Mail.objects.filter(user__isnull=False).count() == 2
