"""What becomes of entries that nobody confirms, and of who made them after the end of a list."""

import pytest
from django.core import mail

from tests.people import change as change_settings
from tests.people import link
from tests.sponsors.people import counts, join, join_and_confirm, listed
from tests.supporters.visits import work_off
from wagtail_campaign.sponsors.models import Sponsor, SponsorContact
from wagtail_campaign.supporters import retention
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db


def test_who_does_not_confirm_is_reminded_once_and_then_forgotten(client, page, person, clock):
    join(client, page, person)
    clock.forward(days=4)
    work_off()
    work_off()
    assert ["confirm" in m.body for m in mail.outbox] == [True, True]
    clock.forward(days=11)
    work_off()
    assert not Sponsor.objects.exists() and not Supporter.objects.exists()


def test_after_the_end_the_list_stays_and_who_entered_it_is_forgotten(
    client, page, sponsor_list, organisation, person, clock
):
    listed(client, page, organisation)
    waiting = join_and_confirm(client, page, person)
    change_settings(sponsor_list, state="closed")
    clock.forward(days=200)
    work_off()
    assert not Supporter.objects.exists() and not SponsorContact.objects.exists()
    assert "Oil Workers" in client.get(page.url).content.decode()
    assert counts(sponsor_list)["members"] == 12000
    waiting.refresh_from_db()
    assert (waiting.name, waiting.nonce) == ("", "")


def test_what_is_listed_can_still_be_taken_back_by_the_link_in_the_mail(
    client, page, sponsor_list, organisation, clock
):
    listed(client, page, organisation)
    published = mail.outbox[-1]
    change_settings(sponsor_list, state="closed")
    clock.forward(days=200)
    work_off()
    assert client.post(link(published, "disown")).status_code == 200
    assert "Oil Workers" not in client.get(page.url).content.decode()
    assert sum(counts(sponsor_list).values()) == 0
    assert Sponsor.objects.get().name == ""


def test_who_wants_news_of_the_campaign_is_kept_for_that(
    client, page, sponsor_list, organisation, clock
):
    news = client.get(f"{page.url}?join=organisation").content.decode()
    wording = news.partition('name="consent_news"')[2].partition('value="')[2][:64]
    listed(client, page, organisation | {"consent_news": wording})
    change_settings(sponsor_list, state="closed")
    clock.forward(days=200)
    work_off()
    assert Supporter.objects.get().email == organisation["email"]
    assert not SponsorContact.objects.exists()


def test_what_is_kept_is_in_the_table_of_the_privacy_page():
    said = " ".join(row.what for row in retention.table())
    assert "stands on the list" in said and "in what capacity" in said
