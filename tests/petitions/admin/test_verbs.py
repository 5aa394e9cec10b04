"""Editors invalidate, restore, mail again and erase: one signature, or all that were ticked."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.editors import ALL_RIGHTS, editor, superuser, text
from tests.people import change, count, mails_to, signature_of
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions.models import Signature, SignatureState
from wagtail_campaign.supporters.models import Supporter

INSPECT = "campaign_signatures:inspect"


def ask(verb, *signatures):
    ids = "&".join(f"id={signature.pk}" for signature in signatures)
    return f"{reverse(f'campaign_signatures:{verb}')}?{ids}"


def state_of(signature):
    return Signature.objects.get(pk=signature.pk).state


@pytest.fixture
def dana(page):
    return signature_of(page)


@pytest.fixture
def waiting(page, after_commit):
    with after_commit():
        return signature_of(page, confirmed=False, email="slow@example.org")


def test_a_moderator_invalidates_and_restores_with_a_reason(petition, dana):
    browser = superuser()
    said = text(browser.get(ask("invalidate", dana)))
    assert "1 confirmed signature is taken out of the count" in said
    response = browser.post(ask("invalidate", dana), {"reason": "A bot"}, follow=True)
    assert "1 signature was invalidated." in text(response)
    assert count(petition) == 0
    response = browser.post(ask("restore", dana), {"reason": "No bot"}, follow=True)
    assert "1 signature was restored." in text(response)
    assert "Invalidated: A bot" in text(response) and "Restored: No bot" in text(response)
    assert count(petition) == 1


def test_a_reason_is_needed_and_holds_no_address(dana):
    browser = superuser()
    response = browser.post(ask("invalidate", dana), {"reason": " "})
    assert response.status_code == 200 and "This field is required" in text(response)
    response = browser.post(ask("invalidate", dana), {"reason": "It is dana@example.org"})
    assert "give the reason without an address" in text(response)
    assert state_of(dana) == SignatureState.CONFIRMED


def test_ticked_rows_of_several_petitions_go_at_once(page, petition, home, dana, waiting):
    other = home.add_child(instance=PetitionPage(title="A lawyer in prison", slug="lawyer"))
    elsewhere = signature_of(other)
    url = ask("invalidate", dana, elsewhere, waiting)
    browser = superuser()
    said = text(browser.get(url))
    assert "3 signatures: A lawyer in prison, Free the strikers" in said
    assert "2 confirmed signatures are taken out" in said
    assert "1 other stays as it is. Only confirmed signatures can be invalidated." in said
    response = browser.post(url + "&next=/admin/campaign/signatures/", {"reason": "Bots"})
    assert response.url == "/admin/campaign/signatures/"
    assert "2 signatures were invalidated. 1 was left as it is." in text(browser.get(response.url))
    assert (count(petition), count(other.get_action())) == (0, 0)


def test_rows_of_petitions_that_arent_ones_own_are_left_alone(page, home, dana):
    other = home.add_child(instance=PetitionPage(title="A lawyer in prison", slug="lawyer"))
    elsewhere = signature_of(other)
    browser = editor(*ALL_RIGHTS, edits=[page])
    browser.post(ask("invalidate", dana, elsewhere), {"reason": "Both"})
    assert state_of(dana) == SignatureState.INVALID
    assert state_of(elsewhere) == SignatureState.CONFIRMED
    assert browser.post(ask("erase", elsewhere), follow=True).status_code == 404
    assert Supporter.objects.filter(pk=elsewhere.supporter_id).exists()


@pytest.mark.parametrize("verb", ["invalidate", "restore", "resend", "erase"])
def test_without_the_right_to_moderate_nothing_happens(page, dana, verb):
    browser = editor(
        "view_numbers", "view_personal_data", "export_signature", "change_petition", edits=[page]
    )
    response = browser.post(ask(verb, dana), {"reason": "?"})
    assert response.url == reverse("wagtailadmin_home")
    assert state_of(dana) == SignatureState.CONFIRMED
    assert Supporter.objects.filter(pk=dana.supporter_id).exists()
    said = text(browser.get(reverse(INSPECT, args=[dana.pk])))
    assert "campaign/signatures/erase" not in said


@pytest.mark.parametrize("verb", ["invalidate", "restore", "resend", "erase"])
def test_a_translator_moderates_nothing(pages, dana, verb):
    browser = editor(*ALL_RIGHTS, edits=[pages["ru"]])
    assert browser.post(ask(verb, dana), {"reason": "?"}, follow=True).status_code == 404
    assert state_of(dana) == SignatureState.CONFIRMED


@pytest.mark.parametrize("query", ["", "?id=", "?id=x", "?id=999", "?id=²", f"?id={'9' * 30}"])
def test_asking_about_no_signature_is_answered_with_404(page, query):
    url = reverse("campaign_signatures:invalidate") + query
    assert superuser().get(url, follow=True).status_code == 404


def test_nothing_happens_by_looking(dana, waiting):
    browser = superuser()
    for verb in ("invalidate", "restore", "erase", "resend"):
        assert browser.get(ask(verb, dana)).status_code == 200
    assert state_of(dana) == SignatureState.CONFIRMED
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_the_link_is_mailed_again(waiting):
    browser = superuser()
    response = browser.post(ask("resend", waiting), follow=True)
    assert "The link was mailed." in text(response)
    assert len(mails_to("slow@example.org")) == 2
    [entry] = ModelLogEntry.objects.filter(action="campaign.resend")
    assert (entry.object_id, entry.user) == (str(waiting.pk), browser.user)


def test_the_daily_limit_of_an_address_holds_for_editors_too(waiting):
    browser = superuser()
    answers = [text(browser.post(ask("resend", waiting), follow=True)) for _ in range(5)]
    assert len(mails_to("slow@example.org")) == 2
    assert "will be sent when its turn comes" in answers[-1]
    assert Mail.objects.filter(object_id=waiting.pk).count() == 3


def test_a_link_that_would_be_no_good_isnt_mailed(page, petition, waiting, dana):
    browser = superuser()
    for signature in (dana, waiting):
        if signature == waiting:
            change(petition, state="won")
        said = text(browser.post(ask("resend", signature), follow=True))
        assert "Nothing was mailed" in said
    change(petition, state="open")
    long_ago = timezone.now() - timedelta(days=15)
    Signature.objects.filter(pk=waiting.pk).update(created_at=long_ago)
    assert "Nothing was mailed" in text(browser.post(ask("resend", waiting), follow=True))
    assert len(mail.outbox) == 1


def test_erasing_destroys_the_person_and_keeps_the_count(petition, dana):
    browser = superuser()
    said = text(browser.get(ask("erase", dana)))
    assert "It still counts" in said and "can’t be undone" in said
    response = browser.post(ask("erase", dana), follow=True)
    assert "The personal data was erased." in text(response)
    assert not Supporter.objects.filter(pk=dana.supporter_id).exists()
    assert count(petition) == 1
    [entry] = ModelLogEntry.objects.filter(action="campaign.erase")
    assert (entry.object_id, entry.user, entry.data) == (str(dana.pk), browser.user, {})


def test_an_erased_unconfirmed_signature_is_gone(waiting):
    browser = superuser()
    assert "nothing of it stays" in text(browser.get(ask("erase", waiting)))
    response = browser.post(ask("erase", waiting), follow=True)
    assert response.redirect_chain[-1][0] == reverse("campaign_signatures:index")
    assert not Signature.objects.filter(pk=waiting.pk).exists()


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("restore", "Only invalidated signatures can be restored."),
        ("resend", "It is confirmed already, or can’t be confirmed any more."),
    ],
)
def test_where_nothing_can_be_done_there_is_no_button_for_it(dana, verb, said):
    browser = superuser()
    page = text(browser.get(ask(verb, dana)))
    assert said in page and "Go back" in page and "Yes, " not in page
    response = browser.post(ask(verb, dana), {"reason": "All the same"}, follow=True)
    [message] = response.context["messages"]
    assert message.level_tag == "warning"
    assert state_of(dana) == SignatureState.CONFIRMED


def test_what_was_erased_isnt_erased_again(dana):
    browser = superuser()
    browser.post(ask("erase", dana))
    assert "Erase for ever" not in text(browser.get(ask("erase", dana)))


def test_what_can_be_done_is_offered(dana, waiting):
    browser = superuser()
    said = text(browser.get(reverse(INSPECT, args=[dana.pk])))
    assert ask("invalidate", dana) in said and ask("erase", dana) in said
    assert ask("resend", dana) not in said and ask("restore", dana) not in said
    said = text(browser.get(reverse(INSPECT, args=[waiting.pk])))
    assert ask("resend", waiting) in said and ask("invalidate", waiting) not in said
