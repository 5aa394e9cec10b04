"""Inside /campaign/me/: what a supporter sees, and what the buttons do."""

import pytest
from django.core import mail
from django.test import Client

from tests.people import count
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import Signature, SignatureState
from wagtail_campaign.supporters import consents
from wagtail_campaign.supporters.models import Consent, Display
from wagtail_campaign.supporters.models import Purpose as P

from .visits import ME, act_url, enter, page_text, signed_by, url

pytestmark = pytest.mark.django_db

DANA = "dana@example.org"


@pytest.fixture(autouse=True)
def many_mails(settings):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 100


@pytest.fixture
def ticked(page):
    """The ids of all wordings of the petition, as a form sends them."""
    consents.keep_wordings(page.consent_wordings())
    return [wording.pk for wording in page.consent_wordings()]


def do(client, verb, signature, **data):
    """Presses a button; what the list says then."""
    response = client.post(act_url(verb, signature), data)
    assert response.status_code == 303
    return page_text(client.get(response.url))


def test_a_supporter_sees_all_that_was_done_with_her_address_and_nothing_else(client, pages):
    signed_by(pages["ru"], first_name="Дана")
    signed_by(pages["ru"], email="other@example.org", first_name="Other")
    response_text = enter(client, DANA)
    assert "Свободу забастовщикам" in response_text
    assert "Other" not in response_text
    html = client.get(ME).content.decode()
    assert 'lang="ru">Свободу забастовщикам</a>' in html
    assert "<script>" not in html


def test_dates_are_written_in_the_language_of_the_reader(client, page):
    signature = signed_by(page)
    enter(client, DANA)
    client.post(url("me_language"), {"language": "kk"})
    assert f"{signature.created_at.year} ж." in page_text(client.get(ME))


def test_a_supporter_changes_how_she_is_shown(client, page, petition):
    signature = signed_by(page, display="full")
    text = enter(client, DANA)
    for look in ["Dana Akhmetova", "Dana A.", "Supporter (Kazakhstan)"]:
        assert look in text
    assert "From now on" in do(client, "show_as", signature, display="initial")
    assert "Dana A." in page_text(Client().get(page.url))
    do(client, "show_as", signature, display="anonymous")
    shown = page_text(Client().get(page.url))
    assert "Dana" not in shown and "Supporter (Kazakhstan)" in shown
    assert "Nothing was changed" in do(client, "show_as", signature, display="nonsense")
    assert "Nothing was changed" in do(client, "show_as", signature)


def test_who_has_one_name_only_is_not_asked_twice_for_it(client, page):
    signed_by(page, last_name="", display="full")
    enter(client, DANA)
    html = client.get(ME).content.decode()
    assert html.count('type="radio"') == 2
    assert 'value="full" required' in html or 'value="full"' in html
    assert html.count("checked") == 1


def test_a_supporter_withdraws_her_signature(client, page, petition, ticked):
    signature = signed_by(page, display="full", ticked=ticked)
    enter(client, DANA)
    question = page_text(client.get(act_url("withdraw", signature)))
    assert "Withdraw your signature?" in question and "doesn’t count any more" in question
    assert count(petition) == 1, "asking changes nothing"
    assert "Withdrawn" in do(client, "withdraw", signature)
    assert count(petition) == 0
    assert "Dana" not in page_text(Client().get(page.url))
    standing = Consent.objects.filter(withdrawn_at=None).values_list("purpose", flat=True)
    assert list(standing) == [P.NEWS]
    # A second tab still shows the button.
    assert "Nothing was changed" in do(client, "withdraw", signature)
    assert client.get(act_url("withdraw", signature)).status_code == 303
    assert count(petition) == 0
    signed_by(page)
    assert count(petition) == 1, "she can sign again"


def test_a_supporter_takes_one_consent_back(client, page, ticked):
    signed_by(page, ticked=ticked)
    text = enter(client, DANA)
    for wording in page.consent_wordings():
        assert wording.text in text
    news = Consent.objects.get(purpose=P.NEWS)
    response = client.post(url("me_withdraw_consent", news.pk))
    assert "You took this consent back" in page_text(client.get(response.url))
    taken_back = Consent.objects.exclude(withdrawn_at=None)
    assert [consent.purpose for consent in taken_back] == [P.NEWS]
    [before] = taken_back.values_list("withdrawn_at", flat=True)
    response = client.post(url("me_withdraw_consent", news.pk))
    assert "Nothing was changed" in page_text(client.get(response.url))
    assert taken_back.get().withdrawn_at == before


def test_what_waits_is_shown_with_what_it_waits_for_and_confirmed_here(
    client, page, petition, ticked
):
    signature = signed_by(page, confirmed=False, ticked=ticked[:1], display="full")
    text = enter(client, DANA)
    assert "waits for you to confirm it" in text
    assert page.consent_wordings()[0].text in text
    assert "Confirmed. Thank you!" in do(client, "confirm", signature)
    assert count(petition) == 1
    assert Consent.objects.count() == 1
    assert "Nothing was changed" in do(client, "confirm", signature)
    assert count(petition) == 1


def test_what_a_stranger_typed_with_her_address_can_be_erased_and_changes_nothing(
    client, page, petition
):
    mine = signed_by(page, display="full")
    foreign = signed_by(page, confirmed=False, first_name="Mallory", display="full")
    text = enter(client, DANA)
    assert "This address has signed the petition already" in text
    assert "Nothing was changed" in do(client, "confirm", foreign)
    question = page_text(client.get(act_url("erase", foreign)))
    assert "not confirmed nothing stays" in question
    assert "Mallory" not in do(client, "erase", foreign)
    mine.refresh_from_db()
    assert (mine.state, mine.public_name) == (SignatureState.CONFIRMED, "Dana Akhmetova")
    assert count(petition) == 1


def test_an_unconfirmed_signature_that_came_too_late_can_only_be_erased(client, page, set_petition):
    signature = signed_by(page, confirmed=False)
    set_petition(state="won")
    assert "will be deleted" in enter(client, DANA)
    assert "Nothing was changed" in do(client, "confirm", signature)
    do(client, "erase", signature)
    assert not Signature.objects.exists()


def test_who_was_taken_out_of_the_count_learns_it_and_does_not_come_back(client, page, petition):
    from wagtail_campaign.petitions import moderation

    signature = signed_by(page, display="full")
    moderation.invalidate(petition, [signature.pk], "many at once", None)
    assert "Taken out of the count" in enter(client, DANA)
    assert "Nothing was changed" in do(client, "withdraw", signature)
    assert "fingerprint" in page_text(client.get(act_url("erase", signature)))
    client.post(act_url("erase", signature))
    again = signed_by(page, confirmed=False)
    assert not services.confirm(again)
    assert count(petition) == 0


def test_the_page_may_be_gone(client, page):
    signed_by(page)
    page.unpublish()
    enter(client, DANA)
    assert f'href="{page.url}"' not in client.get(ME).content.decode()
    Signature.objects.update(page=None)
    assert "A page that is no longer here" in page_text(client.get(ME))


@pytest.mark.parametrize("verb", ["confirm", "show_as", "withdraw", "erase"])
def test_nobody_can_touch_the_acts_of_another_address(client, page, petition, verb):
    signed_by(page)
    state = {"confirmed": verb != "confirm"}
    foreign = signed_by(page, email="other@example.org", display="full", **state)
    before = Signature.objects.filter(pk=foreign.pk).values().get()
    enter(client, DANA)
    assert client.post(act_url(verb, foreign), {"display": "anonymous"}).status_code == 404
    if verb in ("withdraw", "erase"):
        assert client.get(act_url(verb, foreign)).status_code == 404
    assert Signature.objects.filter(pk=foreign.pk).values().get() == before
    foreign.refresh_from_db()
    assert foreign.supporter.display == "full"


def test_nobody_can_take_back_the_consent_of_another_address(client, page, ticked):
    signed_by(page)
    signed_by(page, email="other@example.org", ticked=ticked)
    enter(client, DANA)
    for pk in [*Consent.objects.values_list("pk", flat=True), 10**30]:
        assert client.post(url("me_withdraw_consent", pk)).status_code == 404
    assert not Consent.objects.exclude(withdrawn_at=None).exists()


@pytest.mark.parametrize(
    "target", ["petition/999999", "petition/" + "9" * 30, "nothing/1", "x-y/1"]
)
def test_what_was_never_there_is_not_here(client, page, target):
    signed_by(page)
    enter(client, DANA)
    for verb in ["erase", "withdraw"]:
        assert client.get(f"{ME}acts/{target}/{verb}/").status_code == 404
        assert client.post(f"{ME}acts/{target}/{verb}/").status_code == 404


@pytest.mark.parametrize("verb", ["confirm", "show_as", "withdraw", "erase"])
def test_without_a_session_the_buttons_do_nothing(client, page, petition, verb):
    signature = signed_by(page, display="full")
    response = client.post(act_url(verb, signature), {"display": "anonymous"})
    assert (response.status_code, response.url) == (303, f"{ME}?say=over&language=en")
    signature.refresh_from_db()
    assert signature.public_name == "Dana Akhmetova"


def test_a_long_list_comes_in_pages(client, page, django_assert_max_num_queries):
    for _ in range(25):
        signed_by(page, confirmed=False)
    enter(client, DANA)
    assert client.get(ME).content.decode().count("<article") == 20
    assert client.get(f"{ME}?page=2").content.decode().count("<article") == 5
    assert client.get(f"{ME}?page=nonsense").status_code == 200


def test_nothing_left_is_said_in_words(client, page, after_commit):
    signature = signed_by(page, confirmed=False)
    enter(client, DANA)
    with after_commit():
        services.erase(signature)
    assert "Nothing is stored about your address" in page_text(client.get(ME))


class TestTwoTabs:
    """What one tab read before the other one changed it."""

    def test_who_was_erased_is_not_named_again(self, page):
        stale = signed_by(page, display="anonymous")
        services.erase(Signature.objects.get(pk=stale.pk))
        assert not services.show_as(stale, Display.FULL)
        assert Signature.objects.get().public_name == ""

    def test_who_was_erased_still_counts(self, page, petition):
        stale = signed_by(page)
        services.erase(Signature.objects.get(pk=stale.pk))
        assert not services.withdraw(stale)
        assert count(petition) == 1

    def test_who_withdrew_is_not_named_again(self, page):
        stale = signed_by(page)
        services.withdraw(Signature.objects.get(pk=stale.pk))
        assert not services.show_as(stale, Display.FULL)
        assert Signature.objects.get().public_name == ""

    def test_what_was_confirmed_meanwhile_counts_after_erasing(self, page, petition):
        stale = signed_by(page, confirmed=False)
        services.confirm(Signature.objects.get(pk=stale.pk))
        services.erase(stale)
        kept = Signature.objects.get()
        assert (kept.state, kept.supporter) == (SignatureState.CONFIRMED, None)
        assert kept.confirmed_at.day == 1
        assert count(petition) == 1

    def test_erasing_twice_is_erasing_once(self, page, petition, after_commit):
        from wagtail_campaign import signals

        heard = []
        signals.supporter_erased.connect(lambda **kwargs: heard.append(kwargs), weak=False)
        stale = signed_by(page)
        with after_commit():
            services.erase(stale)
        with after_commit():
            services.erase(stale)
        signals.supporter_erased.receivers.clear()
        assert len(heard) == 1
        assert not mail.outbox
