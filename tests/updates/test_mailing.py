"""Editors mail an update: they see who gets it, try it on themselves, may think better of it."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from tests.editors import ALL_RIGHTS, editor, superuser, text
from tests.mailing.test_broadcasts import signers
from tests.people import signature_of
from tests.supporters.visits import work_off
from tests.updates.posting import mailed, post
from wagtail_campaign.mailing import announcements
from wagtail_campaign.mailing.models import Broadcast, Mail
from wagtail_campaign.pages.models import PetitionPage, UpdatePage
from wagtail_campaign.updates.emails import UpdateMail

pytestmark = pytest.mark.django_db


def at(update) -> str:
    return reverse("campaign_broadcasts:mail", args=["updates.update", update.pk])


@pytest.fixture
def update(pages):
    return post(pages["en"], "Two released", mail_subject="News")


@pytest.fixture
def browser(pages):
    return editor("send_broadcast", edits=[pages["en"]])


def test_an_editor_sees_who_gets_it_in_which_language(browser, pages, update):
    signers(pages["en"], 2)
    signers(pages["ru"], 1)
    shown = text(browser.get(at(update)))
    assert "3 people get it." in shown
    assert "not translated: they get it in this language: English" in shown
    assert "News" in shown and "Two released, in two sentences." in shown
    assert "It begins after 10 minutes." in shown
    post(pages["ru"], "Двое на свободе", translation_key=update.translation_key)
    shown = text(browser.get(at(update)))
    assert "not translated" not in shown and "Двое на свободе" in shown


def test_a_translation_that_is_a_draft_is_named(browser, pages, update):
    signers(pages["ru"], 1)
    translated = post(pages["ru"], "Двое", translation_key=update.translation_key)
    translated.unpublish()
    assert "Not published yet: Russian." in text(browser.get(at(update)))
    # The address of a translation is as good.
    assert "Two released" in text(browser.get(at(translated)))


def test_it_is_mailed_cancelled_and_mailed_again(browser, pages, update, clock, mailoutbox):
    signers(pages["en"], 2)
    told = text(browser.post(at(update), {"do": "send"}, follow=True))
    assert "You can still cancel it." in told and "About to start" in told
    told = text(browser.post(at(update), {"do": "cancel"}, follow=True))
    assert "It was cancelled: nobody got a mail." in told
    browser.post(at(update), {"do": "send"})
    told = text(browser.post(at(update), {"do": "send"}, follow=True))
    assert "It is mailed already." in told
    clock.forward(minutes=11)
    work_off()
    assert len(mailoutbox) == 2
    shown = text(browser.get(at(update)))
    assert "2 of 2 sent" in shown and 'value="cancel"' not in shown
    told = text(browser.post(at(update), {"do": "cancel"}, follow=True))
    assert "It has begun already: you can stop it." in told
    actions = list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True))
    assert [a for a in actions if "broadcast" in a] == [
        "campaign.broadcast",
        "campaign.broadcast_cancel",
        "campaign.broadcast",
    ]


def test_it_is_stopped_and_goes_on(browser, pages, update):
    signers(pages["en"], 1)
    browser.post(at(update), {"do": "send"})
    Broadcast.objects.update(state="sending")
    assert "It is stopped." in text(browser.post(at(update), {"do": "stop"}, follow=True))
    assert "It goes on" in text(browser.post(at(update), {"do": "go_on"}, follow=True))
    assert Broadcast.objects.get().state == "sending"


def test_a_test_goes_to_the_editor_alone_in_each_language(browser, pages, update, mailoutbox):
    signers(pages["en"], 3)
    post(pages["ru"], "Двое на свободе", translation_key=update.translation_key)
    told = text(browser.post(at(update), {"do": "test"}, follow=True))
    assert f"The test was mailed to {browser.user.email}." in told
    assert {m.to[0] for m in mailoutbox} == {browser.user.email}
    assert [m.subject for m in mailoutbox] == [
        "Test (English): News",
        "Test (Russian): Двое на свободе",
    ]
    assert not Broadcast.objects.exists()


def test_a_test_without_an_address_or_a_mail_server_says_so(browser, update, settings):
    settings.EMAIL_BACKEND = "tests.mailing.backends.Unreachable"
    told = text(browser.post(at(update), {"do": "test"}, follow=True))
    assert "The mail server did not take it:" in told
    browser.user.email = ""
    browser.user.save()
    told = text(browser.post(at(update), {"do": "test"}, follow=True))
    assert "Your account has no e-mail address: add it first." in told


def test_a_draft_can_not_be_mailed(browser, page, update):
    update.unpublish()
    signers(page, 1)
    assert "Publish the update first" in text(browser.get(at(update)))
    told = text(browser.post(at(update), {"do": "send"}, follow=True))
    assert "Publish the update first: the mail leads to its page." in told
    assert not Broadcast.objects.exists()


def test_where_nobody_asked_for_news_nobody_is_mailed(browser, page, update):
    signers(page, 1, updates=False)
    shown = text(browser.get(at(update)))
    assert "Nobody who took part has asked for news yet" in shown
    assert 'value="send"' not in shown


def test_all_that_was_mailed_stands_in_one_list(browser, page, update):
    index = reverse("campaign_broadcasts:index")
    assert "Nothing was mailed yet." in text(browser.get(index))
    signers(page, 1)
    browser.post(at(update), {"do": "send"})
    shown = text(browser.get(index))
    assert "Two released" in shown and at(update) in shown
    update.delete()
    assert "Deleted meanwhile" in text(browser.get(index))


def test_the_menu_of_an_update_leads_there(browser, page, update):
    explorer = text(superuser().get(reverse("wagtailadmin_explore", args=[page.pk])))
    assert at(update) in explorer and "Mail to supporters" in explorer


@pytest.mark.parametrize("right, told", [("send_broadcast", True), ("view_numbers", False)])
def test_who_publishes_one_is_led_to_mailing_it_until_it_is_mailed(pages, update, right, told):
    publisher = editor(right, edits=[pages["en"]], deletes=True)
    edit = reverse("wagtailadmin_pages:edit", args=[update.pk])
    form = {"title": "Three released", "slug": update.slug, "intro": "Three.", "image": ""}
    form |= {"image_alt": "", "mail_subject": "", "body": streamfield([])}
    data = nested_form_data(form | {"comments": inline_formset([]), "action-publish": "1"})
    said = text(publisher.post(edit, data, follow=True))
    assert "has been published" in said
    assert ("Supporters have not been told by mail yet." in said) == told
    signers(pages["en"], 1)
    mailed(update)
    assert "not been told" not in text(publisher.post(edit, data, follow=True))


def test_only_who_may_mail_does(pages, update, home):
    others = [right for right in ALL_RIGHTS if right != "send_broadcast"]
    refused = editor(*others, edits=[pages["en"]])
    assert refused.get(at(update)).status_code == 302
    assert refused.get(reverse("campaign_broadcasts:index")).status_code == 302
    other = home.add_child(instance=PetitionPage(title="Another", slug="another"))
    stranger = editor("send_broadcast", edits=[other])
    assert stranger.get(at(update), follow=True).status_code == 404
    assert stranger.post(at(update), {"do": "send"}).status_code in {302, 404}
    translator = editor("send_broadcast", edits=[pages["ru"]])
    assert translator.get(at(update), follow=True).status_code == 404
    assert not Broadcast.objects.exists()


def test_nobody_sees_what_was_mailed_for_pages_of_others(browser, page, pages, update, home):
    signers(page, 1)
    browser.post(at(update), {"do": "send"})
    other = home.add_child(instance=PetitionPage(title="Another", slug="another"))
    for edited in (other, pages["ru"]):
        stranger = editor("send_broadcast", edits=[edited])
        assert "Two released" not in text(stranger.get(reverse("campaign_broadcasts:index")))


@pytest.mark.parametrize("do", ["", "erase", "\x00"])
def test_an_odd_wish_is_not_found(browser, update, do):
    assert browser.post(at(update), {"do": do}, follow=True).status_code in {404, 405}


def test_what_is_no_update_is_not_found(browser, page, home):
    for pk in (page.pk, home.pk, 0, 10**17):
        url = reverse("campaign_broadcasts:mail", args=["updates.update", pk])
        assert browser.get(url, follow=True).status_code == 404
    assert UpdatePage.objects.count() == 0


def test_no_words_of_an_editor_become_the_token_of_a_reader(browser, page, update, mailoutbox):
    """It would tell whoever has the link in them which signature follows it."""
    update.intro = f"https://example.org/{announcements.EXAMPLE}/token-of-each-reader"
    update.save()
    signature = signature_of(page, ticked=[page.consent_wordings()[0].pk])
    told = text(browser.get(at(update)))
    assert announcements.TOKEN not in told
    browser.post(at(update), {"do": "test"})
    assert announcements.TOKEN not in str(mailoutbox[-1].message())
    kind, mail = UpdateMail(), Mail(object_id=signature.pk, language="en", broadcast=mailed(update))
    letter = kind.write(mail)
    assert update.intro in letter.text and letter.text.count(signature.token("unsubscribe")) == 1
