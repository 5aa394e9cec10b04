"""Editors write the letters that supporters start from."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.editors import editor, superuser, text
from tests.people import change
from wagtail_campaign.pages.models import UrgentActionPage
from wagtail_campaign.urgent_actions.directory.targets import Target, TargetWords
from wagtail_campaign.urgent_actions.drafting import placeholders


def address(name, action, *more):
    return reverse(f"campaign_urgent_actions:{name}", args=[action.pk, *more])


def typed(**changes):
    """What the form sends."""
    return {
        "language": "en",
        "subject": "Free {person}",
        "text": "{salutation}\n\nPlease release {person}.\n\n{name}",
        **changes,
    }


@pytest.fixture
def english(action):
    return action.templates.get(language="en")


def test_each_language_has_one(action, english):
    said = text(superuser().get(address("templates", action)))
    for language in ("English", "Russian", "Kazakh"):
        assert language in said
    response = superuser().post(address("template_add", action), typed())
    assert "There is one in this language" in text(response)


def test_it_is_written_changed_and_deleted_and_logged(action, english):
    browser = superuser()
    url = address("template_edit", action, english.pk)
    browser.post(url, typed(subject="Release {person}"))
    english.refresh_from_db()
    assert english.subject == "Release {person}"
    browser.post(address("template_delete", action, english.pk))
    assert not action.templates.filter(language="en").exists()
    assert "Write a letter" in text(browser.get(address("template_add", action)))
    browser.post(address("template_add", action), typed())
    assert action.templates.filter(language="en").exists()
    said = [entry.message for entry in ModelLogEntry.objects.order_by("pk")]
    assert said == [
        "Letter to start from (English) changed: subject, letter",
        "Letter to start from: English → –",
        "Letter to start from: – → English",
    ]
    assert "Release" not in str(ModelLogEntry.objects.values_list("data", flat=True))


@pytest.mark.parametrize(
    "field, wrong, said",
    [
        ("text", "{saluation} and so on", "{saluation} is not known"),
        ("subject", "To {person:dative}", "Saule Nurlanova has none in the language “English”"),
        ("text", "She has ASTHMA.", "“asthma” must not be mentioned"),
    ],
)
def test_what_is_wrong_stands_beside_the_field(action, english, field, wrong, said):
    url = address("template_edit", action, english.pk)
    response = superuser().post(url, typed(**{field: wrong}))
    form = response.context["form"]
    assert list(form.errors) == [field]
    assert said in form.errors[field][0].replace("#1", "Saule Nurlanova")
    english.refresh_from_db()
    assert english.subject == "Free {person}"


def test_the_help_says_what_each_becomes(action, english):
    said = text(superuser().get(address("template_edit", action, english.pk)))
    for words in ("{salutation}", "Dear Minister,", "[my name]", "{person:genitive}"):
        assert words in said


def test_a_new_one_is_in_a_language_that_has_none_and_shows_missing_cases(action, english):
    action.templates.filter(language="ru").delete()
    context = superuser().get(address("template_add", action)).context
    assert context["form"]["language"].value() == "ru"
    becomes = {written: shown for written, _said, shown in context["placeholders"]}
    assert becomes["{person:genitive}"] == "Сауле Нурлановой"
    assert becomes["{person:ablative}"] == ""
    url = address("template_add", action) + "?language=kk"
    assert superuser().get(url).context["form"]["language"].value() == "kk"


def test_the_preview_saves_nothing(action, english):
    url = address("template_edit", action, english.pk)
    response = superuser().post(url, typed(subject="Just looking at {person}", preview="1"))
    said = text(response)
    assert "Just looking at Saule Nurlanova" in said and "Dear Minister," in said
    assert "This target doesn’t read the language" in said
    english.refresh_from_db()
    assert english.subject == "Free {person}"


def test_the_preview_has_every_target_ten_on_a_page(action, english):
    for number in range(11):
        target = Target(country="KZ", reads="en")
        target.words = [TargetWords(language="en", office=f"Office {number}", salutation="Sir,")]
        target.save()
        action.targets.add(target)
    url, browser = address("template_preview", action, english.pk), superuser()
    assert len(browser.get(url).context["previewed"]) == 10
    assert len(browser.get(url, {"p": "2"}).context["previewed"]) == 2


def test_that_of_another_urgent_action_is_not_found(action, english, home):
    other = home.add_child(instance=UrgentActionPage(title="Other", slug="other", intro="Other"))
    url = address("template_edit", other.get_action(), english.pk)
    assert superuser().get(url, follow=True).status_code == 404


def test_it_needs_the_right_and_the_page(urgent_pages, action, english):
    url = address("template_edit", action, english.pk)
    translator = editor("change_urgentaction", edits=[urgent_pages["ru"]])
    assert translator.post(url, typed(subject="Mine"), follow=True).status_code == 404
    writer = editor("view_letter_numbers", edits=[urgent_pages["en"]])
    writer.post(url, typed(subject="Mine"))
    english.refresh_from_db()
    assert english.subject == "Free {person}"


def test_a_russian_sentence_that_ends_with_the_deadline_has_one_full_stop(action, ministry):
    change(action, closes_at=datetime(2027, 1, 9, 12, tzinfo=UTC))
    filled = placeholders.fill("до {deadline}.", "ru", action, [], ministry)
    assert filled == "до 9 января 2027 года."
