"""Sponsors see, change, withdraw and erase their entries under "my actions"."""

import pytest

from tests.people import errors_of
from tests.sponsors.conftest import MP, PARTY
from tests.sponsors.people import counts, join_and_confirm, listed
from tests.supporters.visits import ME, enter, page_text, url
from wagtail_campaign.sponsors.models import Sponsor, SponsorContact
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db


def test_a_person_changes_her_entry_at_once_in_every_language(client, pages, person):
    sponsor = listed(client, pages["ru"], person)
    assert "On the list." in enter(client, person["email"])
    address = url("me_sponsor", sponsor.pk)
    assert person["quote"] in client.get(address).content.decode()
    typed = {"name": "Айгуль Серикова", "country": "KZ", "type": MP, "quote": "Свободу!"}
    answer = client.post(address, typed)
    assert (answer.status_code, answer.url) == (303, f"{ME}?say=entry")
    for page in pages.values():
        shown = client.get(page.url).content.decode()
        assert "Айгуль Серикова" in shown and "Свободу!" in shown
        assert "Member of parliament" not in shown
    sponsor.refresh_from_db()
    assert sponsor.needs_review
    assert "as you changed it" in page_text(client.get(ME))


def test_what_is_changed_before_it_is_published_is_looked_at_first(client, page, person):
    sponsor = join_and_confirm(client, page, person)
    enter(client, person["email"])
    typed = {"name": "Aigul Serikova", "country": "KZ", "type": MP, "quote": "Freedom!"}
    answer = client.post(url("me_sponsor", sponsor.pk), typed)
    assert answer.url == f"{ME}?say=entry_first"
    assert "looks at the entry before it is published" in page_text(client.get(answer.url))
    assert "Freedom!" not in client.get(page.url).content.decode()


def test_an_organisation_with_more_members_counts_with_them(
    client, page, sponsor_list, organisation
):
    sponsor = listed(client, page, organisation)
    enter(client, organisation["email"])
    typed = {"name": organisation["name"], "country": "KZ", "members": "13,500", "type": PARTY}
    client.post(url("me_sponsor", sponsor.pk), typed)
    assert counts(sponsor_list)["members"] == 13500
    assert "Parties" in client.get(page.url).content.decode()


def test_what_is_wrong_is_said_beside_the_field(client, page, organisation):
    sponsor = listed(client, page, organisation)
    enter(client, organisation["email"])
    answer = client.post(
        url("me_sponsor", sponsor.pk), {"name": "", "site": "https://a b", "members": "many"}
    )
    assert answer.status_code == 422
    assert set(errors_of(answer)) == {"name", "site", "members"}


def test_nobody_takes_the_name_of_another_organisation(client, page, sponsor_list, organisation):
    listed(client, page, organisation)
    other = listed(
        client, page, organisation | {"name": "Miners", "name_ru": "", "email": "m@example.org"}
    )
    enter(client, "m@example.org")
    typed = {"name": "ПРОФСОЮЗ нефтяников", "country": "KZ"}
    answer = client.post(url("me_sponsor", other.pk), typed)
    assert (answer.status_code, errors_of(answer)) == (422, ["name"])
    assert counts(sponsor_list)["organisations"] == 2


def test_a_name_is_taken_back_at_once_in_every_language(client, pages, sponsor_list, person):
    sponsor = listed(client, pages["en"], person)
    enter(client, person["email"])
    question = url("me_withdraw", "sponsor", sponsor.pk)
    assert "leaves the list at once" in page_text(client.get(question))
    client.post(question)
    for page in pages.values():
        assert "Serikova" not in client.get(page.url).content.decode()
    assert counts(sponsor_list)["persons"] == 0
    join_and_confirm(client, pages["en"], person)
    assert Sponsor.objects.filter(state="waiting").count() == 1


def test_an_entry_is_erased_with_all_that_was_told(client, page, sponsor_list, organisation):
    sponsor = listed(client, page, organisation)
    enter(client, organisation["email"])
    client.post(url("me_erase", "sponsor", sponsor.pk))
    sponsor.refresh_from_db()
    assert (sponsor.name, sponsor.names, sponsor.website) == ("", {}, "")
    assert not Supporter.objects.exists() and not SponsorContact.objects.exists()
    assert sum(counts(sponsor_list).values()) == 0


def test_nobody_reaches_the_entry_of_another(client, page, person, organisation):
    sponsor = listed(client, page, person)
    listed(client, page, organisation)
    assert client.get(url("me_sponsor", sponsor.pk)).status_code == 303
    enter(client, organisation["email"])
    assert client.get(url("me_sponsor", sponsor.pk)).status_code == 404
    assert client.post(url("me_sponsor_prove", sponsor.pk)).status_code == 404


def test_all_of_an_entry_is_in_the_download(client, page, organisation):
    listed(client, page, organisation)
    enter(client, organisation["email"])
    [act] = client.get(url("me_data")).json()["acts"]
    assert act["kind"] == "sponsor"
    assert act["record"]["name"] == "Oil Workers’ Union"
    assert act["record"]["authority"] == "Chair"
