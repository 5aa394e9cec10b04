"""A donor changes, pauses and ends what she gives each month, here or on Stripe's page."""

import pytest
from django.test import Client

from tests.donations.donors import AIGUL, monthly, press, tell
from tests.supporters.visits import ME, enter, page_text, url
from wagtail_campaign.donations.me.reasons import EndingReason
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.stripe_api import gateway

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def many_mails(settings):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 100


@pytest.fixture
def recurring(client, stripe, donation_page, gift_typed):
    """What she gives each month; she is inside."""
    recurring = monthly(client, stripe, donation_page, gift_typed)
    enter(client, AIGUL)
    return recurring


def at_stripe(recurring):
    return gateway.subscription(recurring.subscription)


def test_she_ends_it_with_the_month_that_is_paid(client, stripe, recurring):
    asked = page_text(client.get(url("me_recurring_end", recurring.pk)))
    assert "May we ask why? (optional)" in asked and "you can let it go on after all" in asked
    assert at_stripe(recurring).ends_at is None, "asking changes nothing"
    said = press(client, "me_recurring_end", recurring.pk)
    assert "Nothing more will be taken." in said and "It ends: nothing more is taken." in said
    assert at_stripe(recurring).ends_at == at_stripe(recurring).period_end
    assert not EndingReason.objects.exists()
    assert "it was done already" in press(client, "me_recurring_end", recurring.pk)
    stripe.control.forward(days=32)
    page_text(client.get(url("me_recurring_look", recurring.pk), follow=True))
    assert "Ended. Thank you" in page_text(client.get(ME))
    assert Donation.objects.count() == 1


def test_why_is_kept_without_her(client, recurring, fund):
    typed = {"reason": "money", "words": "I lost my job."}
    press(client, "me_recurring_end", recurring.pk, **typed)
    kept = EndingReason.objects.get()
    assert (kept.fund, kept.reason, kept.words) == (fund, "money", "I lost my job.")
    assert kept.month.day == 1
    assert {field.name for field in EndingReason._meta.fields} == {
        *("id", "fund", "reason", "words", "month")
    }


def test_a_reason_that_isnt_offered_ends_nothing(client, recurring):
    answer = client.post(url("me_recurring_end", recurring.pk), {"reason": "x"})
    assert answer.status_code == 422
    assert at_stripe(recurring).ends_at is None


def test_she_takes_it_back_while_it_can_be(client, stripe, recurring):
    press(client, "me_recurring_end", recurring.pk)
    said = press(client, "me_recurring_do", recurring.pk, "keep")
    assert "It goes on. Thank you!" in said and "Active." in said
    assert at_stripe(recurring).ends_at is None
    press(client, "me_recurring_end", recurring.pk)
    stripe.control.forward(days=32)
    # Here nothing is known of it yet; Stripe says no, and it is read anew.
    said = press(client, "me_recurring_do", recurring.pk, "keep")
    assert "Nothing was changed" in said and "Ended. Thank you" in said
    assert "Let it go on" not in said


def test_she_pauses_and_goes_on(client, stripe, recurring):
    said = press(client, "me_recurring_do", recurring.pk, "pause")
    assert "nothing is taken until you let it go on" in said and "Pause " not in said
    stripe.control.forward(days=31)
    tell(recurring.donations.get())
    assert Donation.objects.count() == 1
    said = press(client, "me_recurring_do", recurring.pk, "resume")
    assert "It goes on. Thank you!" in said
    stripe.control.forward(days=31)
    tell(recurring.donations.get())
    assert Donation.objects.count() == 2


def test_what_is_paused_or_unpaid_ends_at_once(client, stripe, recurring):
    press(client, "me_recurring_do", recurring.pk, "pause")
    assert "It ends at once" in page_text(client.get(url("me_recurring_end", recurring.pk)))
    assert "Ended. Thank you" in press(client, "me_recurring_end", recurring.pk)
    assert at_stripe(recurring).status == "canceled"


def test_when_the_card_has_expired_she_can_give_another_or_end_it(client, stripe, recurring):
    stripe.control.card(recurring.customer, declines=True)
    stripe.control.forward(days=31)
    tell(recurring.donations.get())
    said = page_text(client.get(ME))
    assert "It could not be taken this time." in said
    assert "Change card or amount…" in said and "End it…" in said and "Pause" not in said


@pytest.mark.parametrize("verb", ["end", "pause"])
def test_while_stripe_is_away_nothing_is_lost_and_she_is_told(client, stripe, recurring, verb):
    stripe.control.fault(times=3, status=503)
    name, args = ("me_recurring_end", ()) if verb == "end" else ("me_recurring_do", (verb,))
    said = press(client, name, recurring.pk, *args, **({"reason": "money"} if not args else {}))
    assert "doesn’t answer just now. Nothing was changed" in said and "Active." in said
    assert at_stripe(recurring).status == "active" and not EndingReason.objects.exists()
    assert "doesn’t answer" not in press(client, name, recurring.pk, *args)


def test_with_the_key_of_the_other_mode_nothing_is_touched(client, stripe, recurring):
    recurring.livemode = True
    recurring.save()
    assert "Nothing was changed" in press(client, "me_recurring_do", recurring.pk, "pause")
    assert at_stripe(recurring).is_paused is False


def test_she_changes_the_amount_on_stripes_page_and_comes_back(client, stripe, recurring):
    client.post(url("me_language"), {"language": "kk"})
    answer = client.post(url("me_recurring_change", recurring.pk))
    assert answer.status_code == 303 and answer.url.startswith(stripe.address)
    [session] = stripe.store.all("billing_portal.session")
    assert (session["customer"], session["locale"]) == (recurring.customer, "ru")
    # A cookie that is Strict isn't sent by who comes from another site.
    way_back = session["return_url"].removeprefix("http://testserver")
    back = Client().get(way_back)
    assert back.headers["Content-Language"] == "kk"
    look = url("me_recurring_look", recurring.pk)
    assert look in back.content.decode()
    gateway.pause_subscription(recurring.subscription)
    assert client.get(look).url == ME
    recurring.refresh_from_db()
    assert recurring.state == "paused"


def test_the_page_says_in_which_language_stripe_will_speak(client, recurring):
    address = url("me_recurring_change", recurring.pk)
    assert "It doesn’t speak the language of this page" not in page_text(client.get(address))
    client.post(url("me_language"), {"language": "kk"})
    # Stripe has no Kazakh, and its pages come in Russian.
    assert "орыс" in page_text(client.get(address))


@pytest.mark.parametrize("name", ["me_recurring_end", "me_recurring_change"])
def test_nobody_else_sees_or_changes_it(client, stripe, recurring, name):
    stranger = Client()
    assert stranger.post(url(name, recurring.pk)).url.startswith(f"{ME}?say=over")
    enter(client, AIGUL)
    recurring.supporter.email_key = "0" * 64
    recurring.supporter.save()
    assert client.get(url(name, recurring.pk)).status_code == 404
    assert client.post(url(name, recurring.pk)).status_code == 404
    assert client.post(url("me_recurring_do", recurring.pk, "pause")).status_code == 404
    assert at_stripe(recurring).status == "active" and not at_stripe(recurring).is_paused


def test_another_site_cant_end_it(client, recurring):
    answer = client.post(
        url("me_recurring_end", recurring.pk), headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 403
    assert at_stripe(recurring).ends_at is None
