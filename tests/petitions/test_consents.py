"""Agreeing: each purpose apart, with the very words that were shown."""

import pytest
from django.core.cache import cache

from tests.people import errors_of, link, mails_to, sign, sign_and_confirm
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.petitions.pages import WORDINGS
from wagtail_campaign.supporters.models import Consent, ConsentWording

pytestmark = pytest.mark.django_db


def wordings(page) -> dict:
    """{purpose: wording} as the page shows them now."""
    page = PetitionPage.objects.get(pk=page.pk)
    return {wording.purpose: wording for wording in page.consent_wordings()}


def ticked(page, *purposes) -> dict:
    """What a browser sends for the boxes ticked on a page as it is now."""
    return {f"consent_{purpose}": wordings(page)[purpose].pk for purpose in purposes}


def reword(page, **words):
    """An editor publishes other words."""
    page = PetitionPage.objects.get(pk=page.pk)
    for purpose, text in words.items():
        setattr(page, f"{purpose}_wording", text)
    page.save_revision().publish()


def test_no_box_is_ticked_beforehand(client, pages):
    for page in pages.values():
        form = client.get(page.url).content.decode()
        for purpose in WORDINGS:
            assert f'name="consent_{purpose}"' in form
            assert wordings(page)[purpose].pk in form
        assert "checked" not in form.split('name="consent_')[1]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_consent_keeps_the_words_the_language_and_the_time(client, pages, typed, language):
    page = pages[language]
    signature = sign_and_confirm(client, page, typed | ticked(page, "updates", "handover"))
    consents = {consent.purpose: consent for consent in Consent.objects.all()}
    assert set(consents) == {"updates", "handover"}
    for purpose, consent in consents.items():
        assert consent.supporter == signature.supporter
        assert consent.action_key == signature.petition.key
        assert consent.wording.text == wordings(page)[purpose].text
        assert consent.wording.language == language
        assert consent.given_at and not consent.withdrawn_at


def test_who_ticks_nothing_agreed_to_nothing(client, page, typed):
    sign_and_confirm(client, page, typed)
    assert not Consent.objects.exists()


def test_nothing_is_agreed_to_before_it_is_confirmed(client, page, typed):
    sign(client, page, typed | ticked(page, *WORDINGS))
    assert not Consent.objects.exists()
    client.post(link(mails_to(typed["email"])[0]))
    assert Consent.objects.count() == 3


def test_confirming_twice_agrees_once(client, page, typed):
    sign_and_confirm(client, page, typed | ticked(page, "news"))
    client.post(link(mails_to(typed["email"])[0]))
    assert Consent.objects.count() == 1


def test_a_repeat_signature_agrees_to_nothing_for_the_first(client, page, typed):
    sign_and_confirm(client, page, typed)
    sign(client, page, typed | ticked(page, *WORDINGS))
    second = Signature.objects.latest("pk")
    client.post(f"/campaign/confirm/{second.token('confirm')}/")
    assert not Consent.objects.exists()


def test_the_editors_own_words_are_recorded(client, page, typed):
    reword(page, news="Write to me, Дос! <b>&</b>")
    signature = sign_and_confirm(client, page, typed | ticked(page, "news"))
    [consent] = Consent.objects.all()
    assert consent.wording.text == "Write to me, Дос! <b>&</b>"
    assert signature.supporter.revision_id == PetitionPage.objects.get(pk=page.pk).live_revision_id


def test_what_an_older_cached_page_said_is_what_was_agreed_to(client, page, typed):
    """The page lay in a cache, or open in a tab, while an editor published other words."""
    reword(page, news="The older words")
    older = ticked(page, "news")
    reword(page, news="The newer words")
    cache.clear()
    sign_and_confirm(client, page, typed | older)
    assert Consent.objects.get().wording.text == "The older words"


def test_words_of_the_editor_saved_without_a_revision_are_kept_too(client, page, typed):
    page.news_wording = "Saved by a script"
    page.save()
    older = ticked(page, "news")
    reword(page, news="The newer words")
    sign_and_confirm(client, page, typed | older)
    assert Consent.objects.get().wording.text == "Saved by a script"


@pytest.mark.parametrize(
    "value",
    ["on", "true", "1", "0" * 64, "f" * 63, "\0", "x" * 100_000, "’; DROP TABLE", "é"],
)
def test_words_that_were_never_shown_are_refused(client, page, typed, value):
    answer = sign(client, page, typed | {"consent_news": value})
    assert answer.status_code == 422
    assert errors_of(answer) == ["consent_news"]
    assert not Signature.objects.exists()


def test_words_for_one_purpose_are_no_consent_to_another(client, page, typed):
    news = wordings(page)["news"].pk
    sign(client, page, typed)
    assert ConsentWording.objects.filter(pk=news).exists()
    answer = sign(client, page, typed | {"consent_handover": news})
    assert errors_of(answer) == ["consent_handover"]


def test_who_is_asked_to_read_once_more_can_then_agree(client, page, typed):
    answer = sign(client, page, typed | {"consent_news": "0" * 64})
    again = answer.content.decode()
    assert "0" * 64 not in again
    assert wordings(page)["news"].pk in again
    assert sign(client, page, typed | ticked(page, "news")).status_code == 303


def test_a_box_that_was_ticked_stays_ticked_when_something_else_is_wrong(client, page, typed):
    answer = sign(client, page, typed | ticked(page, "news") | {"email": ""})
    box = answer.content.decode().split('name="consent_news"')[1].split(">")[0]
    assert "checked" in box
    other = answer.content.decode().split('name="consent_updates"')[1].split(">")[0]
    assert "checked" not in other


def test_taking_a_signature_back_ends_what_hangs_on_it(client, page, typed):
    signature = sign_and_confirm(client, page, typed | ticked(page, *WORDINGS))
    services.withdraw(signature)
    standing = Consent.objects.filter(withdrawn_at=None)
    assert list(standing.values_list("purpose", flat=True)) == ["news"]
    assert Consent.objects.count() == 3


def test_who_confirms_sees_what_was_ticked_and_nothing_else(client, page, typed):
    """It may have been somebody else who ticked it."""
    sign(client, page, typed | ticked(page, "handover", "updates"))
    shown = client.get(link(mails_to(typed["email"])[-1])).content.decode()
    words = wordings(page)
    assert 0 < shown.index(words["updates"].text) < shown.index(words["handover"].text)
    assert words["news"].text not in shown
