"""The main way: lend a name, confirm by mail, be looked at, stand on the list; in each language."""

import pytest
from django.core import mail

from tests.people import errors_of, link, mails_to
from tests.sponsors.people import counts, join, join_and_confirm, listed, publish
from wagtail_campaign.sponsors.models import Sponsor
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "ru", "kk"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_lends_her_name_in_her_language(client, pages, sponsor_list, person, language):
    page = pages[language]
    assert client.get(page.url).status_code == 200
    answer = join(client, page, person)
    assert answer.status_code == 303
    check_mail = client.get(answer.url)
    [message] = mail.outbox
    button = client.get(link(message))
    assert Sponsor.objects.get().state == "pending"

    answer = client.post(link(message))
    assert answer.status_code == 303
    thanks = client.get(answer.url)
    sponsor = Sponsor.objects.get()
    assert (sponsor.state, sponsor.needs_review) == ("waiting", True)
    assert "Serikova" not in client.get(page.url).content.decode()
    for step in (check_mail, button, thanks):
        assert step.status_code == 200
        assert step["Content-Language"] == language

    assert publish(sponsor).number == 1
    assert counts(sponsor_list) == {"persons": 1, "organisations": 0, "members": 0}
    for code, shown in pages.items():
        content = client.get(shown.url).content.decode()
        assert "Aigul Serikova" in content and person["quote"] in content
        assert {"en": "Deputies", "ru": "Депутаты", "kk": "Депутаттар"}[code] in content
    assert mails_to("aigul@example.org")[-1].subject


def test_an_organisation_joins_with_its_names_and_members(
    client, pages, sponsor_list, organisation
):
    sponsor = listed(client, pages["en"], organisation)
    assert sponsor.names == {"ru": "Профсоюз нефтяников"}
    assert (sponsor.members, sponsor.website) == (12000, "https://www.union.example.org/")
    assert counts(sponsor_list) == {"persons": 0, "organisations": 1, "members": 12000}
    assert "Oil Workers’ Union" in client.get(pages["en"].url).content.decode()
    assert "Профсоюз нефтяников" in client.get(pages["ru"].url).content.decode()


def test_who_speaks_for_an_organisation_is_never_shown(client, page, organisation):
    listed(client, page, organisation)
    content = client.get(page.url).content.decode()
    for private in ("Bolat", "Omarov", "bolat@gmail.com", "Chair"):
        assert private not in content
    supporter = Supporter.objects.get()
    assert supporter.sponsor_contact.authority == "Chair"


@pytest.mark.parametrize("missing", ["first_name", "last_name", "email", "country", "type"])
def test_a_person_is_told_what_is_missing(client, pages, person, missing):
    answer = join(client, pages["kk"], person | {missing: ""})
    assert answer.status_code == 422
    assert errors_of(answer) == [missing]
    assert person["quote"] in answer.content.decode()
    assert not Sponsor.objects.exists()


@pytest.mark.parametrize("missing", ["name", "first_name", "authority", "email", "country"])
def test_so_is_an_organisation(client, page, organisation, missing):
    answer = join(client, page, organisation | {missing: ""}, "organisation")
    assert answer.status_code == 422
    assert errors_of(answer) == [missing]
    assert "campaign-tabs" in answer.content.decode()


def test_joining_twice_looks_like_the_first_time(client, page, person):
    first = join(client, page, person)
    client.post(link(mail.outbox[-1]))
    again = join(client, page, person)
    assert (first.status_code, first.url) == (again.status_code, again.url)
    assert not link_in(mail.outbox[-1])
    assert Sponsor.objects.filter(state="waiting").count() == 1


def link_in(message) -> bool:
    return "/campaign/confirm/" in message.body


def test_a_list_can_take_persons_only(client, page, sponsor_list, person, organisation):
    sponsor_list.joins_organisations = False
    sponsor_list.save()
    assert "campaign-tabs" not in client.get(page.url).content.decode()
    assert join(client, page, organisation).status_code == 404
    assert join(client, page, person).status_code == 303


def test_the_form_of_an_organisation_needs_no_script(client, page):
    shown = client.get(page.url).content.decode()
    assert "?join=organisation" in shown and 'name="authority"' not in shown
    assert 'name="authority"' in client.get(f"{page.url}?join=organisation").content.decode()
    assert client.get(f"{page.url}?join=nobody").status_code == 200


def test_a_closed_list_takes_no_names(client, page, sponsor_list, person):
    sponsor_list.state = "closed"
    sponsor_list.save()
    answer = join(client, page, person)
    assert answer.status_code == 409
    assert not Sponsor.objects.exists()


def test_a_person_who_says_it_was_not_me_leaves_nothing(client, page, person):
    join_and_confirm(client, page, person)
    client.post(link(mail.outbox[0], "disown"))
    sponsor = Sponsor.objects.get()
    assert (sponsor.name, sponsor.state, sponsor.supporter) == ("", "withdrawn", None)
    assert not Supporter.objects.exists()
