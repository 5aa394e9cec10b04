"""Editors look through the signatures of all languages."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.editors import ALL_RIGHTS, editor, superuser, text
from tests.people import signature_of
from wagtail_campaign.actions.admin import finding
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions import breakdown, moderation, services
from wagtail_campaign.petitions.admin import filters
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.models import ConsentWording, Purpose

LIST = reverse("campaign_signatures:index")
FIND = reverse("campaign_signatures:find")


def inspect(signature):
    return reverse("campaign_signatures:inspect", args=[signature.pk])


def log_of(action):
    return ModelLogEntry.objects.filter(action=action)


@pytest.fixture
def aigul(page):
    return signature_of(
        page,
        first_name="Aigul",
        last_name="Serikova",
        email="aigul@example.org",
        comment="My brother is among them",
    )


def test_signatures_of_all_languages_stand_in_one_list(pages):
    for language, page in pages.items():
        signature_of(page, email=f"{language}@example.org")
    said = text(superuser().get(LIST))
    for language in ("English", "Russian", "Kazakh"):
        assert language in said
    assert said.count("Free the strikers") >= 3
    assert "Свободу забастовщикам" not in said


def test_the_list_names_nobody_until_it_is_asked_to(page, aigul):
    browser = superuser()
    said = text(browser.get(LIST))
    assert "Aigul" not in said and "aigul@example.org" not in said
    assert "Supporter (Kazakhstan)" in said
    assert not log_of("campaign.view_personal_data").exists()
    said = text(browser.get(LIST, {"people": "1"}))
    assert "Aigul Serikova" in said and "aigul@example.org" in said
    [entry] = log_of("campaign.view_personal_data")
    assert (entry.user, entry.data["ids"]) == (browser.user, [aigul.pk])
    assert entry.label == "Free the strikers"


def test_without_the_right_nobody_is_named(page, aigul):
    browser = editor("moderate_signature", "export_signature", edits=[page])
    for said in (
        text(browser.get(LIST)),
        text(browser.get(LIST, {"people": "1"})),
        text(browser.get(inspect(aigul))),
    ):
        assert "Aigul" not in said and "aigul@example.org" not in said
        assert "brother" not in said
    assert not log_of("campaign.view_personal_data").exists()


def test_a_person_is_found_by_the_whole_address(page, aigul):
    signature_of(page, email="other@example.org", first_name="Other")
    browser = superuser()
    said = text(browser.post(FIND, {"person": "Aigul@Example.org"}))
    assert "Aigul Serikova" in said and "Other" not in said
    assert "Aigul Serikova" not in text(browser.post(FIND, {"person": "aigul@"}))
    assert [entry.data["ids"] for entry in log_of("campaign.view_personal_data")] == [[aigul.pk]]


def test_who_isnt_found_is_said_not_to_be(page, aigul):
    said = text(superuser().post(FIND, {"person": "nobody@example.org"}))
    assert "Nobody was found among those who signed your petitions." in said
    assert "No signatures yet" not in said


@pytest.mark.parametrize("name", ["Serik", "aigul serik", "Serikova Aigul"])
def test_a_person_is_found_by_part_of_the_name(page, aigul, name):
    signature_of(page, email="other@example.org", first_name="Other")
    said = text(superuser().post(FIND, {"person": name}))
    assert "aigul@example.org" in said and "other@example.org" not in said


@pytest.fixture
def hasty(monkeypatch):
    """Looks at two signatures, and then the time is up."""
    monkeypatch.setattr(finding, "STEP", 2)
    monkeypatch.setattr(finding, "SECONDS", -1)


def test_a_name_is_looked_for_further_back_only_if_wished(page, aigul, hasty):
    for number in range(4):
        signature_of(page, email=f"{number}@example.org", first_name="Other")
    browser, steps = superuser(), []
    answer = browser.post(FIND, {"person": "Aigul"})
    while rest := answer.context_data["rest"]:
        assert rest["day"] in text(answer) and "Nobody was found so far." in text(answer)
        steps.append(rest["before"])
        answer = browser.post(FIND, {"person": "Aigul", "before": rest["before"]})
    assert len(steps) == 2 and "Aigul Serikova" in text(answer)
    assert "Look further back" not in text(answer)


def test_who_is_found_nowhere_is_not_there(page, aigul, hasty):
    for number in range(2):
        signature_of(page, email=f"{number}@example.org", first_name="Other")
    browser = superuser()
    rest = browser.post(FIND, {"person": "Zhanna"}).context_data["rest"]
    said = text(browser.post(FIND, {"person": "Zhanna", "before": rest["before"]}))
    assert "Nobody was found further back." in said


def test_an_address_is_looked_for_everywhere_at_once(page, aigul, hasty):
    for number in range(4):
        signature_of(page, email=f"{number}@example.org", first_name="Other")
    answer = superuser().post(FIND, {"person": "aigul@example.org"})
    assert "Aigul Serikova" in text(answer) and answer.context_data["rest"] is None


@pytest.mark.parametrize("before", ["0", "-1", "x", "9" * 30])
def test_an_odd_place_to_go_on_from_finds_nobody(page, aigul, before):
    assert "Serikova" not in text(superuser().post(FIND, {"person": "Serik", "before": before}))


def test_what_is_looked_for_stands_in_no_address(page, aigul):
    response = superuser().post(FIND, {"person": "aigul@example.org"})
    assert response.status_code == 200
    assert "aigul" not in response.wsgi_request.get_full_path()
    assert "no-cache" in response.headers["Cache-Control"]


def test_only_who_may_see_people_can_look_for_them(page, aigul):
    browser = editor("moderate_signature", "view_numbers", "export_signature", edits=[page])
    assert browser.post(FIND, {"person": "aigul@example.org"}).status_code == 302


def test_where_many_signed_only_the_languages_are_offered_in_which_somebody_did(
    pages, petition, monkeypatch
):
    for code in ("en", "ru"):
        signature_of(pages[code], email=f"{code}@example.org")

    def offered() -> list[str]:
        field = superuser().get(LIST).context_data["filters"].form.fields["language"]
        return [code for code, _name in field.choices if code]

    breakdown.count_anew(petition)
    assert offered() == ["en", "ru", "kk"]
    monkeypatch.setattr(filters, "MANY", 2)
    assert offered() == ["en", "ru"]
    signature_of(pages["kk"], email="kk@example.org")
    breakdown.count_anew(petition)
    assert offered() == ["en", "ru", "kk"]


def test_the_list_is_narrowed_down(page, pages, home):
    other = home.add_child(instance=PetitionPage(title="A lawyer in prison", slug="lawyer"))
    german = signature_of(pages["ru"], email="a@example.org", country="DE")
    pending = signature_of(page, confirmed=False, email="b@example.org")
    elsewhere = signature_of(other, email="c@example.org")
    browser = superuser()

    def listed(**filters):
        context = browser.get(LIST, filters).context_data
        return [row.pk for row in context["object_list"]]

    assert listed() == [elsewhere.pk, pending.pk, german.pk]
    assert listed(petition=other.get_action().pk) == [elsewhere.pk]
    assert listed(state="pending") == [pending.pk]
    assert listed(language="ru") == [german.pk]
    assert listed(country="DE") == [german.pk]
    assert listed(created_at_from="2000-01-01", created_at_to="2000-01-02") == []
    assert len(listed(created_at_from="2000-01-01")) == 3


def test_the_list_costs_the_same_however_long_it_is(pages, django_assert_max_num_queries):
    browser = superuser()
    signature_of(pages["en"])
    browser.get(LIST)
    with django_assert_max_num_queries(40) as few:
        browser.get(LIST, {"people": "1"})
    for number in range(12):
        signature_of(pages["ru"], email=f"signer{number}@example.org")
    with django_assert_max_num_queries(len(few)):
        browser.get(LIST, {"people": "1"})


def test_one_signature_shows_what_was_typed_and_agreed_to(page, petition):
    words = page.consent_wordings()
    ConsentWording.objects.bulk_create(words, ignore_conflicts=True)
    ticked = [wording.pk for wording in words if wording.purpose == Purpose.HANDOVER]
    signature = signature_of(page, ticked=ticked, comment="With all my heart")
    browser = superuser()
    said = text(browser.get(inspect(signature)))
    assert "dana@example.org" in said and "With all my heart" in said
    assert "Hand over my name, country, organisation and comment" in said
    assert "Please confirm" in said
    [entry] = log_of("campaign.view_personal_data")
    assert entry.object_id == str(signature.pk)
    assert "dana" not in str([entry.label, entry.data]).lower()


def test_what_was_ticked_shows_before_it_is_confirmed(page):
    words = page.consent_wordings()
    ConsentWording.objects.bulk_create(words, ignore_conflicts=True)
    signature = signature_of(page, confirmed=False, ticked=[words[0].pk])
    said = text(superuser().get(inspect(signature)))
    assert "in force once it is confirmed" in said
    assert words[0].text in said


def test_an_erased_signature_shows_its_month_and_nobody(page, aigul):
    services.erase(aigul)
    said = text(superuser().get(inspect(aigul)))
    assert "nobody can say any more who it was" in said
    assert "Aigul" not in said


def test_a_translator_sees_no_signatures(pages, aigul):
    """The right to edit the Russian page is no right to those who signed."""
    browser = editor(*ALL_RIGHTS, edits=[pages["ru"]])
    assert "no. " not in text(browser.get(LIST, {"people": "1"}))
    assert browser.get(LIST).context_data["object_list"] == []
    assert browser.get(inspect(aigul), follow=True).status_code == 404
    assert "Serikova" not in text(browser.post(FIND, {"person": "aigul@example.org"}))
    assert "Serikova" not in text(browser.post(FIND, {"person": "Aigul"}))
    assert not log_of("campaign.view_personal_data").exists()


def test_an_editor_sees_the_signatures_of_her_own_petition_only(page, home, aigul):
    other = home.add_child(instance=PetitionPage(title="A lawyer in prison", slug="lawyer"))
    elsewhere = signature_of(other, first_name="Elsewhere", email="else@example.org")
    browser = editor(*ALL_RIGHTS, edits=[page])
    said = text(browser.get(LIST, {"people": "1"}))
    assert "Aigul" in said and "Elsewhere" not in said and "A lawyer in prison" not in said
    wanted = {"people": "1", "petition": other.get_action().pk}
    assert "Elsewhere" not in text(browser.get(LIST, wanted))
    assert browser.get(inspect(elsewhere), follow=True).status_code == 404


def test_signatures_of_a_deleted_page_are_the_superusers(page, home, aigul):
    browser = editor(*ALL_RIGHTS, edits=[home])
    assert browser.get(inspect(aigul)).status_code == 200
    page.delete()
    assert browser.get(inspect(aigul), follow=True).status_code == 404
    assert "Page deleted" in text(superuser().get(inspect(aigul)))


@pytest.mark.parametrize("rights", [(), ("view_numbers",), ("change_petition",)])
def test_who_has_no_right_to_signatures_is_sent_away(page, aigul, rights):
    browser = editor(*rights, edits=[page])
    for url in (LIST, FIND, inspect(aigul), reverse("campaign_signatures:export")):
        assert browser.get(url).status_code == 302


def test_the_rights_are_offered_in_the_group_editor(page):
    said = text(superuser().get(reverse("wagtailusers_groups:add")))
    for words in ("See how many signed", "See who signed", "Export signatures"):
        assert words in said


def test_the_menu_shows_what_one_may(page):
    from wagtail.admin.menu import admin_menu

    def menu(browser):
        request = browser.get(reverse("wagtailadmin_home")).wsgi_request
        items = admin_menu.menu_items_for_request(request)
        campaign = [item for item in items if item.name == "campaign"]
        return [i.name for c in campaign for i in c.menu.menu_items_for_request(request)]

    everything = ["petitions", "signatures", "urgent-actions", "letters", "persons", "targets"]
    everything += ["embassies", "sponsor-lists", "sponsors", "funds", "donations", "recurring"]
    everything += ["broadcasts", "outbox", "webhooks", "tokens"]
    assert menu(superuser()) == [f"campaign-{name}" for name in everything]
    assert menu(editor("send_broadcast", edits=[page])) == ["campaign-broadcasts"]
    assert menu(editor("view_numbers", edits=[page])) == ["campaign-petitions"]
    assert menu(editor("export_signature", edits=[page])) == ["campaign-signatures"]
    assert menu(editor(edits=[page])) == []


def test_the_site_history_leads_to_the_signature(page, petition, aigul):
    browser = superuser()
    moderation.invalidate(petition, [aigul.pk], "A bot", browser.user)
    said = text(browser.get(reverse("wagtailadmin_reports:site_history")))
    assert "Invalidated: A bot" in said and inspect(aigul) in said
    assert "Aigul" not in said
    assert Signature.objects.filter(pk=aigul.pk).exists()
