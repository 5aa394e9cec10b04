"""Editors change a petition's live settings, and follow its numbers."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from tests.editors import ALL_RIGHTS, editor, superuser, text
from tests.people import count, sign, signature_of
from wagtail_campaign import signals
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions import moderation, services
from wagtail_campaign.petitions.admin import numbers
from wagtail_campaign.petitions.models import METRIC, PAPER, Petition, Signature

LIST = reverse("campaign_petitions:index")
ASKS = {
    "ask_last_name": "optional",
    "ask_country": "off",
    "ask_postcode": "off",
    "ask_organisation": "off",
    "ask_comment": "off",
}


def settings_of(petition):
    return reverse("campaign_petitions:edit", args=[petition.pk])


def sent(**changes):
    """What the form of the settings sends."""
    return {"state": "open", "goal": "1000", "opens_at": "", "closes_at": "", **ASKS, **changes}


def test_what_is_saved_is_in_force_at_once_in_every_language(pages, petition, client, typed):
    browser = superuser()
    response = browser.post(settings_of(petition), sent(state="closed", goal="250"), follow=True)
    assert "saved and are in force" in text(response)
    petition.refresh_from_db()
    assert (petition.state, petition.goal, petition.ask_country) == ("closed", 250, "off")
    for page in pages.values():
        assert sign(client, page, typed).status_code == 409


def test_each_state_is_explained(petition):
    said = text(superuser().get(settings_of(petition)))
    for state in ("Paused: nobody can sign for now", "Archived: kept on record"):
        assert state in said


def test_it_cant_close_before_it_opens(petition):
    dates = {"opens_at": "2026-05-02 12:00", "closes_at": "2026-05-02 12:00"}
    response = superuser().post(settings_of(petition), sent(**dates))
    assert "It has to close after it opens." in text(response)
    petition.refresh_from_db()
    assert petition.closes_at is None


def test_the_log_says_what_was_and_what_is(petition):
    browser = superuser()
    change = sent(state="paused", goal="5000", closes_at="2027-01-01 00:00")
    response = browser.post(settings_of(petition), change, follow=True)
    [entry] = ModelLogEntry.objects.filter(action="campaign.settings")
    assert (entry.user, entry.label) == (browser.user, "Free the strikers")
    assert entry.data["changes"]["state"] == ["open", "paused"]
    assert entry.data["changes"]["goal"] == [1000, 5000]
    assert "state: Open → Paused; closes: – → Jan 1, 2027, 12:00" in entry.message
    assert "goal: 1,000 → 5,000" in text(response)


def test_looks_at_people_dont_hide_what_was_changed(page, petition):
    signature_of(page)
    browser = superuser()
    browser.post(settings_of(petition), sent(state="paused"))
    browser.get(reverse("campaign_signatures:index"), {"people": "1"})
    said = text(browser.get(settings_of(petition)))
    assert "state: Open → Paused" in said and "Saw the personal data" not in said


def test_what_the_form_may_leave_out_isnt_marked_as_required(petition):
    """The mark would be read as: supporters have to fill it in."""
    said = text(superuser().get(settings_of(petition)))
    label = re.search(r'<label[^>]*for="id_ask_postcode"[^>]*>(.*?)</label>', said, re.S)[1]
    assert label.strip() == "Postcode"


def test_dates_say_of_which_time_zone_they_are(petition):
    browser = superuser()
    UserProfile.objects.create(user=browser.user, current_time_zone="Asia/Almaty")
    assert "time zone of your account: Asia/Almaty." in text(browser.get(settings_of(petition)))


def test_listeners_hear_of_a_change_and_what_it_was(petition, request):
    heard = []

    def listener(sender, action, was, **kwargs):
        heard.append((sender, action.pk, action.state, was))

    signals.action_changed.connect(listener)
    browser = superuser()
    browser.post(settings_of(petition), sent(state="won"))
    signals.action_changed.disconnect(listener)
    assert heard == [(Petition, petition.pk, "won", "open")]


def test_saving_the_same_again_is_no_change(petition):
    browser = superuser()
    browser.post(settings_of(petition), sent())
    browser.post(settings_of(petition), sent())
    assert ModelLogEntry.objects.filter(action="campaign.settings").count() == 1


def test_archiving_is_offered_without_being_done(petition):
    said = text(superuser().get(settings_of(petition), {"state": "archived"}))
    assert "A state was chosen for you below" in said
    assert re.search(r'value="archived"[^>]* checked', said)
    petition.refresh_from_db()
    assert petition.state == "open"


def test_only_who_may_change_petitions_and_edit_the_source_page(pages, petition):
    """Not a translator, and not an editor of the page without the right."""
    translator = editor(*ALL_RIGHTS, edits=[pages["ru"]])
    assert translator.post(settings_of(petition), sent(state="won"), follow=True).status_code == 404
    without = [right for right in ALL_RIGHTS if right != "change_petition"]
    writer = editor(*without, edits=[pages["en"]])
    assert writer.post(settings_of(petition), sent(state="won")).status_code == 302
    petition.refresh_from_db()
    assert petition.state == "open"
    own = editor("change_petition", edits=[pages["en"]])
    assert own.post(settings_of(petition), sent(state="won")).status_code == 302
    petition.refresh_from_db()
    assert petition.state == "won"


def test_the_settings_are_one_click_from_every_page_of_the_petition(pages, petition):
    browser = superuser()
    for page in pages.values():
        said = text(browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
        of_page = reverse("campaign_petitions:of_page", args=[page.pk])
        assert of_page in said and settings_of(petition) in said
        assert browser.get(of_page).url == settings_of(petition)


def test_an_alias_leads_to_the_settings_of_its_source(page, home, petition):
    alias = page.create_alias(parent=home, update_slug="alias")
    browser = superuser()
    said = text(browser.get(reverse("wagtailadmin_pages:edit", args=[alias.pk])))
    of_page = reverse("campaign_petitions:of_page", args=[alias.pk])
    assert of_page in said
    assert browser.get(of_page).url == settings_of(petition)


def test_a_translator_is_told_who_may_go_to_the_settings(pages):
    of_page = reverse("campaign_petitions:of_page", args=[pages["ru"].pk])
    translator = editor(*ALL_RIGHTS, edits=[pages["ru"]])
    response = translator.get(of_page, follow=True)
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_home")
    assert "Only who may edit the page in its source language" in text(response)


def test_the_names_to_hand_over_are_one_click_from_the_settings(page, petition):
    hand_over = reverse("campaign_petitions:hand_over", args=[petition.pk])
    assert hand_over in text(superuser().get(settings_of(petition)))
    browser = editor("change_petition", "export_signature", edits=[page])
    assert hand_over not in text(browser.get(settings_of(petition)))


def test_a_page_of_another_kind_has_no_settings(home):
    of_page = reverse("campaign_petitions:of_page", args=[home.pk])
    assert superuser().get(of_page, follow=True).status_code == 404


def test_the_same_numbers_stand_beside_the_page_in_every_language(pages):
    for language in ("en", "ru", "ru"):
        number = Signature.objects.count()
        signature_of(pages[language], email=f"signer{number}@example.org")
    signature_of(pages["kk"], confirmed=False, email="waiting@example.org")
    browser = superuser()
    for page in pages.values():
        said = text(browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
        assert "Confirmed, by language:" in said
        assert "Russian <strong>2</strong> · English <strong>1</strong>" in said


def test_a_new_page_says_when_its_numbers_come(home):
    url = reverse(
        "wagtailadmin_pages:add", args=["wagtail_campaign_pages", "petitionpage", home.pk]
    )
    assert "Once the page is saved and opened again" in text(superuser().get(url))


def test_without_the_right_there_are_no_numbers_beside_the_page(page):
    signature_of(page)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "campaign-numbers" not in text(editor(edits=[page]).get(url))
    said = text(editor("change_petition", edits=[page]).get(url))
    assert "Petition settings" in said and "Last 7 days" not in said


def test_a_draft_saved_in_the_editor_keeps_the_numbers_out_of_the_form(page):
    """The panel adds no field: what autosave sends and stores is the page alone."""
    browser = superuser()
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = browser.get(url).context["form"]
    assert not {"state", "goal"} & set(form.fields)


def test_the_numbers_count_what_they_say(page, petition, clock):
    def signed(name, **kwargs):
        return signature_of(page, email=f"{name}@example.org", **kwargs)

    old, bot, withdrawn = signed("old"), signed("bot"), signed("withdrawn")
    services.withdraw(withdrawn)
    moderation.invalidate(petition, [bot.pk], "A bot", superuser().user)
    Signature.objects.filter(pk=old.pk).update(confirmed_at=timezone.now() - timedelta(days=30))
    recent = signed("recent")
    Signature.objects.filter(pk=recent.pk).update(confirmed_at=timezone.now() - timedelta(days=3))
    signed("today")
    signed("waiting", confirmed=False)
    read = numbers.read(petition)
    assert (read.pending, read.withdrawn, read.invalid) == (1, 1, 1)
    assert (read.today, read.week) == (1, 2)
    assert read.languages == [("en", 3)]
    assert numbers.counts(petition) == {METRIC: 3, PAPER: 0}
    assert count(petition) == 3


def test_looking_again_counts_nothing_anew(page, petition, django_assert_num_queries):
    signature_of(page)
    numbers.read(petition)
    with django_assert_num_queries(0):
        numbers.read(petition)


def test_all_petitions_stand_in_one_list_with_their_numbers(pages, petition, home):
    other = home.add_child(instance=PetitionPage(title="A lawyer in prison", slug="lawyer"))
    for number in range(3):
        signature_of(pages["ru"], email=f"signer{number}@example.org")
    signature_of(other, confirmed=False)
    browser = superuser()
    said = text(browser.get(LIST))
    assert "Free the strikers" in said and "A lawyer in prison" in said
    assert "Свободу" not in said
    view = browser.get(LIST).context_data["view"]
    assert view.counts == {petition.key: 3, other.get_action().key: 0}
    assert view.states == {other.get_action().pk: {"pending": 1}}


def test_a_petition_whose_page_is_a_draft_isnt_called_open(home, page):
    draft = PetitionPage(title="A lawyer in prison", slug="lawyer", live=False)
    home.add_child(instance=draft)
    browser = superuser()
    for url in (LIST, reverse("wagtailadmin_home"), settings_of(draft.get_action())):
        assert "Page not published" in text(browser.get(url))
    assert "Page not published" not in text(browser.get(settings_of(page.get_action())))


def test_where_no_petition_is_the_list_says_how_to_make_one(home):
    assert "add a petition page under “Pages”" in text(superuser().get(LIST))


def test_the_list_of_petitions_costs_the_same_however_long(
    page, home, django_assert_max_num_queries
):
    browser = superuser()
    browser.get(LIST)
    with django_assert_max_num_queries(40) as few:
        browser.get(LIST)
    cost = len(few)
    for number in range(8):
        home.add_child(instance=PetitionPage(title=f"Petition {number}", slug=f"p{number}"))
    browser.get(LIST)
    with django_assert_max_num_queries(cost):
        browser.get(LIST)


def test_numbers_of_public_petitions_are_for_all_who_follow_numbers(page, home, pages):
    draft = PetitionPage(title="Not yet public", slug="draft", live=False)
    home.add_child(instance=draft)
    said = text(editor("view_numbers", edits=[pages["ru"]]).get(LIST))
    assert "Free the strikers" in said and "Not yet public" not in said
    said = text(editor("change_petition", edits=[draft]).get(LIST))
    assert "Not yet public" in said and "Free the strikers" not in said


@pytest.mark.parametrize(
    ("language", "said"), [("en", "In all: 1"), ("ru", "Всего: 1"), ("kk", "Барлығы: 1")]
)
def test_petitions_are_counted_in_the_editors_language(page, language, said):
    browser = superuser()
    UserProfile.objects.create(user=browser.user, preferred_language=language)
    assert said in text(browser.get(LIST))


def test_the_home_page_of_the_admin_shows_the_latest_petitions(page):
    signature_of(page)
    home = reverse("wagtailadmin_home")
    assert "Latest petitions" in text(superuser().get(home))
    assert "Latest petitions" in text(editor("view_numbers", edits=[page]).get(home))
    assert "Latest petitions" not in text(editor("change_petition", edits=[page]).get(home))
