"""The chain of an urgent action: further information, outcome, stop."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone, translation

from tests.editors import editor, superuser, text
from tests.people import mails_to
from wagtail_campaign.mailing.models import Broadcast
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.pages.models import ChainPage
from wagtail_campaign.urgent_actions.models import Letter

from .people import count, write_and_confirm
from .test_urgent_settings import sent


def draft_url(page, link):
    return reverse("campaign_urgent_actions:draft", args=[page.pk, link])


def begin(page, link, browser=None) -> ChainPage:
    """The draft that one click makes."""
    response = (browser or superuser()).post(draft_url(page, link))
    made = ChainPage.objects.latest("pk")
    assert response.url == reverse("wagtailadmin_pages:edit", args=[made.pk])
    return made


def publish(page):
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_one_click_makes_a_draft_that_begins_where_the_last_one_ended(urgent_page):
    first = begin(urgent_page, "further")
    assert (first.title, first.link, first.live) == (
        "Further information: A lawyer is in danger",
        "further",
        False,
    )
    assert first.intro == urgent_page.intro and first.get_parent().specific == urgent_page
    first.intro = "She was moved to another prison."
    publish(first)
    second = begin(urgent_page, "outcome")
    assert second.title == "Outcome: A lawyer is in danger"
    assert second.intro == "She was moved to another prison."


def test_a_stop_never_begins_with_please_go_on_writing(urgent_page):
    stop = begin(urgent_page, "stop")
    assert stop.title == "Stop: A lawyer is in danger"
    assert stop.intro.startswith("Further letters could do harm.")


def test_a_second_click_opens_the_same_draft(urgent_page):
    assert begin(urgent_page, "further") == begin(urgent_page, "further")
    assert ChainPage.objects.count() == 1


def test_the_buttons_stand_in_the_editor_and_in_the_menu(urgent_page, home):
    browser = superuser()
    edit = text(browser.get(reverse("wagtailadmin_pages:edit", args=[urgent_page.pk])))
    listing = text(browser.get(reverse("wagtailadmin_explore", args=[home.pk])))
    for link in ("further", "outcome", "stop"):
        assert draft_url(urgent_page, link) in edit
        assert draft_url(urgent_page, link) in listing


def test_without_script_it_asks_first(urgent_page):
    answer = superuser().get(draft_url(urgent_page, "stop"), follow=True)
    said, crumbs = text(answer), answer.context_data["breadcrumbs_items"]
    assert "Begin a draft" in said and "cancels what was not sent" in said
    assert [str(crumb["label"]) for crumb in crumbs[1:]] == [urgent_page.title, "Stop"]
    assert not ChainPage.objects.exists()


def test_who_may_not_add_pages_cant(urgent_page):
    browser = editor("change_urgentaction", edits=[urgent_page])
    browser.post(draft_url(urgent_page, "stop"))
    assert not ChainPage.objects.exists()
    assert superuser().get(draft_url(urgent_page, "nonsense"), follow=True).status_code == 404


def test_publishing_a_stop_closes_it_in_every_language_and_cancels_what_was_not_sent(
    client, urgent_pages, ministry, written, action
):
    page = urgent_pages["en"]
    letter = write_and_confirm(client, page, ministry, written)
    publish(begin(page, "stop"))
    for shown in urgent_pages.values():
        with translation.override(shown.locale.language_code):
            said = text(client.get(shown.url))
        assert reverse("wagtail_campaign:letter_write", args=[shown.pk]) not in said
    run_pass()
    letter.refresh_from_db()
    assert letter.delivery == "cancelled" and count(action) == 0
    assert mails_to("ministry@example.org") == []
    assert "not sent" in mails_to("aigul@example.org")[-1].subject
    action.refresh_from_db()
    assert action.state == "closed" and action.stopped_at


def test_opening_it_again_has_the_last_word(client, urgent_pages, action, ministry, written):
    urgent_page = urgent_pages["en"]
    stop = publish(begin(urgent_page, "stop"))
    settings = reverse("campaign_urgent_actions:edit", args=[action.pk])
    action.refresh_from_db()
    superuser().post(settings, sent(action, state="open"))
    action.refresh_from_db()
    assert action.takes_letters()
    stop.intro = "Corrected."
    publish(stop)
    russian = stop.copy_for_translation(urgent_pages["ru"].locale)
    publish(russian)
    action.refresh_from_db()
    assert action.takes_letters()
    letter = write_and_confirm(client, urgent_page, ministry, written)
    assert letter.delivery == "queued"


def test_further_information_that_becomes_a_stop_stops_it(urgent_page, action):
    page = publish(begin(urgent_page, "further"))
    page.link = "stop"
    publish(page)
    action.refresh_from_db()
    assert action.stopped_at


def test_an_outcome_closes_it_and_further_information_does_not(urgent_page, action):
    publish(begin(urgent_page, "further"))
    action.refresh_from_db()
    assert action.takes_letters()
    publish(begin(urgent_page, "outcome"))
    action.refresh_from_db()
    assert action.state == "closed" and not action.stopped_at


def test_a_stop_on_schedule_ends_it_then(urgent_page, action, clock):
    stop = begin(urgent_page, "stop")
    stop.go_live_at = timezone.now() + timedelta(days=1)
    publish(stop)
    action.refresh_from_db()
    assert action.takes_letters()
    clock.forward(days=2)
    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("publish_scheduled")
    action.refresh_from_db()
    assert action.stopped_at


def test_a_stop_on_the_page_of_a_translation_ends_it_too(urgent_pages, action):
    stop = begin(urgent_pages["ru"], "stop")
    assert stop.locale.language_code == "ru"
    publish(stop)
    action.refresh_from_db()
    assert action.stopped_at


@pytest.mark.parametrize("link, gets", [("stop", True), ("further", False)])
def test_a_stop_is_mailed_to_everybody_who_wrote(
    client, urgent_page, ministry, written, action, link, gets
):
    """Also to who asked for no news: they must know not to write again."""
    write_and_confirm(client, urgent_page, ministry, written)
    page = publish(begin(urgent_page, link))
    mail.outbox.clear()
    url = reverse("campaign_broadcasts:mail", args=["updates.update", page.pk])
    browser = superuser()
    edit = text(browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    assert "Mail to supporters" in edit and url in edit
    browser.post(url, {"do": "send"})
    assert {broadcast.urgent for broadcast in Broadcast.objects.all()} == {link == "stop"}
    run_pass()
    subjects = [sent.subject for sent in mails_to("aigul@example.org")]
    assert (page.title in subjects) == gets


def test_a_stop_goes_before_what_waited_longer(client, urgent_page, ministry, written):
    write_and_confirm(
        client, urgent_page, ministry, {**written, "consent_updates": consent(client, urgent_page)}
    )
    further = publish(begin(urgent_page, "further"))
    browser = superuser()
    browser.post(
        reverse("campaign_broadcasts:mail", args=["updates.update", further.pk]), {"do": "send"}
    )
    Broadcast.objects.update(starts_at=timezone.now())
    stop = publish(begin(urgent_page, "stop"))
    browser.post(
        reverse("campaign_broadcasts:mail", args=["updates.update", stop.pk]), {"do": "send"}
    )
    mail.outbox.clear()
    run_pass()
    titles = [sent.subject for sent in mails_to("aigul@example.org")]
    assert titles.index(stop.title) < titles.index(further.title)


def consent(client, page):
    """The box for news about this action, as the form has it."""
    wordings = client.get(reverse("wagtail_campaign:letter_write", args=[page.pk])).context
    return wordings["place"].door.wordings["updates"][0]


def test_the_page_of_a_link_says_what_it_is(client, urgent_page):
    for link, said in (("further", "Further information"), ("stop", "Stop")):
        page = publish(begin(urgent_page, link))
        page.title = "She was moved"
        publish(page)
        assert f"<strong>{said}</strong>" in text(client.get(page.url))
    assert "Third UA: 60/16" in text(client.get(page.url))
    assert "Sign the petition" not in text(client.get(page.url))


def test_the_urgent_action_says_which_link_of_the_chain_it_is(client, urgent_page):
    for said in ("First UA: 60/16", "Second UA: 60/16", "Third UA: 60/16"):
        assert said in text(client.get(urgent_page.url))
        page = begin(urgent_page, "further")
        publish(page)
    for _number in range(4):
        publish(begin(urgent_page, "further"))
    assert "UA: 60/16, no. 8 of the chain" in text(client.get(urgent_page.url))


def test_a_letter_waits_for_nobody_once_it_has_gone(client, urgent_page, ministry, written):
    write_and_confirm(client, urgent_page, ministry, written)
    run_pass()
    publish(begin(urgent_page, "stop"))
    run_pass()
    assert Letter.objects.get().delivery == "sent"
