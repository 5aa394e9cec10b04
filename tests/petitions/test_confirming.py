"""The link in the mail, opened by people, mail scanners and attackers."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.people import count, link, sign, sign_and_confirm, signature_of
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.tokens import new_nonce

pytestmark = pytest.mark.django_db


def path_of(signature, purpose="confirm"):
    return f"/campaign/{purpose}/{signature.token(purpose)}/"


def test_opening_the_link_changes_nothing(client, page, petition):
    signature = signature_of(page, confirmed=False)
    for method in (client.get, client.head, client.get):
        assert method(path_of(signature)).status_code == 200
    signature.refresh_from_db()
    assert signature.state == "pending"
    assert count(petition) == 0


def test_only_the_button_confirms(client, page):
    path = path_of(signature_of(page, confirmed=False))
    for method in (client.put, client.patch, client.delete, client.options):
        assert method(path).status_code == 405
    assert Signature.objects.get().state == "pending"


def test_pressing_twice_is_pressing_once(client, page, petition, typed):
    signature = sign_and_confirm(client, page, typed)
    confirmed_at = signature.confirmed_at
    again = client.post(link(mail.outbox[-1]))
    assert again.status_code == 303
    signature.refresh_from_db()
    assert signature.confirmed_at == confirmed_at
    assert count(petition) == 1


def test_thanks_are_the_same_whoever_confirms(client, page, typed):
    sign_and_confirm(client, page, typed)
    second = signature_of(page, confirmed=False, email=typed["email"])
    other = signature_of(page, confirmed=False, email="other@example.org")
    assert client.post(path_of(second)).url == client.post(path_of(other)).url


@pytest.mark.parametrize("state", ["paused", "closed"])
def test_who_signed_in_time_may_confirm_after_closing(client, page, petition, set_petition, state):
    signature = signature_of(page, confirmed=False)
    set_petition(state=state)
    assert client.get(path_of(signature)).status_code == 200
    assert client.post(path_of(signature)).status_code == 303
    assert count(petition) == 1


def test_who_signed_in_time_may_confirm_after_the_closing_date(
    client, page, petition, set_petition, clock
):
    signature = signature_of(page, confirmed=False)
    set_petition(closes_at=clock.now() + timedelta(days=1))
    clock.forward(days=2)
    assert client.post(path_of(signature)).status_code == 303
    assert count(petition) == 1


@pytest.mark.parametrize("state", ["delivered", "won", "archived"])
def test_after_the_end_there_is_nothing_to_confirm(client, page, petition, set_petition, state):
    signature = signature_of(page, confirmed=False)
    set_petition(state=state)
    for method in (client.get, client.post):
        assert method(path_of(signature)).status_code == 410
    assert count(petition) == 0


def test_a_link_that_ran_out_says_so_and_does_nothing(client, page, petition, clock):
    signature = signature_of(page, confirmed=False)
    clock.forward(days=13, hours=23)
    assert client.get(path_of(signature)).status_code == 200
    clock.forward(hours=2)
    for method in (client.get, client.post):
        assert method(path_of(signature)).status_code == 410
    assert count(petition) == 0


def test_a_signature_taken_back_is_not_confirmed_again(client, page, petition):
    signature = signature_of(page)
    services.withdraw(signature)
    for method in (client.get, client.post):
        assert method(path_of(signature)).status_code == 410
    assert count(petition) == 0


def test_whom_moderators_took_out_learns_nothing_of_it(client, page):
    signature = signature_of(page)
    other = signature_of(page, email="other@example.org")
    Signature.objects.filter(pk=signature.pk).update(state="invalid")
    own, others = client.get(path_of(signature)), client.get(path_of(other))
    assert own.status_code == others.status_code == 200
    assert own.content.replace(signature.token("confirm").encode(), b"") == (
        others.content.replace(other.token("confirm").encode(), b"")
    )
    assert client.post(path_of(signature)).status_code == 303


def test_a_link_that_never_was_says_so(client, page):
    signature = signature_of(page, confirmed=False)
    real = signature.token("confirm")
    slice_, pk, proof = real.split("-")
    forged = [
        f"{slice_}-{pk}-{'0' * 64}",
        f"{slice_}-{int(pk) + 1}-{proof}",
        f"{slice_}-0{pk}-{proof}0",
        f"{slice_}-{pk}-{proof.upper()}",
        f"sponsor-{pk}-{proof}",
        f"{slice_}-{'9' * 18}-{proof}",
        f"{slice_}-{'9' * 400}-{proof}",
        signature.token("disown"),
        real[:-1],
        real + "0",
        "nonsense",
        "%00",
        "%ff%fe",
        "ⅵ-1-ⅵ",
        f"{slice_}-{pk}-{proof}%0A",
        "..%2f..%2fetc%2fpasswd",
        "x" * 5000,
    ]
    for token in forged:
        for method in (client.get, client.post):
            assert method(f"/campaign/confirm/{token}/").status_code == 404, token
    signature.refresh_from_db()
    assert signature.state == "pending"


def test_the_page_for_a_link_that_never_was_explains_it(client, page):
    response = client.get(f"/campaign/confirm/petition-1-{'0' * 64}/")
    assert "wagtail_campaign/link_unknown.html" in [t.name for t in response.templates]


def test_a_new_nonce_ends_every_link_made_before(client, page):
    signature = signature_of(page, confirmed=False)
    old = path_of(signature)
    Signature.objects.filter(pk=signature.pk).update(nonce=new_nonce())
    assert client.post(old).status_code == 404


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_link_speaks_the_language_of_the_signature(client, pages, language):
    signature = signature_of(pages[language], confirmed=False)
    for purpose in ("confirm", "disown"):
        shown = client.get(path_of(signature, purpose), headers={"accept-language": "fr"})
        assert shown["Content-Language"] == language
        assert f'lang="{language}"' in shown.content.decode()


def test_confirming_where_the_page_is_gone_still_counts(client, page, petition):
    unpublished, deleted = (
        signature_of(page, confirmed=False, email=f"{name}@example.org") for name in "ab"
    )
    page.unpublish()
    answer = client.post(path_of(unpublished))
    assert answer.status_code == 303
    assert client.get(answer.url, follow=True).status_code == 200
    page.delete()
    answer = client.post(path_of(deleted))
    assert answer.status_code == 303
    assert client.get(answer.url, follow=True).status_code == 200
    assert count(petition) == 2


def test_confirming_is_a_handful_of_queries(client, page, typed):
    sign(client, page, typed)
    path = link(mail.outbox[-1])
    with CaptureQueriesContext(connection) as queries:
        client.post(path)
    assert len(queries) <= 8
