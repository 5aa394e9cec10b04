"""Persons, targets and embassies, kept by editors who aren't technical."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail import hooks
from wagtail.models import ModelLogEntry

from tests.editors import editor, superuser, text
from tests.urgent_actions.conftest import words
from tests.urgent_actions.people import write_and_confirm
from wagtail_campaign.urgent_actions.directory.contacts import Contact
from wagtail_campaign.urgent_actions.directory.missions import Mission
from wagtail_campaign.urgent_actions.directory.targets import Target, TargetWords
from wagtail_campaign.urgent_actions.models import Letter
from wagtail_campaign.urgent_actions.persons import Person, PersonWords

LISTS = {"persons": "person", "targets": "target", "missions": "mission"}


def url(where: str, *args) -> str:
    return reverse(f"campaign_{where}", args=args)


def forms_of(name: str, rows: list[dict], initial=()) -> dict:
    """What the browser sends for an inline panel."""
    sent = {
        f"{name}-TOTAL_FORMS": len(rows),
        f"{name}-INITIAL_FORMS": len(initial),
        f"{name}-MIN_NUM_FORMS": 0,
        f"{name}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(rows):
        row = {"id": initial[number].pk if number < len(initial) else "", **row}
        sent |= {f"{name}-{number}-{key}": value for key, value in row.items()}
        sent |= {f"{name}-{number}-ORDER": number + 1}
    return sent


OFFICE = {"language": "en", "office": "Ministry of Justice", "salutation": "Dear Minister,"}
MAILBOX = {"kind": "email", "value": "justice@example.org", "state": "works"}


def target_typed(contact=MAILBOX, **more) -> dict:
    return {
        "country": "KZ",
        "reads": "kk ru",
        "is_active": "on",
        **forms_of("words", [OFFICE]),
        **forms_of("contacts", [contact]),
        **more,
    }


@pytest.mark.parametrize("where, model", LISTS.items())
def test_each_list_is_for_those_with_a_right_to_it(where, model, person, ministry, embassy):
    index = url(f"{where}:index")
    for verb in ("add", "change", "delete"):
        browser = editor(f"{verb}_{model}")
        assert browser.get(index).status_code == 200
        assert index in text(browser.get(reverse("wagtailadmin_home")))
    others = [f"change_{other}" for other in LISTS.values() if other != model]
    browser = editor(*others, "view_letter", "moderate_letter")
    assert browser.get(index).status_code == 302
    assert browser.get(url(f"{where}:add")).status_code == 302


def test_the_group_editor_offers_the_rights(db):
    offered = Permission.objects.none()
    for hook in hooks.get_hooks("register_permissions"):
        offered |= hook().order_by()
    named = {permission.codename for permission in offered}
    assert named >= {f"{v}_{m}" for v in ("add", "change", "delete") for m in LISTS.values()}
    assert not {"add_contact", "change_personwords", "view_person"} & named


def test_an_editor_adds_a_target(db):
    browser = editor("add_target", "change_target")
    assert browser.get(url("targets:add")).status_code == 200
    answer = browser.post(url("targets:add"), target_typed())
    assert answer.status_code == 302, text(answer)
    target = Target.objects.get()
    assert str(target) == "Ministry of Justice" and target.key
    assert target.contact("email").value == "justice@example.org"


def test_an_editor_adds_an_embassy(db):
    browser = editor("add_mission")
    typed = target_typed(host="DE", kind="embassy", covers="LI")
    assert browser.post(url("missions:add"), typed).status_code == 302
    assert Mission.objects.get().host == "DE"


@pytest.mark.parametrize("language, name", [("ru", "имя"), ("kk", "аты-жөні")])
def test_the_name_of_somebody_is_called_so_not_as_that_of_a_thing(language, name):
    """Wagtail has its own word for "name", and the last application that translates it wins."""
    for model in (PersonWords, TargetWords):
        with override(language):
            assert str(model._meta.get_field("name").verbose_name) == name


def test_codes_may_have_commas_between_and_be_of_any_case(db):
    typed = target_typed(reads="KK, ru", host="DE", kind="embassy", covers="at; Li")
    assert superuser().post(url("missions:add"), typed).status_code == 302
    embassy = Mission.objects.get()
    assert (embassy.reads, embassy.covers) == ("kk ru", "AT LI")
    answer = superuser().post(url("targets:add"), target_typed(reads="Klingonese"))
    assert "is no code of a language" in text(answer) and "Choose a country" in text(answer)
    answer = superuser().post(url("targets:add"), target_typed(reads="Kazakh, ru"))
    assert "is written by its code: kk" in text(answer)


@pytest.mark.parametrize("half, missing", [("by", "on"), ("on", "by")])
def test_half_a_consent_is_asked_for_beside_what_is_missing(db, half, missing):
    given = {"by": "Her sister", "on": "2026-11-20"}[half]
    typed = {
        "status": "danger",
        f"consent_{half}": given,
        **forms_of("words", [{"language": "en", "name": "Saule"}]),
    }
    answer = superuser().post(url("persons:add"), typed)
    assert list(answer.context["form"].errors) == [f"consent_{missing}"]


@pytest.mark.parametrize(
    "contact, said",
    [
        ({**MAILBOX, "value": "nobody"}, "name@example.org"),
        ({**MAILBOX, "value": ""}, "Say the address"),
        ({"kind": "form", "value": "javascript:alert(1)", "state": "works"}, "https://"),
    ],
)
def test_a_contact_that_cant_be_one_isnt_saved(db, contact, said):
    answer = superuser().post(url("targets:add"), target_typed(contact))
    assert answer.status_code == 200 and said in text(answer)
    assert not Target.objects.exists()


def test_a_post_address_needs_no_value(db):
    typed = target_typed({"kind": "post", "value": "", "state": "works"})
    assert superuser().post(url("targets:add"), typed).status_code == 302


def test_no_log_says_the_name_of_a_person(person):
    browser = editor("add_person", "change_person", "delete_person")
    typed = {
        "status": "detained",
        "consent_by": "Her sister",
        "consent_on": "2026-05-03",
        **forms_of("words", [{"language": "en", "name": "Saule Nurlanova"}]),
    }
    assert browser.post(url("persons:add"), typed).status_code == 302
    added = Person.objects.latest("pk")
    page = browser.get(url("persons:edit", added.pk))
    assert "Saule Nurlanova" in text(page)
    typed |= forms_of(
        "words", [{"language": "en", "name": "Saule Nurlanova"}], list(added.words.all())
    )
    assert browser.post(url("persons:edit", added.pk), typed).status_code == 302
    assert browser.post(url("persons:delete", added.pk)).status_code == 302
    entries = ModelLogEntry.objects.all()
    assert {entry.action for entry in entries} == {
        "wagtail.create",
        "wagtail.edit",
        "wagtail.delete",
    }
    assert {entry.label for entry in entries} == {f"#{added.pk}"}
    assert not [entry for entry in entries if "Saule" in str(entry.data)]


def test_persons_are_listed_by_name_and_can_not_be_searched_for(person):
    said = text(superuser().get(url("persons:index")))
    assert "Saule Nurlanova" in said and "Yes, on" in said
    assert 'name="q"' not in said


@pytest.mark.parametrize("where", LISTS)
def test_a_list_asks_as_often_for_many_rows_as_for_few(where, person, ministry, embassy):
    browser = superuser()
    browser.get(url(f"{where}:index"))
    with CaptureQueriesContext(
        connection,
    ) as few:
        browser.get(url(f"{where}:index"))
    for number in range(8):
        for model in (Target, Mission):
            more = {"host": "DE"} if model is Mission else {}
            target = model(country="KZ", reads="kk", **more)
            target.words = words(f"Office {number}")
            target.contacts = [Contact(kind="email", value=f"a{number}@example.org")]
            target.save()
        other = Person(status="danger")
        other.words = [type(person.words.first())(language="en", name=f"Person {number}")]
        other.save()
    with CaptureQueriesContext(connection) as many:
        browser.get(url(f"{where}:index"))
    assert len(many) <= len(few)


def test_embassies_are_no_targets_in_the_list(ministry, embassy):
    browser = superuser()
    targets, missions = browser.get(url("targets:index")), browser.get(url("missions:index"))
    assert "Ministry in English" in text(targets) and "Embassy in English" not in text(targets)
    assert "Embassy in English" in text(missions) and "Ministry in English" not in text(missions)
    for page in ("edit", "delete"):
        answer = browser.get(url(f"targets:{page}", embassy.pk), follow=True)
        assert answer.status_code == 404


def test_lists_are_searched_and_filtered(ministry, embassy):
    browser = superuser()
    for query, found in {
        "q=министерство": False,
        "q=in English": True,
        "q=embassy@example.org": True,
        "country=KZ&host=DE": True,
        "is_active=false": False,
    }.items():
        said = text(browser.get(f"{url('missions:index')}?{query}"))
        assert ("Embassy in English" in said) == found, query


def test_what_an_urgent_action_needs_isnt_deleted(action, person, ministry):
    browser = superuser()
    for where, record in (("persons", person), ("targets", ministry)):
        page = browser.get(url(f"{where}:delete", record.pk))
        assert "A lawyer is in danger" in text(page) and "Yes, delete" not in text(page)
        browser.post(url(f"{where}:delete", record.pk))
        assert type(record).objects.filter(pk=record.pk).exists()


def test_what_nobody_needs_any_more_is(action, ministry, embassy, client, urgent_page, written):
    browser = superuser()
    letter = write_and_confirm(client, urgent_page, ministry, written)
    action.targets.remove(ministry)
    assert "1 letter waits" in text(browser.get(url("targets:delete", ministry.pk)))
    Letter.objects.filter(pk=letter.pk).update(delivery="sent")
    said = text(browser.get(url("targets:delete", ministry.pk)))
    assert "1 letter was written to it" in said and "Yes, delete" in said
    assert browser.post(url("targets:delete", ministry.pk)).status_code == 302
    assert not Target.objects.filter(pk=ministry.pk).exists()
    assert Letter.objects.get(pk=letter.pk).target is None
    assert browser.post(url("missions:delete", embassy.pk)).status_code == 302
    assert not Target.objects.filter(pk=embassy.pk).exists()


def test_a_click_says_that_a_contact_was_verified_today(ministry):
    long_ago = timezone.localdate() - timedelta(days=500)
    contact = ministry.contacts.get()
    Contact.objects.update(verified_on=long_ago)
    browser = editor("change_target")
    assert "Verified today" in text(browser.get(url("targets:edit", ministry.pk)))
    back = url("targets:edit", ministry.pk)
    answer = browser.post(f"{url('contacts:verified', contact.pk)}?next={back}")
    assert answer.url == back
    contact.refresh_from_db()
    assert contact.verified_on == timezone.localdate()
    entry = ModelLogEntry.objects.get(action="campaign.verify_contact")
    assert entry.object_id == str(ministry.pk) and entry.user == browser.user
    assert "Verified: E-mail" in text(browser.get(url("targets:history", ministry.pk)))


def test_another_says_it_of_all_that_work(ministry):
    refuses = Contact.objects.create(
        target=ministry, kind="email", value="x@example.org", state="refuses"
    )
    Contact.objects.update(verified_on=None)
    browser = editor("change_target")
    assert browser.post(url("targets:verified", ministry.pk)).status_code == 302
    refuses.refresh_from_db()
    assert ministry.contacts.first().verified_on and refuses.verified_on is None


def test_nobody_verifies_without_the_right_to_change_it(ministry, embassy):
    browser = editor("change_target", "delete_mission")
    contact = embassy.contacts.get()
    browser.post(url("contacts:verified", contact.pk))
    browser.post(url("missions:verified", embassy.pk))
    editor("add_target").post(url("targets:verified", ministry.pk))
    assert not ModelLogEntry.objects.filter(action="campaign.verify_contact").exists()
