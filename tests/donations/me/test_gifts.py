"""Donors see their gifts under /campaign/me/, say how they are named, and print confirmations."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.donations.donors import AIGUL, given, link_to, monthly, paid, press, tell
from tests.supporters.visits import ME, enter, page_text, url, work_off
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.stripe_api import gateway

from ..scenarios import intent_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def many_mails(settings):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 100


def test_a_donor_sees_what_she_gave_and_nobody_elses_gifts(
    client, stripe, donation_page, gift_typed
):
    paid(client, stripe, donation_page, gift_typed)
    paid(client, stripe, donation_page, gift_typed | {"email": "other@example.org", "other": "77"})
    text = enter(client, AIGUL)
    assert "Gift · " in text and "Strike fund" in text
    assert "Paid. Thank you!" in text and "€25" in text and "€77" not in text
    assert "Confirmation no." in text and "Withdraw" not in text


def test_what_was_given_back_is_said(client, stripe, donation_page, gift_typed):
    donation = paid(client, stripe, donation_page, gift_typed)
    gateway.refund(intent_of(donation), 1000, "1")
    tell(donation)
    assert "Given back €10" in enter(client, AIGUL)


def test_what_was_begun_and_left_is_in_the_file_and_not_in_the_way(
    client, stripe, donation_page, gift_typed
):
    donation = given(client, donation_page, gift_typed)
    assert "Not paid." in enter(client, AIGUL)
    Donation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    text = page_text(client.get(ME))
    assert "Not paid." not in text and "Nothing is stored" not in text
    assert "what you began and did not finish" in text
    [act] = client.get(url("me_data")).json()["acts"]
    assert (act["id"], act["record"]["state"]) == (donation.pk, "asked")
    stripe.control.forward(hours=25)
    tell(donation)
    assert Donation.objects.get().state == "abandoned"
    assert "Strike fund" not in page_text(client.get(ME))


def test_a_payment_that_failed_is_shown_as_what_it_is(client, stripe, donation_page, gift_typed):
    donation = given(client, donation_page, gift_typed)
    stripe.control.pay(donation.session, delayed=True)
    tell(donation)
    assert "your bank is working on it" in enter(client, AIGUL)
    stripe.control.bounce(donation.session)
    tell(donation)
    assert "The payment failed. Nothing was charged." in page_text(client.get(ME))


def test_a_donor_is_named_otherwise_at_once_and_for_this_gift_alone(
    client, stripe, donation_page, gift_typed
):
    first = paid(client, stripe, donation_page, gift_typed)
    second = paid(client, stripe, donation_page, gift_typed)
    shown = page_text(Client().get(donation_page.url))
    assert shown.count("Aigul Serikova") == 2
    text = enter(client, AIGUL)
    assert "Not at all" in text and "Aigul S." in text
    said = press(client, "me_show_as", "donation", first.pk, display="initial")
    assert "this is how you are shown" in said
    shown = page_text(Client().get(donation_page.url))
    assert shown.count("Aigul Serikova") == 1 and "Aigul S." in shown
    press(client, "me_show_as", "donation", second.pk, display="anonymous")
    assert "Serikova" not in page_text(Client().get(donation_page.url))


def test_a_recurring_gift_keeps_its_name_for_those_that_follow(
    client, stripe, donation_page, gift_typed
):
    recurring = monthly(client, stripe, donation_page, gift_typed)
    enter(client, AIGUL)
    press(client, "me_show_as", "recurring", recurring.pk, display="anonymous")
    stripe.control.forward(days=31)
    tell(recurring.donations.get())
    assert list(Donation.objects.values_list("public_name", flat=True)) == ["", ""]


def test_a_dedication_is_taken_out_of_view(client, stripe, donation_page, fund, gift_typed):
    fund.ask_dedication = "optional"
    fund.save()
    typed = gift_typed | {"dedication": "In memory of Marat"}
    donation = paid(client, stripe, donation_page, typed)
    assert "In memory of Marat" in page_text(Client().get(donation_page.url))
    assert "In memory of Marat" in enter(client, AIGUL)
    press(client, "me_hide", "donation", donation.pk)
    shown = page_text(Client().get(donation_page.url))
    assert "Marat" not in shown and "Aigul Serikova" in shown


def test_a_recurring_gift_is_one_act_with_all_that_came_of_it(
    client, stripe, donation_page, gift_typed
):
    recurring = monthly(client, stripe, donation_page, gift_typed)
    stripe.control.forward(days=31)
    tell(recurring.donations.get())
    text = enter(client, AIGUL)
    assert text.count("Strike fund") == 1 and "Recurring gift · " in text
    assert "€25 each month" in text and "Next time" in text and "2 gifts so far" in text
    assert text.count("Confirmation no.") == 2


def test_a_donor_prints_the_confirmation_of_a_gift(client, stripe, donation_page, gift_typed):
    donation = paid(client, stripe, donation_page, gift_typed | {"covers_fees": "on"})
    enter(client, AIGUL)
    address = link_to(client.get(ME).content.decode(), "Confirmation no.")
    # The address is enough: it is in the mail as well.
    answer = Client().get(address)
    sheet = page_text(answer)
    assert f"Number {donation.pk} " in sheet
    for words in ("Strike fund", "€25.64", "(EUR)", "Aigul Serikova", AIGUL, "Once"):
        assert words in sheet
    assert "Of it for the fees €0.64" in sheet
    assert "This is not a receipt for the tax office." in sheet
    assert "no money has moved" in sheet, "it was a test key"
    assert "no-store" in answer.headers["Cache-Control"]
    assert Client().get(address.replace("/print", "0/print")).status_code == 404
    gift = page_text(client.get(url("gift", donation.token("gift"))))
    assert "a sheet to print" in gift


def test_what_isnt_paid_has_no_confirmation(client, stripe, donation_page, gift_typed):
    donation = given(client, donation_page, gift_typed)
    assert client.get(url("gift_print", donation.token("gift"))).status_code == 404


def test_the_mail_of_thanks_leads_to_where_it_is_printed(client, stripe, donation_page, gift_typed):
    donation = paid(client, stripe, donation_page, gift_typed)
    work_off()
    [thanks] = mail.outbox
    assert url("gift", donation.token("gift")) in thanks.body
