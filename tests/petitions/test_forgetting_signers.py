"""Some months after the end of a petition who signed it is forgotten, and still counts."""

from datetime import timedelta

import pytest
from django.core import mail
from wagtail.models import ModelLogEntry

from tests.editors import superuser
from tests.people import change, count, signature_of
from tests.supporters.visits import enter, url, work_off
from wagtail_campaign import signals
from wagtail_campaign.actions import tallies
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.mailing.work import Busy
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions import due, forgetting, moderation, services
from wagtail_campaign.petitions.models import Petition, Signature
from wagtail_campaign.supporters import consents
from wagtail_campaign.supporters.models import Consent, Supporter

pytestmark = pytest.mark.django_db


@pytest.fixture
def wordings(page):
    return {wording.purpose: wording.pk for wording in page.consent_wordings()}


class Patient:
    """A lease that nobody else wants."""

    def renew(self):
        pass


class Dying:
    """A lease that is lost after some pieces of work, as where a pass is killed."""

    def __init__(self, pieces):
        self.pieces = pieces

    def renew(self):
        if not self.pieces:
            raise Busy
        self.pieces -= 1


def over_for_months(petition):
    """As if it had been closed 190 days ago."""
    change(petition, state="closed")
    petition.ended_at -= timedelta(days=190)
    petition.save()


def test_not_a_day_too_early_and_not_while_it_goes_on(page, petition, clock):
    signature_of(page, display="full")
    clock.forward(days=400)
    work_off()
    assert Signature.objects.get().supporter
    change(petition, state="closed")
    clock.forward(days=175)
    work_off()
    assert Signature.objects.get().supporter
    assert Signature.objects.get().public_name


def test_what_was_told_goes_and_the_count_stays(client, page, petition, wordings):
    signature = signature_of(
        page, display="full", ticked=[wordings["updates"], wordings["handover"]], comment="Please!"
    )
    over_for_months(petition)
    assert work_off()["signers forgotten"] == 1
    forgotten = Signature.objects.get()
    assert forgotten.state == "confirmed"
    assert (forgotten.supporter, forgotten.public_name, forgotten.nonce) == (None, "", "")
    assert (forgotten.dedupe_key, forgotten.country, forgotten.language) == (None, "KZ", "en")
    assert forgotten.confirmed_at.day == forgotten.created_at.day == 1
    assert forgotten.confirmed_at.month == signature.confirmed_at.month
    assert not Supporter.objects.exists() and not Consent.objects.exists()
    assert count(petition) == 1 and tallies.recount() == []
    assert "Akhmetova" not in client.get(page.url).content.decode()


def test_withdrawn_and_invalidated_ones_go_with_them(page, petition):
    withdrawn, bot = (signature_of(page, email=f"{n}@example.org") for n in "ab")
    services.withdraw(withdrawn)
    moderation.invalidate(petition, [bot.pk], "A bot", superuser().user)
    over_for_months(petition)
    assert work_off()["signers forgotten"] == 2
    assert not Supporter.objects.exists()
    states = dict(Signature.objects.values_list("state", "dedupe_key"))
    assert states["withdrawn"] is None
    assert states["invalid"], "it doesn't come back by being forgotten"


def test_who_agreed_to_news_stays_until_they_take_it_back(client, page, petition, wordings):
    typed = {"email": "news@example.org", "comment": "Please!", "display": "full"}
    signature_of(page, ticked=[wordings["news"], wordings["updates"]], **typed)
    signature_of(page)
    over_for_months(petition)
    assert work_off()["signers forgotten"] == 1
    kept = Supporter.objects.get()
    assert (kept.email, kept.first_name) == ("news@example.org", "Dana")
    assert (kept.comment, kept.display) == ("", "anonymous")
    assert set(Signature.objects.values_list("public_name", flat=True)) == {""}
    said = enter(client, "news@example.org")
    assert "Send me other news" in said
    news, updates = (Consent.objects.get(purpose=purpose) for purpose in ("news", "updates"))
    client.post(url("me_withdraw_consent", updates.pk))
    assert Supporter.objects.exists()
    answer = client.post(url("me_withdraw_consent", news.pk))
    assert answer.url.startswith(url("me_erased")), "nothing is left of that address"
    assert not Supporter.objects.exists()
    assert count(petition) == 2 and tallies.recount() == []


def test_who_takes_news_back_while_the_others_are_forgotten_is_not_passed_by(
    page, petition, wordings, monkeypatch
):
    monkeypatch.setattr("wagtail_campaign.actions.forgetting.BATCH", 1)
    for number in range(3):
        signature_of(page, email=f"{number}@example.org", ticked=[wordings["news"]])
    over_for_months(petition)
    first = Signature.objects.order_by("pk").first()

    class Leaving:
        """A lease during which the first, already looked at, takes the consent back."""

        batches = 0

        def renew(self):
            self.batches += 1
            if self.batches == 3:
                consents.withdraw(Consent.objects.filter(supporter=first.supporter_id))
                services.let_go(first)

    due.forget_signers(Leaving())
    assert Supporter.objects.count() == 2
    assert not Supporter.objects.filter(pk=first.supporter_id).exists()


def test_it_is_done_once_and_logged_without_a_name(page, petition, clock):
    signature_of(page)
    over_for_months(petition)
    work_off()
    assert Petition.objects.get().forgotten_at
    [entry] = ModelLogEntry.objects.filter(action="campaign.forget")
    assert (entry.user, entry.label) == (None, "Free the strikers")
    assert entry.message == "Forgot who had signed"
    clock.forward(days=1)
    assert work_off()["signers forgotten"] == 0
    assert ModelLogEntry.objects.filter(action="campaign.forget").count() == 1


def test_never_is_never(page, petition, clock, settings):
    settings.WAGTAIL_CAMPAIGN_FORGET_AFTER_MONTHS = None
    signature_of(page)
    over_for_months(petition)
    clock.forward(days=4000)
    assert work_off()["signers forgotten"] == 0
    assert Supporter.objects.exists()


def test_a_pass_that_is_killed_is_gone_on_with(page, petition, monkeypatch):
    monkeypatch.setattr("wagtail_campaign.actions.forgetting.BATCH", 3)
    for number in range(10):
        signature_of(page, email=f"{number}@example.org")
    over_for_months(petition)
    with pytest.raises(Busy):
        due.forget_signers(Dying(2))
    assert Supporter.objects.count() == 4
    assert Petition.objects.get().forgotten_at is None
    assert due.forget_signers(Patient()) == 4
    assert not Supporter.objects.exists()
    assert count(petition) == 10 and tallies.recount() == []


def test_opening_it_again_stops_it_between_two_batches(page, petition, monkeypatch):
    monkeypatch.setattr("wagtail_campaign.actions.forgetting.BATCH", 3)
    for number in range(8):
        signature_of(page, email=f"{number}@example.org")
    over_for_months(petition)
    petition.refresh_from_db()

    class Reopening:
        batches = 0

        def renew(self):
            self.batches += 1
            if self.batches == 2:
                change(Petition.objects.get(), state="open")

    assert forgetting.forget_signers(petition, Reopening()) == 3
    assert Supporter.objects.count() == 5
    assert Petition.objects.get().forgotten_at is None


def test_other_petitions_keep_theirs(page, petition, home):
    other = home.add_child(instance=PetitionPage(title="A lawyer in prison", slug="lawyer"))
    signature_of(other)
    signature_of(page)
    over_for_months(petition)
    work_off()
    assert Signature.objects.get(petition=other.get_action()).supporter


def test_the_site_builder_hears_of_each(page, petition):
    heard = []

    def hear(sender, action_key, **kwargs):
        heard.append(action_key)

    for number in range(2):
        signature_of(page, email=f"{number}@example.org")
    over_for_months(petition)
    signals.supporter_erased.connect(hear)
    try:
        work_off()
    finally:
        signals.supporter_erased.disconnect(hear)
    assert heard == [petition.key] * 2


def test_their_mails_lose_them(page, petition, after_commit):
    with after_commit():
        signature_of(page)
    assert len(mail.outbox) == 1
    over_for_months(petition)
    work_off()
    assert Mail.objects.get().supporter is None
