"""A petition that forgets: of who confirmed nothing is kept but what a consent needs."""

import pytest
from django.core import mail
from django.urls import reverse

from tests.editors import superuser, table, text
from tests.people import change, count, link, mails_to, sign, sign_and_confirm, signature_of
from tests.supporters.visits import ask, enter, page_text, url, work_off
from wagtail_campaign import signals
from wagtail_campaign.actions import tallies
from wagtail_campaign.actions.copying import after_copy_page
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters import links
from wagtail_campaign.supporters.models import Consent, Display, Supporter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forgets(petition, set_petition):
    set_petition(forgets=True, ask_organisation="optional", ask_postcode="optional")


@pytest.fixture
def agreed(page, typed):
    """``agreed("news")``: what is typed, with these boxes ticked."""

    def agreed(*purposes):
        wordings = {wording.purpose: wording.pk for wording in page.consent_wordings()}
        more = {"comment": "Please!", "organisation": "Union", "postcode": "01001"}
        return typed | more | {f"consent_{p}": wordings[p] for p in purposes}

    return agreed


def test_nothing_is_kept_of_who_agreed_to_nothing(client, page, petition, agreed):
    signature = sign_and_confirm(client, page, agreed())
    assert not Supporter.objects.exists() and not Consent.objects.exists()
    assert (signature.state, signature.supporter) == ("confirmed", None)
    assert (signature.public_name, signature.country) == ("Aigul Serikova", "DE")
    assert signature.dedupe_key and signature.nonce
    assert count(petition) == 1 and tallies.recount() == []
    assert "Aigul Serikova" in client.get(page.url).content.decode()


def test_what_is_not_confirmed_is_not_forgotten_before_its_time(client, page, typed, clock):
    sign(client, page, typed)
    assert Supporter.objects.get().email == typed["email"]
    clock.forward(days=15)
    work_off()
    assert not Supporter.objects.exists()


@pytest.mark.parametrize(
    ("purposes", "kept"),
    [
        (["updates"], {"email", "first_name", "last_name"}),
        (["news"], {"email", "first_name", "last_name"}),
        (["handover"], {"first_name", "last_name", "organisation", "comment"}),
        (["news", "handover"], {"email", "first_name", "last_name", "organisation", "comment"}),
    ],
)
def test_a_consent_keeps_what_it_needs(client, page, agreed, purposes, kept):
    sign_and_confirm(client, page, agreed(*purposes))
    supporter = Supporter.objects.get()
    told = ["email", "first_name", "last_name", "organisation", "comment", "postcode"]
    assert {name for name in told if getattr(supporter, name)} == kept
    assert bool(supporter.email_key) == ("email" in kept)
    assert bool(supporter.mails.exists()) == ("email" in kept)


def test_a_second_click_says_confirmed(client, page, petition, typed):
    sign(client, page, typed)
    path = link(mail.outbox[0])
    assert "your address is destroyed" in client.get(path).content.decode()
    first, second = client.post(path), client.post(path)
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert "This signature is confirmed" in client.get(path).content.decode()
    assert count(petition) == 1


def test_the_same_address_counts_once_and_is_told(client, page, petition, typed):
    sign_and_confirm(client, page, typed)
    sign(client, page, typed)
    first, second = mails_to(typed["email"])
    assert "signed it already" in " ".join(second.body.split())
    assert "The last link in our first mail takes it back." in " ".join(second.body.split())
    repeat = Signature.objects.get(state="pending")
    assert services.confirm(repeat) is False
    assert count(petition) == 1


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_links_of_the_mail_still_take_it_back(client, pages, petition, typed, language):
    sign(client, pages[language], typed)
    confirm, disown = link(mail.outbox[0]), link(mail.outbox[0], "disown")
    client.post(confirm)
    assert client.get(disown).status_code == 200
    assert client.post(disown).status_code == 200
    signature = Signature.objects.get()
    assert (signature.state, signature.public_name) == ("withdrawn", "")
    assert (signature.dedupe_key, signature.nonce) == (None, "")
    assert count(petition) == 0 and tallies.recount() == []
    assert client.post(disown).status_code == 404
    sign_and_confirm(client, pages[language], typed)
    assert count(petition) == 1


def test_taking_back_leaves_only_what_news_need(client, page, petition, agreed):
    signature = sign_and_confirm(client, page, agreed("updates"))
    services.withdraw(signature)
    assert not Supporter.objects.exists()
    signature = sign_and_confirm(client, page, agreed("updates", "news"))
    services.withdraw(signature)
    assert Supporter.objects.get().email


def test_unsubscribing_destroys_the_address(client, page, petition, agreed):
    signature = sign_and_confirm(client, page, agreed("updates"))
    path = reverse("wagtail_campaign:unsubscribe", args=[signature.token("unsubscribe")])
    for _ in range(2):
        assert client.post(path).status_code == 200
    assert not Supporter.objects.exists()
    assert count(petition) == 1


def test_unsubscribing_leaves_what_else_was_agreed_to(client, page, agreed):
    signature = sign_and_confirm(client, page, agreed("updates", "handover"))
    links.unsubscribe(links.of_slice("petition"), signature)
    supporter = Supporter.objects.get()
    assert (supporter.email, supporter.email_key) == ("", "")
    assert (supporter.full_name, supporter.organisation) == ("Aigul Serikova", "Union")


def test_taking_the_last_consent_back_under_my_actions_leaves_nothing(client, page, agreed):
    sign_and_confirm(client, page, agreed("news"))
    address = agreed()["email"]
    assert "Send me other news" in enter(client, address)
    answer = client.post(url("me_withdraw_consent", Consent.objects.get().pk))
    assert answer.url.startswith(url("me_erased"))
    assert not Supporter.objects.exists()


def test_my_actions_do_not_find_the_forgotten(client, page, typed):
    sign_and_confirm(client, page, typed)
    mail.outbox.clear()
    ask(client, typed["email"])
    assert not mail.outbox


def test_a_public_name_stays_as_it_was_chosen(client, page, petition, typed, agreed):
    signature = sign_and_confirm(client, page, typed)
    assert services.show_as(signature, Display.ANONYMOUS) is False
    signature = sign_and_confirm(client, page, agreed("news") | {"email": "b@example.org"})
    assert services.show_as(signature, Display.INITIAL) is True
    assert Signature.objects.get(pk=signature.pk).public_name == "Aigul S."


def test_a_day_later_no_mail_knows_of_them(client, page, typed, clock):
    sign_and_confirm(client, page, typed)
    assert Mail.objects.get().supporter is None
    clock.forward(days=1, minutes=1)
    work_off()
    assert not Mail.objects.exists()


def test_a_copy_asks_and_forgets_as_the_original(page):
    copy = page.copy(update_attrs={"slug": "copy"})
    after_copy_page(None, page, copy)
    assert copy.get_action().forgets


def test_receivers_get_nothing_that_is_destroyed(client, page, agreed):
    heard = []

    def hear(sender, signature, **kwargs):
        heard.append(signature.supporter and signature.supporter.email)

    signals.signature_confirmed.connect(hear)
    try:
        sign_and_confirm(client, page, agreed())
        sign_and_confirm(client, page, agreed("handover") | {"email": "b@example.org"})
    finally:
        signals.signature_confirmed.disconnect(hear)
    assert heard == [None, ""]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["we destroy your address", "We have destroyed your address"]),
        ("ru", ["мы уничтожим ваш адрес", "Мы уничтожили ваш адрес"]),
        ("kk", ["мекенжайыңызды жоямыз", "мекенжайыңызды жойдық"]),
    ],
)
def test_it_is_said_beside_the_address_and_after_confirming(client, pages, typed, language, said):
    page = pages[language]
    form = client.get(page.url).content.decode()
    assert said[0] in form
    again = sign(client, page, typed | {"first_name": ""})
    assert again.status_code == 422 and said[0] in again.content.decode()
    thanks = client.get(reverse("wagtail_campaign:petition_thanks", args=[page.pk]))
    assert said[1] in page_text(thanks)


def test_other_petitions_do_not_say_it(client, page, set_petition):
    set_petition(forgets=False)
    assert "destroy your address" not in client.get(page.url).content.decode()


def test_editors_see_forgotten_and_can_erase_the_rest(client, page, petition, typed):
    signature = sign_and_confirm(client, page, typed)
    browser = superuser()
    inspect = reverse("campaign_signatures:inspect", args=[signature.pk])
    assert "Forgotten: this petition destroys" in text(browser.get(inspect))
    heading, row = table(browser.get(reverse("campaign_signatures:export")))
    assert row[heading.index("E-mail")] == "forgotten"
    erase = f"{reverse('campaign_signatures:erase')}?id={signature.pk}"
    assert "public name and the fingerprint" in text(browser.get(erase))
    browser.post(erase)
    signature.refresh_from_db()
    assert (signature.public_name, signature.dedupe_key, signature.nonce) == ("", None, "")
    assert signature.state == "confirmed" and count(petition) == 1
    assert "It was erased" in text(browser.get(inspect))


def test_what_was_promised_cannot_be_switched_off(page, petition):
    petition.forgets = False
    petition.full_clean()
    petition.forgets = True
    petition.save()
    signature_of(page)
    browser = superuser()
    settings = reverse("campaign_petitions:edit", args=[petition.pk])
    sent = {"state": "open", "goal": "1000", "ask_last_name": "required", "ask_country": "required"}
    sent |= {"ask_postcode": "off", "ask_organisation": "off", "ask_comment": "off"}
    answer = browser.post(settings, sent)
    assert "promised it" in text(answer)
    petition.refresh_from_db()
    assert petition.forgets


def test_the_end_takes_the_rest(client, page, petition, typed, clock):
    sign_and_confirm(client, page, typed)
    change(petition, state="won")
    clock.forward(days=190)
    work_off()
    signature = Signature.objects.get()
    assert (signature.public_name, signature.dedupe_key, signature.nonce) == ("", None, "")
    assert count(petition) == 1 and tallies.recount() == []
