"""When other systems are told of a sponsor."""

import pytest

from tests.webhooks.listening import listening, told
from wagtail_campaign.actions import endings
from wagtail_campaign.sponsors import entering, forgetting, services
from wagtail_campaign.sponsors.entering import Told
from wagtail_campaign.sponsors.models import Sponsor
from wagtail_campaign.sponsors.states import Kind

from .conftest import MP
from .people import join_and_confirm, listed, publish

pytestmark = pytest.mark.django_db


def test_an_entry_is_told_once_a_moderator_has_published_it(client, page, sponsor_list, person):
    listening()
    sponsor = join_and_confirm(client, page, person)
    assert not told()
    publish(sponsor)
    publish(sponsor)
    said = {
        "kind": "sponsor",
        "id": sponsor.pk,
        "supporter": sponsor.supporter_id,
        "action": str(sponsor_list.key),
        "country": "DE",
        "language": "en",
        "who": "person",
    }
    assert told() == [("sponsor.published", said)]


def test_what_an_editor_enters_is_told(sponsor_list):
    listening()
    entry = {"name": "Dana Omarova", "country": "KZ", "type_uuid": MP}
    entering.enter(sponsor_list, [Told(Kind.PERSON, "kk", entry)], None)
    [(type, data)] = told()
    assert (type, data["supporter"], data["language"]) == ("sponsor.published", None, "kk")


def test_what_is_erased_is_told_and_the_entry_no_more(client, page, person):
    listening()
    sponsor = listed(client, page, person)
    supporter = sponsor.supporter_id
    services.erase(sponsor)
    assert told() == [
        ("erased", {"kind": "sponsor", "ids": [sponsor.pk], "supporters": [supporter]})
    ]


def test_of_an_entry_that_stays_only_who_entered_it_is_told_as_erased(
    client, page, sponsor_list, person, monkeypatch
):
    listening()
    sponsor = listed(client, page, person)
    monkeypatch.setattr(endings, "is_due", lambda action: True)
    sponsor = Sponsor.objects.select_related("sponsor_list").get(pk=sponsor.pk)
    forgetting.let_go([sponsor])
    assert [type for type, _ in told()] == ["sponsor.published", "erased"]
    said = {"kind": "sponsor", "ids": [], "supporters": [sponsor.supporter_id]}
    assert told()[1][1] == said
