"""Nothing that could harm somebody is published, by whatever way."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Locale, PageLogEntry, Workflow, WorkflowTask
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail_localize.models import Translation, TranslationSource

from tests.editors import editor, superuser, text
from wagtail_campaign.pages.models import ChainPage, UrgentActionPage
from wagtail_campaign.urgent_actions.publishing import Refused

from .test_urgent_settings import silent_person


@pytest.fixture
def silent(action):
    """The urgent action is also about somebody who hasn't agreed."""
    person = silent_person()
    action.persons.add(person)
    return person


def edit_form(page, **changes):
    """What the editor sends to publish a page."""
    data = {
        "title": page.title,
        "slug": page.slug,
        "number": "",
        "intro": page.intro,
        "image": "",
        "image_alt": "",
        "points": rich_text(""),
        "preferred_languages": "",
        "copies_to": "",
        "background": rich_text(""),
        "body": streamfield([]),
        "thanks": rich_text(""),
        "next_steps": streamfield([]),
        "updates_wording": "",
        "news_wording": "",
        "comments": inline_formset([]),
        "action-publish": "publish",
    }
    return nested_form_data(data | changes)


def test_the_editor_is_told_who_and_where_to_mend_it(urgent_page, silent):
    url = reverse("wagtailadmin_pages:edit", args=[urgent_page.pk])
    response = superuser().post(url, edit_form(urgent_page, title="Renamed"))
    said = text(response)
    assert response.status_code == 409
    assert f"Yerlan Unasked (no. {silent.pk}) has not agreed to publication." in said
    assert "Choose other persons" in said
    urgent_page.refresh_from_db()
    assert urgent_page.title == "A lawyer is in danger"
    assert urgent_page.get_latest_revision().as_object().title == "Renamed"


def test_with_all_consents_it_is_published(urgent_page):
    url = reverse("wagtailadmin_pages:edit", args=[urgent_page.pk])
    response = superuser().post(url, edit_form(urgent_page, title="Renamed"), follow=True)
    assert response.status_code == 200
    urgent_page.refresh_from_db()
    assert urgent_page.title == "Renamed"


@pytest.mark.parametrize("field", ["title", "intro", "slug"])
def test_a_word_never_to_be_mentioned_is_refused_in_texts(urgent_page, field):
    value = "asthma-is-hers" if field == "slug" else "She has Asthma."
    url = reverse("wagtailadmin_pages:edit", args=[urgent_page.pk])
    response = superuser().post(url, edit_form(urgent_page, **{field: value}))
    assert response.status_code == 409
    assert "“asthma” must not be mentioned (this page)" in text(response)


@pytest.mark.parametrize(
    "field, value",
    [
        ("background", "<p>She has <b>asth</b>ma.</p>"),
        ("points", "<p>Release her</p><p>Аст&#1084;а.</p>"),
        ("body", [("paragraph", RichText("<p>She has asthma.</p>"))]),
        ("search_description", "Asthma in prison"),
    ],
)
def test_wherever_it_stands(urgent_page, field, value):
    setattr(urgent_page, field, value)
    with pytest.raises(Refused):
        urgent_page.save_revision().publish()
    assert UrgentActionPage.objects.get(pk=urgent_page.pk).background == ""


def test_a_letter_to_start_from_that_has_it_is_refused(urgent_page, action, person):
    template = action.templates.get(language="en")
    template.text += " asthma"
    template.save()
    url = reverse("wagtailadmin_pages:edit", args=[urgent_page.pk])
    said = text(superuser().post(url, edit_form(urgent_page)))
    assert "letter to start from: English" in said
    assert reverse("campaign_urgent_actions:template_edit", args=[action.pk, template.pk]) in said


def test_in_a_language_that_one_can_publish_another_is_no_way_round(urgent_pages, silent):
    for page in urgent_pages.values():
        with pytest.raises(Refused):
            page.save_revision().publish()


def test_bulk_publishing_is_refused_with_its_reasons(urgent_page, home, silent):
    urgent_page.unpublish()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = superuser().post(
        f"{url}?id={home.pk}&next=/admin/", {"include_descendants": "on"}, follow=True
    )
    assert response.status_code == 409 and "Yerlan Unasked" in text(response)
    urgent_page.refresh_from_db()
    assert not urgent_page.live


def test_a_schedule_cant_be_set(urgent_page, silent):
    urgent_page.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(Refused):
        urgent_page.save_revision().publish()


def test_what_is_forbidden_since_is_not_published_on_schedule_and_holds_up_nothing(
    urgent_page, action, home, clock
):
    urgent_page.save_revision().publish()
    urgent_page.refresh_from_db()
    later = UrgentActionPage(title="Later", slug="later", intro=".", live=False)
    home.add_child(instance=later)
    for page in (urgent_page, later):
        page.title = f"{page.title} (new)"
        page.go_live_at = timezone.now() + timedelta(days=page.pk)
        page.save_revision().publish()
    action.persons.add(silent_person())
    clock.forward(days=30 + later.pk)
    call_command("publish_scheduled")
    urgent_page.refresh_from_db()
    later.refresh_from_db()
    assert urgent_page.title == "A lawyer is in danger" and later.live
    [entry] = PageLogEntry.objects.filter(action="campaign.not_published")
    assert "Person no." in entry.message and "Yerlan" not in entry.message
    call_command("publish_scheduled")
    assert PageLogEntry.objects.filter(action="campaign.not_published").count() == 1


def test_a_link_of_the_chain_is_held_to_the_same(urgent_page, silent):
    link = ChainPage(title="Stop", slug="stop", intro="Stop.", link="stop", live=False)
    urgent_page.add_child(instance=link)
    with pytest.raises(Refused):
        link.save_revision().publish()
    assert not ChainPage.objects.get().live


def test_a_draft_can_be_saved_meanwhile(urgent_page, silent):
    urgent_page.intro = "She has asthma."
    urgent_page.save_revision()
    urgent_page.unpublish()
    assert not UrgentActionPage.objects.get().live


def test_an_approved_workflow_publishes_nothing(urgent_page, silent):
    root = superuser().user
    task = GroupApprovalTask.objects.create(name="Look at it")
    workflow = Workflow.objects.create(name="Look")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    urgent_page.unpublish()
    urgent_page.save_revision()
    state = workflow.start(urgent_page, root)
    with pytest.raises(Refused):
        state.current_task_state.approve(user=root)
    assert not UrgentActionPage.objects.get(pk=urgent_page.pk).live


def approval(page, **changes):
    """What the editor sends to approve a page, and so to publish it."""
    data = edit_form(page, **changes)
    del data["action-publish"]
    return data | {"action-workflow-action": "true", "workflow-action-name": "approve"}


@pytest.fixture
def in_workflow(urgent_page):
    """The page as a draft that waits for its one approval; its address in the editor."""
    task = GroupApprovalTask.objects.create(name="Look at it")
    workflow = Workflow.objects.create(name="Look")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    urgent_page.unpublish()
    urgent_page.save_revision()
    workflow.start(urgent_page, superuser().user)
    return reverse("wagtailadmin_pages:edit", args=[urgent_page.pk])


def test_who_approves_is_told_who_and_where_to_mend_it(urgent_page, in_workflow, silent):
    response = superuser().post(in_workflow, approval(urgent_page))
    assert response.status_code == 409 and "Yerlan Unasked" in text(response)
    assert not UrgentActionPage.objects.get(pk=urgent_page.pk).live


def test_the_home_page_says_why_an_approval_from_there_is_refused(urgent_page, in_workflow, silent):
    browser, home = superuser(), reverse("wagtailadmin_home")
    state = urgent_page.current_workflow_state.current_task_state
    approve = reverse(
        "wagtailadmin_pages:workflow_action", args=[urgent_page.pk, "approve", state.pk]
    )
    shown = browser.get(home)
    assert approve in shown.content.decode(), "Wagtail offers it"
    assert f"Yerlan Unasked (no. {silent.pk}) has not agreed" in text(shown)
    assert "Yerlan Unasked" in text(browser.post(approve, follow=True))
    assert not UrgentActionPage.objects.get(pk=urgent_page.pk).live
    assert "Yerlan" not in text(editor(edits=[urgent_page]).get(home))
    urgent_page.get_action().persons.remove(silent)
    assert "can’t be published" not in text(browser.get(home))
    browser.post(approve)
    assert UrgentActionPage.objects.get(pk=urgent_page.pk).live


def test_who_takes_the_word_out_while_approving_publishes(urgent_page, in_workflow):
    urgent_page.intro = "She has asthma."
    urgent_page.save_revision()
    response = superuser().post(in_workflow, approval(urgent_page))
    assert response.status_code == 409 and "“asthma” must not be mentioned" in text(response)
    superuser().post(in_workflow, approval(urgent_page, intro="She is detained."))
    page = UrgentActionPage.objects.get(pk=urgent_page.pk)
    assert page.live and page.intro == "She is detained."


@pytest.fixture
def in_russian(urgent_page):
    """The page as wagtail-localize is about to translate it into Russian."""
    russian = Locale.objects.get(language_code="ru")
    source, _created = TranslationSource.update_or_create_from_instance(urgent_page)
    return Translation.objects.create(source=source, target_locale=russian)


def test_who_publishes_a_translation_is_told_why_not(urgent_page, action, in_russian):
    in_russian.save_target(publish=False)
    draft = UrgentActionPage.objects.get(locale=in_russian.target_locale)
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    person = silent_person()
    action.persons.add(person)
    response = superuser().post(url, {"action": "publish"})
    assert response.status_code == 409 and "Yerlan Unasked" in text(response)
    action.persons.remove(person)
    superuser().post(url, {"action": "publish"})
    draft.refresh_from_db()
    assert draft.live


def test_a_translation_by_wagtail_localize_is_refused(action, in_russian):
    translation, russian = in_russian, in_russian.target_locale
    action.persons.add(silent_person())
    with pytest.raises(Refused), TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    assert not UrgentActionPage.objects.filter(locale=russian, live=True).exists()


def test_a_consent_that_is_taken_back_ends_naming_them_also_where_letters_are_written(
    client, urgent_page, person, ministry, after_commit
):
    url = reverse("wagtail_campaign:letter_write", args=[urgent_page.pk])
    assert "Сәуле" in text(client.get(url, {"target": ministry.pk}))
    with after_commit():
        person.consent_by, person.consent_on = "", None
        person.save()
    for language in ("en", "ru", "kk"):
        said = text(client.get(url, {"target": ministry.pk, "in": language}))
        assert not [name for name in ("Saule", "Сауле", "Сәуле") if name in said]
