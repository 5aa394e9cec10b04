"""Moderators look at entries: publish, decline with a reason, take off, verify, change, erase."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.editors import editor, superuser, text
from tests.people import mails_to
from tests.sponsors.people import change, counts, join_and_confirm, listed
from wagtail_campaign.actions import logs
from wagtail_campaign.sponsors.models import Sponsor

pytestmark = pytest.mark.django_db
RIGHTS = ("view_sponsor_numbers", "view_sponsor", "export_sponsor", "moderate_sponsor")


@pytest.fixture
def moderator(page):
    return editor(*RIGHTS, "change_sponsorlist", edits=[page])


def do(browser, verb, *sponsors, **typed):
    query = "&".join(f"id={sponsor.pk}" for sponsor in sponsors)
    url = f"{reverse(f'campaign_sponsors:{verb}')}?{query}"
    assert browser.get(url).status_code == 200
    answer = browser.post(url, typed)
    for sponsor in sponsors:
        if Sponsor.objects.filter(pk=sponsor.pk).exists():
            sponsor.refresh_from_db()
    return answer


def inspect(browser, sponsor):
    return browser.get(reverse("campaign_sponsors:inspect", args=[sponsor.pk]))


def test_what_waits_is_found_and_published(client, page, moderator, sponsor_list, person):
    sponsor = join_and_confirm(client, page, person)
    listing = moderator.get(f"{reverse('campaign_sponsors:index')}?needs_review=true")
    assert "Aigul Serikova" in text(listing)
    assert "aigul@example.org" not in text(listing)
    assert "Publish" in text(inspect(moderator, sponsor))
    assert do(moderator, "publish", sponsor).status_code == 302
    assert (sponsor.state, sponsor.needs_review) == ("published", False)
    assert counts(sponsor_list)["persons"] == 1
    assert [entry.action for entry in logs.of(sponsor)][0] == "campaign.publish_sponsor"
    assert "published" in mails_to("aigul@example.org")[-1].subject


def test_a_type_is_called_as_the_page_in_the_moderators_language_calls_it(client, pages, person):
    sponsor = join_and_confirm(client, pages["ru"], person)
    browser = superuser()
    assert "Deputy" in text(inspect(browser, sponsor))
    UserProfile.objects.create(user=browser.user, preferred_language="kk")
    assert "Депутат<" in text(inspect(browser, sponsor))
    pages["kk"].delete()
    assert "Deputy" in text(inspect(browser, sponsor))


def test_what_is_declined_is_mailed_with_the_reason_and_can_be_mended(
    client, page, moderator, person
):
    sponsor = join_and_confirm(client, page, person)
    do(moderator, "decline", sponsor, reason="Please give your full name.")
    assert sponsor.state == "declined"
    assert "Please give your full name." in mails_to("aigul@example.org")[-1].body
    assert change(sponsor, role="Deputy")
    sponsor.refresh_from_db()
    assert (sponsor.state, sponsor.needs_review) == ("waiting", True)


def test_what_was_changed_is_shown_beside_what_it_was(client, page, moderator, person):
    sponsor = listed(client, page, person)
    assert change(sponsor, quote="Free them all.", role="Minister")
    assert "Free them all." in client.get(page.url).content.decode()
    shown = text(inspect(moderator, sponsor))
    assert f"<del><p>{person['quote']}" in shown or f"<del>{person['quote']}" in shown
    assert "<ins>Free them all." in shown
    do(moderator, "put_back", sponsor)
    assert (sponsor.quote, sponsor.role) == (person["quote"], person["role"])
    assert not sponsor.needs_review
    assert "Free them all." not in client.get(page.url).content.decode()


def test_what_was_changed_can_be_accepted_without_a_mail(client, page, moderator, person):
    sponsor = listed(client, page, person)
    change(sponsor, quote="Free them all.")
    before = len(mail.outbox)
    do(moderator, "publish", sponsor)
    assert (sponsor.quote, sponsor.needs_review) == ("Free them all.", False)
    assert len(mail.outbox) == before


def test_what_was_changed_since_the_moderator_looked_is_left(client, page, moderator, person):
    sponsor = join_and_confirm(client, page, person)
    shown = inspect(moderator, sponsor)
    buttons = shown.context["view"].header_buttons
    [button] = [each for each in buttons if "/publish/" in each.url]
    assert change(sponsor, quote="Something else.")
    form = moderator.get(button.url).context["form"]
    answer = moderator.post(button.url, {"versions": form["versions"].value()}, follow=True)
    assert "Changed since you looked, and left" in text(answer)
    sponsor.refresh_from_db()
    assert (sponsor.state, sponsor.quote) == ("waiting", "Something else.")
    # Looked at again, and while the question is asked nothing changes.
    url = f"{reverse('campaign_sponsors:publish')}?id={sponsor.pk}"
    versions = moderator.get(url).context["form"]["versions"].value()
    moderator.post(url, {"versions": versions})
    sponsor.refresh_from_db()
    assert sponsor.state == "published"


def test_what_is_taken_off_comes_back(client, page, moderator, sponsor_list, organisation):
    sponsor = listed(client, page, organisation)
    do(moderator, "take_off", sponsor, reason="Asked by phone")
    assert counts(sponsor_list) == {"persons": 0, "organisations": 0, "members": 0}
    assert "Oil Workers" not in client.get(page.url).content.decode()
    do(moderator, "restore", sponsor)
    assert counts(sponsor_list)["members"] == 12000


def test_an_organisation_is_not_listed_twice(client, page, moderator, sponsor_list, organisation):
    listed(client, page, organisation)
    again = organisation | {
        "email": "other@example.org",
        "name": "oil workers union",
        "name_ru": "",
    }
    second = join_and_confirm(client, page, again)
    third = join_and_confirm(
        client, page, again | {"name": "ПРОФСОЮЗ НЕФТЯНИКОВ", "email": "third@example.org"}
    )
    assert "is on the list already" in text(inspect(moderator, third))
    do(moderator, "publish", second, third)
    assert (second.state, third.state) == ("waiting", "waiting")
    assert counts(sponsor_list) == {"persons": 0, "organisations": 1, "members": 12000}


def test_an_erased_entry_leaves_the_list_and_the_count(
    client, page, moderator, sponsor_list, organisation
):
    sponsor = listed(client, page, organisation)
    do(moderator, "erase", sponsor)
    assert (sponsor.name, sponsor.search, sponsor.reviewed) == ("", "", {})
    assert counts(sponsor_list) == {"persons": 0, "organisations": 0, "members": 0}
    assert inspect(moderator, sponsor).status_code == 200


def test_an_editor_verifies_an_organisation(client, page, moderator, organisation):
    sponsor = listed(client, page, organisation)
    do(moderator, "verify", sponsor, by="editor")
    assert "Verified by the campaign" in client.get(page.url).content.decode()
    assert change(sponsor, name="Another Union")
    assert "Verified by the campaign" not in client.get(page.url).content.decode()


def test_an_editor_changes_an_entry(client, page, moderator, person):
    sponsor = listed(client, page, person)
    url = reverse("campaign_sponsors:edit", args=[sponsor.pk])
    assert moderator.get(url).status_code == 200
    answer = moderator.post(url, {"name": "Aigul S. Serikova", "role": "Minister", "country": "DE"})
    assert answer.status_code == 302
    sponsor.refresh_from_db()
    assert (sponsor.name, sponsor.role, sponsor.quote) == ("Aigul S. Serikova", "Minister", "")
    assert not sponsor.needs_review


def test_the_settings_act_at_once(client, page, moderator, sponsor_list):
    url = reverse("campaign_sponsor_lists:edit", args=[sponsor_list.pk])
    form = moderator.get(url).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    assert moderator.post(url, typed | {"joins_organisations": ""}).status_code == 302
    assert (
        "organisation"
        not in client.get(page.url)
        .content.decode()
        .partition("<footer")[0]
        .split("campaign-panel")[-1]
        .replace('name="organisation"', "")
        .split("<form")[0]
    )
    assert moderator.get(reverse("campaign_sponsor_lists:index")).status_code == 200


def test_who_has_no_right_sees_nothing(client, page, person):
    sponsor = join_and_confirm(client, page, person)
    stranger = editor(*RIGHTS)
    url = reverse("campaign_sponsors:inspect", args=[sponsor.pk])
    assert stranger.get(url, follow=True).status_code == 404
    reader = editor("view_sponsor_numbers", edits=[page])
    assert reader.get(reverse("campaign_sponsors:index")).status_code in {302, 403}
    exporter = editor("export_sponsor", edits=[page])
    shown = text(inspect(exporter, sponsor))
    assert "aigul@example.org" not in shown
    url = f"{reverse('campaign_sponsors:publish')}?id={sponsor.pk}"
    assert exporter.post(url).status_code in {302, 403}
    sponsor.refresh_from_db()
    assert sponsor.state == "waiting"


def test_a_person_is_found_by_her_address(client, page, moderator, person):
    join_and_confirm(client, page, person)
    found = moderator.post(reverse("campaign_sponsors:find"), {"person": "aigul@example.org"})
    assert "Aigul Serikova" in text(found)


def test_a_superuser_sees_the_page_editor_with_the_numbers(page):
    root = superuser()
    assert root.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
