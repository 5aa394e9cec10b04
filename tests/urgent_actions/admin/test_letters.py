"""Editors look at letters and decide what becomes of them."""

import io
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page

from tests.editors import editor, superuser, text
from tests.people import mails_to
from tests.urgent_actions.people import AIGUL, count, letter_of
from wagtail_campaign.actions import tallies
from wagtail_campaign.actions.admin import finding
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.urgent_actions.admin import letter_numbers
from wagtail_campaign.urgent_actions.admin.letters import LetterListView
from wagtail_campaign.urgent_actions.directory.contacts import Contact
from wagtail_campaign.urgent_actions.models import Channel, Delivery, Letter, LetterText

INDEX, FIND = "campaign_letters:index", "campaign_letters:find"
BAD = AIGUL["text"] + "\n\nShe has asthma and needs a doctor."
SECRETS = ("aigul@example.org", "Serikova", "I think of you")


def inspect(letter):
    return reverse("campaign_letters:inspect", args=[letter.pk])


def ask(verb, *letters):
    ids = "&".join(f"id={letter.pk}" for letter in letters)
    return f"{reverse(f'campaign_letters:{verb}')}?{ids}"


def listed(browser, **filters):
    """The ids of the letters on the first page of the list."""
    response = browser.get(reverse(INDEX), filters)
    assert response.status_code == 200
    return [letter.pk for letter in response.context["object_list"]]


@pytest.fixture
def letter(urgent_page, ministry):
    return letter_of(urgent_page, ministry)


@pytest.fixture
def held(urgent_page, embassy):
    return letter_of(urgent_page, embassy, text=BAD, email="held@example.org", country="KZ")


def test_the_list_shows_letters_without_people_until_asked(urgent_page, letter):
    browser = editor("view_letter", edits=[urgent_page])
    said = text(browser.get(reverse(INDEX)))
    assert "A lawyer is in danger" in said and "Ministry in English" in said
    assert not any(secret in said for secret in SECRETS)
    assert not ModelLogEntry.objects.filter(action="campaign.view_letter").exists()
    said = text(browser.get(reverse(INDEX), {"people": "1"}))
    assert "aigul@example.org" in said and "Serikova" in said and "I think of you" not in said
    [entry] = ModelLogEntry.objects.filter(action="campaign.view_letter")
    assert entry.data == {"ids": [letter.pk]} and entry.message == "Saw who wrote 1 letter"


def test_a_moderator_without_the_right_to_read_sees_no_person(urgent_page, letter):
    browser = editor("moderate_letter", edits=[urgent_page])
    for url in (f"{reverse(INDEX)}?people=1", inspect(letter)):
        said = text(browser.get(url))
        assert not any(secret in said for secret in SECRETS)
    assert not ModelLogEntry.objects.filter(action="campaign.view_letter").exists()


def test_letters_of_actions_that_arent_ones_own_are_out_of_reach(home, letter):
    other = home.add_child(instance=Page(title="Elsewhere", slug="elsewhere"))
    browser = editor("view_letter", "moderate_letter", edits=[other])
    assert listed(browser) == []
    assert browser.get(inspect(letter), follow=True).status_code == 404
    response = browser.post(ask("decline", letter), {"reason": "x"}, follow=True)
    assert response.status_code == 404
    assert Letter.objects.get(pk=letter.pk).state == "confirmed"


@pytest.mark.parametrize(
    "name", ["index", "release", "decline", "send_again", "erase", "take_down"]
)
def test_without_a_right_there_is_nothing(urgent_page, letter, name):
    browser = editor("view_letter_numbers", edits=[urgent_page])
    url = f"{reverse(f'campaign_letters:{name}')}?id={letter.pk}"
    assert browser.get(url).status_code == 302
    reads = editor("view_letter", edits=[urgent_page])
    assert (reads.get(url).status_code == 200) == (name == "index")


@pytest.mark.parametrize("sought", ["held@example.org", "Serik", "aigul serik"])
def test_the_letters_of_one_person_are_found_and_that_is_logged(letter, held, sought):
    browser = superuser()
    assert reverse(FIND) in text(browser.get(reverse(INDEX)))
    answer = browser.post(reverse(FIND), {"person": sought})
    said = text(answer)
    assert "held@example.org" in said and inspect(held) in said
    assert ("aigul@example.org" in said) == ("@" not in sought)
    assert sought not in answer.wsgi_request.get_full_path()
    [entry] = ModelLogEntry.objects.filter(action="campaign.view_letter")
    assert held.pk in entry.data["ids"]


def test_who_wrote_no_letter_is_not_found(letter):
    said = text(superuser().post(reverse(FIND), {"person": "nobody@example.org"}))
    assert "Nobody was found among those who wrote letters for your urgent actions." in said
    assert "No letters yet" not in said


def test_older_letters_are_looked_at_if_wished(letter, held, monkeypatch):
    monkeypatch.setattr(finding, "STEP", 1)
    monkeypatch.setattr(finding, "SECONDS", -1)
    said = text(superuser().post(reverse(FIND), {"person": "Nobody"}))
    assert "There are older letters: those from before" in said and "so far" in said


def test_only_who_may_read_letters_can_look_for_people(urgent_page, letter):
    moderator = editor("moderate_letter", "view_letter_numbers", edits=[urgent_page])
    assert moderator.post(reverse(FIND), {"person": "aigul@example.org"}).status_code == 302
    assert reverse(FIND) not in text(moderator.get(reverse(INDEX)))
    stranger = editor("view_letter")
    assert "aigul@" not in text(stranger.post(reverse(FIND), {"person": "Serikova"}))


def test_the_list_is_narrowed_down(urgent_page, ministry, embassy, letter, held, action):
    browser = superuser()
    both, today = [held.pk, letter.pk], str(timezone.localdate())
    assert listed(browser) == both
    assert listed(browser, target=ministry.pk) == [letter.pk]
    assert listed(browser, delivery="held") == [held.pk]
    assert listed(browser, country="DE") == [letter.pk]
    assert listed(browser, channel="post") == []
    assert listed(browser, state="pending") == []
    assert listed(browser, language="en", urgent_action=action.pk) == both
    assert listed(browser, created_at_from=today, created_at_to=today) == both


def test_the_list_pages_by_the_last_row_seen(urgent_page, ministry, monkeypatch):
    monkeypatch.setattr(LetterListView, "paginate_by", 2)
    letters = [letter_of(urgent_page, ministry, email=f"{n}@example.org") for n in range(3)]
    browser = superuser()
    response = browser.get(reverse(INDEX))
    assert [row.pk for row in response.context["object_list"]] == [letters[2].pk, letters[1].pk]
    after = response.context["places"]["after"]
    assert listed(browser, p=after) == [letters[0].pk]


def test_a_long_list_asks_no_more_than_a_short_one(
    urgent_page, ministry, embassy, django_assert_max_num_queries
):
    browser = superuser()
    for n in range(6):
        letter_of(urgent_page, (ministry, embassy)[n % 2], email=f"{n}@example.org", text=BAD)
    listed(browser)
    with django_assert_max_num_queries(45) as few:
        listed(browser, people="1")
    for n in range(6, 14):
        letter_of(urgent_page, (ministry, embassy)[n % 2], email=f"{n}@example.org", text=BAD)
    with django_assert_max_num_queries(len(few)):
        listed(browser, people="1")


def test_the_queue_says_how_many_are_where_and_why(urgent_page, letter, held):
    browser = superuser()
    response = browser.get(reverse(INDEX))
    numbers = {way["label"]: way["number"] for way in response.context["queue"]}
    assert numbers["Waits for a moderator"] == "1" and numbers["Waiting"] == "1"
    assert "Mentions what must not be said" in text(response)
    Contact.objects.update(state="refuses")
    assert "No address of the target works" in text(browser.get(reverse(INDEX)))


def test_a_letter_is_read_with_the_right_and_that_is_logged(urgent_page, letter):
    said = text(editor("view_letter", edits=[urgent_page]).get(inspect(letter)))
    assert "I think of you" in said and "aigul@example.org" in said
    [entry] = ModelLogEntry.objects.filter(action="campaign.view_letter")
    assert entry.message == "Read the letter and saw who wrote it"
    LetterText.objects.all().delete()
    said = text(superuser().get(inspect(letter)))
    assert "Its text was erased." in said and "I think of you" not in said


def test_a_moderator_releases_ticked_letters_and_is_told_of_the_others(letter, held):
    browser = superuser()
    said = text(browser.get(ask("release", letter, held)))
    assert "1 letter goes into the queue" in said and "1 other stays as it is." in said
    assert "1 letter says what must never be mentioned of a person." in said
    response = browser.post(ask("release", letter, held), follow=True)
    assert "1 letter was released. 1 was left as it is." in text(response)
    assert Letter.objects.get(pk=held.pk).delivery == Delivery.QUEUED
    said = text(browser.get(inspect(held)))
    assert ask("release", held) not in said and ask("decline", held) in said


def test_who_releases_a_letter_that_had_no_address_is_not_warned_of_what_it_says(letter):
    Letter.objects.update(delivery=Delivery.HELD)
    said = text(superuser().get(ask("release", letter)))
    assert "1 letter goes into the queue" in said and "must never be mentioned" not in said


def test_a_moderator_declines_with_a_reason_that_names_nobody(held, action):
    browser = superuser()
    said = text(browser.get(ask("decline", held)))
    assert "taken out of the count" in said and "Nobody is told" in said
    response = browser.post(ask("decline", held), {"reason": "It is aigul@example.org"})
    assert "give the reason without an address" in text(response) and count(action) == 1
    response = browser.post(ask("decline", held), {"reason": "Her illness"}, follow=True)
    assert "1 letter was declined." in text(response)
    assert "Declined: Her illness" in text(response)
    assert count(action) == 0 and tallies.recount() == []


def test_sending_again_warns_of_what_may_arrive_twice(letter):
    browser = superuser()
    Mail.objects.filter(kind="urgent_actions.to_target").update(state="unknown")
    Letter.objects.update(delivery="unknown", error="cut off")
    said = text(browser.get(ask("send_again", letter)))
    assert "the target may get it twice" in said
    response = browser.post(ask("send_again", letter), follow=True)
    assert "1 letter is in the queue again." in text(response)
    assert Letter.objects.get(pk=letter.pk).delivery == Delivery.QUEUED


def test_a_letter_is_erased_with_a_reason(letter, action):
    browser = superuser()
    said = text(browser.get(ask("erase", letter)))
    assert "What has not gone yet won’t" in said
    response = browser.post(ask("erase", letter), {"reason": "Asked by telephone"}, follow=True)
    assert "The personal data was erased." in text(response)
    assert "Erased the personal data: Asked by telephone" in text(response)
    said = text(browser.get(inspect(letter)))
    assert not any(secret in said for secret in SECRETS)
    assert count(action) == 0 and tallies.recount() == []


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_numbers_are_drawn_for_those_who_may_see_numbers(urgent_page, action, ministry, language):
    for n in range(6):
        letter_of(urgent_page, ministry, email=f"{n}@example.org")
    for n, country in enumerate(["KZ", "KZ", "AT"]):
        letter_of(urgent_page, ministry, email=f"x{n}@example.org", country=country)
    url = reverse("campaign_letters:figures", args=[action.pk])
    assert editor("moderate_letter", edits=[urgent_page]).get(url).status_code == 302
    response = editor("view_letter_numbers").get(url)
    assert response.status_code == 200
    tables = dict(response.context["tables"])
    assert [[bar.number for bar in bars] for bars in tables.values()] == [[9], [9], [6, 3], [9]]
    assert "Austria" not in text(response) and "aigul" not in text(response)


def test_numbers_are_counted_at_most_once_a_minute(
    urgent_page, action, ministry, django_assert_num_queries
):
    letter_of(urgent_page, ministry)
    assert letter_numbers.read(action).channels == {Channel.SITE: 1}
    with django_assert_num_queries(0):
        letter_numbers.read(action)


def test_a_page_with_letters_stays(urgent_page, letter):
    response = superuser().post(reverse("wagtailadmin_pages:delete", args=[urgent_page.pk]))
    assert response.status_code == 409
    assert Page.objects.filter(pk=urgent_page.pk).exists()
    assert Letter.objects.filter(pk=letter.pk).exists()


def test_a_page_whose_letters_were_taken_back_may_go(urgent_page, letter):
    Letter.objects.update(state="withdrawn")
    superuser().post(reverse("wagtailadmin_pages:delete", args=[urgent_page.pk]))
    assert not Page.objects.filter(pk=urgent_page.pk).exists()


def test_the_outbox_sends_a_letter_again_and_names_nobody(urgent_page, letter):
    mail = Mail.objects.get(kind="urgent_actions.to_target")
    Mail.objects.filter(pk=mail.pk).update(state="unknown")
    Letter.objects.update(delivery="unknown")
    browser = editor("moderate_letter", "view_letter", edits=[urgent_page])
    url = f"{reverse('campaign_outbox:send_again')}?id={mail.pk}"
    for page in (reverse("campaign_outbox:index"), url):
        said = text(browser.get(page))
        assert "Letter to a target" in said
        assert "ministry@example.org" not in said and "aigul@example.org" not in said
    assert "then the target gets the same letter twice" in said and "supporter gets" not in said
    assert inspect(letter) in said
    browser.post(url)
    run_pass()
    assert len(mails_to("ministry@example.org")) == 1
    assert Letter.objects.get(pk=letter.pk).delivery == Delivery.SENT
    assert tallies.recount() == []


def test_a_declined_letter_isnt_revived_by_the_outbox(urgent_page, letter, action):
    mail = Mail.objects.get(kind="urgent_actions.to_target")
    Mail.objects.filter(pk=mail.pk).update(state="failed")
    Letter.objects.update(state="invalid", delivery="cancelled")
    browser = superuser()
    browser.post(f"{reverse('campaign_outbox:send_again')}?id={mail.pk}")
    run_pass()
    assert mails_to("ministry@example.org") == []
    assert Letter.objects.get(pk=letter.pk).delivery == Delivery.CANCELLED


def test_accepted_letters_are_one_bundle_and_marked_once_handed_over(urgent_page, solidarity):
    first = letter_of(urgent_page, first_name="Қуаныш", last_name="Әбілов")
    second = letter_of(urgent_page, email="second@example.org", subject="We stand by you")
    browser = superuser()
    bundle = reverse("campaign_letters:bundle", args=[solidarity.pk])
    assert "No accepted letter waits" in text(browser.get(bundle))
    browser.post(ask("release", first, second))
    said = text(browser.get(bundle))
    assert "Қуаныш Әбілов, Berlin" in said and "We stand by you" in said
    assert "@example.org" not in said
    [entry] = ModelLogEntry.objects.filter(action="campaign.bundle_letters")
    assert entry.message == "Made a bundle of 2 letters"
    pdf = browser.get(bundle, {"as": "pdf"})
    assert pdf["Content-Type"] == "application/pdf" and pdf.content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", pdf.content)) == 2
    assert b"@example.org" not in io.BytesIO(pdf.content).getvalue()
    # One that is accepted meanwhile isn't in it.
    late = letter_of(urgent_page, email="late@example.org")
    browser.post(ask("release", late))
    [url] = re.findall(r'href="([^"]*hand-over[^"]*)"', said)
    response = browser.post(url.replace("&amp;", "&"), follow=True)
    assert "2 letters were handed over." in text(response)
    states = dict(Letter.objects.values_list("pk", "delivery"))
    assert states == {first.pk: "sent", second.pk: "sent", late.pk: "queued"}
    assert tallies.recount() == []


def test_the_bundle_is_for_those_who_may_read_letters(urgent_page, solidarity):
    bundle = reverse("campaign_letters:bundle", args=[solidarity.pk])
    assert editor("moderate_letter", edits=[urgent_page]).get(bundle).status_code == 302
    assert editor("view_letter").get(bundle, follow=True).status_code == 404
    reads = editor("view_letter", edits=[urgent_page])
    assert "hand-over" not in text(reads.get(bundle))
