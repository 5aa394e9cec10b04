"""When other systems are told that a letter was sent."""

import pytest

from tests.webhooks.listening import listening, told
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.supporters import consents
from wagtail_campaign.supporters.models import Consent
from wagtail_campaign.urgent_actions import moderation, services
from wagtail_campaign.urgent_actions.alerts import services as services_of_alerts
from wagtail_campaign.urgent_actions.alerts.models import Alert
from wagtail_campaign.urgent_actions.models import Channel, Letter

from .people import door_of, letter_of
from .test_telling import subscribe

pytestmark = pytest.mark.django_db


def test_a_letter_of_the_site_is_told_once_it_has_gone(urgent_page, ministry, action):
    listening()
    letter = letter_of(urgent_page, ministry)
    assert not told()
    run_pass()
    said = {
        "kind": "letter",
        "id": letter.pk,
        "supporter": letter.supporter_id,
        "action": str(action.key),
        "country": "DE",
        "language": "en",
        "way": "site",
    }
    assert told() == [("letter.sent", said)]


def test_a_letter_that_is_refused_is_not_told(urgent_page, ministry, post_office):
    listening()
    letter_of(urgent_page, ministry)
    post_office.at["RCPT"] = "550 No"
    run_pass()
    assert Letter.objects.get().delivery == "refused" and not told()


def test_a_letter_of_ones_own_is_told_once_that_is_confirmed(urgent_page, ministry):
    listening()
    typed = {"first_name": "Aigul", "email": "aigul@example.org", "country": "DE", "ticked": []}
    letter = services.log(
        door_of(urgent_page), typed | {"target": ministry, "channel": Channel.MAIL}
    )
    assert not told()
    found = Letter.objects.select_related("urgent_action", "supporter").get(pk=letter.pk)
    assert services.confirm(found)
    [(type, data)] = told()
    assert (type, data["id"], data["way"]) == ("letter.sent", letter.pk, "mail")


def test_a_letter_through_the_campaign_is_told_once_it_is_handed_over(urgent_page, solidarity):
    listening()
    letter = letter_of(urgent_page)
    moderation.release(Letter.objects.all(), [letter.pk], None)
    assert not told()
    for _ in range(2):
        moderation.hand_over(Letter.objects.all(), [letter.pk], None)
    [(type, data)] = told()
    assert (type, data["id"], data["way"]) == ("letter.sent", letter.pk, "campaign")


def test_what_is_erased_is_told_and_the_letter_no_more(urgent_page, ministry):
    listening()
    letter = letter_of(urgent_page, ministry)
    supporter = letter.supporter_id
    run_pass()
    services.erase(letter)
    assert told() == [("erased", {"kind": "letter", "ids": [letter.pk], "supporters": [supporter]})]


def test_who_ends_alerts_is_told_as_erased(client, urgent_page):
    subscribe(client, urgent_page, "aigul@example.org")
    listening()
    alert = Alert.objects.get()
    consents.withdraw(Consent.objects.filter(supporter=alert.supporter_id))
    assert [data["purpose"] for _, data in told()] == ["alerts"]
    services_of_alerts.end(alert)
    assert told() == [
        ("erased", {"kind": "alert", "ids": [alert.pk], "supporters": [alert.supporter_id]})
    ]
