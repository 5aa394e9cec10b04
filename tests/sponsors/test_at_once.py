"""Many at once, and somebody else in between: nothing counts twice, nothing unseen is published."""

import threading

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from tests.crowd import at_once
from tests.people import link
from tests.sponsors.people import counts, join, listed
from wagtail_campaign.actions import tallies
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.sponsors import correcting, entries, moderating, moderation, services
from wagtail_campaign.sponsors.models import Sponsor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def no_limits(settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None


@pytest.fixture
def waiting(client, page):
    """``waiting(typed)``: an entry that is confirmed and waits for a moderator."""

    def waiting(typed) -> Sponsor:
        join(client, page, typed)
        sponsor = Sponsor.objects.select_related("sponsor_list", "supporter").latest("pk")
        assert services.confirm(sponsor)
        return fresh(sponsor)

    return waiting


def fresh(sponsor) -> Sponsor:
    return Sponsor.objects.select_related("sponsor_list", "supporter").get(pk=sponsor.pk)


def publish(sponsor, **seen):
    return moderation.publish(Sponsor.objects.all(), [sponsor.pk], None, **seen)


def decline(sponsor, **seen):
    return moderation.decline(Sponsor.objects.all(), [sponsor.pk], "Unknown here.", None, **seen)


def as_seen(sponsor) -> dict:
    return {"seen": {sponsor.pk: entries.version(sponsor)}}


def test_twenty_opening_the_same_link_confirm_it_once(client, page, person):
    join(client, page, person)
    path = link(mail.outbox[-1])
    assert set(at_once(20, lambda i: Client().post(path).status_code)) == {303}
    sponsor = Sponsor.objects.get()
    assert (sponsor.state, sponsor.needs_review) == ("waiting", True)


def test_two_entries_of_the_same_confirmed_at_once_are_one(client, page, organisation):
    for _ in range(8):
        join(client, page, organisation)
    found = list(Sponsor.objects.select_related("sponsor_list", "supporter"))
    confirmed = at_once(8, lambda i: services.confirm(found[i]))
    assert confirmed.count(True) == 1
    assert Sponsor.objects.filter(state="waiting").count() == 1
    assert Sponsor.objects.filter(state="pending").count() == 7


def test_many_who_publish_the_same_entry_count_it_once_and_mail_once(waiting, page, organisation):
    sponsor = waiting(organisation)
    done = at_once(8, lambda i: publish(sponsor))
    assert [each.number for each in done].count(1) == 1
    assert counts(sponsor.sponsor_list) == {"persons": 0, "organisations": 1, "members": 12000}
    assert Mail.objects.filter(kind="sponsors.published").count() == 1
    assert tallies.recount() == []


def test_of_two_moderators_who_disagree_the_first_decides(waiting, page, person):
    sponsor = waiting(person)
    seen = as_seen(sponsor)
    verbs = [publish, decline] * 3
    done = at_once(6, lambda i: verbs[i](sponsor, **seen))
    assert [each.number for each in done].count(1) == 1
    assert sum(each.changed == [sponsor.pk] for each in done) == 5
    now = fresh(sponsor)
    decided = {"published": "sponsors.published", "declined": "sponsors.declined"}
    mailed = Mail.objects.filter(kind__in=decided.values()).values_list("kind", flat=True)
    assert list(mailed) == [decided[now.state]]
    assert counts(sponsor.sponsor_list)["persons"] == (now.state == "published")
    assert tallies.recount() == []


def test_what_its_sponsor_changed_meanwhile_is_not_published_unseen(waiting, page, person):
    sponsor = waiting(person)
    seen = as_seen(sponsor)
    assert services.change(sponsor, {"quote": "Something else altogether."})
    for verb in (publish, decline):
        done = verb(sponsor, **seen)
        assert (done.number, done.changed) == (0, [sponsor.pk])
    assert fresh(sponsor).state == "waiting"
    assert publish(sponsor, **as_seen(fresh(sponsor))).number == 1


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
def test_a_change_during_publishing_waits_and_is_looked_at(waiting, page, person, monkeypatch):
    """The moderator's transaction holds the row while the sponsor changes it."""
    sponsor = waiting(person)
    publishing, changing = threading.Event(), threading.Event()
    note = moderating.note

    def slow(*args, **kwargs):
        publishing.set()
        changing.wait(0.5)
        note(*args, **kwargs)

    monkeypatch.setattr(moderation, "note", slow)

    def change():
        publishing.wait(10)
        changed = services.change(sponsor, {"quote": "Free them all."})
        changing.set()
        return changed

    seen = as_seen(sponsor)
    done, changed = at_once(2, lambda i: publish(sponsor, **seen) if i == 0 else change())
    assert (done.number, changed) == (1, True)
    now = fresh(sponsor)
    assert (now.state, now.quote, now.needs_review) == ("published", "Free them all.", True)
    assert now.reviewed["quote"] == person["quote"]


def test_of_one_organisation_entered_by_many_one_is_published(waiting, page, organisation):
    """By their names in two languages, which only the searched column holds together."""
    entered = []
    for number in range(6):
        names = {"name": "Oil Workers’ Union", "name_ru": "Профсоюз нефтяников"}
        if number % 2:
            names = {"name": names["name_ru"], "name_ru": ""}
        typed = organisation | names | {"email": f"{number}@example.org"}
        entered.append(waiting(typed))
    done = at_once(6, lambda i: publish(entered[i]))
    assert [each.number for each in done].count(1) == 1
    assert sum(len(each.twice) for each in done) == 5
    sponsor_list = entered[0].sponsor_list
    assert counts(sponsor_list) == {"persons": 0, "organisations": 1, "members": 12000}
    assert tallies.recount() == []


def test_changing_withdrawing_erasing_and_moderating_at_once_keep_the_count_true(
    client, page, organisation
):
    made = [
        listed(
            client,
            page,
            organisation | {"name": f"Union {n}", "name_ru": "", "email": f"{n}@example.org"},
        )
        for n in range(5)
    ]
    of = Sponsor.objects.all()

    def act(i):
        sponsor = fresh(made[i // 8])
        match i % 8:
            case 0:
                services.change(sponsor, {"members": 7})
            case 1:
                services.withdraw(sponsor)
            case 2:
                services.erase(sponsor)
            case 3:
                publish(sponsor)
            case 4:
                decline(sponsor)
            case 5:
                moderation.take_off(of, [sponsor.pk], "Asked by phone", None)
            case 6:
                moderation.restore(of, [sponsor.pk], None)
            case 7:
                correcting.put_back(of, [sponsor.pk], None)

    at_once(40, act)
    left = Sponsor.objects.filter(state="published")
    now = counts(page.get_action())
    assert now["organisations"] == left.count()
    assert now["members"] == sum(sponsor.members or 0 for sponsor in left)
    assert tallies.recount() == []
