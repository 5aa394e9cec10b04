"""Editors change many signatures at once: by a rule, or all that a list was filtered to."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from tests.editors import editor, superuser
from tests.editors import text as raw
from tests.people import count, signature_of
from tests.supporters.visits import page_text as text
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions.models import SignatureState
from wagtail_campaign.petitions.sweeps import Sweep, SweepState

LIST = reverse("campaign_signatures:index")
RULE = {"domain": "burst.example", "country": "", "language": ""}


def url(name, petition, *more):
    return reverse(f"campaign_petitions:{name}", args=[petition.pk, *more])


@pytest.fixture
def burst(page):
    """Three bots, and a person."""
    for number in range(3):
        signature_of(page, email=f"bot{number}@burst.example", last_name=f"Bot{number}")
    return signature_of(page, email="person@example.org")


def test_a_burst_is_counted_invalidated_and_undone(burst, petition):
    browser = superuser()
    assert "nothing is changed yet" in text(browser.get(url("rule", petition)))
    said = text(browser.post(url("rule", petition), RULE | {"step": "count"}))
    assert "3 signatures found" in said and "Invalidate 3" in said
    assert "Kazakhstan 3" in said and "bot1@burst.example" in said
    assert count(petition) == 4
    answer = browser.post(
        url("rule", petition), RULE | {"step": "start", "reason": "One machine"}, follow=True
    )
    assert "3 of 3 changed" in text(answer) and "Domain: burst.example" in text(answer)
    assert count(petition) == 1
    sweep = Sweep.objects.get()
    assert (sweep.user, sweep.reason, sweep.by_rule) == (browser.user, "One machine", True)
    listed = text(browser.get(url("sweeps", petition)))
    assert "Invalidate Domain: burst.example 3 3 Done" in listed
    answer = browser.post(
        url("sweep_undo", petition, sweep.pk), {"reason": "They were people"}, follow=True
    )
    assert "3 of 3 restored" in text(answer)
    assert count(petition) == 4
    assert "There is nothing to undo." in text(browser.get(url("sweep_undo", petition, sweep.pk)))


def test_a_rule_is_changed_before_it_is_applied(burst, petition):
    said = text(superuser().post(url("rule", petition), RULE | {"step": "change"}))
    assert "Count them" in said and not Sweep.objects.exists()


@pytest.mark.parametrize("reason", ["", "Ask aigul@example.org"])
def test_without_a_good_reason_nothing_is_done(burst, petition, reason):
    said = superuser().post(url("rule", petition), RULE | {"step": "start", "reason": reason})
    assert said.status_code == 200 and "3 signatures found" in text(said)
    assert count(petition) == 4 and not Sweep.objects.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"domain": ""}, "Please say which signatures you mean."),
        ({"domain": "not a domain"}, "Please give a domain"),
        ({"address_pattern": "aigul@example.org"}, "Please put a * into it"),
        ({"address_pattern": "*"}, "three letters or digits"),
        ({"name_pattern": "*a*"}, "three letters or digits"),
        ({"country": "XX"}, "Select a valid choice"),
        ({"signed_from": "yesterday"}, "Enter a valid date/time"),
        (
            {"signed_from": "2026-03-02 10:00", "signed_until": "2026-03-01 10:00"},
            "It ends before it begins.",
        ),
    ],
)
def test_a_rule_that_makes_no_sense_is_given_again(burst, petition, typed, said):
    answer = superuser().post(
        url("rule", petition), RULE | typed | {"step": "start", "reason": "x"}
    )
    assert answer.status_code == 200 and said in text(answer)
    assert not Sweep.objects.exists()


def test_what_is_typed_stands_in_no_address_and_no_log(burst, petition):
    browser = superuser()
    typed = RULE | {"domain": "", "name_pattern": "*Bot2"}
    answer = browser.post(url("rule", petition), typed | {"step": "start", "reason": "Bots"})
    assert answer.status_code == 302 and "Bot2" not in answer.url
    assert Sweep.objects.get().done == 1
    assert not any("Bot2" in str([e.data, e.label]) for e in ModelLogEntry.objects.all())


def test_who_may_not_see_people_gets_no_sample_and_no_pattern(burst, petition, page):
    """Or names and addresses could be found out by guessing."""
    browser = editor("moderate_signature", edits=[page])
    assert "name_pattern" not in browser.get(url("rule", petition)).content.decode()
    said = text(browser.post(url("rule", petition), RULE | {"name_pattern": "zzz*"}))
    assert "3 signatures found" in said and "bot1@burst.example" not in said
    assert not ModelLogEntry.objects.filter(action="campaign.view_personal_data").exists()


def test_who_sees_a_sample_is_logged(burst, petition):
    browser = superuser()
    browser.post(url("rule", petition), RULE)
    [entry] = ModelLogEntry.objects.filter(action="campaign.view_personal_data")
    assert len(entry.data["ids"]) == 3 and entry.user == browser.user


def test_the_filtered_list_leads_to_all_of_its_signatures(burst, petition):
    browser = superuser()
    assert "Choose one petition" in text(browser.get(LIST))
    shown = browser.get(LIST, {"petition": petition.pk, "country": "KZ", "people": "1"})
    ways = dict(shown.context_data["for_all"])
    assert list(ways) == [
        "Invalidate",
        "Restore",
        "Erase",
        "Mail the link again",
        "Invalidate by a rule",
    ]
    way = ways["Invalidate"]
    assert "4 signatures found" in text(browser.get(way))
    answer = browser.post(way, {"reason": "All false"}, follow=True)
    assert "4 of 4 changed" in text(answer)
    assert count(petition) == 0
    confirmed = browser.get(LIST, {"petition": petition.pk, "state": "invalid"})
    ways = dict(confirmed.context_data["for_all"])
    assert "Invalidate" not in ways and "Mail the link again" not in ways
    browser.post(ways["Restore"], {"reason": "All true"})
    assert count(petition) == 4
    answer = browser.post(
        f"{url('sweep_filtered', petition)}?verb=erase&country=KZ", {"reason": "Asked for"}
    )
    assert not petition.signatures.filter(supporter__isnull=False).exists()
    assert count(petition) == 4


@pytest.mark.parametrize(
    "query", ["", "verb=delete", "verb=erase&country=XX", "verb=erase&state=x"]
)
def test_an_odd_filter_or_verb_is_not_found(burst, petition, query):
    address = f"{url('sweep_filtered', petition)}?{query}"
    assert superuser().get(address, follow=True).status_code == 404


def test_only_moderators_of_that_petition_may(burst, petition, page, home):
    other = home.add_child(instance=PetitionPage(title="A lawyer", slug="lawyer"))
    superuser().post(url("rule", petition), RULE | {"step": "start", "reason": "Bots"})
    sweep = Sweep.objects.get()
    names = ["sweeps", "rule", "sweep_filtered"]
    ways = [url(name, petition) for name in names]
    ways += [url(name, petition, sweep.pk) for name in ("sweep", "sweep_undo", "sweep_stop")]
    stranger = editor("moderate_signature", edits=[other])
    other_right = editor("view_personal_data", "change_petition", edits=[page])
    for way in ways:
        assert stranger.get(way, follow=True).status_code == 404
        stranger.post(way, {"reason": "x"})
        other_right.post(way, {"reason": "x"})
    elsewhere = url("sweep", other.get_action(), sweep.pk)
    assert superuser().get(elsewhere, follow=True).status_code == 404
    sweep.refresh_from_db()
    assert sweep.state == SweepState.DONE and count(petition) == 1


def test_one_signature_says_that_it_went_in_bulk(burst, petition):
    browser = superuser()
    browser.post(url("rule", petition), RULE | {"step": "start", "reason": "One machine"})
    taken = petition.signatures.filter(state=SignatureState.INVALID).first()
    said = text(browser.get(reverse("campaign_signatures:inspect", args=[taken.pk])))
    assert "Invalidated in bulk One machine" in said


def test_the_crumbs_lead_moderators_nowhere_that_refuses_them(page, petition):
    url = reverse("campaign_petitions:sweeps", args=[petition.pk])
    petitions = reverse("campaign_petitions:index")
    shown = raw(editor("moderate_signature", edits=[page]).get(url))
    assert f'href="{petitions}"' not in shown and page.title in shown
    assert f'href="{petitions}"' in raw(superuser().get(url))


def test_what_was_looked_for_in_names_is_told_to_those_who_may_see_people(
    browser_of, burst, petition
):
    superuser().post(
        url("rule", petition),
        RULE | {"domain": "", "name_pattern": "*akhmet*", "step": "start", "reason": "x"},
    )
    pages = [url("sweeps", petition), url("sweep", petition, Sweep.objects.get().pk)]
    for page in pages:
        assert "Name: *akhmet*" in text(browser_of("view_personal_data").get(page))
        said = text(browser_of().get(page))
        assert "akhmet" not in said and "Name" in said


@pytest.fixture
def browser_of(page):
    """``browser_of(right)``: a moderator's, with another right."""
    return lambda *rights: editor("moderate_signature", *rights, edits=[page])


@pytest.mark.parametrize(
    ("day", "zone"), [("0001-01-01", "Asia/Almaty"), ("9999-12-31", "America/New_York")]
)
def test_a_year_that_is_a_slip_of_the_keys_is_no_error_of_ours(burst, petition, page, zone, day):
    browser = superuser()
    UserProfile.objects.create(user=browser.user, current_time_zone=zone)
    for name in ("created_at_from", "created_at_to"):
        assert browser.get(f"{LIST}?{name}={day}").status_code == 200
        export = browser.get(f"{reverse('campaign_signatures:export')}?{name}={day}")
        assert b"bot1@" not in b"".join(export.streaming_content)
        sweep = f"{url('sweep_filtered', petition)}?verb=invalidate&{name}={day}"
        assert browser.get(sweep, follow=True).status_code == 404
    for moment in (f"{day} 00:00", f"{day} 23:59"):
        for name in ("signed_from", "signed_until"):
            said = browser.post(url("rule", petition), RULE | {name: moment, "step": "count"})
            assert "Enter a valid date/time." in text(said)
        for name in ("opens_at", "closes_at"):
            said = browser.post(url("edit", petition), {"state": "open", "goal": 0, name: moment})
            assert "Enter a valid date/time." in text(said)
