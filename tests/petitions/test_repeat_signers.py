"""Who signed before gets the same answer as who did not, and the mail that fits."""

import pytest
from django.core import mail

from tests.people import count, link, mails_to, sign, sign_and_confirm, signature_of
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import Signature, SignatureState

pytestmark = pytest.mark.django_db


def answers(client, page, typed) -> list:
    """All that a browser sees of signing: status, headers and body, of the answer and the next."""
    answer = sign(client, page, typed)
    following = client.get(answer.url)
    return [(r.status_code, dict(r.headers), r.content) for r in (answer, following)]


def invalidate(signature):
    Signature.objects.filter(pk=signature.pk).update(state=SignatureState.INVALID)


@pytest.mark.parametrize("before", ["pending", "confirmed", "invalid"])
def test_a_second_signature_looks_like_the_first(client, page, typed, before, monkeypatch):
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0)  # the Expires headers
    signature = signature_of(page, confirmed=before != "pending", email=typed["email"])
    if before == "invalid":
        invalidate(signature)
    stranger = typed | {"email": "stranger@example.org"}
    assert answers(client, page, typed) == answers(client, page, stranger)


def test_who_has_not_confirmed_yet_gets_a_link_again(client, page, petition, typed):
    sign(client, page, typed)
    sign(client, page, typed)
    first, second = mails_to(typed["email"])
    assert first.subject == second.subject
    assert link(first) != link(second)
    for message in (first, second):
        assert client.post(link(message)).status_code == 303
    assert count(petition) == 1


@pytest.mark.parametrize("standing", ["confirmed", "invalid"])
def test_who_has_signed_is_told_so_by_mail_alone(client, page, typed, standing):
    signature = sign_and_confirm(client, page, typed)
    if standing == "invalid":
        invalidate(signature)
    sign(client, page, typed)
    message = mails_to(typed["email"])[-1]
    assert "/confirm/" not in message.body + message.alternatives[0].content
    assert Signature.objects.filter(state=SignatureState.PENDING).count() == 1


def test_a_second_signature_changes_nothing_of_the_first(client, page, petition, typed):
    first = sign_and_confirm(client, page, typed)
    sign(client, page, typed | {"first_name": "Evil", "display": "full", "country": "KZ"})
    first.refresh_from_db()
    assert (first.public_name, first.country) == ("Aigul Serikova", "DE")
    assert first.supporter.first_name == "Aigul"
    assert b"Evil" not in client.get(page.url).content


def test_a_link_confirms_what_was_typed_with_it(client, page, typed):
    sign(client, page, typed | {"first_name": "Mallory"})
    sign(client, page, typed)
    _, own = mails_to(typed["email"])
    client.post(link(own))
    client.post(link(mails_to(typed["email"])[0]))
    assert Signature.objects.get(state=SignatureState.CONFIRMED).public_name == "Aigul Serikova"


def test_the_same_mailbox_in_another_spelling_is_the_same_signer(client, page, petition, typed):
    for address in ("Aigul@Example.org", "AIGUL@EXAMPLE.ORG"):
        sign(client, page, typed | {"email": address})
    assert len(mail.outbox) == 2
    for message in mail.outbox:
        assert client.post(link(message)).status_code == 303
    assert count(petition) == 1


def test_one_address_signs_two_petitions(client, page, typed):
    other = page.copy(update_attrs={"slug": "other"})
    keys = {sign_and_confirm(client, shown, typed).dedupe_key for shown in (page, other)}
    assert len(keys) == 2
    assert count(page.get_action()) == count(other.get_action()) == 1


def test_who_was_invalidated_cannot_come_back(client, page, petition, typed):
    signature = sign_and_confirm(client, page, typed)
    second = signature_of(page, confirmed=False, email=typed["email"])
    invalidate(signature)
    assert client.post(f"/campaign/confirm/{second.token('confirm')}/").status_code == 303
    assert services.confirm(Signature.objects.get(pk=second.pk)) is False
    assert Signature.objects.filter(state=SignatureState.CONFIRMED).count() == 0
