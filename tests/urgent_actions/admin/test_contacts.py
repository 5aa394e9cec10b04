"""The report of contacts that need a look, and letters that wait for them."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.editors import editor, superuser, text
from tests.people import link, mails_to
from tests.urgent_actions.admin.test_directory import forms_of
from tests.urgent_actions.people import write
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.urgent_actions.directory.contacts import Contact
from wagtail_campaign.urgent_actions.models import Letter
from wagtail_campaign.urgent_actions.sending import deliveries


def url(where: str, *args) -> str:
    return reverse(f"campaign_contacts:{where}", args=args)


def refused(client, page, ministry, typed) -> Letter:
    """A letter whose contact stops working between writing and confirming."""
    assert write(client, page, ministry, typed).status_code == 303
    deliveries.bounced("ministry@example.org", "SMTP 550")
    assert client.post(link(mail.outbox[-1])).status_code == 303
    letter = Letter.objects.latest("pk")
    assert letter.delivery == "held"
    return letter


@pytest.fixture
def held(client, urgent_page, ministry, written):
    """A letter that waits, as the ministry began to refuse mail before it was confirmed."""
    return refused(client, urgent_page, ministry, written)


def test_what_works_and_was_verified_is_not_in_it(ministry, embassy):
    said = text(superuser().get(url("index")))
    assert "embassy@example.org" in said and "Never" in said
    assert "ministry@example.org" not in said


def test_it_says_what_is_the_matter_and_how_many_letters_wait(held):
    browser = superuser()
    page = browser.get(url("index"))
    assert "Refuses mail" in text(page) and "SMTP 550" in text(page)
    first = page.context["object_list"][0]
    assert first.value == "ministry@example.org"
    assert page.context["view"].waiting == {first.pk: 1}
    assert "ministry@example.org" in text(browser.get(url("index") + "?why=refuses"))
    assert "ministry@example.org" not in text(browser.get(url("index") + "?why=old"))


def test_one_that_was_verified_a_year_ago_is_in_it(ministry):
    Contact.objects.update(verified_on=timezone.localdate() - timedelta(days=366))
    assert "ministry@example.org" in text(superuser().get(url("index") + "?why=old"))


def test_it_shows_what_one_may_change(ministry, embassy):
    Contact.objects.update(verified_on=None)
    said = text(editor("change_mission").get(url("index")))
    assert "embassy@example.org" in said and "ministry@example.org" not in said
    assert editor("add_target").get(url("index")).status_code == 302


def test_once_it_works_again_its_letters_go_out(held, ministry):
    browser = editor("change_target")
    contact = ministry.contacts.get()
    assert "1 letter is held" in text(browser.get(url("works", contact.pk)))
    answer = browser.post(url("works", contact.pk), follow=True)
    assert "1 letter is in the queue" in text(answer)
    contact.refresh_from_db()
    assert (contact.state, contact.refusal, contact.refused_at) == ("works", "", None)
    assert contact.verified_on == timezone.localdate()
    held.refresh_from_db()
    assert held.delivery == "queued"
    run_pass()
    assert len(mails_to("ministry@example.org")) == 1
    entry = ModelLogEntry.objects.get(action="campaign.mend_contact")
    assert entry.user == browser.user and "@" not in str(entry.data)


def test_what_must_not_be_mentioned_waits_for_a_moderator_all_the_same(
    client, urgent_page, ministry, written, held
):
    typed = {**written, "text": written["text"] + " Asthma!", "email": "b@example.org"}
    Contact.objects.update(state="works")
    other = refused(client, urgent_page, ministry, typed)
    superuser().post(url("works", ministry.contacts.get().pk))
    held.refresh_from_db(), other.refresh_from_db()
    assert (held.delivery, other.delivery) == ("queued", "held")


def test_letters_take_the_new_address_that_an_editor_found(held, ministry):
    old = ministry.contacts.get()
    new = Contact.objects.create(
        target=ministry, kind="email", value="new@example.org", sort_order=1
    )
    typed = {"country": "KZ", "reads": "kk ru", "is_active": "on"} | forms_of(
        "words",
        [
            {
                "language": words.language,
                "office": words.office,
                "salutation": words.salutation,
            }
            for words in ministry.words.all()
        ],
        list(ministry.words.all()),
    )
    typed |= forms_of(
        "contacts",
        [
            {"kind": "email", "value": old.value, "state": "wrong"},
            {"kind": "email", "value": new.value, "state": "works"},
        ],
        [old, new],
    )
    answer = superuser().post(reverse("campaign_targets:edit", args=[ministry.pk]), typed)
    assert answer.status_code == 302, text(answer)
    held.refresh_from_db()
    assert (held.delivery, held.contact_id) == ("queued", new.pk)
    run_pass()
    assert mails_to("new@example.org") and not mails_to("ministry@example.org")


def test_letters_of_an_action_that_is_over_stay_where_they_are(held, ministry, action, clock):
    clock.forward(days=30)
    superuser().post(url("works", ministry.contacts.get().pk))
    assert Letter.objects.get().delivery == "held"
