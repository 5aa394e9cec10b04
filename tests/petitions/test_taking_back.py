"""Taking a signature back, disowning it, being forgotten: what stays and what goes."""

import pytest
from django.core import mail

from tests.people import count, link, sign, sign_and_confirm, signature_of
from tests.supporters.visits import work_off
from wagtail_campaign import signals
from wagtail_campaign.actions import tallies
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import Signature, SignatureState
from wagtail_campaign.supporters.models import Consent, Display, Supporter

pytestmark = pytest.mark.django_db


def disown_path(signature) -> str:
    return f"/campaign/disown/{signature.token('disown')}/"


def test_taking_back_takes_out_of_the_count_and_the_list(client, page, petition, typed):
    signature = sign_and_confirm(client, page, typed)
    assert services.withdraw(signature) is True
    assert count(petition) == 0
    assert b"Serikova" not in client.get(page.url).content
    assert services.withdraw(signature) is False
    assert count(petition) == 0
    assert tallies.recount() == []


def test_who_took_it_back_can_sign_again(client, page, petition, typed):
    services.withdraw(sign_and_confirm(client, page, typed))
    sign_and_confirm(client, page, typed)
    assert count(petition) == 1


def test_a_signature_that_was_not_confirmed_cannot_be_taken_back(page, petition):
    assert services.withdraw(signature_of(page, confirmed=False)) is False
    assert count(petition) == 0


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_i_did_not_sign_this_forgets_it_all(client, pages, typed, language):
    sign(client, pages[language], typed)
    path = link(mail.outbox[0], "disown")
    for _ in range(2):
        assert client.get(path).status_code == 200
    assert Signature.objects.exists()
    answer = client.post(path)
    assert answer.status_code == 200
    assert answer["Content-Language"] == language
    assert not Signature.objects.exists()
    assert not Supporter.objects.exists()
    assert client.post(path).status_code == 404
    assert client.get(link(mail.outbox[0])).status_code == 404


def test_who_disowns_what_was_confirmed_is_not_counted_any_more(client, page, petition, typed):
    signature = sign_and_confirm(client, page, typed)
    assert client.post(disown_path(signature)).status_code == 200
    signature.refresh_from_db()
    assert signature.state == SignatureState.WITHDRAWN
    assert signature.supporter is None
    assert (signature.public_name, signature.dedupe_key, signature.nonce) == ("", None, "")
    assert not Supporter.objects.exists()
    assert count(petition) == 0
    assert tallies.recount() == []
    assert client.post(disown_path(signature)).status_code == 404


def test_disowning_one_attempt_leaves_the_others(client, page, petition, typed):
    signature = sign_and_confirm(client, page, typed)
    second = signature_of(page, confirmed=False, email=typed["email"])
    client.post(disown_path(second))
    signature.refresh_from_db()
    assert signature.state == SignatureState.CONFIRMED
    assert count(petition) == 1


def test_the_count_outlives_the_signer(client, page, petition, typed):
    signature = sign_and_confirm(client, page, typed)
    services.erase(signature)
    signature.refresh_from_db()
    assert signature.state == SignatureState.CONFIRMED
    assert (signature.supporter, signature.public_name, signature.nonce) == (None, "", "")
    assert (signature.dedupe_key, signature.key_id) == (None, "")
    assert (signature.country, signature.language) == ("DE", "en")
    assert signature.created_at.day == signature.confirmed_at.day == 1
    assert not Supporter.objects.exists()
    assert count(petition) == 1
    assert tallies.recount() == []
    assert b"Serikova" not in client.get(page.url).content


def test_who_was_forgotten_counts_anew_when_signing_again(client, page, petition, typed):
    services.erase(sign_and_confirm(client, page, typed))
    sign_and_confirm(client, page, typed)
    assert count(petition) == 2
    assert tallies.recount() == []


def test_an_unconfirmed_signature_vanishes_when_forgotten(page, petition):
    services.erase(signature_of(page, confirmed=False))
    assert not Signature.objects.exists()
    assert not Supporter.objects.exists()


def test_being_forgotten_does_not_bring_back_whom_moderators_took_out(client, page, typed):
    signature = sign_and_confirm(client, page, typed)
    Signature.objects.filter(pk=signature.pk).update(state=SignatureState.INVALID)
    services.erase(signature)
    assert not Supporter.objects.exists()
    again = signature_of(page, confirmed=False, email=typed["email"])
    assert services.confirm(Signature.objects.get(pk=again.pk)) is False


def test_forgetting_twice_is_forgetting_once(client, page, petition, typed):
    signature = sign_and_confirm(client, page, typed)
    for _ in range(2):
        services.erase(signature)
    assert count(petition) == 1


def test_consents_go_with_the_supporter(client, page, typed):
    typed |= {f"consent_{wording.purpose}": wording.pk for wording in page.consent_wordings()}
    signature = sign_and_confirm(client, page, typed)
    assert Consent.objects.count() == 3
    services.erase(signature)
    assert not Consent.objects.exists()


def test_a_public_name_can_be_changed_at_once(client, page, typed, after_commit):
    signature = sign_and_confirm(client, page, typed)
    with after_commit():
        services.show_as(signature, Display.INITIAL)
    shown = client.get(page.url).content
    assert b"Aigul S." in shown
    assert b"Serikova" not in shown
    with after_commit():
        services.show_as(signature, Display.ANONYMOUS)
    assert b"Aigul" not in client.get(page.url).content


def test_who_was_forgotten_is_not_named_again(client, page, typed):
    """Two tabs: one erases, the other still has the button to show the name."""
    signature = sign_and_confirm(client, page, typed)
    stale = Signature.objects.select_related("supporter", "petition").get(pk=signature.pk)
    services.erase(signature)
    assert services.show_as(stale, Display.FULL) is False
    assert b"Serikova" not in client.get(page.url).content


def test_for_a_day_it_is_known_that_somebody_was_written_to_and_no_longer(
    client, page, typed, clock
):
    """An attacker who types an address over and over doesn't profit by its owner's "no"."""
    services.erase(sign_and_confirm(client, page, typed))
    clock.forward(hours=23)
    work_off()
    assert list(Mail.objects.values_list("supporter", flat=True)) == [None]
    clock.forward(hours=2)
    assert work_off()["mails to the forgotten deleted"] == 1


def test_a_mail_that_waits_is_not_sent_to_who_was_forgotten(client, page, typed, settings, clock):
    locmem, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.mailing.backends.Unreachable"
    sign(client, page, typed)
    assert Mail.objects.get().state == "queued"
    services.erase(Signature.objects.get())
    settings.EMAIL_BACKEND = locmem
    clock.forward(days=2)
    work_off()
    assert not Mail.objects.exists()
    assert not mail.outbox


def test_the_site_builder_hears_of_it(client, page, typed, after_commit):
    heard = []

    def hear(signal, sender, **arguments):
        heard.append((signal, sorted(arguments)))

    signature = sign_and_confirm(client, page, typed)
    for signal in (signals.signature_withdrawn, signals.supporter_erased):
        signal.connect(hear)
    try:
        with after_commit():
            services.disown(signature)
    finally:
        for signal in (signals.signature_withdrawn, signals.supporter_erased):
            signal.disconnect(hear)
    assert heard == [
        (signals.signature_withdrawn, ["signature"]),
        (signals.supporter_erased, ["action_key"]),
    ]
