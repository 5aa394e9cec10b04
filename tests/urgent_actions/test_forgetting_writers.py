"""What a letter's writer told is destroyed in time, and the count stays."""

import pytest

from tests.people import change
from wagtail_campaign.actions import tallies
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.supporters.models import Consent, Supporter
from wagtail_campaign.urgent_actions import services
from wagtail_campaign.urgent_actions.models import Letter, LetterText

from .people import count, write, write_and_confirm

pytestmark = pytest.mark.django_db


def test_the_text_goes_thirty_days_after_sending(
    client, urgent_page, ministry, written, action, clock
):
    change(action, closes_at=None)
    letter = write_and_confirm(client, urgent_page, ministry, written)
    run_pass()
    clock.forward(days=29)
    run_pass()
    assert LetterText.objects.exists()
    clock.forward(days=2)
    run_pass()
    assert not LetterText.objects.exists()
    letter.refresh_from_db()
    assert letter.supporter.email == "aigul@example.org" and count(action) == 1


def test_six_months_after_the_end_nobody_is_left(
    client, urgent_page, ministry, written, action, clock
):
    [wording] = [w.pk for w in urgent_page.consent_wordings() if w.purpose == "updates"]
    letter = write_and_confirm(
        client, urgent_page, ministry, {**written, "consent_updates": wording}
    )
    run_pass()
    change(action, state="won")
    run_pass()
    clock.forward(days=170)
    run_pass()
    assert Supporter.objects.exists() and Consent.objects.exists()
    clock.forward(days=20)
    run_pass()
    assert not Supporter.objects.exists() and not Consent.objects.exists()
    letter.refresh_from_db()
    assert letter.is_erased and letter.country == "DE" and letter.state == "confirmed"
    assert letter.dedupe_key is None and letter.created_at.day == 1
    assert count(action) == 1 and tallies.recount() == []


def test_who_confirms_nothing_leaves_nothing(client, urgent_page, ministry, written, clock):
    write(client, urgent_page, ministry, written)
    clock.forward(days=15)
    run_pass()
    assert not Letter.objects.exists() and not Supporter.objects.exists()
    assert not LetterText.objects.exists()


def test_who_disowns_a_letter_takes_it_from_the_queue(
    client, urgent_page, ministry, written, action
):
    letter = write_and_confirm(client, urgent_page, ministry, written)
    services.disown(Letter.objects.select_related("urgent_action", "supporter").get(pk=letter.pk))
    assert not Supporter.objects.exists() and count(action) == 0
    assert client.post(f"/campaign/confirm/{letter.token('confirm')}/").status_code == 404
    assert tallies.recount() == []
