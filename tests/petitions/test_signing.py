"""The main way: sign, open the mail, confirm, be counted, pass it on. In three languages."""

import pytest
from django.core import mail
from django.urls import reverse

from tests.people import count, errors_of, link, mails_to, sign, sign_and_confirm
from wagtail_campaign import signals
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db

LANGUAGES = ["en", "ru", "kk"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_supporter_signs_and_confirms_in_her_language(client, pages, petition, typed, language):
    page = pages[language]
    assert client.get(page.url).status_code == 200
    answer = sign(client, page, typed)
    assert answer.status_code == 303
    check_mail = client.get(answer.url)
    assert check_mail.status_code == 200
    assert count(petition) == 0

    [message] = mail.outbox
    button = client.get(link(message))
    assert button.status_code == 200
    assert count(petition) == 0

    answer = client.post(link(message))
    assert answer.status_code == 303
    thanks = client.get(answer.url)
    assert thanks.status_code == 200
    assert count(petition) == 1
    for step in (check_mail, button, thanks):
        assert step["Content-Language"] == language
        assert f'lang="{language}"' in step.content.decode()
    for shown in pages.values():
        shown = client.get(shown.url)
        assert shown.context["petition"].count == 1
        assert b"Aigul Serikova" in shown.content


def test_what_a_supporter_typed_is_kept_once_in_the_language_of_the_page(client, pages, typed):
    sign(client, pages["kk"], typed)
    supporter = Supporter.objects.get()
    assert (supporter.full_name, supporter.email) == ("Aigul Serikova", "aigul@example.org")
    assert (supporter.country, supporter.language, supporter.display) == ("DE", "kk", "full")
    assert supporter.page_id == pages["kk"].pk
    signature = Signature.objects.get()
    assert signature.supporter == supporter
    assert (signature.state, signature.language, signature.country) == ("pending", "kk", "DE")
    assert (signature.public_name, signature.dedupe_key) == ("", None)


@pytest.mark.parametrize(
    ("display", "shown"),
    [("full", "Aigul Serikova"), ("initial", "Aigul S."), ("anonymous", ""), ("", "")],
)
def test_nobody_is_named_who_did_not_say_so(client, page, typed, display, shown):
    signature = sign_and_confirm(client, page, typed | {"display": display})
    assert signature.public_name == shown
    public = client.get(page.url).content.decode()
    assert ("Aigul" in public) == bool(shown)
    assert ("Serikova" in public) == (display == "full")


def test_who_does_not_choose_is_not_named(client, page, typed):
    del typed["display"]
    sign_and_confirm(client, page, typed)
    assert b"Aigul" not in client.get(page.url).content


def test_before_the_mail_is_confirmed_nothing_is_shown(client, page, petition, typed):
    sign(client, page, typed)
    for path in (page.url, reverse("wagtail_campaign:petition_thanks", args=[page.pk])):
        shown = client.get(path)
        assert b"Serikova" not in shown.content
        assert shown.context["petition"].count == 0


def test_a_petition_asks_what_its_editor_wants_to_know(client, page, set_petition, typed):
    set_petition(
        ask_last_name="off", ask_country="optional", ask_postcode="required", ask_comment="optional"
    )
    assert sign(client, page, typed).status_code == 422
    typed = {"first_name": "Бауыржан", "email": "b@example.org", "postcode": "R00H5A9"}
    typed |= {"comment": "Жаса!\nЕщё строка", "last_name": "Not asked", "organisation": "Nor this"}
    assert sign(client, page, typed).status_code == 303
    supporter = Supporter.objects.get()
    assert (supporter.last_name, supporter.organisation, supporter.country) == ("", "", "")
    assert (supporter.postcode, supporter.comment) == ("R00H5A9", "Жаса!\nЕщё строка")


@pytest.mark.parametrize("missing", ["first_name", "last_name", "email", "country"])
def test_what_was_typed_stays_when_something_is_missing(client, pages, typed, missing):
    typed["comment"] = "Stand firm"
    answer = sign(client, pages["kk"], typed | {missing: " "})
    assert answer.status_code == 422
    shown = answer.content.decode()
    for name in {"first_name", "last_name", "email", "comment"} - {missing}:
        assert typed[name] in shown
    assert errors_of(answer) == [missing]
    assert not Signature.objects.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_are_said_in_the_language_of_the_page(client, pages, typed, language):
    page = pages[language]
    answer = sign(client, page, typed | {"email": "nobody"}, headers={"accept-language": "de"})
    assert answer["Content-Language"] == language
    assert f'lang="{language}"' in answer.content.decode()
    assert page.title in answer.content.decode()


def test_the_site_builder_hears_of_it_after_the_commit(client, page, typed):
    heard = []

    def hear(signal, signature, **kwargs):
        heard.append((signal, signature.pk))

    signals.signature_made.connect(hear)
    signals.signature_confirmed.connect(hear)
    try:
        signature = sign_and_confirm(client, page, typed)
        client.post(link(mail.outbox[-1]))
    finally:
        signals.signature_made.disconnect(hear)
        signals.signature_confirmed.disconnect(hear)
    assert heard == [
        (signals.signature_made, signature.pk),
        (signals.signature_confirmed, signature.pk),
    ]


def test_a_listener_that_fails_harms_nobody(client, page, petition, typed):
    def fail(**kwargs):
        raise RuntimeError("a listener of the site")

    signals.signature_made.connect(fail)
    signals.signature_confirmed.connect(fail)
    try:
        sign_and_confirm(client, page, typed)
    finally:
        signals.signature_made.disconnect(fail)
        signals.signature_confirmed.disconnect(fail)
    assert count(petition) == 1


def test_each_gets_a_mail_of_their_own(client, page, typed):
    for name in ("a", "b"):
        sign(client, page, typed | {"email": f"{name}@example.org"})
    assert len(mails_to("a@example.org")) == len(mails_to("b@example.org")) == 1
    assert link(mail.outbox[0]) != link(mail.outbox[1])


def test_a_script_learns_that_a_form_was_taken_before_it_asks_for_the_next_page(
    client, page, typed
):
    url = reverse("wagtail_campaign:petition_sign", args=[page.pk])
    answer = client.post(url, typed, headers={"Prefer": "return=minimal"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Location"] == sign(client, page, typed).url
    assert "no-store" in answer["Cache-Control"]
    wrong = client.post(url, typed | {"email": ""}, headers={"Prefer": "return=minimal"})
    assert wrong.status_code == 422
