"""What supporters read, in each language: the mails, and the errors of the forms."""

import re
from datetime import date

import pytest
from django.utils import translation

from wagtail_campaign.mailing import kinds
from wagtail_campaign.petitions.forms import SignatureForm
from wagtail_campaign.petitions.models import Ask, Petition
from wagtail_campaign.supporters.me.forms import AskForm
from wagtail_campaign.urgent_actions import letter_logs
from wagtail_campaign.urgent_actions.persons import Status

LANGUAGES = ["en", "ru", "kk"]
URLS = ("page", "me", "confirm", "disown", "link", "update", "unsubscribe")
LINK = "https://example.org/campaign/"
CONTEXT = {
    "title": "12",
    "subject": "12",
    "intro": "34",
    "action_title": "56",
    "days": 7,
    "kind": "delivered",
    "happened_on": date(2026, 11, 24),
    "until": date(2026, 12, 8),
    "unpaid": 34,
    "number": 56,
    "is_here": True,
    "whom": "78",
    **{f"{name}_url": LINK for name in URLS},
}
ENGLISH = re.compile(r"(?!Stripe\b)\b[a-z]{2,}", re.IGNORECASE)

EVERYTHING_WRONG = {
    "first_name": "www.example.org",
    "last_name": "a" * 100,
    "email": "nobody",
    "country": "XX",
    "postcode": "1" * 100,
    "organisation": "a" * 1000,
    "comment": "a" * 2000,
    "display": "loudly",
    "consent_updates": "never shown",
}


@pytest.mark.parametrize("name", [kind.name for kind in kinds.all_kinds() if kind.parts])
def test_every_mail_speaks_three_languages(name):
    mails = {code: kinds.get(name).render(CONTEXT, code) for code in LANGUAGES}
    # That of an update is what its editor wrote.
    if name != "updates.update":
        assert len({subject for subject, _text, _html in mails.values()}) == 3
    assert len({text for _subject, text, _html in mails.values()}) == 3
    for code in ("ru", "kk"):
        subject, text, html = mails[code]
        # The names of fonts and the links are English; nothing that is read is.
        read = re.sub(r"<style.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL)
        for part in (subject, text, read):
            assert part.strip()
            assert ENGLISH.findall(part.replace(LINK, "")) == []


def errors_of_signing(typed) -> dict[str, list[str]]:
    asks = dict.fromkeys(Petition.ASKED, Ask.REQUIRED)
    form = SignatureForm(typed, asks=asks, wordings={"updates": ("an id", "words")})
    assert not form.is_valid()
    return {name: list(errors) for name, errors in form.errors.items()}


def errors_of_asking(typed) -> dict[str, list[str]]:
    form = AskForm(typed)
    assert not form.is_valid()
    return {name: list(errors) for name, errors in form.errors.items()}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("errors_of", "typed", "fields"),
    [
        (errors_of_signing, {}, {"first_name", "email", *Petition.ASKED}),
        (errors_of_signing, EVERYTHING_WRONG, set(EVERYTHING_WRONG)),
        (errors_of_signing, {"email": "a" * 300 + "@example.org"}, {"email"}),
        (errors_of_asking, {}, {"email"}),
        (errors_of_asking, {"email": "nobody"}, {"email"}),
        (errors_of_asking, {"email": "a" * 300 + "@example.org"}, {"email"}),
    ],
    ids=["empty", "all wrong", "too long", "empty address", "no address", "long address"],
)
def test_errors_of_the_forms_speak_three_languages(errors_of, typed, fields):
    found = {}
    for code in LANGUAGES:
        with translation.override(code):
            found[code] = errors_of(typed)
    assert fields <= set(found["en"])
    for name, english in found["en"].items():
        said = [english, found["ru"][name], found["kk"][name]]
        assert len({str(errors) for errors in said}) == 3, said
        for error in [*said[1], *said[2]]:
            error = error.replace("name@example.org", "").replace("«loudly»", "")
            assert ENGLISH.findall(error) == [], error


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_letter_that_a_moderator_released_is_not_at_liberty(language):
    with translation.override(language):
        assert str(letter_logs.Released.message) != Status.RELEASED.label
