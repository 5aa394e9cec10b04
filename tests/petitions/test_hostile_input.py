"""Whatever is sent: no error of ours, nothing unseen kept, no header written by strangers."""

import random
import unicodedata

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import encode_multipart

from tests.hostile import NASTY
from tests.people import sign, sign_url
from wagtail_campaign.actions import doors
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.forms import SignatureForm
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.petitions.pages import PetitionMixin
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db

ALL = {
    "first_name": "Aigul",
    "last_name": "Serikova",
    "email": "aigul@example.org",
    "country": "DE",
    "postcode": "R00H5A9",
    "organisation": "Union",
    "comment": "Stand firm",
    "display": "full",
    "consent_updates": "",
    "consent_news": "",
    "consent_handover": "",
    "website": "",
    "on_page": "",
}
MAXIMA = {"first_name": 60, "last_name": 60, "postcode": 16, "organisation": 120, "comment": 1000}


@pytest.fixture
def asks_all(set_petition):
    set_petition(
        **{f"ask_{name}": "optional" for name in ("postcode", "organisation", "comment")},
    )


def form_of(page, typed) -> SignatureForm:
    """The form of a page with what was typed, before a view sees it."""
    door = doors.find(page.pk, PetitionMixin)
    return SignatureForm(typed, asks=door.asks, wordings=door.wordings)


def all_in_order(supporter) -> bool:
    """Whether what is kept of a supporter fits, and holds nothing unseen but line breaks."""
    kept = {name: getattr(supporter, name) for name in MAXIMA}
    unseen = {"Cc", "Cf", "Cs", "Co"}
    return all(
        len(text) <= MAXIMA[name]
        and not any(unicodedata.category(c) in unseen for c in text.replace("\n", ""))
        for name, text in kept.items()
    )


@pytest.mark.parametrize("field", sorted(ALL))
def test_nothing_typed_into_a_field_is_an_error_of_ours(page, asks_all, field):
    door = doors.find(page.pk, PetitionMixin)
    for value in NASTY:
        form = form_of(page, ALL | {field: value})
        if form.is_valid():
            assert all_in_order(services.sign(door, form.cleaned_data).supporter), repr(value)


def test_nothing_typed_into_all_fields_is_an_error_of_ours(client, page, asks_all):
    for value in NASTY:
        answer = sign(client, page, dict.fromkeys(ALL, value) | {"website": ""})
        assert answer.status_code == 422, repr(value)
        assert b"<script>alert" not in answer.content
        assert b"<img src=x" not in answer.content


@pytest.mark.parametrize(("field", "most"), sorted(MAXIMA.items()))
def test_every_field_has_a_maximum(client, page, asks_all, field, most):
    assert sign(client, page, ALL | {field: "ж" * (most + 1)}).status_code == 422
    assert not Supporter.objects.exists()
    assert sign(client, page, ALL | {field: "ж" * most}).status_code == 303
    assert getattr(Supporter.objects.get(), field) == "ж" * most


def test_the_longest_names_fit_where_they_are_shown(client, page):
    names = {"first_name": "ж" * 60, "last_name": "э" * 60}
    for number, display in enumerate(("full", "initial")):
        sign(client, page, ALL | names | {"display": display, "email": f"{number}@example.org"})
        path = f"/campaign/confirm/{Signature.objects.latest('pk').token('confirm')}/"
        assert client.post(path).status_code == 303
    full, initial = Signature.objects.order_by("pk").values_list("public_name", flat=True)
    assert full == "ж" * 60 + " " + "э" * 60
    assert initial == "ж" * 60 + " э."


@pytest.mark.parametrize("field", ["country", "display"])
def test_only_what_is_offered_can_be_chosen(page, field):
    for value in ("XX", "de", "DEU", "germany", "admin", "D\0", "  "):
        assert list(form_of(page, ALL | {field: value}).errors) == [field], value


@pytest.mark.parametrize("field", ["first_name", "last_name", "email", "organisation", "comment"])
@pytest.mark.parametrize("newline", ["\n", "\r", "\r\n", "\u2028", "\x0b", "\x85", "%0d%0a"])
def test_nobody_writes_a_header_into_our_mails(client, page, asks_all, field, newline):
    injected = f"{newline}Bcc: victim@example.org{newline}Subject: Evil{newline}{newline}Evil"
    sign(client, page, ALL | {field: ALL[field] + injected})
    for message in mail.outbox:
        assert message.recipients() == ["aigul@example.org"]
        raw = message.message()
        assert raw["Bcc"] is None
        assert "Evil" not in raw["Subject"]
        assert b"Evil" not in raw.as_bytes()


def test_what_was_typed_is_in_no_mail_before_it_is_confirmed(client, pages):
    secret = {
        "first_name": "Qwertz",
        "last_name": "Yxcvb",
        "organisation": "Asdfgh",
        "comment": "Lkjhg",
        "postcode": "PQ 77",
    }
    for number, page in enumerate(pages.values()):
        sign(client, page, ALL | secret | {"email": f"{number}@example.org"})
    assert len(mail.outbox) == 3
    for message in mail.outbox:
        written = message.subject + message.body + message.alternatives[0].content
        assert not [word for word in secret.values() if word in written]


@pytest.mark.parametrize(
    "address",
    [
        "aigul+strike@example.org",
        "a" * 64 + "@example.org",
        "x@" + ".".join(["a" * 60] * 3) + ".org",
        "aigul@xn--80akhbyknj4f.xn--p1ai",
        "aigul@испытание.рф",
        "aigul@faß.de",
        "o'brien@example.org",
        "AIGUL@EXAMPLE.ORG",
        " aigul@example.org ",
        "aigul\u200b@example.org\u200e",
        "aigul@example.org\0",
    ],
)
def test_unusual_addresses_are_written_to(client, page, address):
    assert sign(client, page, ALL | {"email": address}).status_code == 303
    [message] = mail.outbox
    assert message.message()["To"].isascii()


@pytest.mark.parametrize(
    ("domain", "written"),
    [("faß.de", "xn--fa-hia.de"), ("испытание.рф", "xn--80akhbyknj4f.xn--p1ai")],
)
def test_mail_goes_to_the_domain_that_was_typed(client, page, domain, written):
    """Python's own IDNA is of 2003, and takes faß.de for fass.de: another domain."""
    sign(client, page, ALL | {"email": f"aigul@{domain}"})
    [message] = mail.outbox
    assert message.message()["To"] == f"aigul@{written}"
    assert Supporter.objects.get().email == f"aigul@{domain}"


@pytest.mark.parametrize(
    "address",
    [
        "aigul",
        "@example.org",
        "aigul@",
        "aigul@example",
        "aigul@localhost",
        "aigul@@example.org",
        "a@b@example.org",
        '"quoted local"@example.org',
        '"<script>"@example.org',
        "aigul@[127.0.0.1]",
        "aigul@127.0.0.1",
        "aigul@example..org",
        ".aigul@example.org",
        "aigul@-example.org",
        "aigul@exam_ple.org",
        "aigul@example.org, victim@example.org",
        "aigul@example.org;victim@example.org",
        "Aigul <aigul@example.org>",
        "aigul@example.org\nBcc: victim@example.org",
        "a@" + "b" * 64 + ".org",
        "a@" + ".".join(["b" * 60] * 5) + ".org",
        "a" * 300,
        "айгуль@example.org",
        "aigul@☃.org",
    ],
)
def test_what_is_no_address_is_refused(page, address):
    assert list(form_of(page, ALL | {"email": address}).errors) == ["email"]


def post_raw(client, page, body, content_type):
    return client.generic("POST", sign_url(page), body, content_type)


BOUNDARY = "BoUnDaRy"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def parts(**fields) -> bytes:
    return encode_multipart(BOUNDARY, ALL | fields)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        (MULTIPART, b""),
        (MULTIPART, b"--BoUnDaRy"),
        (MULTIPART, b"--BoUnDaRy\r\nContent-Disposition: form-data; name=\r\n\r\nx"),
        (MULTIPART, parts()[:200]),
        (MULTIPART, parts().replace(b"\r\n", b"\n")),
        (MULTIPART, parts().replace(b"form-data", b"form-data\xff")),
        ("multipart/form-data", parts()),
        ("multipart/form-data; boundary=", parts()),
        ("multipart/form-data; boundary=" + "x" * 500, parts()),
        ("multipart/form-data; boundary=\xff", parts()),
        ("application/json", b'{"email": "a@example.org"}'),
        ("text/plain", b"first_name=x"),
        ("", b"first_name=x"),
        ("application/x-www-form-urlencoded", b"first_name=%ff%fe&email=%00&%ed%a0%80=%ed%a0%80"),
        ("application/x-www-form-urlencoded", b"&&&==&=;%zz%"),
        ("application/x-www-form-urlencoded", b"email=a&email=b&email[]=c&email=" + b"d" * 9999),
        ("application/x-www-form-urlencoded", b"x=1&" * 5000),
        ("application/x-www-form-urlencoded", b"comment=" + b"x" * 3_000_000),
    ],
)
def test_a_broken_body_is_the_senders_fault(client, page, content_type, body):
    assert post_raw(client, page, body, content_type).status_code in {400, 422}
    assert not Signature.objects.exists()


@pytest.mark.parametrize(
    "charset",
    [
        "latin-1",
        "utf-16",
        "utf-7",
        "unicode_escape",
        "raw_unicode_escape",
        "hex",
        "idna",
        "undefined",
    ]
    + ["punycode", "rot13", "zlib", "no-such-charset", "x" * 999],
)
@pytest.mark.parametrize("kind", ["multipart", "urlencoded"])
def test_a_body_is_utf8_whatever_it_says_of_itself(client, page, kind, charset):
    if kind == "multipart":
        content_type, body = MULTIPART, parts(first_name="Айгүл \\ud800")
    else:
        content_type = "application/x-www-form-urlencoded"
        body = "first_name=%D0%90%D0%B9%D0%B3%D2%AF%D0%BB \\ud800&last_name=S&country=KZ"
        body = f"{body}&email=a@example.org".encode()
    answer = post_raw(client, page, body, f"{content_type}; charset={charset}")
    assert answer.status_code == 303
    assert Supporter.objects.get().first_name == "Айгүл \\ud800"


def test_files_are_passed_over(client, page, asks_all):
    upload = SimpleUploadedFile("evil.html", b"x" * 100_000)
    assert sign(client, page, ALL | {"comment": upload, "picture": upload}).status_code == 303
    assert Supporter.objects.get().comment == ""


@pytest.mark.parametrize("query", ["%ff%fe", "a=%00", "=&&=", "x" * 9000, "%", "lang=%ed%a0%80"])
def test_no_query_string_is_an_error_of_ours(client, page, query):
    paths = [page.url, f"/campaign/petitions/{page.pk}/thanks/", "/campaign/confirm/x/"]
    for path in paths:
        assert client.get(f"{path}?{query}").status_code in {200, 404}
    assert client.post(f"{sign_url(page)}?{query}", ALL).status_code == 303


def test_strange_headers_are_no_error_of_ours(client, page, settings):
    settings.WAGTAIL_CAMPAIGN_TRUSTED_PROXIES = 1
    strange = ["", "\x00", "\xff" * 50, "a" * 9000, "../..", "zz-ZZ;q=9,*;q=x", "[::1", ","]
    names = ["accept-language", "origin", "referer", "sec-fetch-site", "x-forwarded-for", "cookie"]
    client.get(page.url)
    for name in names:
        for value in strange:
            assert client.get(page.url, headers={name: value}).status_code == 200
            answer = sign(client, page, ALL | {"website": "robot"}, headers={name: value})
            assert answer.status_code in {303, 403}, (name, value)


def test_five_hundred_random_forms_are_no_error_of_ours(page, asks_all):
    door = doors.find(page.pk, PetitionMixin)
    chance = random.Random(2026)

    def character():
        code = chance.randrange(chance.choice([0x80, 0x800, 0xD7FF, 0xFFFF, 0x10FFFF]))
        return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"

    signed = 0
    for number in range(500):
        typed = ALL | {"email": f"{number}@example.org"}
        for field in chance.sample(sorted(MAXIMA), chance.randint(1, 4)):
            typed[field] = "".join(character() for _ in range(chance.choice([1, 5, 15, 40])))
        form = form_of(page, typed)
        if form.is_valid():
            signed += 1
            assert all_in_order(services.sign(door, form.cleaned_data).supporter), typed
    assert 100 < signed < 500
