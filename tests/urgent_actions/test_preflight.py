"""Editors are told what is still missing, and where to mend it."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from tests.editors import editor, superuser, text
from tests.people import change
from wagtail_campaign.pages.models import UrgentActionPage
from wagtail_campaign.urgent_actions.directory.contacts import Contact
from wagtail_campaign.urgent_actions.directory.missions import Mission
from wagtail_campaign.urgent_actions.directory.targets import Target, TargetWords
from wagtail_campaign.urgent_actions.preflight import problems

from .test_urgent_settings import silent_person


def said(action, page=None):
    """All that is said to be missing."""
    return " ".join(problem.said for problem in problems(action, page))


def test_nothing_is_missing_where_all_is_there(action, urgent_page, embassy):
    assert problems(action, urgent_page) == []


def test_a_new_one_lacks_everything(home):
    page = home.add_child(instance=UrgentActionPage(title="New", slug="new", intro="New"))
    told = said(page.get_action(), page)
    for words in (
        "There is no deadline.",
        "Nobody is named",
        "There is no target",
        "in the language “Kazakh”",
    ):
        assert words in told


def test_a_deadline_that_has_passed(action):
    change(action, closes_at=timezone.now() - timedelta(hours=1))
    assert "The deadline has passed" in said(action)


def test_contacts_that_are_old_or_refuse(action, ministry):
    contact = ministry.contacts.get()
    contact.verified_on = timezone.localdate() - timedelta(days=366)
    contact.save()
    assert "Ministry in English: a contact has not been verified for a year." in said(action)
    contact.state = "refuses"
    contact.save()
    assert "a contact refuses mail" in said(action) and "verified" not in said(action)


def test_of_many_targets_some_are_named_and_the_others_counted(
    action, django_assert_max_num_queries
):
    for number in range(30):
        target = Target(country="KZ", reads="kk")
        target.words = [TargetWords(language="kk", office=f"Office {number}", salutation="!")]
        target.contacts = [Contact(kind="email", value="office@example.org")]
        target.save()
        action.targets.add(target)
    with django_assert_max_num_queries(9):
        found = problems(action)
    assert len(found) == 6 and "and 25 other targets" in found[-1].said


def test_letters_that_are_missing_or_that_nobody_reads(action, ministry):
    action.templates.filter(language="ru").delete()
    assert "no letter to start from in the language “Russian”" in said(action)
    ministry.reads = "pt"
    ministry.save()
    assert "no letter is in a language that they read" in said(action)
    action.templates.filter(language="en").update(language="de")
    assert "No target that you chose reads the letter in “German”" in said(action)


def test_a_target_without_a_salutation_in_the_language_of_its_letter(action, ministry, embassy):
    ministry.words.filter(language="kk").delete()
    embassy.words.filter(language="en").delete()
    action.targets.add(embassy)
    told = said(action)
    assert told.count("Embassy по-русски: no salutation is known") == 1
    assert "Ministry in English: no salutation is known" in told
    ministry.reads = "ru"
    ministry.save()
    assert "Ministry in English: no salutation" not in said(action)


def test_a_person_who_came_after_the_letter_and_has_no_name_in_its_case(action, person):
    person.words.filter(language="ru").update(genitive="")
    told = said(action)
    assert "Letter to start from (Russian): {person:genitive}: Saule Nurlanova has none" in told
    change(action, closes_at=None)
    assert "Letter to start from (Kazakh): {deadline}: the urgent action has none." in said(action)


def test_a_person_without_a_name_in_a_language_of_the_site_is_said_once(action, person):
    person.words.filter(language="kk").delete()
    assert said(action).count("has no name in the language “Kazakh”") == 1


def test_persons_to_ask_again(action, person):
    person.look_again_on = timezone.localdate()
    person.save()
    assert "ask again" in said(action)


def test_a_state_without_embassies(action, embassy):
    Mission.objects.update(is_active=False)
    assert "No embassy of the state" in said(action)


def test_solidarity_needs_no_target(action):
    change(action, kind="solidarity")
    action.targets.clear()
    assert "target" not in said(action)


def test_it_stands_in_the_editor_and_in_the_settings_with_the_way_to_mend_it(
    urgent_page, action, person
):
    action.persons.add(silent_person())
    action.templates.filter(language="ru").delete()
    browser = superuser()
    settings = reverse("campaign_urgent_actions:edit", args=[action.pk])
    mend = reverse("campaign_urgent_actions:template_add", args=[action.pk]) + "?language=ru"
    for url in (settings, reverse("wagtailadmin_pages:edit", args=[urgent_page.pk])):
        page = text(browser.get(url))
        assert "Can’t be published:" in page and "Yerlan Unasked" in page
        assert mend in page
    edit = reverse("wagtailadmin_pages:edit", args=[urgent_page.pk])
    assert "Yerlan" not in text(editor("view_letter_numbers", edits=[urgent_page]).get(edit))
    new = reverse(
        "wagtailadmin_pages:add",
        args=["wagtail_campaign_pages", "urgentactionpage", urgent_page.get_parent().pk],
    )
    assert "this says what is still missing" in text(browser.get(new))


def test_from_the_settings_themselves_it_leads_to_the_field(action):
    change(action, closes_at=None)
    action.targets.clear()
    settings = reverse("campaign_urgent_actions:edit", args=[action.pk])
    page = text(superuser().get(settings))
    for field in ("closes_at", "targets"):
        assert f'href="{settings}#id_{field}"' in page and f'id="id_{field}"' in page
