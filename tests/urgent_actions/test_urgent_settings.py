"""Editors follow urgent actions, and change what acts at once."""

import json

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.editors import editor, superuser, text
from wagtail_campaign.pages.models import UrgentActionPage
from wagtail_campaign.urgent_actions.directory.targets import Target, TargetWords
from wagtail_campaign.urgent_actions.models import LetterTemplate
from wagtail_campaign.urgent_actions.persons import Person, PersonWords

from .people import write_and_confirm

LIST = reverse("campaign_urgent_actions:index")


def settings_of(action):
    return reverse("campaign_urgent_actions:edit", args=[action.pk])


def sent(action, **changes):
    """What the form of the settings sends."""
    return {
        "state": action.state,
        "kind": action.kind,
        "opens_at": "",
        "closes_at": "2030-05-01 12:00",
        "goal": "1000",
        "persons": [person.pk for person in action.persons.all()],
        "targets": [target.pk for target in action.targets.all()],
        "missions_of": action.missions_of,
        "copies_to": "",
        **changes,
    }


def silent_person(name="Yerlan Unasked"):
    """A person of whom nobody has said that they agree to publication."""
    person = Person()
    person.words = [PersonWords(language="en", name=name)]
    person.save()
    return person


def test_the_list_says_how_each_stands(client, urgent_page, ministry, written, action):
    write_and_confirm(client, urgent_page, ministry, written)
    said = text(superuser().get(LIST))
    assert "A lawyer is in danger" in said and "19 days left" in said
    assert "Waiting" in said and "Targets" in said


def test_the_list_costs_the_same_however_long(
    urgent_page, action, home, django_assert_max_num_queries
):
    browser = superuser()
    browser.get(LIST)
    with CaptureQueriesContext(connection) as few:
        browser.get(LIST)
    number = len(few)
    for name in ("one", "two", "three"):
        home.add_child(instance=UrgentActionPage(title=name, slug=name, intro=name))
    browser.get(LIST)
    with django_assert_max_num_queries(number):
        browser.get(LIST)


def test_what_is_saved_is_in_force_and_logged(urgent_page, action, ministry, embassy):
    browser = superuser()
    changed = sent(action, targets=[ministry.pk, embassy.pk], copies_to="team@example.org")
    response = browser.post(settings_of(action), changed, follow=True)
    assert "saved and are in force" in text(response)
    assert set(action.targets.values_list("pk", flat=True)) == {ministry.pk, embassy.pk}
    [entry] = ModelLogEntry.objects.filter(action="campaign.settings")
    assert entry.data["changes"]["targets"] == [[ministry.pk], [ministry.pk, embassy.pk]]
    assert "persons" not in entry.data["changes"]
    assert f"targets: #{ministry.pk} → #{ministry.pk}, #{embassy.pk}" in entry.message


def test_the_page_shows_at_once_who_was_chosen(client, urgent_page, action, embassy):
    assert "Embassy in English" not in text(client.get(urgent_page.url))
    superuser().post(settings_of(action), sent(action, targets=[embassy.pk]))
    said = text(client.get(urgent_page.url))
    assert "Embassy in English" in said and "Ministry in English" not in said


def test_who_hasnt_agreed_cant_be_added_while_a_page_is_public(urgent_page, action):
    person = silent_person()
    response = superuser().post(settings_of(action), sent(action, persons=[person.pk]))
    assert "Yerlan Unasked: no consent to publication" in text(response)
    assert person not in action.persons.all()
    urgent_page.unpublish()
    superuser().post(settings_of(action), sent(action, persons=[person.pk]))
    assert list(action.persons.all()) == [person]


def test_a_target_is_found_among_three_hundred(urgent_page, action):
    for number in range(300):
        target = Target(country="KZ", reads="ru")
        target.words = [TargetWords(language="ru", office=f"Колония {number}", salutation="!")]
        target.save()
    browser = superuser()
    page = browser.get(settings_of(action))
    assert len(page.content) < 200_000
    found = find(browser, "targets", "колония 29")
    assert "Колония 29 (Kazakhstan)" in [label for _pk, label in found["found"]]
    assert len(found["found"]) == 13 and not found["more"]
    assert find(browser, "targets", "kazakhstan")["more"]
    assert find(browser, "targets", "no such")["found"] == []


def find(browser, what, typed):
    """What the field of the settings finds."""
    url = reverse(f"campaign_urgent_actions:find_{what}")
    return json.loads(browser.post(url, {"q": typed}).content)


def test_a_person_is_found_by_name_in_any_script(person):
    [[pk, label]] = find(superuser(), "persons", "сәуле")["found"]
    assert (pk, label) == (str(person.pk), "Saule Nurlanova (Detained)")


def test_names_of_persons_are_for_those_who_may_change_urgent_actions(person, urgent_page):
    browser = editor("view_letter_numbers", edits=[urgent_page])
    url = reverse("campaign_urgent_actions:find_persons")
    assert browser.post(url, {"q": "saule"}).status_code == 302
    assert superuser().get(url).status_code == 405


def test_only_who_may_change_them_and_edit_the_source_page(urgent_pages, action):
    translator = editor("change_urgentaction", edits=[urgent_pages["ru"]])
    assert translator.get(settings_of(action), follow=True).status_code == 404
    writer = editor("view_letter_numbers", edits=[urgent_pages["en"]])
    assert writer.post(settings_of(action), sent(action, state="won")).status_code == 302
    action.refresh_from_db()
    assert action.state == "open"
    own = editor("change_urgentaction", edits=[urgent_pages["en"]])
    assert own.get(settings_of(action), follow=True).status_code == 200


def test_the_numbers_stand_beside_the_page(client, urgent_page, ministry, written):
    write_and_confirm(client, urgent_page, ministry, written)
    url = reverse("wagtailadmin_pages:edit", args=[urgent_page.pk])
    said = text(superuser().get(url))
    assert "Letters to start from" in said and "<dt>Waiting</dt>" in said
    assert "campaign-numbers" not in text(editor(edits=[urgent_page]).get(url))


def test_letters_numbers_and_the_next_link_are_one_click_from_the_numbers(urgent_page, action):
    edit = reverse("wagtailadmin_pages:edit", args=[urgent_page.pk])
    draft = reverse("campaign_urgent_actions:draft", args=[urgent_page.pk, "stop"])
    letters = f"{reverse('campaign_letters:index')}?urgent_action={action.pk}"
    figures = reverse("campaign_letters:figures", args=[action.pk])

    def beside(browser):
        return text(browser.get(edit)).partition("campaign-numbers__ways")[2]

    said = beside(superuser())
    assert all(url in said for url in (letters, figures, draft))
    assert "Stop: write no more letters" in said
    said = beside(editor("change_urgentaction", edits=[urgent_page]))
    assert settings_of(action) in said
    assert not any(url in said for url in (letters, figures, draft))
    urgent_page.unpublish()
    assert draft not in beside(superuser())


def test_settings_are_one_click_from_the_page(urgent_page, action):
    browser = superuser()
    of_page = reverse("campaign_urgent_actions:of_page", args=[urgent_page.pk])
    edit = reverse("wagtailadmin_pages:edit", args=[urgent_page.pk])
    assert of_page in text(browser.get(edit))
    assert browser.get(of_page).url == settings_of(action)


def test_opening_again_takes_a_stop_back(urgent_page, action):
    action.state, action.stopped_at = "closed", timezone.now()
    action.save()
    superuser().post(settings_of(action), sent(action, state="open"))
    action.refresh_from_db()
    assert action.stopped_at is None and action.takes_letters()


def test_a_person_who_is_renamed_is_shown_so_at_once(client, urgent_page, person, after_commit):
    assert "Saule Nurlanova" in text(client.get(urgent_page.url))
    with after_commit():
        words = person.words.get(language="en")
        words.name = "S. Nurlanova"
        words.save()
    said = text(client.get(urgent_page.url))
    assert "S. Nurlanova" in said and "Saule Nurlanova" not in said


def test_a_consent_that_is_taken_back_hides_the_person_at_once(
    client, urgent_page, person, after_commit
):
    assert "Saule Nurlanova" in text(client.get(urgent_page.url))
    with after_commit():
        person.consent_by, person.consent_on = "", None
        person.save()
    assert "Saule Nurlanova" not in text(client.get(urgent_page.url))


def test_a_target_that_is_renamed_or_deleted_is_shown_so(
    client, urgent_page, ministry, after_commit
):
    assert "Ministry in English" in text(client.get(urgent_page.url))
    with after_commit():
        ministry.words.filter(language="en").update(office="Unseen")
        words = ministry.words.get(language="en")
        words.office = "Ministry of the Interior"
        words.save()
    assert "Ministry of the Interior" in text(client.get(urgent_page.url))
    with after_commit():
        ministry.delete()
    assert "Ministry of the Interior" not in text(client.get(urgent_page.url))


def test_a_change_of_a_letter_to_start_from_drops_what_was_cached(action, after_commit):
    version = action.version
    with after_commit():
        LetterTemplate.objects.get(urgent_action=action, language="en").delete()
    action.refresh_from_db()
    assert action.version > version
